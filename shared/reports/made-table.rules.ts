import { cellOf, type Behind, type MadeCell, type MadeLine, type MadeTable } from './making.ts'
import type { ReportColumn } from './report.ts'
import { inOrder, type SplitLine } from './splits.rules.ts'

/** A column of figures with how the rows behind one of them are had from the rows of its line. */
export interface FigureOf<R> extends ReportColumn {
  readonly of: (rows: readonly R[]) => readonly Behind[]
  /** How the figure is made of the rows behind it, where that is not by its unit alone. */
  readonly make?: (behind: readonly Behind[]) => MadeCell
}

interface Table<R> {
  readonly key: string
  readonly title: string
  readonly lineHeading: string
  readonly figures: readonly FigureOf<R>[]
  readonly rows: readonly R[]
  readonly lineOf: (row: R) => SplitLine
  /** Lines that stand there though nothing is on them. */
  readonly always?: readonly SplitLine[]
  readonly notes?: readonly string[]
}

/** What of a figure stands over its column. */
export const columnOf = <R>({ of: _of, make: _make, ...column }: FigureOf<R>): ReportColumn => column

/** The key of the line of all lines together. */
export const TOTAL = 'total'

/** Puts rows on their lines and makes each figure from the rows of its line; the total is made from all rows anew. */
export function tableOf<R>(table: Table<R>): MadeTable {
  const lines = new Map<string, { readonly line: SplitLine; readonly rows: R[] }>()
  for (const line of table.always ?? []) lines.set(line.key, { line, rows: [] })
  for (const row of table.rows) {
    const line = table.lineOf(row)
    const there = lines.get(line.key)
    if (there) there.rows.push(row)
    else lines.set(line.key, { line, rows: [row] })
  }
  const sorted = [...lines.values()].toSorted((a, b) => inOrder(a.line, b.line))
  const { key, title, lineHeading, figures, rows, notes = [] } = table
  return {
    key,
    title,
    lineHeading,
    columns: figures.map(columnOf),
    lines: sorted.map(({ line, rows: own }) => lineWith(figures, line, own)),
    total: sorted.length > 1 ? lineWith(figures, { key: TOTAL, name: 'Total' }, rows) : null,
    notes,
  }
}

/** One line of figures. */
export const lineWith = <R>(
  figures: readonly FigureOf<R>[],
  { key, name }: Pick<SplitLine, 'key' | 'name'>,
  rows: readonly R[],
): MadeLine => ({
  key,
  name,
  cells: figures.map(({ unit, of, make }) => (make ? make(of(rows)) : cellOf(unit, of(rows)))),
})

/** The first row of each different person, or whatever `idOf` tells apart; those without are left out. */
export function different<R>(rows: readonly R[], idOf: (row: R) => string | null): R[] {
  const seen = new Map<string, R>()
  for (const row of rows) {
    const id = idOf(row)
    if (id !== null && !seen.has(id)) seen.set(id, row)
  }
  return [...seen.values()]
}

/**
 * Works something out of the rows of a line once for all the figures of the line. Rows are never changed, so what is
 * known of them holds for as long as they are there.
 */
export function sharedBy<R, T>(work: (rows: readonly R[]) => T): (rows: readonly R[]) => T {
  const known = new WeakMap<readonly R[], { readonly answer: T }>()
  return (rows) => {
    let there = known.get(rows)
    if (!there) known.set(rows, (there = { answer: work(rows) }))
    return there.answer
  }
}
