import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { askKeeping } from '../../api/queries.ts'
import { SidePanel } from '../../ui/side-panel.tsx'
import { Answer } from '../../ui/states.tsx'
import type { ReportAsked } from '../../../shared/reports/asked.ts'
import type { RowsBehindCell } from '../../../shared/reports/county-reports.contract.ts'
import type { ReportRow } from '../../../shared/reports/report.ts'
import { count } from '../../../shared/text.ts'
import { shortDate } from '../../../shared/time/format.ts'
import { cellText, restsOn } from './cell-text.ts'
import type { OpenCell } from './report-address.ts'
import classes from './reports.module.css'

interface BehindProps {
  readonly asked: ReportAsked
  readonly open: OpenCell
  readonly onClose: () => void
}

const PAGE = 200

/** Every row that a figure is made of, each leading to where it was recorded or is mended. */
export function ReportBehind({ asked, open, onClose }: BehindProps) {
  const [take, setTake] = useState(PAGE)
  const behind = useQuery(askKeeping('reports', 'behind', { asked, ...open, take }))
  const title = behind.data ? `${behind.data.column}: ${behind.data.line}` : 'Rows'
  return (
    <SidePanel title={title} onClose={onClose} toRead>
      <Answer query={behind}>
        {(answer) => (
          <>
            <p className={classes.behindValue}>
              <strong>{cellText(answer.unit, answer.cell)}</strong> {restsOn(answer.unit, answer.cell) ?? ''}
            </p>
            <p className={classes.quiet}>{answer.definition}</p>
            <p className={classes.quiet}>{madeOf(answer)}</p>
            <ul className={classes.rows} aria-label={`Rows behind ${answer.column}`}>
              {answer.rows.map((row, at) => (
                // oxlint-disable-next-line react/no-array-index-key -- the same person may stand here more than once
                <li key={at}>
                  <Row row={row} unit={answer.unit} />
                </li>
              ))}
            </ul>
            {answer.rows.length < answer.count && take < 1000 && (
              <Button variant="default" onClick={() => setTake(Math.min(take + 400, 1000))}>
                Show more rows
              </Button>
            )}
          </>
        )}
      </Answer>
    </SidePanel>
  )
}

/** `40 rows, 31 of them in the part.` */
function madeOf({ unit, count: rows, cell, rows: shown }: RowsBehindCell): string {
  const all = shown.length < rows ? ` The first ${shown.length} are shown.` : ''
  const part = unit === 'percent' && cell.part !== null && cell.whole === rows ? `, ${cell.part} of them in the part` : '' // prettier-ignore
  return `${count(rows, 'row')}${part}.${all}`
}

function Row({ row, unit }: { row: ReportRow; unit: RowsBehindCell['unit'] }) {
  const also = [row.where, row.on === null ? null : shortDate(row.on), amountWords(row, unit)].filter(
    (part) => part !== null,
  )
  return (
    <>
      {row.link === null ? row.what : <Link to={row.link}>{row.what}</Link>}
      <span className={classes.quiet}> {also.join(' · ')}</span>
    </>
  )
}

function amountWords({ amount, counts }: ReportRow, unit: RowsBehindCell['unit']): string | null {
  if (unit === 'days') return count(amount, 'day')
  if (unit === 'hours') return count(amount, 'minute')
  if (!counts) return 'not in the part'
  return amount === 1 ? null : amount.toLocaleString('en-GB')
}
