import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stageName, type Point } from '../../../shared/outcomes/change-points.rules.ts'
import { basisOf, changeOf, findingOf, matchingOf, movementOf, pairsOf } from '../../../shared/outcomes/change.rules.ts' // prettier-ignore
import { measureDetailsSchema, plainDetails } from '../../../shared/outcomes/measure-details.ts'
import { readEntry } from '../../../shared/outcomes/entry.rules.ts'
import { itemProblem, itemsOf, valueProblem } from '../../../shared/outcomes/readings.rules.ts'
import { wholeMeasure } from '../../support/outcome-rows.ts'
import { anyPoints, aPoint, changeByLoops, changeMeasures, goals, oneNumber, star, summed } from '../../support/plain-change.ts' // prettier-ignore

const before = (change: Partial<Point> = {}) => aPoint(oneNumber, change)
const after = (change: Partial<Point> = {}) => aPoint(oneNumber, { timePoint: 'after', takenOn: '2026-11-17', value: 7, ...change }) // prettier-ignore
const area = (item: number, from: number, to: number): Point[] => [
  aPoint(star, { item, value: from }),
  aPoint(star, { item, value: to, timePoint: 'after', takenOn: '2026-11-17' }),
]
const valuesOf = (readings: readonly Point[]) => pairsOf(oneNumber, readings).map((pair) => [pair.before.value, pair.after.value]) // prettier-ignore
const placesOf = (points: readonly Point[]) => points.map((p) => `${p.groupId} ${p.personId} ${p.item}`)

describe('a pair', () => {
  test('is the same person, measure, edition, item and group, with a number before and one after', () => {
    expect(valuesOf([before(), after()])).toEqual([[5, 7]])
    for (const other of [
      { personId: 'p2' },
      { measureId: star.id },
      { edition: 2 },
      { item: 1 },
      { groupId: 'g2' },
      { value: null },
    ])
      // prettier-ignore
      expect([other, valuesOf([before(), after(other)])]).toEqual([other, []])
  })

  test('is not made by a review or a follow-up', () => {
    expect(valuesOf([before(), after({ timePoint: 'during' })])).toEqual([])
    expect(valuesOf([before(), after({ timePoint: 'follow-up' })])).toEqual([])
    expect(valuesOf([before(), before({ timePoint: 'during', value: 9 }), after()])).toEqual([[5, 7]])
  })

  test('is of the earliest before and the latest after, and the rest are counted as extras (D91)', () => {
    const all = [
      before({ round: 2, value: 6, takenOn: '2026-09-08' }),
      before(),
      after({ round: 2, value: 9, takenOn: '2026-11-24' }),
      after(),
    ]
    expect(valuesOf(all)).toEqual([[5, 9]])
    expect(matchingOf(oneNumber, all).extras.map((one) => one.value)).toEqual([6, 7])
  })

  test('is counted afresh once a wrong day is put right (D89)', () => {
    const [wrong, right] = ['2026-11-30', '2026-09-15']
    const all = (takenOn: string) => [before(), after(), after({ round: 2, value: 2, takenOn })]
    expect(valuesOf(all(wrong))).toEqual([[5, 2]])
    expect(valuesOf(all(right))).toEqual([[5, 7]])
  })

  test('is never made across editions, and what has one of each is said to have', () => {
    const crossed = matchingOf(oneNumber, [before(), after({ edition: 2 })])
    expect(crossed).toMatchObject({ pairs: [], beforeOnly: [], afterOnly: [], otherEdition: [{ before: { edition: 1 }, after: { edition: 2 } }] }) // prettier-ignore
    const both = [before(), after(), before({ edition: 2, value: 1 }), after({ edition: 2, value: 2 })]
    expect(valuesOf(both)).toEqual([[1, 2]])
  })

  test('is left open by a before alone, an after alone and a reading that was not done (D91)', () => {
    const { pairs, beforeOnly, afterOnly } = matchingOf(oneNumber, [
      before(), after({ value: null }),
      after({ personId: 'p2' }), before({ personId: 'p2', value: null }),
    ]) // prettier-ignore
    expect([pairs.length, placesOf(beforeOnly), placesOf(afterOnly)]).toEqual([0, ['g1 p1 0'], ['g1 p2 0']])
  })

  test('takes only readings by those whom the measure counts', () => {
    const alone = area(1, 3, 9).map((point) => ({ ...point, completedBy: 'family' as const }))
    expect(matchingOf(star, alone)).toMatchObject({ pairs: [], beforeOnly: [], notCounted: [{ value: 3 }, { value: 9 }] })
    expect(pairsOf(star, [...alone, ...area(1, 3, 5)]).map((pair) => pair.after.value)).toEqual([5])
  }) // prettier-ignore

  test('of two on one day is of the later round, then of whom the measure names first', () => {
    const on = { item: 1, takenOn: '2026-11-17', timePoint: 'after' } as const
    const [first] = area(1, 3, 9)
    if (!first) throw new Error('There is one.')
    const worker = aPoint(star, { ...on, completedBy: 'worker', value: 2 })
    const together = aPoint(star, { ...on, completedBy: 'worker-and-family', value: 8 })
    const afters = (...some: Point[]) => pairsOf(star, [first, ...some]).map((pair) => pair.after.value)
    expect(afters(worker, together)).toEqual([8])
    expect(afters({ ...worker, round: 2 }, together)).toEqual([2])
  })
})

describe('which way it moved', () => {
  test('0 is a number, and better is down where lower is better', () => {
    expect(changeOf(oneNumber, [before({ value: 0 }), after({ value: 1 })])).toMatchObject({ improved: 1 })
    expect(movementOf(8, 5, 'lower-is-better')).toBe('improved')
    expect(movementOf(8, 5, 'higher-is-better')).toBe('worse')
    expect(movementOf(5, 5, 'lower-is-better')).toBe('same')
  })

  test('is each part’s own direction, and the total’s is the measure’s', () => {
    const at = (timePoint: 'before' | 'after', values: readonly number[]) => values.map((value, part) => aPoint(summed, { timePoint, item: part + 1, value })) // prettier-ignore
    const pairs = pairsOf(summed, [...at('before', [8, 8, 3]), ...at('after', [5, 9, 4])])
    expect(pairs.map((p) => [p.before.item, p.before.value, p.after.value, p.movement])).toEqual([
      [1, 8, 5, 'improved'],
      [2, 8, 9, 'worse'],
      [3, 3, 4, 'improved'],
      [0, 16, 14, 'improved'],
    ])
    expect(changeOf(summed, [...at('before', [8, 8, 3]), ...at('after', [5, 9, 4])])).toMatchObject({ people: 1, matched: 1, improved: 1 }) // prettier-ignore
  })

  test('a total that was typed stands only while a part of it is not known', () => {
    const typed = (timePoint: 'before' | 'after', value: number) =>
      aPoint(summed, { timePoint, item: 0, value })
    const one = aPoint(summed, { item: 1, value: 4 })
    const two = aPoint(summed, { item: 2, value: 5 })
    const totals = (...some: Point[]) => pairsOf(summed, [...some, typed('before', 20), typed('after', 6)]).map((p) => p.before.value) // prettier-ignore
    expect(totals(one)).toEqual([20])
    expect(totals(one, two)).toEqual([9])
  })

  test('with stages it is the stage that counts: two readings within one are the same, and one over the edge is progress', () => {
    const movement = (from: number, to: number) => pairsOf(star, area(1, from, to))[0]
    expect(movement(3, 4)).toMatchObject({ movement: 'same', stages: { from: 2, to: 2 } })
    expect(movement(4, 5)).toMatchObject({ movement: 'improved', stages: { from: 2, to: 3 } })
    expect(movement(5, 4)).toMatchObject({ movement: 'worse' })
    expect(stageName(star, 1, 5)).toBe('Fifth')
  })

  test('a high start is kept when it is in the fourth stage or above and not lower after', () => {
    const kept = (from: number, to: number) => pairsOf(star, area(1, from, to))[0]?.keptHigh
    expect([kept(7, 7), kept(7, 10), kept(9, 9), kept(6, 6), kept(6, 8), kept(9, 8), kept(7, 6)]).toEqual([true, true, true, false, false, false, false]) // prettier-ignore
  })

  test('a conversion changes no direction', () => {
    const table: [number, number][] = Array.from({ length: 10 }, (_, at) => [at + 1, (at + 1) ** 2 / 7])
    const details = measureDetailsSchema.parse({ conversion: { name: 'Metric', source: 'Test', table } })
    const readings = [before({ value: 3 }), after({ value: 4 }), before({ personId: 'p2' }), after({ personId: 'p2', value: 4 })] // prettier-ignore
    expect(changeOf({ ...oneNumber, details }, readings)).toEqual(changeOf(oneNumber, readings))
  })
})

describe('on any readings', () => {
  test('every pair, and what is left of it, is what plain loops give', () => {
    for (const measure of changeMeasures)
      fc.assert(
        fc.property(anyPoints(measure), (points) => {
          const found = matchingOf(measure, points)
          const pairs = found.pairs.map((p) => ({ place: placesOf([p.before])[0], before: p.before.value, after: p.after.value, movement: p.movement, keptHigh: p.keptHigh })) // prettier-ignore
          const byPlace = (a: { place: string | undefined }, b: { place: string | undefined }) => (a.place ?? '').localeCompare(b.place ?? '') // prettier-ignore
          const plain = changeByLoops(measure, points)
          expect(pairs.toSorted(byPlace)).toEqual(plain.pairs.toSorted(byPlace))
          expect(placesOf(found.beforeOnly).toSorted()).toEqual(plain.beforeOnly.toSorted())
          expect(placesOf(found.afterOnly).toSorted()).toEqual(plain.afterOnly.toSorted())
          expect(placesOf(found.otherEdition.map((one) => one.before)).toSorted()).toEqual(plain.otherEdition.toSorted()) // prettier-ignore
          expect(found.extras.length).toBe(plain.extras)
        }),
        { numRuns: 80 },
      )
  })

  test('each number is in a pair, alone, of another edition, an extra or not counted, and in one of these only', () => {
    fc.assert(
      fc.property(anyPoints(star), (points) => {
        const { pairs, beforeOnly, afterOnly, otherEdition, extras, notCounted } = matchingOf(star, points)
        const numbers = points.filter((p) => p.value !== null && (p.timePoint === 'before' || p.timePoint === 'after')) // prettier-ignore
        expect(2 * (pairs.length + otherEdition.length) + beforeOnly.length + afterOnly.length + extras.length + notCounted.length).toBe(numbers.length) // prettier-ignore
      }),
    )
  })

  test('improved, same and worse add up to the pairs, and turning the direction round swaps the first and the last', () => {
    for (const measure of [oneNumber, goals])
      fc.assert(
        fc.property(anyPoints(measure), (points) => {
          const up = changeOf(measure, points)
          const down = changeOf({ ...measure, direction: 'lower-is-better' }, points)
          expect(up.improved + up.same + up.worse).toBe(up.matched)
          expect(up.matchedPeople).toBeLessThanOrEqual(Math.min(up.people, up.matched))
          expect([down.improved, down.same, down.worse]).toEqual([up.worse, up.same, up.improved])
        }),
      )
  })
})

test('the finding says how many of what moved, with the number it rests on', () => {
  const goal = (item: number, value: number, timePoint: 'before' | 'after', personId = 'p1') => aPoint(goals, { item, value, timePoint, personId }) // prettier-ignore
  const change = changeOf(goals, [
    goal(1, 3, 'before'), goal(1, 5, 'after'),
    goal(2, 3, 'before'), goal(2, 3, 'after'),
    goal(1, 3, 'before', 'p2'),
  ]) // prettier-ignore
  expect(findingOf(goals, change)).toBe('1 of 2 goals moved up')
  expect(basisOf(change)).toBe(
    'n = 1 person with both a before and an after; 1 person with only one of the two',
  )
  expect(findingOf(goals, changeOf(goals, []))).toBe('No readings yet')
  expect(findingOf(star, changeOf(star, [...area(1, 4, 5), ...area(2, 3, 4)]))).toBe('1 of 2 areas moved up a stage') // prettier-ignore
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

describe('numbers that were taken by an earlier edition', () => {
  const earlier = [{ ...wholeMeasure(oneNumber), edition: 1 }]
  const fallen = [before(), after()]

  test('keep the direction that they were taken by, whatever the measure says now', () => {
    const now = { ...oneNumber, direction: 'lower-is-better', earlier } as const
    expect(changeOf(now, fallen)).toMatchObject({ matched: 1, improved: 1, worse: 0 })
    const since = fallen.map((one) => ({ ...one, edition: 2 }))
    expect(changeOf(now, since)).toMatchObject({ matched: 1, improved: 0, worse: 1 })
  })

  test('are added up by the parts of then, and counted by what was counted then', () => {
    const parts = (at: string, one: number, two: number) => [aPoint(summed, { item: 1, value: one, timePoint: at === 'after' ? 'after' : 'before' }), aPoint(summed, { item: 2, value: two, timePoint: at === 'after' ? 'after' : 'before' })] // prettier-ignore
    const points = [...parts('before', 8, 2), ...parts('after', 2, 4)]
    const first = { ...wholeMeasure(summed), edition: 1 }
    const now = { ...summed, details: { ...summed.details, parts: summed.details.parts.map((part) => ({ ...part, inTotal: part.item === 2 })) }, earlier: [first] } // prettier-ignore
    expect(pairsOf(now, points).filter((pair) => pair.before.item === 0).map((pair) => [pair.before.value, pair.after.value])).toEqual([[10, 6]]) // prettier-ignore
    const without = { ...now, details: { ...now.details, total: 'none' } } as const
    expect(changeOf(without, points)).toMatchObject({ matched: 1, improved: 1 })
  })
})
