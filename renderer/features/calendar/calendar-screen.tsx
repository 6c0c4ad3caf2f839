import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { ask } from '../../api/queries.ts'
import { useMay, useToday } from '../../api/session.ts'
import { KeyLegend } from '../../ui/keys.tsx'
import { Page } from '../../ui/page.tsx'
import { Failure } from '../../ui/states.tsx'
import type { Booking } from '../../../shared/bookings/bookings.contract.ts'
import {
  calendarViews,
  daysInWords,
  daysShown,
  monthsOfYear,
  showsToday,
  stepFrom,
} from '../../../shared/bookings/calendar-range.rules.ts'
import type { CalendarView } from '../../../shared/bookings/calendar-range.rules.ts'
import { count } from '../../../shared/text.ts'
import { NoRooms, someRooms } from '../bookings/no-rooms.tsx'
import { useBookingPanel } from '../bookings/use-booking-panel.tsx'
import { ExportMenu } from '../paper/export-menu.tsx'
import { useShownBookings } from '../views/use-shown-bookings.ts'
import { useViewState } from '../views/use-view-state.ts'
import { calendarKeys, viewKey } from '../views/view-keys.ts'
import { BookingCalendar } from './booking-calendar.tsx'
import { CalendarBar } from './calendar-bar.tsx'
import { YearView } from './year-view.tsx'
import classes from './calendar.module.css'

/** The months of a year are asked one by one, so that the first stands while the last is read. */
const stretchesOf = (view: CalendarView, date: string) =>
  view === 'year' ? monthsOfYear(date) : [daysShown(view, date)]

const bookedWords = (bookings: readonly Booking[]) =>
  bookings.length === 0 ? 'nothing booked' : count(bookings.length, 'booking')

/** What goes on in the buildings, by day, week, month or year. */
export function CalendarScreen() {
  const today = useToday()
  const may = useMay()
  const [date, setDate] = useState(today)
  const [state, change] = useViewState('calendar', 'week')
  const view = calendarViews.find((one) => one === state.view) ?? 'week'
  const { shown, waiting, error, retry } = useShownBookings(stretchesOf(view, date), state)
  const { side, open, openNew } = useBookingPanel(shown)
  const bookable = someRooms(useQuery(ask('buildings', 'list', {})).data)
  const mayBook = bookable && may('bookings.edit')
  const newOn = (day: string, from: string | null = null) =>
    openNew({ roomId: null, date: day, from, to: null })
  const setView = (next: CalendarView) => change({ view: next })
  const step = (by: 1 | -1) => setDate(stepFrom(view, date, by))
  const onKey = (event: KeyboardEvent) =>
    viewKey(event, {
      step,
      today: () => setDate(today),
      views: Object.fromEntries(calendarViews.map((one) => [one.charAt(0), () => setView(one)])),
    })
  const seeDay = (day: string) => {
    setDate(day)
    setView('day')
  }
  if (!bookable)
    return (
      <Page title="Calendar">
        <NoRooms />
      </Page>
    )
  return (
    <Page
      title="Calendar"
      sentence={`${daysInWords(view, date)} · ${waiting ? '…' : bookedWords(shown)}`}
      action={
        <Group gap="xs">
          <ExportMenu
            paper={{ date: showsToday(view, date, today) ? today : date, buildingId: state.buildingId }}
            lists={[
              {
                list: 'bookings',
                ...daysShown(view, date),
                buildingId: state.buildingId,
                filter: state.filter,
              },
            ]}
            calendar={{ of: 'building', id: state.buildingId }}
          />
          {mayBook && (
            <Button onClick={() => newOn(showsToday(view, date, today) ? today : date)}>New booking</Button>
          )}
        </Group>
      }
      side={side}
      fill
    >
      <CalendarBar {...{ view, state, date, today }} onState={change} onStep={step} onDate={setDate} />
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears the keys of the view from all that is in it */}
      <div className={classes.area} onKeyDown={onKey}>
        {error !== null ? (
          <Failure error={error} onRetry={retry} />
        ) : view === 'year' ? (
          <YearView date={date} today={today} bookings={shown} onDay={seeDay} />
        ) : (
          <BookingCalendar
            view={view}
            date={date}
            bookings={shown}
            onOpen={open}
            onDay={mayBook ? newOn : null}
            oneBuilding={state.buildingId !== null}
          />
        )}
      </div>
      <KeyLegend items={calendarKeys} />
    </Page>
  )
}
