import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dueOf, dueState, rateOf, type DuePoint, type DueRows } from '../../../shared/outcomes/due.rules.ts'
import { measureDetailsSchema } from '../../../shared/outcomes/measure-details.ts'
import { wholeMeasure } from '../../support/outcome-rows.ts'
import {
  anyPoints,
  aPoint,
  changeByLoops,
  goals,
  oneNumber,
  star,
  summed,
} from '../../support/plain-change.ts'

const TODAY = '2026-11-24'
const weekly = (dates: readonly string[], complete = 0) => dates.map((date, at) => ({ startsAt: `${date}T10:00`, endsAt: `${date}T12:00`, complete: at < complete })) // prettier-ignore
const five = ['2026-11-03', '2026-11-10', '2026-11-17', '2026-11-24', '2026-12-01']

describe('after measures are collected', () => {
  const state = (dates: readonly string[], now: string, complete = 0) => dueState(weekly(dates, complete), now).state // prettier-ignore

  test('from two sessions before the end: once session N-2 has ended, and not before', () => {
    expect(state(five, '2026-11-17T11:59')).toBe('not-yet')
    expect(state(five, '2026-11-17T12:00')).toBe('collecting')
    expect(dueState(weekly(five), '2026-11-17T12:00').left).toBe(2)
  })
  test('as soon as the register of that session is complete, though it is still going on', () => {
    expect(state(five, '2026-11-17T11:30', 3)).toBe('collecting')
  })
  test('on the day of the last session, overdue from the day after, and no longer after four weeks', () => {
    expect([state(five, '2026-12-01T18:00'), state(five, '2026-12-02T08:00'), state(five, '2026-12-29T08:00'), state(five, '2026-12-30T08:00')]).toEqual(['collecting', 'overdue', 'overdue', 'over']) // prettier-ignore
  })
  test('in a workshop of one session from its day, and not the weeks before', () => {
    expect([state(['2026-11-24'], '2026-11-23T18:00'), state(['2026-11-24'], '2026-11-24T08:00')]).toEqual(['not-yet', 'collecting']) // prettier-ignore
    expect(state([], '2026-11-24T08:00')).toBe('not-yet')
  })
})

const [number, areas, goal] = [wholeMeasure(oneNumber), wholeMeasure(star), wholeMeasure(goals)]
const someone = (personId: string, change: Partial<DueRows['people'][number]> = {}) => ({ personId, dateOfBirth: null, belongs: true, stillComes: true, ...change }) // prettier-ignore
const reading = (change: Partial<DuePoint> = {}, measure = oneNumber): DuePoint => ({ ...aPoint(measure), notDoneReason: null, ...change }) // prettier-ignore
const notDone = { value: null, notDoneReason: 'Moved away' }
const rows = (change: Partial<DueRows> = {}): DueRows => ({
  measures: [number],
  asked: [{ measureId: number.id, timePoints: ['before', 'after'] }],
  people: [someone('p1')],
  readings: [],
  ...change,
})
const lacking = (change: Partial<DueRows>) => dueOf(rows(change), TODAY).forms.map((form) => form.timePoint)

describe('a person lacks', () => {
  test('a before until there is a number or a reason, and no after while there is no before', () => {
    expect(lacking({})).toEqual(['before'])
    expect(lacking({ readings: [reading(notDone)] })).toEqual([])
    expect(lacking({ readings: [reading({ timePoint: 'after' })] })).toEqual(['before'])
  })
  test('nothing more once all that adds up to an after is there, though the before was typed as a total', () => {
    const [sum, asked] = [
      wholeMeasure(summed),
      [{ measureId: summed.id, timePoints: ['before', 'after'] as const }],
    ]
    const typed = reading({ item: 0 }, summed)
    const part = (item: number) => reading({ item, timePoint: 'after' }, summed)
    expect(lacking({ measures: [sum], asked, readings: [typed, part(1)] })).toEqual(['after'])
    expect(lacking({ measures: [sum], asked, readings: [typed, part(1), part(2)] })).toEqual([])
  })
  test('no parts of an after whose total was typed, or of which it is said as a whole why there is none', () => {
    const [sum, asked] = [
      wholeMeasure(summed),
      [{ measureId: summed.id, timePoints: ['before', 'after'] as const }],
    ]
    const parts = [1, 2].map((item) => reading({ item }, summed))
    const after = (change: Partial<DuePoint>) => reading({ item: 0, timePoint: 'after', ...change }, summed)
    const left = (readings: DuePoint[]) =>
      lacking({ measures: [sum], asked, readings: [...parts, ...readings] })
    expect(left([])).toEqual(['after'])
    expect(left([after({})])).toEqual([])
    expect(left([after(notDone)])).toEqual([])
    expect(left([after({ ...notDone, item: 1 })])).toEqual(['after'])
  })
  test('an after once there is a before, until there is a number or a reason', () => {
    const before = reading()
    expect(lacking({ readings: [before] })).toEqual(['after'])
    expect(lacking({ readings: [before, reading({ timePoint: 'after', value: 0 })] })).toEqual([])
    expect(lacking({ readings: [before, reading({ timePoint: 'after', ...notDone })] })).toEqual([])
  })
  test('an after while one of several goals with a before has neither', () => {
    const asked = {
      measures: [goal],
      asked: [{ measureId: goal.id, timePoints: ['before', 'after'] as const }],
    }
    const first = [reading({ item: 1 }, goals), reading({ item: 1, timePoint: 'after' }, goals)]
    expect(lacking({ ...asked, readings: first })).toEqual([])
    expect(lacking({ ...asked, readings: [...first, reading({ item: 2 }, goals)] })).toEqual(['after'])
  })
  test('an after that somebody else alone filled in, where only a worker’s counts', () => {
    const asked = {
      measures: [areas],
      asked: [{ measureId: areas.id, timePoints: ['before', 'after'] as const }],
    }
    const after = (completedBy: DuePoint['completedBy']) => reading({ timePoint: 'after', completedBy }, star)
    expect(lacking({ ...asked, readings: [reading({}, star), after('family')] })).toEqual(['after'])
    expect(lacking({ ...asked, readings: [reading({}, star), after('worker')] })).toEqual([])
  })
  test('nothing where the total of a sum was typed before and its parts after', () => {
    const total = wholeMeasure(summed)
    const asked = {
      measures: [total],
      asked: [{ measureId: total.id, timePoints: ['before', 'after'] as const }],
    }
    const parts = [1, 2, 3].map((item) => reading({ item }, summed))
    const after = parts.map((one) => ({ ...one, timePoint: 'after' as const }))
    expect(lacking({ ...asked, readings: [...parts, reading({ item: 0 }, summed), ...after] })).toEqual([])
  })
  test('nothing at a time that the programme does not ask for, nor once they have left', () => {
    expect(lacking({ asked: [{ measureId: number.id, timePoints: ['after'] }] })).toEqual([])
    expect(lacking({ asked: [{ measureId: number.id, timePoints: ['before'] }], readings: [reading()] })).toEqual([]) // prettier-ignore
    expect(lacking({ people: [someone('p1', { belongs: false })], readings: [reading()] })).toEqual([])
  })
  test('nothing outside the ages of the measure, at both edges; whose birth is not known is asked', () => {
    const young = { ...number, details: measureDetailsSchema.parse({ ages: { from: 4, to: 17 } }) }
    const born = (dateOfBirth: string | null) => lacking({ measures: [young], people: [someone('p1', { dateOfBirth })] }).length // prettier-ignore
    expect([born('2022-11-25'), born('2022-11-24'), born('2008-11-25'), born('2008-11-24'), born(null)]).toEqual([0, 1, 1, 0, 1]) // prettier-ignore
  })
})

describe('the matched rate', () => {
  test('is predicted from who is matched, and who has a before, owes the after and still comes', () => {
    const people = [someone('p1'), someone('p2'), someone('p3', { stillComes: false }), someone('p4'), someone('p5', { belongs: false, stillComes: false })] // prettier-ignore
    const readings = [
      ...['p1', 'p2', 'p3', 'p4', 'p5'].map((personId) => reading({ personId })),
      reading({ personId: 'p1', timePoint: 'after' }),
      reading({ personId: 'p4', timePoint: 'after', ...notDone }),
    ]
    const due = dueOf(rows({ people, readings }), TODAY)
    expect([due.withBefore.size, due.matched.size, due.predicted.size]).toEqual([5, 1, 2])
    expect([rateOf(1, 5), rateOf(2, 5), rateOf(0, 0)]).toEqual([20, 40, null])
  })

  test('now and predicted are never more than those with a before, and are those of plain loops', () => {
    fc.assert(
      fc.property(anyPoints(oneNumber), (points) => {
        const readings = points.filter((p) => p.groupId === 'g1').map((p) => ({ ...p, notDoneReason: null }))
        const due = dueOf(rows({ people: ['p1', 'p2', 'p3'].map((id) => someone(id)), readings }), TODAY)
        const plain = changeByLoops(oneNumber, readings)
        const who = (places: readonly string[]) => new Set(places.map((place) => place.split(' ')[1]))
        expect(due.matched).toEqual(who(plain.pairs.map((pair) => pair.place)))
        expect(due.withBefore).toEqual(who([...plain.pairs.map((p) => p.place), ...plain.beforeOnly, ...plain.otherEdition])) // prettier-ignore
        for (const one of due.predicted) expect(due.withBefore).toContain(one)
        for (const one of due.matched) expect(due.predicted).toContain(one)
      }),
    )
  })
})
