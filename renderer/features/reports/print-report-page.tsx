import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'
import { ask } from '../../api/queries.ts'
import { useStatus } from '../../api/session.ts'
import { usePrintReady } from '../../ui/print-ready.ts'
import { Answer } from '../../ui/states.tsx'
import { CLASSIFICATION } from '../../../shared/classification.ts'
import type { ReportAsked } from '../../../shared/reports/asked.ts'
import { longDate } from '../../../shared/time/format.ts'
import type { Report, ReportLine, ReportTable } from '../../../shared/reports/report.ts'
import { cellText, isCompared, numberText, restsOn } from './cell-text.ts'
import { readAddress } from './report-address.ts'
import { ReportChartView } from './report-chart.tsx'
import classes from './print-report.module.css'

/** A report on paper, as it leaves: `#/print/report/:key/:state`. */
export function PrintReportPage() {
  const { key = '', state = '' } = useParams()
  const said = readAddress(key, state)
  return said === null ? <p>There is no such report.</p> : <Leaving asked={said.asked} />
}

function Leaving({ asked }: { asked: ReportAsked }) {
  const query = useQuery(ask('reports', 'paper', asked))
  usePrintReady(query.data?.report.title ?? 'Report', query.data !== undefined)
  return <Answer query={query}>{({ report }) => <Paper report={report} />}</Answer>
}

function Paper({ report }: { report: Report }) {
  const status = useStatus()
  return (
    <main className={classes.page}>
      <p className={classes.marking}>{CLASSIFICATION}</p>
      <h1>{report.title}</h1>
      <p className={classes.finding}>{report.finding}</p>
      <p>
        {report.said
          .filter(([, words]) => words !== 'All' && words !== 'Both')
          .map(([name, words]) => `${name}: ${words}`)
          .join(' · ')}
      </p>
      <ReportChartView report={report} paper />
      {report.tables.map((table) => (
        <PaperTable key={table.key} table={table} />
      ))}
      <h2>What the numbers mean (version {report.definitionsVersion})</h2>
      {[...new Map(report.tables.flatMap((table) => table.columns.map((one) => [`${one.name} ${one.definition}`, one]))).values()].map(({ name, definition }) => (
        <p key={`${name} ${definition}`}>
          <strong>{name}.</strong> {definition}
        </p>
      ))}
      <p>
        {status?.signedIn && `Printed ${longDate(status.today)} by ${status.signedIn.name}. `}
        {status?.sample && 'Sample county: every number is invented.'}
      </p>
    </main>
  )
} // prettier-ignore

function PaperTable({ table }: { table: ReportTable }) {
  const compared = isCompared(table)
  return (
    <section>
      <h2>{table.title}</h2>
      <table aria-label={table.title}>
        <thead>
          <tr>
            <th scope="col">{table.lineHeading}</th>
            {table.columns.map((column) => (
              <th key={column.key} scope="col">
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.lines.map((line) => (
            <PaperLine key={line.key} table={table} line={line} compared={compared} />
          ))}
        </tbody>
        {table.total && (
          <tfoot>
            <PaperLine table={table} line={table.total} compared={compared} />
          </tfoot>
        )}
      </table>
      {table.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </section>
  )
}

interface LineProps {
  readonly table: ReportTable
  readonly line: ReportLine
  readonly compared: boolean
}

function PaperLine({ table, line, compared }: LineProps) {
  return (
    <tr>
      <th scope="row">{line.name}</th>
      {table.columns.map(({ key, unit }, at) => {
        const cell = line.cells[at]
        if (!cell) return <td key={key}>–</td>
        const rests = restsOn(unit, cell)
        return (
          <td key={key}>
            {cellText(unit, cell)}
            {rests !== null && <span>{rests}</span>}
            {compared && !cell.hidden && <span>{`was ${numberText(unit, cell.before)}`}</span>}
          </td>
        )
      })}
    </tr>
  )
} // prettier-ignore
