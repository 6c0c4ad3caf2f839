import fc from 'fast-check'
import { expect, test } from 'vitest'
import { basisOf, changeOf, findingOf, movementOf, pairsOf } from '../../../shared/outcomes/change.rules.ts'
import { timePoints } from '../../../shared/outcomes/outcomes.contract.ts'
import { plainDetails } from '../../../shared/outcomes/measure-details.ts'
import { readEntry } from '../../../shared/outcomes/entry.rules.ts'
import { itemProblem, itemsOf, valueProblem } from '../../../shared/outcomes/readings.rules.ts'
import { measureId, personId } from '../../../shared/ids.ts'

const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
const person = (n: number) => personId.parse(id(n))
const measure = { id: measureId.parse(id(900)), direction: 'higher-is-better' } as const
const other = measureId.parse(id(901))

const reading = (
  who: number,
  timePoint: (typeof timePoints)[number],
  value: number | null,
  item = 1,
  measureIdOf = measure.id,
) => ({ personId: person(who), measureId: measureIdOf, timePoint, item, value })

test('a pair is the same person, measure and item, before and after', () => {
  const readings = [
    reading(1, 'before', 3),
    reading(1, 'after', 5),
    reading(2, 'before', 3),
    reading(3, 'after', 8),
    reading(4, 'before', 2, 1),
    reading(4, 'after', 6, 2),
    reading(5, 'before', 2),
    reading(5, 'after', 6, 1, other),
    reading(6, 'before', 2),
    reading(6, 'during', 6),
  ]
  expect(pairsOf(measure.id, readings)).toEqual([{ personId: person(1), item: 1, before: 3, after: 5 }])
})

test('a reading not done is no number, and never 0', () => {
  expect(changeOf(measure, [reading(1, 'before', 0), reading(1, 'after', null)])).toMatchObject({
    people: 1,
    matched: 0,
    worse: 0,
  })
})

test('0 is a number', () => {
  expect(changeOf(measure, [reading(1, 'before', 0), reading(1, 'after', 1)])).toMatchObject({ improved: 1 })
})

test('better is down where lower is better', () => {
  expect(movementOf(8, 5, 'lower-is-better')).toBe('improved')
  expect(movementOf(8, 5, 'higher-is-better')).toBe('worse')
  expect(movementOf(5, 5, 'lower-is-better')).toBe('same')
})

test('improved, same and worse add up to the pairs, and turning the direction round swaps the first and the last', () => {
  const readings = fc.array(
    fc
      .tuple(
        fc.integer({ min: 1, max: 8 }),
        fc.constantFrom(...timePoints),
        fc.option(fc.integer({ min: 0, max: 10 })),
        fc.integer({ min: 1, max: 3 }),
      ) // prettier-ignore
      .map(([who, when, value, item]) => reading(who, when, value, item)),
  )
  const once = (list: ReturnType<typeof reading>[]) => [
    ...new Map(list.map((r) => [`${r.personId} ${r.timePoint} ${r.item}`, r])).values(),
  ]
  fc.assert(
    fc.property(readings.map(once), (list) => {
      const up = changeOf(measure, list)
      const down = changeOf({ ...measure, direction: 'lower-is-better' }, list)
      expect(up.improved + up.same + up.worse).toBe(up.matched)
      expect(up.matchedPeople).toBeLessThanOrEqual(Math.min(up.people, up.matched))
      expect([down.improved, down.same, down.worse]).toEqual([up.worse, up.same, up.improved])
    }),
  )
})

test('the finding says how many of what moved, with the number it rests on', () => {
  const goals = { kind: 'goals', direction: 'higher-is-better' } as const
  const change = changeOf(measure, [
    reading(1, 'before', 3, 1), reading(1, 'after', 5, 1),
    reading(1, 'before', 3, 2), reading(1, 'after', 3, 2),
    reading(2, 'before', 3, 1),
  ]) // prettier-ignore
  expect(findingOf(goals, change)).toBe('1 of 2 goals moved up')
  expect(basisOf(change)).toBe(
    'n = 1 person with both a before and an after; 1 person with only one of the two',
  )
  expect(findingOf(goals, changeOf(measure, []))).toBe('No readings yet')
})

const scale = { name: 'Goals', minimum: 0, maximum: 10, wholeNumbers: true } as const

test('a number is in its range with both ends, whole where the measure says so', () => {
  expect([0, 10].map((v) => valueProblem(scale, v))).toEqual([null, null])
  expect(valueProblem(scale, -1)).toContain('0 to 10')
  expect(valueProblem(scale, 11)).toContain('0 to 10')
  expect(valueProblem(scale, 3.5)).toContain('whole numbers')
  expect(valueProblem({ ...scale, wholeNumbers: false }, 3.5)).toBeNull()
  expect(valueProblem(scale, Number.NaN)).not.toBeNull()
})

test('a scale is one number; goals count from 1 to their limit', () => {
  const goals = { name: 'Goals', kind: 'goals', goalLimit: 3, details: plainDetails } as const
  expect(itemsOf(goals)).toEqual([1, 2, 3])
  expect(itemsOf({ kind: 'scale', goalLimit: 0, details: plainDetails })).toEqual([0])
  expect([0, 1, 3, 4].map((item) => itemProblem(goals, item) === null)).toEqual([false, true, true, false])
  expect(itemProblem({ name: 'Scale', kind: 'scale', goalLimit: 0, details: plainDetails }, 1)).not.toBeNull()
})

test('what is typed for a reading is a number, a reason in words, or nothing', () => {
  expect(readEntry(scale, ' 7 ')).toEqual({ kind: 'value', value: 7 })
  expect(readEntry(scale, '0')).toEqual({ kind: 'value', value: 0 })
  expect(readEntry(scale, 'Moved away')).toEqual({ kind: 'not-done', reason: 'Moved away' })
  expect(readEntry(scale, '')).toEqual({ kind: 'nothing' })
  expect(readEntry(scale, '–')).toEqual({ kind: 'nothing' })
  // A letter O for a nought is a slip, not a reason.
  expect(readEntry(scale, 'o')).toMatchObject({ kind: 'problem' })
  expect(readEntry(scale, '11')).toMatchObject({
    kind: 'problem',
    message: expect.stringContaining('0 to 10'),
  })
  expect(readEntry({ ...scale, wholeNumbers: false }, '3,5')).toEqual({ kind: 'value', value: 3.5 })
})
