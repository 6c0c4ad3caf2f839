/**
 * A worksheet as data, before any library turns it into a file. A cell of text is text whatever it begins with: no
 * kind of cell is a formula, so nothing that a person typed can ever be run.
 */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  /** 0 to 100, as the screen says it. */
  | { readonly kind: 'percent'; readonly value: number }
  /** A local date, `2026-10-27`. */
  | { readonly kind: 'date'; readonly date: string }
  /** A wall time, `09:30`. */
  | { readonly kind: 'time'; readonly time: string }
  /** A local date and time, `2026-10-27T10:42`. */
  | { readonly kind: 'moment'; readonly at: string }
  | null

export interface Column {
  readonly heading: Cell
  /** In characters. */
  readonly width: number
  readonly centred?: true
}

export interface Sheet {
  readonly name: string
  /** Stand above the headings, for the reader of a printed sheet. */
  readonly title?: readonly string[]
  /** Rows of cells above the headings, as somebody else's layout has them; the headings follow at once. */
  readonly above?: readonly (readonly Cell[])[]
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
  /** Under the rows, set apart: totals. */
  readonly totals?: readonly (readonly Cell[])[]
  /** How many columns stay in view when scrolling right. */
  readonly frozenColumns: number
  /** Of a sheet that may come back changed. */
  readonly keys?: SheetKeys
}

/**
 * What each row and column of a sheet is, in a hidden column and a hidden row: they stay true when rows are sorted,
 * columns moved and others put between.
 */
export interface SheetKeys {
  /** Of the file and the sheet; stands where the hidden row and the hidden column cross. */
  readonly anchor: string
  /** One for each column; null for one that is made of others. */
  readonly columns: readonly (string | null)[]
  /** One for each row under the headings, totals left out. */
  readonly rows: readonly string[]
  /** Columns that are read back: told apart by the colour of their heading, and unlocked. */
  readonly editable: readonly string[]
  /** What may be typed there, offered as a list; other words are not refused, because the program says why itself. */
  readonly choices?: readonly string[]
}

export interface Workbook {
  readonly sheets: readonly Sheet[]
  /** Printed on every page: left, and its marking, right. */
  readonly header: string
  readonly classification: string
  readonly madeBy: string
  /** UTC instant. */
  readonly madeAt: string
}

export const text = (value: string | null): Cell => (value === null ? null : { kind: 'text', text: value })
export const number = (value: number | null): Cell => (value === null ? null : { kind: 'number', value })
export const percent = (value: number | null): Cell => (value === null ? null : { kind: 'percent', value })
export const date = (value: string | null): Cell => (value === null ? null : { kind: 'date', date: value })
export const time = (value: string | null): Cell => (value === null ? null : { kind: 'time', time: value })
export const moment = (value: string): Cell => ({ kind: 'moment', at: value })
export const yesNo = (value: boolean): Cell => text(value ? 'Yes' : 'No')
export const column = (heading: string, width: number): Column => ({ heading: text(heading), width })
