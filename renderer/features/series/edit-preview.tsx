import type { ReactNode } from 'react'
import type { EditPlace, EditPreview, EditRow } from '../../../shared/series/edit.contract.ts'
import { dateOf } from '../../../shared/time/civil.ts'
import { dayInWords, shortDay, timeRange } from '../../../shared/time/format.ts'
import { useToday } from '../../api/session.ts'
import { failureText } from '../../api/notify.tsx'
import classes from './series.module.css'

interface EditPreviewListProps {
  readonly preview: EditPreview | undefined
  readonly failure: Error | null
  /** Nothing has been chosen to be different yet. */
  readonly nothing: boolean
  /** A choice that follows from the sentence, before the dates. */
  readonly children: ReactNode
}

/** What would happen, in one sentence and then date by date: first what changes, then what stays and why. */
export function EditPreviewList({ preview, failure, nothing, children }: EditPreviewListProps) {
  const today = useToday()
  if (nothing) return <p className={classes.quiet}>Change something above to see which dates it touches.</p>
  if (failure !== null) return <p className={classes.problem}>{failureText(failure)}</p>
  if (preview === undefined) return null
  const changing = preview.rows.filter((row) => row.outcome !== 'kept')
  const staying = preview.rows.filter((row) => row.outcome === 'kept')
  return (
    <section className={classes.preview} aria-label="What will happen">
      <p className={classes.sentence} role="status">
        {preview.sentence}
      </p>
      {children}
      {changing.length > 0 && (
        <ul className={classes.rows} aria-label="Will change">
          {changing.map((row) => (
            <ChangingRow key={keyOf(row)} row={row} today={today} />
          ))}
        </ul>
      )}
      {staying.length > 0 && (
        <>
          <h3 className={classes.heading}>Stay as they are</h3>
          <ul className={classes.rows} aria-label="Stay as they are">
            {staying.map((row) => (
              <li key={keyOf(row)} className={classes.kept}>
                <span className={classes.day}>{row.from && placeWords(row.from, today)}</span>
                <span>{[row.why, ...row.problems].join(': ')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

const keyOf = (row: EditRow) => row.bookingId ?? row.sessionId ?? row.to?.startsAt ?? ''

const placeWords = ({ startsAt, endsAt }: EditPlace, today: string) =>
  `${dayInWords(startsAt, today)}, ${timeRange(startsAt, endsAt)}`

const keepWords = { time: 'keeps its own time', room: 'keeps its own room', details: 'keeps its own details' }

function ChangingRow({ row, today }: { row: EditRow; today: string }) {
  return (
    <li data-problem={row.problems.length > 0}>
      <span className={classes.day}>{fromTo(row, today)}</span>
      {row.keeps.map((kept) => (
        <span key={kept} className={classes.quiet}>
          {keepWords[kept]}
        </span>
      ))}
      {row.problems.map((problem) => (
        <span key={problem} className={classes.problem}>
          In the way: {problem}
        </span>
      ))}
    </li>
  )
}

/** `Thu 3 Dec → Mon 30 Nov, 10:30am to 12:30pm`: of the day, the time and the room, what is different. */
function fromTo({ outcome, from, to }: EditRow, today: string): string {
  if (outcome === 'cancelled') return `${from ? placeWords(from, today) : ''}: cancelled`
  if (to === null) return ''
  if (from === null) return `${placeWords(to, today)}: added`
  const moved = from.startsAt !== to.startsAt || from.endsAt !== to.endsAt
  const room = from.roomId === to.roomId ? '' : `, ${to.roomName ?? ''}`
  if (!moved) return `${placeWords(from, today)}${room}`
  if (dateOf(from.startsAt) === dateOf(to.startsAt)) return `${placeWords(to, today)}${room}`
  return `${shortDay(from.startsAt)} → ${placeWords(to, today)}${room}`
}
