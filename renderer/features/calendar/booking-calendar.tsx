import FullCalendar from '@fullcalendar/react'
import type { CalendarRef, EventDisplayInfo, EventInput } from '@fullcalendar/react'
import dayGrid from '@fullcalendar/react/daygrid'
import interaction from '@fullcalendar/react/interaction'
import list from '@fullcalendar/react/list'
import enGb from '@fullcalendar/react/locales/en-gb'
import classicTheme from '@fullcalendar/react/themes/classic'
import timeGrid from '@fullcalendar/react/timegrid'
import '@fullcalendar/react/skeleton.css'
import '@fullcalendar/react/themes/classic/theme.css'
import '@fullcalendar/react/themes/classic/palette.css'
import './calendar-theme.css'
import { useEffect, useMemo, useRef } from 'react'
import { programmeClass } from '../../ui/programme-tag.tsx'
import { bookingStatusLabels } from '../../../shared/bookings/bookings.contract.ts'
import type { Booking } from '../../../shared/bookings/bookings.contract.ts'
import type { CalendarView } from '../../../shared/bookings/calendar-range.rules.ts'
import { hoursOf } from '../../../shared/bookings/day-board.rules.ts'
import type { Hours } from '../../../shared/bookings/day-board.rules.ts'
import { clockTime, fullDate, shortDay, timeRange } from '../../../shared/time/format.ts'
import { useLocalNow } from '../bookings/use-local-now.ts'
import classes from './calendar.module.css'

/** What a week shows at least; a booking outside it makes the day longer, so that none is out of sight. */
const USUAL: Hours = { from: '08:00', to: '21:00' }
/** So many stand beside each other before the rest are a press away: with less room no word could be read. */
const BESIDE_IN_ONE_BUILDING = 3
const BESIDE_IN_ALL = 2

/** The year is our own: see year-view.tsx. */
export type DrawnView = Exclude<CalendarView, 'year'>

const viewNames: Readonly<Record<DrawnView, string>> = {
  day: 'timeGridDay',
  week: 'timeGridWeek',
  month: 'dayGridMonth',
  list: 'listWeek',
}
const plugins = [classicTheme, dayGrid, timeGrid, list, interaction]
const hour = { hour: '2-digit', minute: '2-digit', hour12: false } as const

interface BookingCalendarProps {
  readonly view: DrawnView
  readonly date: string
  readonly bookings: readonly Booking[]
  readonly onOpen: (booking: Booking) => void
  /** An empty time was pressed; null for people who may only look. The New booking button is the keyboard's way. */
  readonly onDay: ((date: string, from: string | null) => void) | null
  readonly oneBuilding: boolean
}

/** The wall-clock parts of a day that the calendar hands over as a Date of this computer. */
const localDate = (date: Date) =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((n) => String(n).padStart(2, '0')).join('-')

/** Programme by colour and edge; what is not certain, or is over, has a broken line round it as well as its word. */
const lookOf = (booking: Booking | undefined): string =>
  [
    programmeClass(booking?.colour ?? null),
    classes.event,
    booking === undefined || booking.status === 'confirmed' ? '' : classes.unsure,
  ].join(' ')

const toEvent = (booking: Booking): EventInput => ({
  id: booking.id,
  title: booking.title,
  start: booking.startsAt,
  end: booking.endsAt,
})

/** FullCalendar, in our words and our colours. */
export function BookingCalendar({ view, date, bookings, onOpen, onDay, oneBuilding }: BookingCalendarProps) {
  const calendar = useRef<CalendarRef>(null)
  const byId = useMemo(() => new Map(bookings.map((b) => [String(b.id), b])), [bookings])
  const events = useMemo(() => bookings.map(toEvent), [bookings])
  const hours = useMemo(() => hoursOf(bookings, USUAL), [bookings])
  const now = useLocalNow()
  useEffect(() => {
    // After this render: the calendar refuses to be changed while React draws it.
    queueMicrotask(() => calendar.current?.getApi().changeView(viewNames[view], date))
  }, [view, date])
  return (
    <div className={classes.calendar} data-view={view}>
      <div className={classes.inside}>
        <FullCalendar
          ref={calendar}
          plugins={plugins}
          locale={enGb}
          initialView={viewNames[view]}
          initialDate={date}
          headerToolbar={false}
          height="100%"
          allDaySlot={false}
          now={now}
          slotMinTime={hours.from}
          slotMaxTime={hours.to === '23:59' ? '24:00' : hours.to}
          scrollTime="08:30"
          slotDuration="00:30"
          expandRows
          nowIndicator
          slotEventOverlap={false}
          dayMaxEvents={4}
          eventMaxStack={oneBuilding ? BESIDE_IN_ONE_BUILDING : BESIDE_IN_ALL}
          eventMinHeight={20}
          eventInteractive
          eventDisplay="block"
          events={events}
          eventClass={({ event }) => lookOf(byId.get(event.id))}
          eventContent={(info: EventDisplayInfo) => (
            <EventWords booking={byId.get(info.event.id)} oneBuilding={oneBuilding} />
          )}
          eventClick={({ event }) => {
            const booking = byId.get(event.id)
            if (booking) onOpen(booking)
          }}
          dateClick={({ dateStr }) =>
            onDay?.(dateStr.slice(0, 10), dateStr.length > 10 ? dateStr.slice(11, 16) : null)
          }
          slotHeaderFormat={hour}
          slotHeaderContent={({ text }) => clockTime(text)}
          dayHeaderContent={({ date: day, weekdayText, isToday }) =>
            view === 'month' ? (
              weekdayText
            ) : (
              <span data-today={isToday} className={classes.day}>
                {shortDay(localDate(day))}
              </span>
            )
          }
          listDayHeaderContent={({ date: day, level }) => (level === 0 ? fullDate(localDate(day)) : '')}
          noEventsContent="Nothing is booked in these days."
          moreLinkClass={classes.more ?? ''}
          moreLinkContent={({ num }) => `${num} more`}
        />
      </div>
    </div>
  )
}

function EventWords({ booking, oneBuilding }: { booking: Booking | undefined; oneBuilding: boolean }) {
  if (booking === undefined) return null
  const { title, startsAt, endsAt, roomName, buildingName, status } = booking
  const word = status === 'confirmed' ? '' : `${bookingStatusLabels[status]}: `
  const times = timeRange(startsAt, endsAt)
  const where = oneBuilding ? roomName : `${roomName}, ${buildingName}`
  return (
    <span className={classes.words} title={`${word}${title}, ${times}, ${where}`}>
      <span className={classes.title}>
        {word}
        {title}
      </span>{' '}
      <Times all={times} from={clockTime(startsAt)} /> <span className={classes.where}>{where}</span>
    </span>
  )
}

/** `10am to midday`; where there is no room for that, when it starts. */
function Times({ all, from }: { all: string; from: string }) {
  return (
    <span className={classes.times}>
      <span className={classes.whole}>{all}</span>
      <span className={classes.start} aria-hidden>
        {from}
      </span>
    </span>
  )
}
