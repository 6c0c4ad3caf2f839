import { sorted, type Sort, type SortValue } from '../../sort.rules.ts'
import { date, number, text, time, type Cell } from '../sheet.ts'

/** A column of a list: what it is called, what kind of thing is in it, and how it is read from a row. */
export interface ListColumn<Row> {
  readonly heading: string
  /** In characters. */
  readonly width: number
  readonly kind: 'text' | 'number' | 'date' | 'time'
  readonly cell: (row: Row) => Cell
}

type Read<Row, Value> = (row: Row) => Value | null

export const textColumn = <Row>(heading: string, width: number, read: Read<Row, string>): ListColumn<Row> => ({ heading, width, kind: 'text', cell: (row) => text(read(row)) }) // prettier-ignore
export const numberColumn = <Row>(heading: string, width: number, read: Read<Row, number>): ListColumn<Row> => ({ heading, width, kind: 'number', cell: (row) => number(read(row)) }) // prettier-ignore
/** Of a local date or date-time. */
export const dateColumn = <Row>(heading: string, read: Read<Row, string>): ListColumn<Row> => ({ heading, width: 12, kind: 'date', cell: (row) => date(read(row)?.slice(0, 10) ?? null) }) // prettier-ignore
/** Of a wall time or a local date-time. */
export const timeColumn = <Row>(heading: string, read: Read<Row, string>): ListColumn<Row> => ({ heading, width: 9, kind: 'time', cell: (row) => time(read(row)?.slice(-5) ?? null) }) // prettier-ignore

export const yesNoOf = (value: boolean | null): string | null =>
  value === null ? null : value ? 'Yes' : 'No'

/** One list of the program, as any file of it has it. Pure: the rows come as the screen gets them. */
export interface List<Row> {
  readonly title: string
  readonly classification: string
  readonly columns: readonly ListColumn<Row>[]
  /** How the screen orders it, by the keys of its headings. */
  readonly sorts: Readonly<Record<string, (row: Row) => SortValue>>
}

/** A list that has been read: what a file of it says, before any library turns it into one. */
export interface Table {
  readonly title: string
  readonly classification: string
  readonly columns: readonly { readonly heading: string; readonly width: number; readonly kind: string }[]
  readonly rows: readonly (readonly Cell[])[]
  /** What was asked for, in words: what and which. */
  readonly said: readonly (readonly [name: string, words: string])[]
}

/** The rows of a list in the order of the screen. An order that the list does not know is no order. */
export function toTable<Row>(
  list: List<Row>,
  rows: readonly Row[],
  sort: Sort | null,
  said: Table['said'],
): Table {
  const sortBy = sort === null ? undefined : list.sorts[sort.key]
  const inOrder = sorted(rows, sort, sortBy)
  return {
    title: list.title,
    classification: list.classification,
    columns: list.columns,
    rows: inOrder.map((row) => list.columns.map((column) => column.cell(row))),
    said,
  }
}
