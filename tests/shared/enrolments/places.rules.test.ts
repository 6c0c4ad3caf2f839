import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasLapsed, mostTaken, unitsOn, type Holder, type PlaceEvent } from '../../../shared/enrolments/places.rules.ts' // prettier-ignore

const today = '2026-11-23'
const line = (onDate: string, status: PlaceEvent['status'], expiresOn: string | null = null): PlaceEvent => ({ onDate, step: 1, status, reason: null, expiresOn }) // prettier-ignore
const holder = (unit: string, ...events: PlaceEvent[]): Holder => ({ unit, role: null, events })
const taken = (...holders: Holder[]) => unitsOn(holders, today, today).size

describe('a place is taken', () => {
  test.each<[string, PlaceEvent, number]>([
    ['by somebody enrolled', line('2026-11-01', 'enrolled'), 1],
    ['by an offer until its last day', line('2026-11-16', 'offered', today), 1],
    ['by an offer without a last day', line('2026-11-16', 'offered'), 1],
    ['not by an offer whose last day was yesterday', line('2026-11-15', 'offered', '2026-11-22'), 0],
    ['not by somebody who waits', line('2026-11-01', 'waiting'), 0],
    ['not by somebody who left today', line(today, 'withdrawn'), 0],
  ])('%s', (_rule, event, count) => expect(taken(holder('a', event))).toBe(count))

  test('not by volunteers', () =>
    expect(taken({ ...holder('a', line('2026-11-01', 'enrolled')), role: 'volunteer' })).toBe(0))

  test('once by a family, however many of them are enrolled or offered', () =>
    expect(taken(holder('f', line('2026-11-01', 'enrolled')), holder('f', line('2026-11-01', 'offered')))).toBe(1)) // prettier-ignore
})

test('only an offer lapses', () => {
  expect(hasLapsed({ status: 'enrolled', expiresOn: '2026-11-01' }, today)).toBe(false)
  expect(hasLapsed({ status: 'offered', expiresOn: '2026-11-22' }, today)).toBe(true)
})

describe('the most places taken from a day on', () => {
  const leaver = holder('a', line('2026-11-01', 'enrolled'), line('2026-12-01', 'withdrawn'))
  const joiner = holder('b', line('2026-12-01', 'enrolled'))
  test('one who leaves on the day another joins makes room for them', () =>
    expect(mostTaken([leaver, joiner], [], today, today)).toBe(1))
  test('one who joins before another leaves does not', () =>
    expect(mostTaken([leaver, holder('b', line('2026-11-30', 'enrolled'))], [], today, today)).toBe(2))
  test('somebody who joins only later has their place already', () =>
    expect(mostTaken([joiner], ['c'], today, today)).toBe(2))
  test('the past is not judged', () =>
    expect(mostTaken([holder('a', line('2026-10-01', 'enrolled'), line('2026-11-01', 'withdrawn'))], ['c'], '2026-10-01', today)).toBe(1)) // prettier-ignore
  test('an offer that stands keeps its place after its last day, since it may be taken up', () =>
    expect(mostTaken([holder('a', line('2026-11-16', 'offered', '2026-11-30'))], ['c'], '2026-12-15', today)).toBe(2)) // prettier-ignore

  const days = fc.integer({ min: 1, max: 30 }).map((day) => `2026-11-${String(day).padStart(2, '0')}`)
  const statuses = fc.constantFrom('waiting', 'offered', 'enrolled', 'withdrawn' as const)
  const histories = fc.array(
    fc.record({
      unit: fc.constantFrom('a', 'b', 'c'),
      role: fc.constant(null),
      events: fc.uniqueArray(
        fc.tuple(days, statuses).map(([day, status]) => line(day, status)),
        {
          selector: (one) => one.onDate,
        },
      ),
    }),
  )
  test('is never less than on any one day of it', () =>
    fc.assert(
      fc.property(histories, days, (holders, day) => {
        fc.pre(day >= today)
        expect(mostTaken(holders, [], today, today)).toBeGreaterThanOrEqual(unitsOn(holders, day, today).size)
      }),
    ))
})
