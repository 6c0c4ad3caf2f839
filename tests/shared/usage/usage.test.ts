import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Closed } from '../../../shared/closures/closed.rules.ts'
import { both, minutesIn, stretchesOf, without } from '../../../shared/usage/stretches.rules.ts'
import {
  percentOf,
  together,
  useOfRoom,
  type Booked,
  type RoomDays,
} from '../../../shared/usage/usage.rules.ts'
import { periodInWords } from '../../../shared/usage/words.rules.ts'

const day = '2026-11-24'
const booked = (from: string, to: string, more: Partial<Booked> = {}): Booked => ({
  roomId: 'hall',
  startsAt: `${day}T${from}`,
  endsAt: `${day}T${to}`,
  noShow: false,
  used: false,
  came: null,
  further: false,
  ...more,
})
const closed = (from: string, to: string): Closed => ({
  closureId: 'boiler',
  reason: 'Boiler',
  startsAt: from,
  endsAt: to,
  everywhere: false,
  buildingIds: ['wigston'],
  roomIds: [],
})
const asked = (bookings: readonly Booked[], more: Partial<RoomDays> = {}): RoomDays => ({
  room: { id: 'hall', buildingId: 'wigston', sharing: new Set(['hall', 'half']), capacity: 20 },
  days: [{ date: day, hours: [{ opens: '09:00', closes: '17:00' }] }],
  closed: [],
  bookings: new Map([[day, bookings]]),
  until: day,
  ...more,
})

describe('the time a room was booked', () => {
  test('counts once what two bookings share, and the half of a hall as the hall', () => {
    const half = booked('11:00', '13:00', { roomId: 'half' })
    expect(useOfRoom(asked([booked('10:00', '12:00'), half])).booked).toBe(180)
  })

  test('leaves out what lies outside the hours, and says how much', () => {
    const use = useOfRoom(asked([booked('16:00', '19:00')]))
    expect([use.open, use.booked, use.outside]).toEqual([480, 60, 120])
  })

  test('is measured against the hours without closures, over lunch and over days', () => {
    const hours = [{ opens: '09:00', closes: '12:00' }, { opens: '13:00', closes: '17:00' }] // prettier-ignore
    const days = [{ date: day, hours }]
    expect(useOfRoom(asked([], { days, closed: [closed(`${day}T11:00`, `${day}T14:00`)] })).open).toBe(300)
    expect(
      useOfRoom(asked([], { days, closed: [closed('2026-11-23T00:00', '2026-11-25T00:00')] })).open,
    ).toBe(0)
    expect(useOfRoom(asked([], { days, closed: [closed('2026-11-23T00:00', `${day}T00:00`)] })).open).toBe(
      420,
    )
  })

  test('keeps a booking that nobody came to, which is not use', () => {
    const use = useOfRoom(asked([booked('10:00', '12:00', { noShow: true })]))
    expect([use.booked, use.used, use.noShows]).toEqual([120, 0, 1])
  })
})

describe('the time a room was used', () => {
  test('is the booked time with a register or a check-in, and attended when somebody came', () => {
    const use = useOfRoom(
      asked([
        booked('09:00', '10:00'),
        booked('10:00', '11:00', { used: true, came: null }),
        booked('11:00', '12:00', { used: true, came: 0 }),
        booked('12:00', '13:00', { used: true, came: 3 }),
      ]),
    )
    expect([use.booked, use.used, use.attended]).toEqual([240, 180, 60])
    expect([use.people, use.seats]).toEqual([3, 40])
  })

  test('is not counted for a day that is not over', () => {
    const use = useOfRoom(asked([booked('10:00', '11:00', { used: true })], { until: '2026-11-23' }))
    expect([use.open, use.booked, use.openSoFar, use.bookedSoFar, use.used]).toEqual([480, 60, 0, 0, 0])
  })

  test('counts the people of a booking of several rooms in the first of them only', () => {
    const creche = booked('10:00', '11:00', { used: true, came: 5, further: true })
    expect(useOfRoom(asked([creche]))).toMatchObject({ attended: 60, people: 0, seats: 0 })
  })
})

const minute = fc.integer({ min: 0, max: 1439 })
const interval = fc
  .tuple(minute, minute)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => ({ start: wall(Math.min(a, b)), end: wall(Math.max(a, b)) }))
const wall = (n: number) =>
  `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`
const intervals = fc.array(interval, { maxLength: 8 })

test('no share is ever more than the whole, whatever is booked, closed and open', () => {
  fc.assert(
    fc.property(intervals, intervals, intervals, (open, shut, taken) => {
      const use = useOfRoom(
        asked(
          taken.map(({ start, end }, i) => booked(start, end, { used: i % 2 === 0, came: i % 4 })),
          {
            days: [{ date: day, hours: open.map(({ start, end }) => ({ opens: start, closes: end })) }],
            closed: shut.map(({ start, end }) => closed(`${day}T${start}`, `${day}T${end}`)),
          },
        ),
      )
      expect(use.booked).toBeLessThanOrEqual(use.open)
      expect(use.used).toBeLessThanOrEqual(use.bookedSoFar)
      expect(use.attended).toBeLessThanOrEqual(use.used)
      expect(percentOf(use.booked, use.open) ?? 0).toBeLessThanOrEqual(100)
    }),
  )
})

test('what two stretches share and what one has alone make up the whole', () => {
  fc.assert(
    fc.property(intervals, intervals, (a, b) => {
      const [one, other] = [stretchesOf(a), stretchesOf(b)]
      expect(minutesIn(both(one, other)) + minutesIn(without(one, other))).toBe(minutesIn(one))
      expect(minutesIn(both(without(one, other), other))).toBe(0)
    }),
  )
})

test('rooms and months add up', () => {
  const use = useOfRoom(asked([booked('10:00', '11:00')]))
  expect(together([use, use])).toMatchObject({ open: 960, booked: 120 })
  expect(together([]).open).toBe(0)
})

test('a share of nothing is no share', () => {
  expect([percentOf(0, 0), percentOf(0, 10), percentOf(1, 3), percentOf(10, 10)]).toEqual([
    null,
    0,
    33.3,
    100,
  ])
})

test('a period is said as short as it can be', () => {
  expect(periodInWords({ months: ['2026-11'] })).toBe('November 2026')
  expect(periodInWords({ months: ['2026-09', '2026-10', '2026-11'] })).toBe('September to November 2026')
  expect(periodInWords({ months: ['2026-12', '2027-01'] })).toBe('December 2026 to January 2027')
})
