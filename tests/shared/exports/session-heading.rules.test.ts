import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSessionHeading, writeSessionHeading } from '../../../shared/exports/session-heading.rules.ts'

/** The same heading for another session. */
function rewritten(heading: string, number: number, date: string | null): string | null {
  const read = readSessionHeading(heading)
  return read === null ? null : writeSessionHeading(read, number, date)
}

test.each([
  ['Wk1 15/9', 1, '2026-09-15'],
  ['Wk2 22.9', 2, '2026-09-22'],
  ['Wk 3 (29th Sept)', 3, '2026-09-29'],
  ['wk4 06-Oct-26', 4, '2026-10-06'],
  ['Wk10', 10, '2026-12-01'],
  ['15/09/2026', 1, '2026-09-15'],
  ['SESSION 2 - 1ST OCT', 2, '2026-10-01'],
  ['S7', 7, '2026-12-01'],
] as const)('%s is written again as it was', (heading, number, date) => {
  if (heading === 'SESSION 2 - 1ST OCT') expect(rewritten(heading, number, date)).toBe('SESSION 2 - 1st OCT')
  else expect(rewritten(heading, number, date)).toBe(heading)
})

test.each([
  ['Wk1 15/9', 5, '2026-10-20', 'Wk5 20/10'],
  ['Wk 3 (29th Sept)', 4, '2026-10-02', 'Wk 4 (2nd Oct)'],
  ['Wk 3 (29th Sept)', 4, '2026-06-11', 'Wk 4 (11th June)'],
  ['wk4 06-Oct-26', 5, '2027-01-05', 'wk5 05-Jan-27'],
  ['Wk5', 11, '2026-11-24', 'Wk11'],
] as const)('%s for session %i on %s is %s', (heading, number, date, wanted) => {
  expect(rewritten(heading, number, date)).toBe(wanted)
})

test('a column that is left over keeps its number and loses its day, brackets and all', () => {
  expect(rewritten('Wk 3 (29th Sept)', 3, null)).toBe('Wk 3')
  expect(rewritten('wk4 06-Oct-26', 4, null)).toBe('wk4')
})

test.each(['HALF TERM', 'Total', '%', 'Comments', 'DOB', 'Yr', 'Photo Y/N', 'Contact no.', 'Mosaic ID', ''])(
  '“%s” is no session',
  (heading) => expect(readSessionHeading(heading)).toBeNull(),
)

test('whatever day it is, a heading in figures says it back', () => {
  const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 40 }), (when, number) => {
      const date = when.toISOString().slice(0, 10)
      const heading = rewritten('Wk1 15/9/2026', number, date) ?? ''
      const [, n, d, m, y] = /^Wk(\d+) (\d+)\/(\d+)\/(\d{4})$/.exec(heading) ?? []
      expect([Number(n), Number(y), Number(m), Number(d)]).toEqual([number, ...date.split('-').map(Number)])
    }),
  )
})
