import { NativeSelect, TextInput } from '@mantine/core'
import type { DeskRow } from '../../../shared/closures/desk.contract.ts'
import { dateOf } from '../../../shared/time/civil.ts'
import { fullDate, timeRange } from '../../../shared/time/format.ts'
import { leadersWords, moveWords, peopleWords, roomsNow } from './closure-words.ts'
import { moveTo, offerOf, offersOf, type Choices, type Chosen, type What } from './use-choices.ts'
import classes from './closures.module.css'

interface DeskTableProps {
  readonly rows: readonly DeskRow[]
  readonly choices: Choices
  /** Why what was chosen could not be done, by booking. */
  readonly problems: ReadonlyMap<string, string>
  /** Whether a reason that is missing is to be asked for. */
  readonly asked: boolean
}

/** Every booking hit, a day under the other: what it is, where it is now, and what is to become of it. */
export function DeskTable({ rows, ...rest }: DeskTableProps) {
  const several = new Set(rows.map((row) => row.buildingId)).size > 1
  const days = [...Map.groupBy(rows, (row) => dateOf(row.startsAt))]
  return (
    <table className={classes.desk} aria-label="Bookings hit">
      <thead>
        <tr>
          <th scope="col">Time</th>
          <th scope="col">What</th>
          <th scope="col">Room now</th>
          <th scope="col">What to do</th>
        </tr>
      </thead>
      {days.map(([day, own]) => (
        <tbody key={day}>
          <tr className={classes.day}>
            <th scope="rowgroup" colSpan={4}>
              {fullDate(day)}
            </th>
          </tr>
          {own.map((row) => (
            <Row key={row.bookingId} row={row} several={several} {...rest} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

interface RowProps extends Omit<DeskTableProps, 'rows'> {
  readonly row: DeskRow
  /** Bookings of other buildings are there as well, so each says its own. */
  readonly several: boolean
}

function Row({ row, several, choices, problems, asked }: RowProps) {
  const facts = [peopleWords(row), leadersWords(row)].filter((part) => part !== null)
  const chosen = choices.of(row)
  return (
    <tr data-left={chosen.what === 'leave'}>
      <td className={classes.time}>{timeRange(row.startsAt, row.endsAt)}</td>
      <td>
        <div className={classes.title}>{row.title}</div>
        {facts.length > 0 && <div className={classes.facts}>{facts.join(' · ')}</div>}
      </td>
      <td>
        <div>{roomsNow(row)}</div>
        {several && <div className={classes.facts}>{row.buildingName}</div>}
      </td>
      <td className={classes.todo}>
        {row.problem === null ? (
          <Todo
            row={row}
            chosen={chosen}
            onChoose={(change) => choices.choose(row, change)}
            problem={problems.get(row.bookingId)}
            asked={asked}
          />
        ) : (
          <p className={classes.facts}>{row.problem}</p>
        )}
      </td>
    </tr>
  )
}

/** The id of the field that asks why a booking is cancelled or runs all the same. */
export const reasonFieldOf = ({ bookingId }: DeskRow): string => `why-${bookingId}`

interface TodoProps {
  readonly row: DeskRow
  readonly chosen: Chosen
  readonly onChoose: (change: Partial<Chosen>) => void
  readonly problem: string | undefined
  readonly asked: boolean
}

function Todo({ row, chosen, onChoose, problem, asked }: TodoProps) {
  const needsReason = chosen.what === 'cancel' || chosen.what === 'keep'
  const about = `${row.title}, ${timeRange(row.startsAt, row.endsAt)}`
  const cost = costOf(row, chosen)
  return (
    <>
      <NativeSelect
        aria-label={`What to do about ${about}`}
        data={waysOf(row)}
        value={chosen.what}
        error={problem}
        onChange={(event) => onChoose({ what: whatFrom(row, event.currentTarget.value) })}
      />
      {cost !== null && <p className={classes.cost}>{cost}</p>}
      {needsReason && (
        <TextInput
          id={reasonFieldOf(row)}
          mt={4}
          aria-label={`Why ${chosen.what === 'keep' ? 'it runs' : 'it is cancelled'}: ${about}`}
          placeholder={chosen.what === 'keep' ? 'Why it can run' : 'Why it is cancelled'}
          error={asked && chosen.reason.trim() === '' ? 'Enter a reason.' : undefined}
          value={chosen.reason}
          onChange={(event) => onChoose({ reason: event.currentTarget.value })}
          maxLength={300}
          autoComplete="off"
        />
      )}
    </>
  )
}

/** Everything that can be done about a booking, the best room first. */
function waysOf(row: DeskRow): { value: What; label: string }[] {
  const left = row.keptBecause === null ? 'Leave for now' : 'Runs anyway'
  return [
    ...offersOf(row).map((offer) => ({ value: moveTo(offer), label: moveWords(row, offer) })),
    ...(row.cancelProblem === null ? [{ value: 'cancel' as const, label: 'Cancel' }] : []),
    ...(row.mayKeep && row.keptBecause === null ? [{ value: 'keep' as const, label: 'Run anyway' }] : []),
    { value: 'leave', label: left },
  ]
}

const whatFrom = (row: DeskRow, value: string): What =>
  waysOf(row).find((way) => way.value === value)?.value ?? 'leave'

/** What would be worse in the room chosen, or why there is none to choose. */
function costOf(row: DeskRow, { what, lost }: Chosen): string | null {
  if (lost) return 'The room that was chosen is taken, or wanted for another booking. Choose again.'
  if (row.keptBecause !== null && what === 'leave') return row.keptBecause
  if (what === 'cancel' || what === 'keep') return null
  if (what === 'leave') {
    const none = offersOf(row).length === 0 ? 'No room is free that is large enough.' : null
    return [none, row.cancelProblem].filter((part) => part !== null).join(' ') || null
  }
  const words = offerOf(row, what)?.compromises.join(' · ') ?? ''
  return words === '' ? null : words.charAt(0).toUpperCase() + words.slice(1)
}
