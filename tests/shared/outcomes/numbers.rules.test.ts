import fc from 'fast-check'
import { expect, test } from 'vitest'
import { converted, conversionProblem, readTwoColumns } from '../../../shared/outcomes/conversion.rules.ts'
import { prorated, readAnswered } from '../../../shared/outcomes/prorate.rules.ts'
import { sumOf, totalOf, totalProblem, withTotals } from '../../../shared/outcomes/total.rules.ts'
import { measureId, personId } from '../../../shared/ids.ts'
import { aMeasureOf } from './a-measure.ts'

const measure = aMeasureOf()
const numbers = (...all: (readonly [number, number])[]) => new Map(all)

test('a total is the sum of the parts that are in it, once all of them are known', () => {
  expect(sumOf(measure, numbers([1, 4], [2, 3], [3, 9]))).toBe(7)
  expect(sumOf(measure, numbers([1, 4], [3, 9]))).toBeNull()
  expect(totalOf(measure, numbers([1, 4], [0, 12]))).toBe(12)
  expect(totalOf(measure, numbers([1, 4], [2, 3], [0, 12]))).toBe(7)
  expect(totalOf(measure, numbers([1, 4]))).toBeNull()
  expect(totalOf(aMeasureOf({}, { total: 'none' }), numbers([0, 12]))).toBeNull()
})

test('a typed total stands only where its parts could make it', () => {
  expect(totalProblem(measure, numbers([1, 4], [2, 3], [0, 7]))).toBeNull()
  expect(totalProblem(measure, numbers([1, 4], [2, 3], [0, 8]))).toContain('come to 7, not 8')
  // One part is missing: 4 and 0 to 10 make 4 to 14.
  expect([4, 14].map((total) => totalProblem(measure, numbers([1, 4], [0, total])))).toEqual([null, null])
  expect([3, 15].map((total) => totalProblem(measure, numbers([1, 4], [0, total])))).toEqual([
    expect.stringContaining('4 to 14'),
    expect.stringContaining('4 to 14'),
  ])
  expect(totalProblem(aMeasureOf({}, { total: 'typed' }), numbers([1, 4], [2, 3], [0, 8]))).toBeNull()
})

const part = fc.integer({ min: 0, max: 10 })
test('law: a part beside the total never changes it, and the total is never outside its own range', () => {
  fc.assert(
    fc.property(part, part, part, part, (a, b, beside, other) => {
      const sum = sumOf(measure, numbers([1, a], [2, b], [3, beside]))
      expect(sum).toBe(sumOf(measure, numbers([1, a], [2, b], [3, other])))
      expect(sum).toBeGreaterThanOrEqual(measure.minimum)
      expect(sum).toBeLessThanOrEqual(measure.maximum)
      expect(totalProblem(measure, numbers([1, a], [2, b], [0, sum ?? -1]))).toBeNull()
    }),
  )
})

const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
const reading = (completedBy: 'parent' | 'teacher', item: number, value: number | null) => ({
  personId: personId.parse(id(1)), measureId: measureId.parse(id(2)), edition: 1, timePoint: 'before' as const, round: 1,
  sessionId: null, completedBy, item, value,
}) // prettier-ignore

test('the total stands among the readings of each form whose parts are all known, and of no other', () => {
  const found = withTotals(measure, [
    reading('parent', 1, 4), reading('parent', 2, 3),
    reading('teacher', 1, 9), reading('teacher', 2, null), reading('teacher', 0, 15),
  ]).filter((r) => r.item === 0) // prettier-ignore
  expect(found.map((r) => [r.completedBy, r.value])).toEqual([['parent', 7], ['teacher', 15]]) // prettier-ignore
})

const feelings = { name: 'Feelings', minimum: 0, maximum: 10, wholeNumbers: true, prorate: { questions: 5, fewest: 3 } } // prettier-ignore

test('4 from 3 answered questions of 5 is kept as 7', () => {
  expect(readAnswered('4/3')).toEqual({ sum: 4, questions: 3 })
  expect(readAnswered(' 4 / 3 ')).toEqual({ sum: 4, questions: 3 })
  expect(['4', '/3', '4/', '4/3/2', 'four/3', '-4/3'].map(readAnswered)).toEqual(Array(6).fill(null))
  expect(prorated(feelings, { sum: 4, questions: 3 })).toEqual({ value: 7 })
  expect(prorated({ ...feelings, wholeNumbers: false }, { sum: 3, questions: 4 })).toEqual({ value: 3.75 })
  expect(prorated(feelings, { sum: 4, questions: 5 })).toEqual({ value: 4 })
})

test('fewer answers than the measure allows, more than it asks, or a sum they cannot make are refused', () => {
  expect(prorated(feelings, { sum: 4, questions: 2 })).toHaveProperty('problem', expect.stringContaining('3 of its 5')) // prettier-ignore
  expect(prorated(feelings, { sum: 4, questions: 6 })).toHaveProperty('problem')
  expect(prorated(feelings, { sum: 6, questions: 3 })).toEqual({ value: 10 })
  expect(prorated(feelings, { sum: 7, questions: 3 })).toHaveProperty('problem', expect.stringContaining('0 to 6')) // prettier-ignore
  expect(prorated({ ...feelings, prorate: null }, { sum: 4, questions: 3 })).toHaveProperty('problem')
})

test('law: a prorated number is in the range of its part, and more answers never make less', () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 5 }), fc.integer({ min: 0, max: 9 }), (questions, sum) => {
      const [less, more] = [sum, sum + 1].map((one) => prorated(feelings, { sum: one, questions }))
      if (more === undefined || less === undefined || 'problem' in more || 'problem' in less) return
      expect(more.value).toBeGreaterThanOrEqual(less.value)
      expect(more.value).toBeLessThanOrEqual(10)
    }),
  )
})

const table: [number, number][] = [[7, 7], [8, 9.51], [9, 11.25]] // prettier-ignore
const conversion = { name: 'Metric', source: 'Test', table }

test('a number is converted by the table and by nothing between its lines', () => {
  expect([7, 8, 9].map((raw) => converted({ conversion }, raw))).toEqual([7, 9.51, 11.25])
  expect([6, 7.5, 10].map((raw) => converted({ conversion }, raw))).toEqual([null, null, null])
  expect(converted({ conversion: null }, 7)).toBeNull()
})

test('a table rises in both columns from line to line', () => {
  expect(conversionProblem({ table })).toBeNull()
  expect(conversionProblem({ table: [[7, 7], [7, 8]] })).toContain('entered must rise') // prettier-ignore
  expect(conversionProblem({ table: [[7, 7], [8, 7]] })).toContain('converted numbers must rise') // prettier-ignore
})

test('two columns are read as they come from a spreadsheet, with or without headings', () => {
  expect(readTwoColumns('Raw\tMetric\r\n7\t7.00\r\n8\t9.51\r\n\r\n')).toEqual({ table: [[7, 7], [8, 9.51]] }) // prettier-ignore
  expect(readTwoColumns('7=7.00\n8, 9.51\n9;11.25')).toEqual({ table })
  expect(readTwoColumns('7\t7.00\n8\tnine')).toEqual({ problem: 'Line 2 is not two numbers: 8\tnine' })
})

const rising = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 30 }).map((all) => all.toSorted((a, b) => a - b)) // prettier-ignore
test('law: a table that is accepted keeps the order of what it converts', () => {
  fc.assert(
    fc.property(rising, fc.nat(60), fc.nat(60), (raw, a, b) => {
      const made = raw.map((from, i): [number, number] => [from, i * 1.5])
      expect(conversionProblem({ table: made })).toBeNull()
      const [x, y] = [a, b].map((one) => converted({ conversion: { ...conversion, table: made } }, one))
      if (x == null || y == null) return // oxlint-disable-line eqeqeq -- both kinds of nothing
      expect(Math.sign(x - y)).toBe(Math.sign(a - b))
    }),
  )
})
