import { longDate } from '../time/format.ts'
import type { Made } from './list-workbook.ts'
import type { PersonRecord, RecordSection } from './record.contract.ts'
import { recordAskerLabels, WITHHELD } from './record.rules.ts'
import { column, date, moment, number, text, type Cell, type Sheet, type Workbook } from './sheet.ts'

/** A person's record as a workbook: what is in it and what is left out first, then a sheet for each part. */
export function recordWorkbook(record: PersonRecord, made: Made, classification: string): Workbook {
  return {
    sheets: [aboutRecord(record, made, classification), ...record.sections.map(sheetOf)],
    header: `A person’s record${made.sample ? ' (sample county: invented)' : ''}`,
    classification,
    madeBy: made.madeBy,
    madeAt: made.madeAt,
  }
}

/** Excel takes 31 letters in the name of a sheet. */
const sheetOf = ({ title, columns, rows }: RecordSection): Sheet => ({
  name: title.slice(0, 31),
  columns: columns.map(({ heading, kind }) => column(heading, kind === 'text' ? 34 : 16)),
  rows: rows.map((row) => row.map((value, at) => cellOf(columns[at]?.kind ?? 'text', value))),
  frozenColumns: 0,
})

function cellOf(kind: RecordSection['columns'][number]['kind'], value: string | number | null): Cell {
  if (value === null) return null
  if (typeof value === 'number') return number(value)
  return kind === 'date' ? date(value) : kind === 'moment' ? moment(value) : text(value)
}

const aboutRecord = (record: PersonRecord, made: Made, classification: string): Sheet => ({
  name: 'About',
  columns: [column('What', 34), column('Says', 90)],
  frozenColumns: 0,
  rows: [
    [text('Marking'), text(classification)],
    [text('Service'), text(made.serviceName)],
    [text('County'), text(made.sample ? 'Sample county: every person, place and number in it is invented.' : 'Live')],
    [text('Record of'), text(record.name)],
    [text('As it stood on'), text(longDate(record.on))],
    [text('Asked for by'), text(recordAskerLabels[record.askedBy])],
    ...record.sections.map(({ title, rows }): Cell[] => [text(`Rows: ${title}`), number(rows.length)]),
    ...record.leftOut.map(({ title, reason }): Cell[] => [text(`Left out: ${title}`), text(reason)]),
    [text('Withheld'), text(WITHHELD)],
    [text('Made by'), text(made.madeBy)],
    [text('Made at'), moment(made.madeAtLocal)],
    [text('Program version'), text(`Gather ${made.programVersion}`)],
  ], // prettier-ignore
})
