import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ChangeMeasure } from '../../../shared/outcomes/change-points.rules.ts'
import { readingFlags, type FlagKind, type TakenPoint } from '../../../shared/outcomes/flags.rules.ts'
import type { Measure } from '../../../shared/outcomes/outcomes.contract.ts'
import { anyPoints, aPoint, oneNumber, star } from '../../support/plain-change.ts'

const whole = (measure: ChangeMeasure, change: Partial<Measure> = {}): Measure => ({
  minimum: 1,
  maximum: 10,
  wholeNumbers: true,
  goalLimit: 0,
  source: null,
  edition: 1,
  retired: false,
  version: 1,
  ...measure,
  ...change,
})
const [areas, number] = [whole(star), whole(oneNumber, { minimum: 0, maximum: 20 })]
const kindsOf = (measure: Measure, points: readonly TakenPoint[]): FlagKind[] => readingFlags(measure, points).map((flag) => flag.kind) // prettier-ignore
const pair = (measure: Measure, from: number, to: number, days: readonly [string, string]) => [
  aPoint(measure, { value: from, takenOn: days[0] }),
  aPoint(measure, { value: to, takenOn: days[1], timePoint: 'after' }),
]
const apart = ['2026-09-01', '2026-11-17'] as const

describe('a pair is worth a look', () => {
  test('when both are of one day (D89), and not when a day lies between', () => {
    expect(kindsOf(areas, pair(areas, 3, 5, ['2026-09-01', '2026-09-01']))).toEqual(['same-day'])
    expect(kindsOf(areas, pair(areas, 3, 5, ['2026-09-01', '2026-09-02']))).toEqual([])
  })

  test('when the after is dated before the before', () => {
    expect(readingFlags(areas, pair(areas, 3, 5, ['2026-09-02', '2026-09-01']))).toMatchObject([
      { kind: 'after-first', personId: 'p1', groupId: 'g1', on: '2026-09-01', what: '1 pair with an after 1 day before the before' }, // prettier-ignore
    ])
  })

  test('when it goes from the first stage to the last within 28 days, and not a day or a stage less far', () => {
    const jump = (from: number, to: number, on: string) => kindsOf(areas, pair(areas, from, to, ['2026-09-01', on])) // prettier-ignore
    expect(jump(2, 9, '2026-09-29')).toEqual(['jump'])
    expect(jump(9, 2, '2026-09-29')).toEqual(['jump'])
    expect(jump(2, 9, '2026-09-30')).toEqual([])
    expect(jump(3, 9, '2026-09-29')).toEqual([])
    expect(jump(2, 8, '2026-09-29')).toEqual([])
  })

  test('without stages, when it goes from the lowest quarter of the range to the highest', () => {
    const jump = (from: number, to: number) => kindsOf(number, pair(number, from, to, ['2026-09-01', '2026-09-15'])) // prettier-ignore
    expect([jump(5, 15), jump(6, 15), jump(5, 14)]).toEqual([['jump'], [], []])
  })

  test('once for a person in a group, however many areas it is about', () => {
    const all = [1, 2, 3].flatMap((item) => pair(areas, 3, 5, ['2026-09-01', '2026-09-01']).map((p) => ({ ...p, item }))) // prettier-ignore
    expect(readingFlags(areas, all)).toMatchObject([{ what: '3 pairs with both on one day' }])
  })
})

describe('a form is worth a look', () => {
  const form = (values: readonly number[]) =>
    values.map((value, at) => aPoint(areas, { item: at + 1, value }))
  test('when five areas or more are all the same number', () => {
    expect(kindsOf(areas, form([6, 6, 6, 6, 6]))).toEqual(['straight-line'])
    expect(kindsOf(areas, form([6, 6, 6, 6]))).toEqual([])
    expect(kindsOf(areas, form([6, 6, 6, 6, 7]))).toEqual([])
  })
  test('each by itself: what is the same in two forms together is no line', () => {
    const second = form([6, 6]).map((p) => ({ ...p, item: p.item + 3, personId: 'p2' }))
    expect(kindsOf(areas, [...form([6, 6, 6]), ...second])).toEqual([])
  })
})

describe('a worker’s numbers are worth talking over', () => {
  const taken = (takenBy: string, people: number, better: number) =>
    Array.from({ length: people }, (_, at) => ({ ...aPoint(number, { personId: `${takenBy}-${at}`, value: at < better ? 15 : 5 }), takenBy })) // prettier-ignore
  const drift = (own: readonly [number, number], others: readonly [number, number]) =>
    readingFlags(number, [...taken('s1', ...own), ...taken('s2', ...others)]).filter((flag) => flag.staffId === 's1') // prettier-ignore

  test('when their share in the better half is 30 points from that of colleagues, counted and not averaged', () => {
    expect(drift([10, 8], [10, 5])).toMatchObject([{ kind: 'drift', what: 'Of numbers before 8 of 10 are in the better half, of colleagues’ 5 of 10' }]) // prettier-ignore
    expect(drift([10, 7], [10, 5])).toEqual([])
  })
  test('only where eight people stand on either side', () => {
    expect(drift([8, 8], [8, 0])).toHaveLength(1)
    expect(drift([7, 7], [8, 0])).toEqual([])
    expect(drift([8, 8], [7, 0])).toEqual([])
  })
})

test('nothing is flagged where days lie apart, areas differ and nobody is said to have taken it', () => {
  expect(kindsOf(areas, pair(areas, 1, 10, apart))).toEqual([])
  fc.assert(
    fc.property(anyPoints(star), (points) => {
      for (const flag of readingFlags(areas, points)) expect(flag.what).not.toMatch(/p\d/)
    }),
  )
})
