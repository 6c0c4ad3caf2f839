import fc from 'fast-check'
import { expect, test } from 'vitest'
import { library } from '../../../db/county/reference/measures.ts'
import { measureId } from '../../../shared/ids.ts'
import type { Measure } from '../../../shared/outcomes/outcomes.contract.ts'
import { reportAskedSchema } from '../../../shared/reports/asked.ts'
import { feedbackReport, type FeedbackOccasion } from '../../../shared/reports/feedback.rules.ts'
import type { MadeTable } from '../../../shared/reports/making.ts'
import type { Places } from '../../../shared/reports/splits.rules.ts'

const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
function measureOf(key: string, n: number, edition = 1): Measure {
  const found = library.find((one) => one.key === key)
  if (found === undefined) throw new Error(`${key} is not in the library`)
  const { key: _key, family: _family, ...fields } = found
  return { ...fields, id: measureId.parse(id(n)), edition, retired: false, version: 1 }
}
const overall = measureOf('overall-rating', 1)
const listening = measureOf('listening-questions', 2)

const places: Places = {
  groups: new Map([1, 2].map((n) => [`g${n}`, { name: `Group ${n}`, programmeId: `p${n}`, buildingId: `b${n}` }])),
  elsewhere: new Map(),
  programmes: new Map([1, 2].map((n) => [`p${n}`, `Programme ${n}`])),
  buildings: new Map([1, 2].map((n) => [`b${n}`, { name: `Building ${n}`, localityId: null }])),
  localities: new Map(),
  terms: [],
} // prettier-ignore
const asked = (more: object = {}) =>
  reportAskedSchema.parse({ report: 'feedback', from: '2026-01-01', to: '2026-12-31', ...more })

const forms = (item: number, ...counts: (readonly [value: number, people: number])[]) =>
  counts.map(([value, people]) => ({ item, value, people, personId: null }))
const occasion = (measure: Measure, more: Partial<FeedbackOccasion>): FeedbackOccasion => ({
  measure, groupId: 'g1', sessionId: null, on: '2026-03-02', entered: null, came: 0, answers: [], ...more,
}) // prettier-ignore

/** A figure by the names of its line and column. */
function figure(table: MadeTable | undefined, line: string, column: string) {
  const at = table?.columns.findIndex((one) => one.key === column) ?? -1
  return (line === 'total' ? table?.total : table?.lines.find((one) => one.name === line))?.cells[at]
}
const first = (occasions: readonly FeedbackOccasion[], more: object = {}) =>
  feedbackReport({ occasions, places }, asked(more))

test('excellent and good of 40 audited of 79 come to 95% (S000 ¶22)', () => {
  const made = first([occasion(overall, { entered: 79, answers: forms(0, [4, 29], [3, 9], [2, 2]) })])
  const table = made.tables[0]
  const of = (column: string) => figure(table, 'All', column)
  expect([of('asked'), of('answered')].map((cell) => cell?.value)).toEqual([79, 40])
  expect(of('rate')).toMatchObject({ value: 50.6, part: 40, whole: 79 })
  // 29 of 40 is printed as 73%, 9 of 40 as 22%: together 38 of 40.
  expect(of('share-4')).toMatchObject({ value: 72.5, part: 29, whole: 40 })
  expect(of('share-3')).toMatchObject({ value: 22.5, part: 9, whole: 40 })
  expect(of('or-better')).toMatchObject({ value: 95, part: 38, whole: 40 })
  expect(made.finding).toBe(
    'Overall rating: 95% said “Good or better” (38 of 40 who answered); 40 of 79 asked answered.',
  )
})

test('16, 16 and 14 of the 18 families who answered of 25 said yes to the listening questions (S000 ¶22)', () => {
  const answers = [[1, 16], [2, 16], [3, 14]].flatMap(([item = 0, yes = 0]) => forms(item, [2, yes], [0, 18 - yes])) // prettier-ignore
  const table = first([occasion(listening, { entered: 25, answers })]).tables[0]
  const cells = table?.lines.map((line) => figure(table, line.name, 'share-2'))
  expect(cells).toMatchObject([
    { value: 88.9, part: 16, whole: 18 },
    { value: 88.9, part: 16, whole: 18 },
    { value: 77.8, part: 14, whole: 18 },
  ])
  expect(table?.lines.map((line) => figure(table, line.name, 'rate')?.whole)).toEqual([25, 25, 25])
  // They are different questions, so no line adds them up.
  expect(table?.total).toBeNull()
})

test('everybody who came was asked, unless somebody said how many; nobody is asked less often than they answered', () => {
  const rate = (more: Partial<FeedbackOccasion>) => {
    const table = first([occasion(overall, { answers: forms(0, [4, 6]), ...more })]).tables[0]
    return figure(table, 'All', 'rate')
  }
  expect(rate({ came: 8 })).toMatchObject({ part: 6, whole: 8 })
  expect(rate({ came: 8, entered: 12 })).toMatchObject({ part: 6, whole: 12 })
  expect(rate({ came: 4 })).toMatchObject({ part: 6, whole: 6, value: 100 })
  expect(figure(first([occasion(overall, { entered: 5 })]).tables[0], 'All', 'share-4')?.value).toBeNull()
})

test('both days of the period are in it, the days beside it are not', () => {
  const made = first(
    ['2026-03-01', '2026-03-02', '2026-03-31', '2026-04-01'].map((on, n) =>
      occasion(overall, { on, answers: forms(0, [4, 10 ** n]) }),
    ),
    { from: '2026-03-02', to: '2026-03-31' },
  )
  expect(figure(made.tables[0], 'All', 'answered')?.value).toBe(110)
})

test('answers of two editions of a measure are never counted together', () => {
  const made = first([
    occasion(overall, { answers: forms(0, [4, 3]) }),
    occasion({ ...overall, edition: 2 }, { groupId: 'g2', answers: forms(0, [4, 5]) }),
  ])
  expect(made.tables.map((table) => table.title)).toEqual(['Overall rating', 'Overall rating (edition 2)'])
  expect(made.tables.map((table) => figure(table, 'All', 'answered')?.value)).toEqual([3, 5])
})

test('with lines asked for, each statement has a table of its own, and a filter lets in only its groups', () => {
  const occasions = ['g1', 'g2'].map((groupId) => occasion(listening, { groupId, answers: forms(1, [2, 4], [0, 1]) })) // prettier-ignore
  const by = first(occasions, { by: 'programme' })
  expect(by.tables.map((table) => table.title.split(': ')[0])).toEqual(Array(3).fill('Three listening questions')) // prettier-ignore
  expect(figure(by.tables[0], 'Programme 1', 'answered')?.value).toBe(5)
  expect(figure(by.tables[0], 'total', 'answered')?.value).toBe(10)
  expect(first([occasion(overall, { on: '2025-12-31' })]).finding).toBe('No feedback was recorded in this period.') // prettier-ignore
  expect(first(occasions, { measureId: overall.id }).tables).toEqual([])
})

const anAnswer = fc.record({ value: fc.constantFrom(1, 2, 3, 4), people: fc.integer({ min: 1, max: 9 }) })
const anOccasion = fc.record({
  groupId: fc.constantFrom('g1', 'g2'),
  on: fc.constantFrom('2025-12-31', '2026-01-01', '2026-06-01', '2026-12-31', '2027-01-01'),
  entered: fc.option(fc.integer({ min: 0, max: 20 })),
  came: fc.integer({ min: 0, max: 20 }),
  answers: fc.array(anAnswer, { maxLength: 4 }),
})

test('every figure is the same when it is counted by plain loops', () => {
  fc.assert(
    fc.property(fc.array(anOccasion, { minLength: 1, maxLength: 8 }), (all) => {
      const made = first(
        all.map((one) => occasion(overall, { ...one, answers: one.answers.map((a) => ({ ...a, item: 0, personId: null })) })), // prettier-ignore
        { by: 'programme' },
      )
      for (const group of ['g1', 'g2']) {
        let [people, answered, best] = [0, 0, 0]
        for (const one of all) {
          if (one.groupId !== group || one.on < '2026-01-01' || one.on > '2026-12-31') continue
          let given = 0
          for (const answer of one.answers) {
            given += answer.people
            if (answer.value >= 3) best += answer.people
          }
          people += Math.max(one.entered ?? one.came, given)
          answered += given
        }
        const line = group === 'g1' ? 'Programme 1' : 'Programme 2'
        const of = (column: string) => figure(made.tables[0], line, column)
        expect([of('asked')?.value ?? 0, of('answered')?.value ?? 0]).toEqual([people, answered])
        expect(of('or-better')?.part ?? 0).toBe(best)
      }
    }),
  )
})
