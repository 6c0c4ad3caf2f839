import { expect, test } from 'vitest'
import { bandsOf, bandWords, NO_BANDS } from '../../../shared/outcomes/bands.rules.ts'
import { measureDetailsSchema } from '../../../shared/outcomes/measure-details.ts'
import { isNewEdition, measureProblem } from '../../../shared/outcomes/measures.rules.ts'
import { itemProblem, itemShape, itemsOf, valueProblem } from '../../../shared/outcomes/readings.rules.ts'
import { hasFallen, stageOf } from '../../../shared/outcomes/stages.rules.ts'
import { measureId } from '../../../shared/ids.ts'
import { aMeasureOf } from './a-measure.ts'

const measure = aMeasureOf()
const whole = { ...measure, id: measureId.parse('01900000-0000-7000-8000-000000000900'), edition: 1, retired: false, version: 1 } // prettier-ignore
const details = (change: Parameters<typeof aMeasureOf>[1]) => aMeasureOf({}, change)
const parts = measure.details.parts
const problem = (change: Parameters<typeof aMeasureOf>[1]) => measureProblem(details(change))

test('every part has its own range; the total comes last, where there is one', () => {
  expect(itemsOf(measure)).toEqual([1, 2, 3, 0])
  expect(itemsOf(details({ total: 'none' }))).toEqual([1, 2, 3])
  expect(itemProblem(measure, 4)).toContain('no part 4')
  expect(itemProblem(details({ total: 'none' }), 0)).toContain('no total')
  expect(itemShape(whole, 1)).toMatchObject({ name: 'Feelings', maximum: 10, prorate: { fewest: 3 } })
  expect(itemShape(whole, 0)).toMatchObject({ name: 'Difficulties', maximum: 20, prorate: null })
  expect([10, 11].map((value) => valueProblem(itemShape(whole, 1), value) === null)).toEqual([true, false])
})

test('where a measure has answers, only they are numbers of it', () => {
  const answers = [{ value: 4, label: 'Excellent' }, { value: 1, label: 'Poor' }] // prettier-ignore
  const rating = aMeasureOf({ minimum: 1, maximum: 4 }, { parts: [], total: 'typed', answers })
  const shape = itemShape({ ...whole, ...rating }, 0)
  expect([4, 1].map((value) => valueProblem(shape, value))).toEqual([null, null])
  expect(valueProblem(shape, 3)).toContain('4 (Excellent), 1 (Poor)')
})

const band = (from: number, to: number, label: string) => ({ from, to, label })
const table = { item: 0, of: 'entered' as const, edition: 'UK', source: 'Test', bands: [band(0, 9, 'Near'), band(10, 20, 'Far')] } // prettier-ignore

test('a number is in the band whose ends it is between, both included, and no band is guessed', () => {
  const banded = details({ bandTables: [table] })
  expect([0, 9, 10, 20].map((v) => bandWords(banded.details, 0, v))).toEqual(['Near', 'Near', 'Far', 'Far'])
  expect(bandWords(banded.details, 0, 9.5)).toBe('In no band of the table')
  expect(bandWords(banded.details, 1, 5)).toBe(NO_BANDS)
  expect(bandsOf(banded.details, 0, 3)).toEqual([{ label: 'Near', edition: 'UK', source: 'Test', of: 3 }])
})

test('bands of converted numbers are looked up by the converted number', () => {
  const conversion = { name: 'Metric', source: 'Test', table: [[0, 0], [1, 9.5], [2, 20]] as [number, number][] } // prettier-ignore
  const { details: both } = aMeasureOf(
    {},
    { conversion, bandTables: [{ ...table, of: 'converted', bands: [band(0, 9, 'Low'), band(9.1, 20, 'High')] }] }, // prettier-ignore
  )
  expect([0, 1, 2].map((v) => bandWords(both, 0, v))).toEqual(['Low', 'High', 'High'])
  expect(bandWords(both, 0, 3)).toBe(NO_BANDS)
})

const stages = { source: 'Test', confirmed: false, highFrom: 2, list: [band(0, 4, 'Low'), band(5, 10, 'High')] } // prettier-ignore

test('a number is in one stage, and a fall is a fall of a stage where there are stages', () => {
  const staged = { stages }
  expect([0, 4, 5, 10].map((v) => stageOf(staged, v)?.number)).toEqual([1, 1, 2, 2])
  expect(stageOf(staged, 11)).toBeNull()
  expect(stageOf({ stages: null }, 4)).toBeNull()
  expect(hasFallen(staged, 'higher-is-better', 10, 5)).toBe(false)
  expect(hasFallen(staged, 'higher-is-better', 5, 4)).toBe(true)
  expect(hasFallen(staged, 'lower-is-better', 4, 5)).toBe(true)
  expect(hasFallen(staged, 'lower-is-better', 5, 4)).toBe(false)
  expect(hasFallen({ stages: null }, 'higher-is-better', 10, 9)).toBe(true)
})

test('parts are told apart by number and name, and each has a range', () => {
  expect(measureProblem(measure)).toBeNull()
  const [first, ...others] = parts
  if (first === undefined) throw new Error('no parts')
  const changed = (change: Partial<typeof first>) => problem({ parts: [{ ...first, ...change }, ...others] })
  expect(changed({ item: 2 })).toMatchObject({ field: 'details.parts' })
  expect(changed({ name: 'CONDUCT' })).toMatchObject({ message: expect.stringContaining('called') })
  expect(changed({ minimum: 10 })).toMatchObject({ message: expect.stringContaining('above the smallest') })
  expect(changed({ prorate: { questions: 5, fewest: 6 } })).toMatchObject({ field: 'details.parts' })
  expect(changed({ prorate: { questions: 5, fewest: 5 } })).toBeNull()
})

test('a total goes as far as its parts together, all pointing one way', () => {
  expect(measureProblem({ ...measure, maximum: 19 })).toMatchObject({ field: 'maximum', message: expect.stringContaining('0 to 20') }) // prettier-ignore
  expect(measureProblem({ ...measure, direction: 'higher-is-better' })).toMatchObject({ field: 'details.total' }) // prettier-ignore
  expect(problem({ parts: parts.map((part) => ({ ...part, inTotal: false })) })).toMatchObject({ field: 'details.total' }) // prettier-ignore
  expect(problem({ parts: [] })).toMatchObject({ field: 'details.total' })
})

test('bands stand within the range, in order, none over another, of something that is there', () => {
  const bands = (...list: (typeof table)['bands']) => problem({ bandTables: [{ ...table, bands: list }] })
  expect(bands(band(0, 9, 'A'), band(10, 20, 'B'))).toBeNull()
  expect(bands(band(0, 10, 'A'), band(10, 20, 'B'))).toMatchObject({ message: expect.stringContaining('overlap') }) // prettier-ignore
  expect(bands(band(0, 21, 'A'))).toMatchObject({ message: expect.stringContaining('beyond') })
  expect(bands(band(3, 2, 'A'))).toMatchObject({ message: expect.stringContaining('down to') })
  expect(problem({ bandTables: [{ ...table, item: 9 }] })).toMatchObject({ field: 'details.bandTables' })
  expect(problem({ bandTables: [{ ...table, of: 'converted' }] })).toMatchObject({ field: 'details.bandTables' }) // prettier-ignore
  expect(problem({ bandTables: [table, table] })).toMatchObject({ message: expect.stringContaining('two tables') }) // prettier-ignore
  expect(problem({ bandTables: [table, { ...table, edition: 'Other' }] })).toBeNull()
})

test('stages are the whole range without a gap', () => {
  const staged = (list: typeof stages.list, highFrom = 2) =>
    problem({ stages: { ...stages, list, highFrom } })
  expect(staged(stages.list)).toBeNull()
  expect(staged([band(0, 4, 'A'), band(6, 10, 'B')])).toMatchObject({ message: expect.stringContaining('below 6') }) // prettier-ignore
  expect(staged([band(1, 4, 'A'), band(5, 10, 'B')])).toMatchObject({ message: expect.stringContaining('0 to 10') }) // prettier-ignore
  expect(staged(stages.list, 3)).toMatchObject({ field: 'details.stages' })
})

test('a conversion is of numbers in the range, and rises', () => {
  const by = (...rows: [number, number][]) => problem({ conversion: { name: 'M', source: 'S', table: rows } })
  expect(by([0, 0], [20, 9])).toBeNull()
  expect(by([0, 0], [21, 9])).toMatchObject({ message: expect.stringContaining('21') })
  expect(by([0, 9], [20, 9])).toMatchObject({ field: 'details.conversion' })
})

test('who counts is among those who may complete it', () => {
  expect(problem({ completedBy: ['worker', 'family'], countsBy: ['worker'] })).toBeNull()
  expect(problem({ completedBy: ['family'], countsBy: ['worker'] })).toMatchObject({ field: 'details.countsBy' }) // prettier-ignore
  expect(problem({ ages: { from: 5, to: 4 } })).toMatchObject({ field: 'details.ages' })
  expect(problem({ ages: { from: 4, to: 4 } })).toBeNull()
})

test('feedback is counted answer by answer, so it has answers and no total', () => {
  const rating = (answers: { value: number; label: string }[]) =>
    measureProblem(aMeasureOf({ minimum: 1, maximum: 4 }, { parts: [], total: 'typed', use: 'feedback', answers })) // prettier-ignore
  const good = { value: 4, label: 'Good' }
  expect(rating([good, { value: 1, label: 'Poor' }])).toBeNull()
  expect(rating([good])).toMatchObject({ field: 'details.answers' })
  expect(rating([good, { value: 4, label: 'Poor' }])).toMatchObject({ message: expect.stringContaining('number') }) // prettier-ignore
  expect(rating([good, { value: 1, label: 'good' }])).toMatchObject({ message: expect.stringContaining('words') }) // prettier-ignore
  expect(rating([good, { value: 5, label: 'Best' }])).toMatchObject({ message: expect.stringContaining('range') }) // prettier-ignore
})

test('goals have no parts and at least one goal', () => {
  const goals = { ...measure, kind: 'goals' as const, goalLimit: 3 }
  expect(measureProblem(goals)).toMatchObject({ field: 'details.parts' })
  expect(measureProblem({ ...goals, details: measureDetailsSchema.parse({}) })).toBeNull()
  expect(measureProblem({ ...goals, goalLimit: 0 })).toMatchObject({ field: 'goalLimit' })
})

test('range, direction, parts, total, conversion and whole numbers make a new edition; words, bands and stages do not', () => {
  const is = (change: object, own: Parameters<typeof aMeasureOf>[1] = {}) =>
    isNewEdition(measure, aMeasureOf(change, own))
  expect(is({ maximum: 21 })).toBe(true)
  expect(is({ direction: 'higher-is-better' })).toBe(true)
  expect(is({ wholeNumbers: false })).toBe(true)
  expect(is({}, { total: 'typed' })).toBe(true)
  expect(is({}, { parts: parts.slice(0, 2) })).toBe(true)
  expect(is({}, { parts: parts.map((part) => ({ ...part, maximum: 9 })) })).toBe(true)
  expect(is({}, { conversion: { name: 'M', source: 'S', table: [[0, 0], [20, 9]] } })).toBe(true) // prettier-ignore
  expect(is({ name: 'Other', source: 'Elsewhere' }, { bandTables: [table], stages })).toBe(false)
  expect(is({}, { parts: parts.map((part) => ({ ...part, name: `${part.name} (local)` })) })).toBe(false)
  expect(is({}, { parts: parts.toReversed(), completedBy: ['parent'] })).toBe(false)
})
