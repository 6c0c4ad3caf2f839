import { cellOf, type Behind, type MadeReport, type MadeTable } from '../../shared/reports/making.ts'
import { plainTable } from '../../shared/reports/compare.rules.ts'
import type { Report, ReportColumn } from '../../shared/reports/report.ts'

/** Somebody of an invented county: what they came to and how it went; somebody may come to two places. */
export interface Comer {
  readonly id: string
  readonly programme: string
  readonly buildings: readonly string[]
  readonly times: number
  readonly change: 'better' | 'same' | 'worse' | null
}

const column = (key: string, change: Partial<ReportColumn> = {}): ReportColumn => ({
  key,
  name: key,
  unit: 'count',
  definition: key,
  adds: true,
  people: true,
  ...change,
})

const people = (some: readonly Comer[]): Behind[] => some.map((one) => ({ personId: one.id }))
const changed = (some: readonly Comer[], change: Comer['change']) => people(some.filter((one) => one.change === change)) // prettier-ignore

function table(key: string, comers: readonly Comer[], of: (one: Comer) => readonly string[], adds: boolean): MadeTable {
  const cells = (some: readonly Comer[]) => {
    const matched = some.filter((one) => one.change !== null)
    return [
      cellOf('count', people(some)),
      cellOf('count', people(matched)),
      cellOf('count', changed(some, 'better')),
      cellOf('count', changed(some, 'same')),
      cellOf('count', changed(some, 'worse')),
      cellOf('percent', matched.map((one) => ({ personId: one.id, counts: one.change === 'better' }))),
      cellOf('count', some.flatMap((one) => Array.from({ length: one.times }, () => ({ personId: one.id })))),
    ]
  }
  const keys = [...new Set(comers.flatMap(of))].toSorted()
  return {
    key,
    title: key,
    lineHeading: key,
    columns: [
      column('people', { adds }),
      column('matched', { adds, sumOf: ['better', 'same', 'worse'] }),
      column('better', { adds }),
      column('same', { adds }),
      column('worse', { adds }),
      column('share', { unit: 'percent', adds: false, definition: 'better of matched' }),
      // Of who came to two places, the attendances are at both: so only where people add up do these.
      column('attendances', { adds, people: false }),
    ],
    lines: keys.map((line) => ({ key: line, name: line, cells: cells(comers.filter((one) => of(one).includes(line))) })),
    total: { key: 'total', name: 'Total', cells: cells(comers) },
    notes: [],
  }
} // prettier-ignore

/** The report of invented people by programme, where lines add up, and by building, where they do not; totals are the same. */
export const madeOf = (comers: readonly Comer[]): MadeReport => ({
  finding: `${comers.filter((one) => one.change === 'better').length} of ${comers.filter((one) => one.change !== null).length} people changed for the better.`,
  chart: { kind: 'bars', table: 'programme', columns: ['people'], breaks: [] },
  tables: [
    table('programme', comers, (one) => [one.programme], true),
    table('building', comers, (one) => one.buildings, false),
  ],
})

/** The same as the screen has it. */
export const reportOf = (made: MadeReport): Report => ({
  key: 'reach',
  title: 'Who did we reach?',
  finding: made.finding,
  said: [],
  definitionsVersion: 1,
  chart: made.chart,
  tables: made.tables.map(plainTable),
})
