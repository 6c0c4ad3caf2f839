import type { Cell, Sheet, Workbook } from './sheet.ts'

/** A sheet too long to be held at once: its rows come in batches, each read when the one before it is written. */
export interface LongSheet extends Pick<Sheet, 'name' | 'columns' | 'frozenColumns'> {
  readonly batches: AsyncIterable<readonly (readonly Cell[])[]>
}

/** A workbook of long sheets. `about` is written last, when it is known how many rows there are. */
export interface LongWorkbook extends Omit<Workbook, 'sheets'> {
  readonly sheets: readonly LongSheet[]
  readonly about: (sheets: readonly { readonly name: string; readonly rows: number }[]) => Sheet
}
