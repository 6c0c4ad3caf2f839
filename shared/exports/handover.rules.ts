import { fold } from '../text.ts'
import type { HandoverColumn, HandoverContent, HandoverKind } from './handover.contract.ts'
import { handoverFields, type HandoverField } from './handover.fields.ts'
import type { Table } from './lists/list.ts'
import { number, text, type Cell } from './sheet.ts'

/** What a row says of itself, by field. Dates and times are local; yes and no are true and false. */
export interface HandoverRow {
  readonly values: Readonly<Partial<Record<HandoverField, string | number | boolean | null>>>
  /** The references of other systems, by the system's folded name. */
  readonly references: ReadonlyMap<string, string>
}

const plain = (heading: string, field: HandoverField): HandoverColumn => ({ heading, field, words: null, theirs: [] }) // prettier-ignore

/**
 * What a county starts from. It is nobody's published format: neither system's is open, and what the council agreed
 * with those who run them is put in its place.
 */
export const usualLayouts: Readonly<Record<HandoverKind, { name: string; content: HandoverContent }>> = {
  synergy: {
    name: 'Attendance for Synergy, to be agreed',
    content: {
      rows: 'attendance',
      dates: 'dd/mm/yyyy',
      columns: [
        plain('Mosaic ID', 'mosaic-id'),
        plain('Surname', 'last-name'),
        plain('Forename', 'first-name'),
        plain('Date of birth', 'date-of-birth'),
        plain('Programme', 'programme'),
        plain('Group', 'group'),
        plain('Building', 'building'),
        plain('Session date', 'session-date'),
        plain('Attended', 'attended'),
        plain('Mark', 'mark'),
      ],
    },
  },
  mosaic: {
    name: 'Summary for Mosaic, to be agreed',
    content: {
      rows: 'enrolment',
      dates: 'dd/mm/yyyy',
      columns: [
        plain('Mosaic ID', 'mosaic-id'),
        plain('Surname', 'last-name'),
        plain('Forename', 'first-name'),
        plain('Date of birth', 'date-of-birth'),
        plain('Programme', 'programme'),
        plain('Group', 'group'),
        plain('Enrolled on', 'enrolled-on'),
        plain('Status', 'status'),
        plain('Sessions expected', 'expected'),
        plain('Sessions attended', 'sessions-attended'),
        plain('Completed', 'completed'),
      ],
    },
  },
}

/** A date as the other system wants it; the csv says it so, because a native date has no layout of its own there. */
const dateIn = (layout: HandoverContent['dates'], date: string): string =>
  layout === 'yyyy-mm-dd' ? date : `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`

/** One cell: what the row says of the column's field, in their words. */
export function handoverCell(column: HandoverColumn, { values, references }: HandoverRow, dates: HandoverContent['dates']): Cell {
  if (column.field === 'fixed') return text(column.words)
  if (column.field === 'reference') return text(references.get(fold(column.words ?? '')) ?? null)
  const value = values[column.field] ?? null
  if (value === null) return null
  const { kind } = handoverFields[column.field]
  if (typeof value === 'number') return number(value)
  const said = typeof value === 'boolean' ? (value ? 'Yes' : 'No') : kind === 'date' ? dateIn(dates, value) : value
  return text(column.theirs.find((one) => fold(one.ours) === fold(said))?.theirs ?? said)
} // prettier-ignore

/** The whole file as a table: headings as the layout has them, in its order. */
export function handoverTable(
  { name, content, classification, said }: { name: string; content: HandoverContent; classification: string; said: Table['said'] },
  rows: readonly HandoverRow[],
): Table {
  return {
    title: name,
    classification,
    columns: content.columns.map(({ heading }) => ({ heading, width: 18, kind: 'text' })),
    rows: rows.map((row) => content.columns.map((column) => handoverCell(column, row, content.dates))),
    said,
  }
} // prettier-ignore
