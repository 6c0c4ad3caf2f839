import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hiddenCells, published } from '../../../shared/reports/suppression.rules.ts'
import type { Report } from '../../../shared/reports/report.ts'
import { attack, nameOf } from '../../support/attacker.ts'
import { madeOf, reportOf, type Comer } from '../../support/made-reports.ts'

const comer = fc.record({
  programme: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
  buildings: fc.uniqueArray(fc.constantFrom('u', 'v', 'w', 'x'), { minLength: 1, maxLength: 2 }),
  times: fc.integer({ min: 1, max: 3 }),
  change: fc.constantFrom<Comer['change']>('better', 'better', 'better', 'same', 'worse', null),
})
const county = fc
  .array(comer, { maxLength: 40 })
  .map((all) => all.map((one, at) => ({ ...one, id: `p${at}` })))
const leave = (report: Report, threshold: number) =>
  published(report, hiddenCells({ report, beside: null, threshold }), threshold)

/** Each hidden count of people with what it is in truth and what the attacker makes of it. */
function* robbed(truth: Report, left: Report) {
  const ranges = attack(left)
  for (const [at, table] of left.tables.entries())
    for (const [row, line] of [...table.lines, ...(table.total ? [table.total] : [])].entries())
      for (const [place, column] of table.columns.entries()) {
        const was = [...(truth.tables[at]?.lines ?? []), truth.tables[at]?.total][row]?.cells[place]?.value ?? 0
        if (column.unit === 'count' && line.cells[place]?.hidden)
          yield { was, people: column.people, ...(ranges.get(nameOf(table, line === table.total ? null : line.key, column, 'value')) ?? { least: 1, most: Infinity }) }
      }
} // prettier-ignore

test('nobody can work out a small number of people by adding and subtracting everything that was published', () => {
  fc.assert(
    fc.property(county, fc.constantFrom(3, 5, 8), (comers, threshold) => {
      const truth = reportOf(madeOf(comers))
      const left = leave(truth, threshold)
      for (const { was, people, least, most } of robbed(truth, left)) {
        expect(least).toBeLessThanOrEqual(was)
        expect(most).toBeGreaterThanOrEqual(was)
        if (was >= threshold || (!people && most > least)) continue
        expect(most - least).toBeGreaterThanOrEqual(1)
        // Even to somebody who takes it to be a small one, two small numbers are possible, or nothing near it is said.
        if (Math.min(most, threshold - 1) - Math.max(least, 1) < 1) expect(most).toBe(Infinity)
      }
    }),
    { numRuns: 40 },
  )
})

test('the attacker is a real one: with the small numbers alone hidden, they get many of them', () => {
  const comers: Comer[] = ['A', 'A', 'A', ...Array.from({ length: 9 }, () => 'B')].map((programme, at) => ({ id: `${at}`, programme, buildings: ['u'], times: 1, change: null })) // prettier-ignore
  const truth = reportOf(madeOf(comers))
  const left: Report = {
    ...truth,
    tables: truth.tables.map((table) => ({
      ...table,
      lines: table.lines.map((line) => ({
        ...line,
        cells: line.cells.map((cell) =>
          cell.value === 3 ? { value: null, part: null, whole: null, hidden: true } : cell,
        ),
      })),
    })),
  }
  expect([...robbed(truth, left)].filter(({ was, least, most }) => least === was && most === was)).not.toEqual([]) // prettier-ignore
})
