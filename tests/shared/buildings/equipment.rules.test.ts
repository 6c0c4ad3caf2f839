import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstShort, mostBeside, mostInUse } from '../../../shared/buildings/equipment.rules.ts'

const use = (from: string, to: string, quantity = 1, date = '2026-12-01') => ({
  startsAt: `${date}T${from}`,
  endsAt: `${date}T${to}`,
  quantity,
})
const day = { start: '2026-12-01T00:00', end: '2026-12-01T23:59' }

test('what one booking gives back when the next begins is not in use twice', () => {
  expect(mostInUse([use('10:00', '11:00', 2), use('11:00', '12:00', 3)], day)).toBe(3)
  expect(mostInUse([use('10:00', '11:01', 2), use('11:00', '12:00', 3)], day)).toBe(5)
})

test('only what is in use within the time counts, at its busiest moment', () => {
  const uses = [
    use('09:00', '10:00', 4),
    use('10:00', '14:00', 1),
    use('10:00', '11:00', 2),
    use('13:00', '14:00', 1),
  ]
  const between = (from: string, to: string) =>
    mostInUse(uses, { start: `2026-12-01T${from}`, end: `2026-12-01T${to}` })
  expect(between('10:00', '12:00')).toBe(3)
  expect(between('11:00', '13:00')).toBe(1)
  expect(between('14:00', '15:00')).toBe(0)
  expect(between('09:30', '10:30')).toBe(4)
})

const held = (
  from: string,
  to: string,
  quantity = 1,
  { before = from, after = to, date = '2026-12-01' } = {},
) => ({
  ...use(from, to, quantity, date),
  heldFrom: `${date}T${before}`,
  heldUntil: `${date}T${after}`,
})

test('too few is said of the first day it would be so, and enough is enough', () => {
  const uses = [held('10:00', '12:00', 3, { date: '2026-12-02' }), held('11:00', '12:00', 2), held('11:30', '12:30', 1)] // prettier-ignore
  expect(firstShort(uses, 3)).toBeNull()
  expect(firstShort(uses, 2)).toEqual({ startsAt: '2026-12-01T11:00', inUse: 3 })
  expect(firstShort([], 0)).toBeNull()
})

test('what is still being cleared down is in use when the next begins, as with rooms: the longer of two gaps is enough', () => {
  const first = held('10:00', '11:00', 1, { after: '11:30' })
  expect(firstShort([first, held('11:29', '12:00')], 1)).toMatchObject({ inUse: 2 })
  expect(firstShort([first, held('11:30', '12:00')], 1)).toBeNull()
  expect(firstShort([first, held('11:30', '12:00', 1, { before: '11:00' })], 1)).toBeNull()
  expect(mostBeside(held('11:00', '12:00'), [first])).toBe(1)
})

test('there are too few exactly when fewer are there than the most in use', () => {
  const time = fc.tuple(
    fc.integer({ min: 8, max: 17 }),
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 1, max: 5 }),
  )
  const hour = (n: number) => `${String(n).padStart(2, '0')}:00`
  fc.assert(
    fc.property(fc.array(time, { maxLength: 8 }), fc.integer({ min: 0, max: 15 }), (times, quantity) => {
      const uses = times.map(([start, length, n]) => held(hour(start), hour(start + length), n))
      expect(firstShort(uses, quantity) !== null).toBe(mostInUse(uses, day) > quantity)
    }),
  )
})
