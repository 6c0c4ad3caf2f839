import { useMemo, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { Booking } from '../../../shared/bookings/bookings.contract.ts'
import { heatKey, yearHeat, type HeatDay, type HeatMonth } from '../../../shared/bookings/year-heat.rules.ts'
import { count } from '../../../shared/text.ts'
import { addDays } from '../../../shared/time/civil.ts'
import { fullDate, weekdayName } from '../../../shared/time/format.ts'
import classes from './calendar.module.css'

interface YearViewProps {
  readonly date: string
  readonly today: string
  readonly bookings: readonly Booking[]
  readonly onDay: (date: string) => void
}

const arrows: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** How much is on each day of a year. One tab stop: the arrow keys go from day to day, Enter opens one. */
export function YearView({ date, today, bookings, onDay }: YearViewProps) {
  const months = useMemo(() => yearHeat(date, bookings), [date, bookings])
  const year = date.slice(0, 4)
  const [stop, setStop] = useState(date)
  const atStop = stop.startsWith(year) ? stop : date
  const keys = (event: KeyboardEvent<HTMLElement>) => {
    const by = arrows[event.key]
    if (by === undefined || event.altKey) return
    event.preventDefault()
    const next = addDays(atStop, by)
    if (!next.startsWith(year)) return
    setStop(next)
    event.currentTarget.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus()
  }
  const fullest = Math.max(0, ...months.flatMap(daysOf).map((day) => day.bookings))
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the days in it take the keys
    <div className={classes.year} onKeyDown={keys}>
      <div className={classes.months}>
        {months.map((month) => (
          <Month key={month.from} month={month} today={today} stop={atStop} onStop={setStop} onDay={onDay} />
        ))}
      </div>
      <HeatKey fullest={fullest} />
    </div>
  )
}

const daysOf = (month: HeatMonth) => month.weeks.flat().filter((day) => day !== null)

const weekdays = [1, 2, 3, 4, 5, 6, 7]

interface MonthProps extends Pick<YearViewProps, 'today' | 'onDay'> {
  readonly month: HeatMonth
  readonly stop: string
  readonly onStop: (date: string) => void
}

function Month({ month, ...props }: MonthProps) {
  const name = fullDate(month.from).split(' ')[2] ?? ''
  return (
    <section className={classes.month} aria-label={name}>
      <h2>
        {name} <span>{month.bookings === 0 ? 'nothing booked' : count(month.bookings, 'booking')}</span>
      </h2>
      <table className={classes.days} aria-label={name}>
        <thead>
          <tr>
            {weekdays.map((weekday) => (
              <th key={weekday} scope="col" abbr={weekdayName(weekday)}>
                {weekdayName(weekday).slice(0, 2)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {month.weeks.map((week) => (
            <tr key={week.find((day) => day !== null)?.date}>
              {week.map((day, index) => (
                <td key={day?.date ?? `none ${weekdays[index]}`}>{day && <Day day={day} {...props} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface DayProps extends Omit<MonthProps, 'month'> {
  readonly day: HeatDay
}

function Day({ day: { date, bookings, heat }, today, stop, onStop, onDay }: DayProps) {
  const words = `${fullDate(date)}: ${bookings === 0 ? 'nothing booked' : count(bookings, 'booking')}`
  return (
    <button
      type="button"
      className={classes.dayCell}
      data-date={date}
      data-heat={heat}
      data-today={date === today}
      tabIndex={date === stop ? 0 : -1}
      aria-label={words}
      aria-current={date === today ? 'date' : undefined}
      title={words}
      onFocus={() => onStop(date)}
      onClick={() => onDay(date)}
    >
      {Number(date.slice(8))}
    </button>
  )
}

/** What the shades mean, in numbers. */
function HeatKey({ fullest }: { fullest: number }) {
  if (fullest === 0) return null
  return (
    <ul className={classes.heatKey} aria-label="What the shades mean">
      <li>no shade: nothing booked</li>
      {heatKey(fullest).map(({ heat, least, most }) => (
        <li key={heat}>
          <span className={classes.dayCell} data-heat={heat} />
          {least === most ? count(most, 'booking') : `${least} to ${count(most, 'booking')}`}
        </li>
      ))}
    </ul>
  )
}
