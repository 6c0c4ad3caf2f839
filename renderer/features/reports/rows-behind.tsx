import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { ask } from '../../api/queries.ts'
import { useMay } from '../../api/session.ts'
import { Answer } from '../../ui/states.tsx'
import type { GroupId } from '../../../shared/ids.ts'
import type { Figure, RowBehind } from '../../../shared/reports/reports.contract.ts'
import { count } from '../../../shared/text.ts'
import { shortDate } from '../../../shared/time/format.ts'
import classes from './group-figures.module.css'

/** Every row that a figure is made of: as many as it says, and each leads to where it was recorded. */
export function RowsBehind({ groupId, figure }: { groupId: GroupId; figure: Figure }) {
  const behind = useQuery(ask('reports', 'rowsBehind', { groupId, figure: figure.key }))
  return (
    <Answer query={behind}>
      {({ rows }) => (
        <>
          <p className={classes.quiet}>{madeOf(figure, rows)}</p>
          <ul className={classes.rowList} aria-label={`Rows behind ${figure.name}`}>
            {rows.map((row, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- the same person may stand here more than once
              <li key={at} data-counts={row.counts}>
                <RowOf row={row} unit={figure.unit} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Answer>
  )
}

/** `10 rows, 6 of them in the part.` */
function madeOf({ unit }: Figure, rows: readonly RowBehind[]): string {
  const part = rows.filter((row) => row.counts).length
  if (unit === 'percent') return `${count(rows.length, 'row')}, ${part} of them counted.`
  return `${count(rows.length, 'row')}.`
}

function RowOf({ row, unit }: { row: RowBehind; unit: Figure['unit'] }) {
  const may = useMay()
  const to =
    row.sessionId !== null
      ? `/registers/${row.sessionId}`
      : row.personId !== null
        ? `/people/${row.personId}`
        : null
  const allowed = row.sessionId !== null ? may('registers.view') : may('people.view')
  return (
    <>
      {to !== null && allowed ? <Link to={to}>{row.what}</Link> : row.what}
      {row.on !== null && <span className={classes.quiet}> {shortDate(row.on)}</span>}
      {amountWords(row, unit)}
      {unit === 'percent' && !row.counts && <span className={classes.quiet}> not counted</span>}
    </>
  )
}

function amountWords({ amount }: RowBehind, unit: Figure['unit']): string {
  if (unit === 'days') return ` ${count(amount, 'day')}`
  if (unit === 'hours') return ` ${count(amount, 'minute')}`
  return amount === 1 ? '' : ` ${count(amount, 'head')}`
}
