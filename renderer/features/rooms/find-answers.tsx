import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import type { KeyboardEvent, RefObject } from 'react'
import { flushSync } from 'react-dom'
import { useMay } from '../../api/session.ts'
import type { FoundRoom } from '../../../shared/rooms/rooms.contract.ts'
import type { Rule } from '../../../shared/series/rule.ts'
import { count } from '../../../shared/text.ts'
import { dateRange, longDate, shortDay } from '../../../shared/time/format.ts'
import type { Start } from '../bookings/use-new-booking.ts'
import { FindBook } from './find-book.tsx'
import { Dots, exceptionsInWords } from './find-dots.tsx'
import classes from './find-room.module.css'
import type { Found } from './use-find.ts'

/** How many answers are shown at first: the best few, so that the eye has little to read. */
const SHOWN = 6

interface AnswersProps {
  readonly found: Found
  readonly rule: Rule
  readonly people: number | null
  readonly list: RefObject<HTMLUListElement | null>
  /** Arrow up from the first answer. */
  readonly onLeave: () => void
  readonly onBooked: (date: string) => void
  readonly onMore: (start: Start) => void
}

/** The rooms found, best first: arrow keys move, Enter books the run. */
export function Answers({ found, rule, people, list, onLeave, onBooked, onMore }: AnswersProps) {
  const [all, setAll] = useState(false)
  const [booking, setBooking] = useState<string | null>(null)
  const mayBook = useMay()('bookings.edit')
  const shown = all ? found.answers : found.answers.slice(0, SHOWN)
  const hidden = found.answers.length - shown.length
  const opener = useRef<HTMLButtonElement | null>(null)
  const close = () => {
    setBooking(null)
    opener.current?.focus()
  }
  const showAll = () => {
    flushSync(() => setAll(true))
    rowsIn(list.current)[SHOWN]?.focus()
  }
  return (
    <>
      <p className={classes.said} role="status">
        {foundInWords(found)}
      </p>
      <LeftOut found={found} />
      <ul ref={list} className={classes.answers}>
        {shown.map((answer) => (
          <li key={answer.roomId}>
            <AnswerRow
              answer={answer}
              opened={booking === answer.roomId}
              onKeyDown={(event) => moveAmong(event, list.current, onLeave)}
              onOpen={(row) => {
                opener.current = row
                setBooking(booking === answer.roomId || !mayBook ? null : answer.roomId)
              }}
            />
            {booking === answer.roomId && (
              <FindBook
                answer={answer}
                rule={rule}
                people={people}
                onClose={close}
                onBooked={onBooked}
                onMore={onMore}
              />
            )}
          </li>
        ))}
      </ul>
      {(hidden > 0 || found.more > 0) && (
        <p className={classes.quiet}>
          {hidden > 0 && (
            <Button variant="subtle" size="compact-sm" onClick={showAll}>
              Show {count(hidden, 'more room')}
            </Button>
          )}
          {found.more > 0 &&
            ` ${count(found.more, 'room fits', 'rooms fit')} less well and ${found.more === 1 ? 'is' : 'are'} not listed.`}
        </p>
      )}
    </>
  )
}

interface AnswerRowProps {
  readonly answer: FoundRoom
  readonly opened: boolean
  readonly onOpen: (row: HTMLButtonElement) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/** Building and room, a dot for each date, why it fits and what it costs. */
function AnswerRow({ answer, opened, onOpen, onKeyDown }: AnswerRowProps) {
  const { roomName, buildingName, days, free, moved, total, fits, compromises } = answer
  const one = free === 1 ? 'free' : 'taken'
  return (
    <button
      type="button"
      className={classes.answer}
      aria-expanded={opened}
      data-none={free + moved === 0 || undefined}
      onClick={(event) => onOpen(event.currentTarget)}
      onKeyDown={onKeyDown}
    >
      <span className={classes.name}>
        <strong>{roomName}</strong>, {buildingName}
      </span>
      <Dots days={days} />
      <span className={classes.had}>
        {total === 1 ? one : `${free + moved} of ${total}`}
        <span className="sr-only">{total === 1 ? '. ' : ` dates free. ${exceptionsInWords(days)}. `}</span>
      </span>
      <span className={classes.why}>
        {fits.join(' · ')}
        {fits.length > 0 && compromises.length > 0 && ' · '}
        {compromises.length > 0 && (
          <span className={classes.cost}>
            {total === 1 && free === 0 ? days[0]?.words : compromises.join(' · ')}
          </span>
        )}
      </span>
    </button>
  )
}

function LeftOut({ found: { leftOut, warnings } }: { readonly found: Found }) {
  if (leftOut.length + warnings.length === 0) return null
  const dates = leftOut.map(({ date, reason }) => `${shortDay(date)} (${reason})`)
  return (
    <p className={classes.quiet}>
      {leftOut.length > 0 && `Left out: ${dates.join(', ')}. `}
      {warnings.join(' ')}
    </p>
  )
}

/** `3 rooms are free on all 10 dates, 12 January to 16 March 2027`: those with everything that was asked for. */
function foundInWords({ answers, dates }: Found): string {
  const [first = '', last = first] = [dates[0], dates.at(-1)]
  const free = answers.filter((answer) => answer.whole === answer.total && answer.moved === 0).length
  const are = count(free, 'room is', 'rooms are')
  if (dates.length === 1)
    return `${free === 0 ? noneIn(answers, 'No room') : `${are} free`} on ${longDate(first)}`
  const when = `all ${dates.length} dates, ${dateRange(first, last)}`
  if (free > 0) return `${are} free on ${when}`
  const best = Math.max(0, ...answers.map((answer) => answer.whole))
  if (best === dates.length) return `No one room is free on ${when}: the first below is, with moves`
  if (best === 0) return `${noneIn(answers, 'No room')} on ${when}`
  return `No room is free on ${when}: the best is on ${best}`
}

/** Some are free, only not with what was asked for. */
const noneIn = (answers: Found['answers'], none: string): string =>
  answers.some((answer) => answer.free > 0) ? `${none} with all of that is free` : `${none} is free`

const rowsIn = (list: HTMLElement | null) => [
  ...(list?.querySelectorAll<HTMLElement>('button[aria-expanded]') ?? []),
]

/** Up and down from answer to answer; Home and End to the first and the last. */
function moveAmong(event: KeyboardEvent<HTMLElement>, list: HTMLElement | null, onLeave: () => void): void {
  const rows = rowsIn(list)
  const now = rows.indexOf(event.currentTarget)
  const to = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: rows.length - 1 }[event.key]
  if (to === undefined) return
  event.preventDefault()
  if (to < 0) onLeave()
  else rows[to]?.focus()
}
