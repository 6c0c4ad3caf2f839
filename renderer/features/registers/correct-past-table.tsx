import type { PastRegister } from '../../../shared/registers/correcting.contract.ts'
import type { MarkCode } from '../../../shared/registers/mark-code.ts'
import { count } from '../../../shared/text.ts'
import { civilNow } from '../../../shared/time/civil.ts'
import { clockTime, longDate, shortDate } from '../../../shared/time/format.ts'
import classes from './corrections.module.css'

/** In what state it was: `complete, signed by Jo on 24 November 2026 at 10:42am`. */
export function stateWords({ state, completedAt, completedBy }: PastRegister): string {
  if (state === 'did-not-run') return 'the session had been called off'
  if (state === 'not-due') return 'its day had not come'
  if (state === 'due') return 'nothing had been marked'
  if (completedAt === null) return 'it had been begun, and was not complete'
  const at = civilNow(new Date(completedAt))
  return `complete, by ${completedBy} on ${longDate(at)} at ${clockTime(at)}`
}

type Row = PastRegister['rows'][number]

const labelOf = (codes: readonly MarkCode[], letter: string) =>
  codes.find((code) => code.code === letter)?.label ?? letter

function markWords({ mark }: Row, codes: readonly MarkCode[]): string {
  if (mark === null) return 'Not recorded'
  const minutes = mark.minutes === null ? '' : `, ${count(mark.minutes, 'minute')}`
  return `${labelOf(codes, mark.code)}${minutes}`
}

const nowWords = ({ mark, now }: Row, codes: readonly MarkCode[]) =>
  (mark?.code ?? null) === now ? '' : now === null ? 'Not recorded' : labelOf(codes, now)

/** The people and their marks of then, and what has become of each since. */
export function PastTable({ register: { rows, codes, on } }: { register: PastRegister }) {
  return (
    <table className={classes.table} aria-label={`Register as it stood on ${longDate(on)}`}>
      <thead>
        <tr>
          <th scope="col" className={classes.number}>
            No.
          </th>
          <th scope="col">Name</th>
          <th scope="col">Mark on {shortDate(on)}</th>
          <th scope="col">Written by</th>
          <th scope="col">Changed since to</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.personId}>
            <td className={classes.number}>{row.number}</td>
            <th scope="row">{row.name}</th>
            <td>
              <span className={classes.letter}>{row.mark?.code ?? '·'}</span> {markWords(row, codes)}
            </td>
            <td>{row.mark?.markedBy ?? ''}</td>
            <td>{nowWords(row, codes)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
