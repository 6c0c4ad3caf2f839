import '@mantine/charts/styles.layer.css'
import { BarChart, LineChart } from '@mantine/charts'
import { useId } from 'react'
import type { Report, ReportColumn, ReportTable } from '../../../shared/reports/report.ts'
import { numberText } from './cell-text.ts'
import classes from './reports.module.css'

/** Four looks that differ by pattern as well as by colour; dashes do the same for lines. */
const looks = [
  { color: 'var(--g-accent)', dash: '0', pattern: null },
  { color: 'var(--g-warn)', dash: '7 4', pattern: 'M0,6 L6,0' },
  { color: 'var(--g-control)', dash: '2 3', pattern: 'M0,3 L6,3' },
  { color: 'var(--g-good)', dash: '9 3 2 3', pattern: 'M3,0 L3,6' },
] as const

/** The picture of a report. The table below says the same in numbers, so the picture has only its name. */
export function ReportChartView({ report, paper = false }: { report: Report; paper?: boolean }) {
  const { chart } = report
  const table = report.tables.find((one) => one.key === chart?.table)
  const columns = table?.columns.filter((one) => chart?.columns.includes(one.key)).slice(0, looks.length) ?? []
  if (!chart || !table || columns.length === 0 || table.lines.length < 2) return null
  return (
    <figure className={classes.chart}>
      <Legend columns={columns} lines={chart.kind === 'lines'} />
      <div role="img" aria-label={`${table.title}: ${columns.map((one) => one.name).join(', ')}`}>
        {chart.kind === 'lines' ? (
          <Lines chart={chart} table={table} columns={columns} paper={paper} />
        ) : (
          <Bars chart={chart} table={table} columns={columns} paper={paper} />
        )}
      </div>
      {chart.breaks.map(({ before, reason }) => (
        <figcaption key={before} className={classes.note}>
          Counted otherwise from {table.lines.find((line) => line.key === before)?.name ?? before} on:{' '}
          {reason}
        </figcaption>
      ))}
    </figure>
  )
} // prettier-ignore

/** What each look stands for: a piece of the pattern or of the dashed line, and its name. */
function Legend({ columns, lines }: { columns: readonly ReportColumn[]; lines: boolean }) {
  const id = useId().replaceAll(/[^a-zA-Z0-9]/g, '')
  return (
    <ul className={classes.legend}>
      <Patterns id={id} />
      {columns.map((column, at) => (
        <li key={column.key}>
          <svg width="26" height="12" aria-hidden>
            {lines ? (
              <line x1="0" y1="6" x2="26" y2="6" strokeWidth="2" stroke={looks[at]?.color} strokeDasharray={looks[at]?.dash} />
            ) : (
              <rect width="26" height="12" fill={`url(#${id}-${at})`} />
            )}
          </svg>
          {column.name}
        </li>
      ))}
    </ul>
  )
} // prettier-ignore

interface ChartProps {
  readonly chart: NonNullable<Report['chart']>
  readonly table: ReportTable
  readonly columns: readonly ReportColumn[]
  readonly paper: boolean
}

const shorten = (name: string) => (name.length > 28 ? `${name.slice(0, 27)}…` : name)

/** A hidden or unknown number is a gap, and never 0. */
const dataOf = ({ table, columns }: ChartProps) =>
  table.lines.map((line) => ({
    line: shorten(line.name),
    ...Object.fromEntries(
      columns.map((column) => [column.key, line.cells[table.columns.indexOf(column)]?.value ?? null]),
    ),
  }))

const seriesOf = (columns: readonly ReportColumn[]) =>
  columns.map((column, at) => ({
    name: column.key,
    label: column.name,
    color: looks[at]?.color ?? looks[0].color,
    strokeDasharray: looks[at]?.dash ?? '0',
  }))

const format = (columns: readonly ReportColumn[]) => (value: number) =>
  numberText(columns[0]?.unit ?? 'count', value)

/** A line down the picture where the counting changed. */
const breakLines = ({ chart, table }: ChartProps) =>
  chart.breaks.flatMap(({ before }) => {
    const line = table.lines.find((one) => one.key === before)
    return line ? [{ x: shorten(line.name), color: 'var(--g-danger)', label: 'Counted otherwise' }] : []
  })

function Lines(props: ChartProps) {
  return (
    <LineChart
      h={240}
      {...(props.paper && { w: 680 })}
      data={dataOf(props)}
      dataKey="line"
      series={seriesOf(props.columns)}
      curveType="linear"
      connectNulls={false}
      referenceLines={breakLines(props)}
      valueFormatter={format(props.columns)}
      yAxisProps={{ width: 56, domain: [0, 'auto'] }}
      lineProps={{ isAnimationActive: false }}
    />
  )
}

function Bars(props: ChartProps) {
  const { chart, table, columns, paper } = props
  const id = useId().replaceAll(/[^a-zA-Z0-9]/g, '')
  // Names that are no dates are long, and are read beside their bar.
  const lying = !/^\d{4}/.test(table.lines[0]?.key ?? '') || table.lines[0]?.key.length === 36
  const height = lying ? Math.min(640, 70 + table.lines.length * (chart.kind === 'stacked' ? 26 : 14 + 12 * columns.length)) : 240 // prettier-ignore
  return (
    <>
      <Patterns id={id} />
      <BarChart
        h={height}
        {...(paper && { w: 680 })}
        data={dataOf(props)}
        dataKey="line"
        type={chart.kind === 'stacked' ? 'stacked' : 'default'}
        orientation={lying ? 'vertical' : 'horizontal'}
        series={seriesOf(columns)}
        referenceLines={lying ? [] : breakLines(props)}
        valueFormatter={format(columns)}
        yAxisProps={{ width: lying ? 190 : 56, ...(lying && { interval: 0 }) }}
        gridAxis={lying ? 'x' : 'y'}
        barProps={(series) => {
          const at = columns.findIndex((one) => one.key === series.name)
          return { isAnimationActive: false, fill: `url(#${id}-${at})` }
        }}
      />
    </>
  )
}

function Patterns({ id }: { id: string }) {
  return (
    <svg width="0" height="0" aria-hidden className={classes.patterns}>
      <defs>
        {looks.map(({ color, pattern }, at) => (
          <pattern key={color} id={`${id}-${at}`} width="6" height="6" patternUnits="userSpaceOnUse">
            <rect width="6" height="6" fill={color} />
            {pattern !== null && <path d={pattern} stroke="var(--g-surface)" strokeWidth="1.6" />}
          </pattern>
        ))}
      </defs>
    </svg>
  )
}
