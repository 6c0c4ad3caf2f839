import type { FoundDay } from '../../../shared/rooms/rooms.contract.ts'
import { shortDay } from '../../../shared/time/format.ts'
import classes from './find-room.module.css'

const stateWords = { free: 'free', moved: 'in another room', taken: 'taken' } as const
const stateOf = ({ state, beside }: FoundDay) => (state === 'free' && !beside ? 'without' : state)

/** One dot for each date: full is free, a square is another room, a ring is taken, half is without what is beside it. */
export function Dots({ days }: { readonly days: readonly FoundDay[] }) {
  return (
    <span className={classes.dots} aria-hidden>
      {days.map((day) => (
        <span key={day.date} className={classes.dot} data-state={stateOf(day)} title={dayInWords(day)} />
      ))}
    </span>
  )
}

const dayInWords = (day: FoundDay) =>
  `${shortDay(day.date)}: ${day.words === '' ? stateWords[day.state] : day.words}`

/** The dates that are not simply free, in words: for those who hear the dots. */
export function exceptionsInWords(days: readonly FoundDay[]): string {
  const unlike = days.filter((day) => day.state !== 'free' || !day.beside)
  return unlike.map(dayInWords).join('. ')
}
