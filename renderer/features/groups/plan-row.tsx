import { Button } from '@mantine/core'
import { useToday } from '../../api/session.ts'
import { obstacleInWords } from '../../../shared/bookings/obstacles.rules.ts'
import type { DateEdit, RunRow as Row } from '../../../shared/series/series.contract.ts'
import { dateOf } from '../../../shared/time/civil.ts'
import { dayInWords, shortDay, timeRange } from '../../../shared/time/format.ts'
import type { Places } from './plan-draft.ts'
import { PlanRowEditor } from './plan-row-editor.tsx'
import classes from './plan.module.css'

interface PlanRowProps {
  readonly row: Row
  readonly places: Places
  readonly editing: boolean
  readonly onEditing: (open: boolean) => void
  /** Changes this date by hand. */
  readonly onChange: (change: Partial<DateEdit>) => void
  /** Takes back what was changed by hand. */
  readonly onReset: () => void
}

/** `Mon 25 May`, or where it was before it was moved: `Tue 26 May (was Mon 25 May)` */
function dayOf({ date, startsAt }: Row, today: string): string {
  const day = dayInWords(startsAt, today)
  return dateOf(startsAt) === date ? day : `${day} (was ${shortDay(date)})`
}

/** What the row is, in words, without its date. */
function stateInWords({ state, reason, kind }: Row): string | null {
  if (state === 'keep') return reason === null ? null : `${reason}, held all the same`
  if (kind === 'by-hand' || reason === null) return 'Left out by hand'
  return kind === 'closure' ? `Closed: ${reason} · skipped` : `${reason} · skipped`
}

/** One date as it will be: its state in words, and what can be done about it. */
export function PlanRow(props: PlanRowProps) {
  const { row, places, editing, onEditing, onChange } = props
  // A building that is shut is in the way of each of its rooms, and said once.
  const [inTheWay, ...more] = new Set(row.obstacles.map(obstacleInWords))
  const place = places.room(row.roomId)
  const state = stateInWords(row)
  return (
    <li
      className={classes.row}
      data-state={row.state}
      data-clash={inTheWay !== undefined}
      data-plan-row={row.date}
    >
      <span className={classes.number}>{row.number ?? '–'}</span>
      <div className={classes.what}>
        <p>
          <strong>{dayOf(row, useToday())}</strong>
          {row.state === 'keep' && (
            <span>
              {' '}
              · {timeRange(row.startsAt, row.endsAt)} · {place?.room.name ?? 'Room'}
            </span>
          )}
          {state !== null && <span className={classes.stateWords}> · {state}</span>}
          {row.edited && row.state === 'keep' && <span className={classes.edited}> · changed by hand</span>}
        </p>
        {inTheWay !== undefined && (
          <p className={classes.clash}>
            {inTheWay}
            {more.length > 0 && `, and ${more.length} more`}.
            {row.otherRooms.length === 0 && ' No other room here is free.'}
          </p>
        )}
        {row.otherRooms.length > 0 && inTheWay !== undefined && <OtherRooms row={row} onChange={onChange} />}
      </div>
      <RowActions {...props} />
      {editing && (
        <PlanRowEditor
          key={row.date}
          row={row}
          places={places}
          onChange={onChange}
          onClose={() => onEditing(false)}
        />
      )}
    </li>
  )
}

/** The rooms to offer at once; any other is found under Change. */
const OFFERED = 3

function OtherRooms({ row, onChange }: Pick<PlanRowProps, 'row' | 'onChange'>) {
  return (
    <div className={classes.offers}>
      {row.otherRooms.slice(0, OFFERED).map((room) => (
        <Button
          key={room.roomId}
          size="compact-sm"
          variant="default"
          onClick={() => onChange({ roomId: room.roomId })}
        >
          Use {room.roomName}
          {room.capacity !== null && ` (seats ${room.capacity})`}
          <span className="sr-only"> on {shortDay(row.startsAt)}</span>
        </Button>
      ))}
    </div>
  )
}

function RowActions({ row, editing, onEditing, onChange, onReset }: PlanRowProps) {
  const skip = () => (row.edited && row.state === 'skip' ? onReset() : onChange({ choice: 'skip' }))
  const toggle =
    row.state === 'keep'
      ? { words: 'Leave out', run: skip }
      : row.kind === 'by-hand' || row.edited
        ? { words: 'Put back', run: onReset }
        : { words: 'Run anyway', run: () => onChange({ choice: 'run' }) }
  const day = <span className="sr-only"> {shortDay(row.startsAt)}</span>
  return (
    <div className={classes.actions}>
      {row.edited && row.state === 'keep' && (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onReset}>
          As planned{day}
        </Button>
      )}
      <Button size="compact-sm" variant="subtle" color="gray" onClick={toggle.run} data-row-toggle>
        {toggle.words}
        {day}
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        aria-expanded={editing}
        onClick={() => onEditing(!editing)}
        data-row-change
      >
        Change{day}
      </Button>
    </div>
  )
}
