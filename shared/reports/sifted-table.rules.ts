import type { CountyFacts, Sifted } from './county-facts.rules.ts'
import { TOTAL } from './made-table.rules.ts'
import { cellOf, type Behind, type MadeLine, type MadeTable } from './making.ts'
import type { ReportColumn } from './report.ts'

/** A column with how the rows behind one of its figures are had from the facts of a line. */
export interface FactFigure extends ReportColumn {
  readonly of: (facts: CountyFacts) => readonly Behind[]
}

interface Table {
  readonly key: string
  readonly title: string
  readonly lineHeading: string
  readonly figures: readonly FactFigure[]
  readonly sifted: Sifted
  readonly notes?: readonly string[]
}

/** A table whose every figure is made anew from the facts of its line, and that of the total from all of them. */
export function siftedTable({ key, title, lineHeading, figures, sifted, notes = [] }: Table): MadeTable {
  const lineOf = (name: { key: string; name: string }, facts: CountyFacts): MadeLine => ({
    key: name.key,
    name: name.name,
    cells: figures.map((figure) => cellOf(figure.unit, figure.of(facts))),
  })
  const lines = sifted.lines.map(([line, facts]) => lineOf(line, facts))
  return {
    key,
    title,
    lineHeading,
    columns: figures.map(({ of: _of, ...column }) => column),
    lines,
    total: lines.length > 1 ? lineOf({ key: TOTAL, name: 'Total' }, sifted.whole) : null,
    notes,
  }
}
