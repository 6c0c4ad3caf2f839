import { CLASSIFICATION } from '../classification.ts'
import type { Report, ReportCell, ReportColumn, ReportLine, ReportTable } from '../reports/report.ts'
import { HIDDEN, hiddenNote } from '../reports/suppression.rules.ts'
import type { Made } from './list-workbook.ts'
import type { Table } from './lists/list.ts'
import { column, moment, number, percent, text, type Cell, type Column, type Sheet, type Workbook } from './sheet.ts' // prettier-ignore

/** A report as it leaves, and who makes a file of it. */
export interface ReportFile {
  /** Published: nothing hidden is in it any more. */
  readonly report: Report
  readonly threshold: number
  readonly made: Made
}

/** One column of a file for each number of a cell: the figure, what it was made of, and what stands beside it. */
interface Part {
  readonly heading: string
  readonly unit: ReportColumn['unit']
  readonly of: 'value' | 'part' | 'whole' | 'before'
}

function partsOf({ name, unit }: ReportColumn, compared: boolean): Part[] {
  const parts: Part[] = [{ heading: name, unit, of: 'value' }]
  if (unit === 'percent') parts.push({ heading: `${name}: number`, unit: 'count', of: 'part' })
  if (unit === 'percent' || unit === 'days')
    parts.push({ heading: `${name}: of`, unit: 'count', of: 'whole' })
  return compared ? [...parts, { heading: `${name}, beside`, unit, of: 'before' }] : parts
}

const isCompared = (table: ReportTable) =>
  [...table.lines, ...(table.total ? [table.total] : [])].some((line) =>
    line.cells.some((cell) => cell.before !== undefined),
  )

function cellOf(cell: ReportCell | undefined, { unit, of }: Part): Cell {
  if (!cell) return null
  if (cell.hidden) return text(HIDDEN)
  const value = cell[of] ?? null
  return unit === 'percent' ? percent(value) : number(value)
}

const rowOf = ({ columns }: ReportTable, line: ReportLine, compared: boolean): Cell[] => [
  text(line.name),
  ...columns.flatMap((one, at) => partsOf(one, compared).map((part) => cellOf(line.cells[at], part))),
]

/** Excel takes 31 letters, and none of these. */
const nameOfSheet = (title: string, at: number, all: readonly ReportTable[]) => {
  const short = title.replaceAll(/[\\/?*[\]:]/g, ' ').replaceAll(/\s+/g, ' ').trim().slice(0, 27) // prettier-ignore
  const twice = all.some((other, place) => place !== at && other.title.slice(0, 27) === title.slice(0, 27))
  return twice ? `${short} ${at + 1}` : short
}

function tableSheet(table: ReportTable, at: number, all: readonly ReportTable[]): Sheet {
  const compared = isCompared(table)
  const columns: Column[] = [
    column(table.lineHeading, 38),
    ...table.columns.flatMap((one) => partsOf(one, compared).map(({ heading }) => column(heading, 15))),
  ]
  return {
    name: nameOfSheet(table.title, at, all),
    columns,
    rows: table.lines.map((line) => rowOf(table, line, compared)),
    ...(table.total && { totals: [rowOf(table, table.total, compared)] }),
    frozenColumns: 1,
  }
}

/** The report as a workbook: a sheet for each table, and About with what was asked and what each number means. */
export function reportWorkbook(file: ReportFile): Workbook {
  const { report, made } = file
  const sheets = report.tables.map(tableSheet)
  return {
    sheets: [...sheets, aboutReport(file, sheets)],
    header: `${report.title}${made.sample ? ' (sample county: invented)' : ''}`,
    classification: CLASSIFICATION,
    madeBy: made.madeBy,
    madeAt: made.madeAt,
  }
}

const aboutReport = ({ report, threshold, made }: ReportFile, sheets: readonly Sheet[]): Sheet => ({
  name: 'About',
  columns: [column('What', 38), column('Says', 110)],
  frozenColumns: 0,
  rows: [
    [text('Marking'), text(CLASSIFICATION)],
    [text('Service'), text(made.serviceName)],
    [text('County'), text(made.sample ? 'Sample county: every person, place and number in it is invented.' : 'Live')],
    [text('Report'), text(report.title)],
    [text('Finding'), text(report.finding)],
    ...report.said.map(([name, words]): Cell[] => [text(name), text(words)]),
    [text('Small numbers'), text(hiddenNote(threshold))],
    ...sheets.map((sheet): Cell[] => [text(`Rows in ${sheet.name}`), number(sheet.rows.length)]),
    [text('Definitions version'), number(report.definitionsVersion)],
    ...breakRows(report),
    [text('Made by'), text(made.madeBy)],
    [text('Made at'), moment(made.madeAtLocal)],
    [text('Program version'), text(`Gather ${made.programVersion}`)],
    ...report.tables.flatMap((table) => table.notes.map((note): Cell[] => [text(`Note: ${table.title}`), text(note)])),
    ...definitionRows(report),
  ], // prettier-ignore
})

const breakRows = ({ chart, tables }: Report): Cell[][] =>
  (chart?.breaks ?? []).map(({ before, reason }) => {
    const line = tables.find((table) => table.key === chart?.table)?.lines.find((one) => one.key === before)
    return [text(`Counted otherwise from ${line?.name ?? before}`), text(reason)]
  })

/** Each definition once, however many tables have the column. */
const definitionRows = ({ tables }: Report): Cell[][] => {
  const seen = new Map(tables.flatMap((table) => table.columns.map((one) => [`${one.name} ${one.definition}`, one] as const))) // prettier-ignore
  return [...seen.values()].map((one) => [text(`Figure: ${one.name}`), text(one.definition)])
}

/** The report as one list, for a file of text: a row for each figure of each line of each table. */
export function reportList({ report, threshold, made }: ReportFile): Table {
  const columns = [['Table', 'text'], ['Line', 'text'], ['Figure', 'text'], ['Unit', 'text'], ['Value', 'number'], ['Number', 'number'], ['Of', 'number'], ['Beside', 'number']] as const // prettier-ignore
  return {
    title: report.title,
    classification: CLASSIFICATION,
    columns: columns.map(([heading, kind]) => ({ heading, kind, width: 20 })),
    rows: report.tables.flatMap((table) =>
      [...table.lines, ...(table.total ? [table.total] : [])].flatMap((line) =>
        table.columns.map((one, at) => [
          ...[table.title, line.name, one.name, one.unit].map(text),
          ...(['value', 'part', 'whole', 'before'] as const).map((of) => cellOf(line.cells[at], { heading: '', unit: 'count', of })), // prettier-ignore
        ]),
      ),
    ),
    said: [
      ['Service', made.serviceName],
      ...(made.sample ? [['County', 'Sample county: every number in it is invented.'] as const] : []),
      ...report.said,
      ['Finding', report.finding],
      ['Small numbers', hiddenNote(threshold)],
      ['Definitions version', String(report.definitionsVersion)],
      ...report.tables.flatMap((table) => table.notes.map((note) => [`Note: ${table.title}`, note] as const)),
      ...report.tables.flatMap((table) => table.columns.map((one) => [`${table.title}: ${one.name}`, one.definition] as const)), // prettier-ignore
    ],
  }
}
