import { Button, Group, SegmentedControl } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, askKeeping } from '../../api/queries.ts'
import { useBuilding, useRemembered } from '../../api/remembered.ts'
import { useMay, useToday } from '../../api/session.ts'
import { Page } from '../../ui/page.tsx'
import { Failure } from '../../ui/states.tsx'
import {
  calendarViews,
  daysInWords,
  daysShown,
  showsToday,
  stepFrom,
} from '../../../shared/bookings/calendar-range.rules.ts'
import type { CalendarView } from '../../../shared/bookings/calendar-range.rules.ts'
import { count } from '../../../shared/text.ts'
import { NoRooms, someRooms } from '../bookings/no-rooms.tsx'
import { useBookingPanel } from '../bookings/use-booking-panel.tsx'
import { BookingCalendar } from './booking-calendar.tsx'
import classes from './calendar.module.css'

const viewLabels: Readonly<Record<CalendarView, string>> = { week: 'Week', month: 'Month', list: 'List' }

const bookedWords = (bookings: readonly unknown[] | undefined) =>
  bookings === undefined ? '…' : bookings.length === 0 ? 'nothing booked' : count(bookings.length, 'booking')

/** What goes on in the buildings, by week or month: everything that holds a room. */
export function CalendarScreen() {
  const today = useToday()
  const may = useMay()
  const [buildingId] = useBuilding()
  const [date, setDate] = useState(today)
  const [stored, setView] = useRemembered('calendar-view', 'week')
  const view = calendarViews.find((one) => one === stored) ?? 'week'
  const query = useQuery(askKeeping('bookings', 'listBetween', { ...daysShown(view, date), buildingId }))
  const bookings = query.data ?? []
  const { side, open, openNew } = useBookingPanel(bookings)
  const bookable = someRooms(useQuery(ask('buildings', 'list', {})).data)
  const mayBook = bookable && may('bookings.edit')
  const newOn = (day: string, from: string | null = null) =>
    openNew({ roomId: null, date: day, from, to: null })
  if (!bookable)
    return (
      <Page title="Calendar">
        <NoRooms />
      </Page>
    )
  return (
    <Page
      title="Calendar"
      sentence={`${daysInWords(view, date)} · ${bookedWords(query.data)}`}
      action={
        mayBook && (
          <Button onClick={() => newOn(showsToday(view, date, today) ? today : date)}>New booking</Button>
        )
      }
      side={side}
      fill
    >
      <Group className={classes.toolbar} gap="xs">
        <Button
          variant="default"
          leftSection={<IconChevronLeft size={16} aria-hidden />}
          onClick={() => setDate(stepFrom(view, date, -1))}
        >
          Back
        </Button>
        <Button
          variant="default"
          rightSection={<IconChevronRight size={16} aria-hidden />}
          onClick={() => setDate(stepFrom(view, date, 1))}
        >
          Next
        </Button>
        <Button variant="default" disabled={showsToday(view, date, today)} onClick={() => setDate(today)}>
          Today
        </Button>
        <SegmentedControl
          aria-label="View"
          className={classes.views}
          data={calendarViews.map((value) => ({ value, label: viewLabels[value] }))}
          value={view}
          onChange={setView}
        />
      </Group>
      {query.isError ? (
        <Failure error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <BookingCalendar
          view={view}
          date={date}
          bookings={bookings}
          onOpen={open}
          onDay={mayBook ? newOn : null}
          oneBuilding={buildingId !== null}
        />
      )}
    </Page>
  )
}
