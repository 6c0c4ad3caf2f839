import { describe, expect, test } from 'vitest'
import {
  dayGroups,
  isUnused,
  unusedOnly,
  weekDays,
  weekGroups,
} from '../../../shared/bookings/board.rules.ts'
import type { OnBoard } from '../../../shared/bookings/live-clash.rules.ts'
import { nowAndNext } from '../../../shared/bookings/now-next.rules.ts'
import { sharedFloor } from '../../../shared/buildings/floor.rules.ts'
import { closureId } from '../../../shared/ids.ts'
import { buildingIdOf, roomIdOf, theBooking, theBuilding, theRoom } from '../../support/board-factories.ts'

const date = '2026-11-24'
const rooms = [theRoom(1), theRoom(2, { partOfId: roomIdOf(1) }), theRoom(3, { cleardownMinutes: 15 })]
const building = theBuilding(1, rooms)
const empty: OnBoard = {
  buildings: [building],
  bookings: [],
  closed: [],
  openHours: [],
  sharing: sharedFloor(rooms),
}
const closedAllDay = {
  closureId: closureId.parse('0192f0c1-2b3c-7d4e-8f90-0000000000cc'),
  reason: 'Boiler',
  startsAt: '2026-11-23T00:00',
  endsAt: '2026-11-25T00:00',
  everywhere: false,
  buildingIds: [],
  roomIds: [roomIdOf(3)],
}

describe('the rows of the board', () => {
  test('are a building’s rooms in a day; a building without rooms has none', () => {
    const groups = dayGroups([building, theBuilding(2, [])], date)
    expect(groups).toMatchObject([
      { label: 'Building 1', rows: [{ label: 'Room 1' }, { label: 'Room 2' }, {}] },
    ])
  })
  test('are a room’s days in a week, and say both', () => {
    const [first] = weekGroups(building, [date, '2026-11-25'])
    expect(first?.label).toBe('Room 1')
    expect(first?.rows.map((row) => row.label)).toEqual(['Tue 24 Nov', 'Wed 25 Nov'])
    expect(first?.rows[0]?.name).toBe('Room 1, Tuesday 24 November 2026')
  })
  test('leave the weekend out unless the building is open, something is booked or it is the day asked for', () => {
    expect(weekDays(date, [], [])).toHaveLength(5)
    expect(weekDays(date, [{ startsAt: '2026-11-28T10:00' }], [])).toContain('2026-11-28')
    const open = { buildingId: buildingIdOf(1), date: '2026-11-29', known: true, reason: null }
    expect(weekDays(date, [], [{ ...open, hours: [{ opens: '09:00', closes: '12:00' }] }])).toContain(
      '2026-11-29',
    )
    expect(weekDays(date, [], [{ ...open, hours: [] }])).toHaveLength(5)
    expect(weekDays('2026-11-29', [], [])).toHaveLength(6)
  })
})

describe('an unused room', () => {
  const unused = (n: number, more: Partial<OnBoard>, between?: [string, string]) =>
    isUnused(
      { ...empty, ...more },
      { roomId: roomIdOf(n), date },
      between ? { kind: 'between', from: between[0], to: between[1] } : { kind: 'all-day' },
    )
  const bookings = [theBooking(9, { roomId: roomIdOf(2) })]

  test('has nothing all day, not even in a part of it', () => {
    expect([1, 2, 3].map((n) => unused(n, { bookings }))).toEqual([false, false, true])
  })
  test('is used by nothing that is only pencilled in, or on another day', () => {
    expect(unused(1, { bookings: [theBooking(9, { status: 'tentative' })] })).toBe(true)
    expect(unused(1, { bookings: [theBooking(9, { startsAt: '2026-11-25T10:00' })] })).toBe(true)
  })
  test('between two times has room for its own clear-down too', () => {
    const next = [theBooking(9, { roomId: roomIdOf(3), startsAt: `${date}T12:00`, endsAt: `${date}T13:00` })]
    expect(unused(3, { bookings: next }, ['10:00', '11:45'])).toBe(true)
    expect(unused(3, { bookings: next }, ['10:00', '12:00'])).toBe(false)
  })
  test('is not one that is closed', () => {
    expect(unused(3, { closed: [closedAllDay] })).toBe(false)
    expect(unused(3, { closed: [{ ...closedAllDay, endsAt: `${date}T00:00` }] })).toBe(true)
  })
  test('is all that is left of a group; a group without one goes', () => {
    const left = unusedOnly(dayGroups([building], date), { ...empty, bookings }, { kind: 'all-day' })
    expect(left.map((group) => group.rows.map((row) => row.label))).toEqual([['Room 3']])
    const taken = rooms.map((room, n) => theBooking(n, { roomId: room.id }))
    expect(
      unusedOnly(dayGroups([building], date), { ...empty, bookings: taken }, { kind: 'all-day' }),
    ).toEqual([])
  })
})

test('now and next say who is in a room or a part of it, and who follows, up to the minute', () => {
  const bookings = [
    theBooking(4, { roomId: roomIdOf(2) }),
    theBooking(5, { startsAt: `${date}T11:00`, endsAt: `${date}T12:00` }),
    theBooking(6, { roomId: roomIdOf(3), status: 'requested' }),
  ]
  const said = (moment: string) =>
    nowAndNext(rooms, bookings, empty.sharing, `${date}T${moment}`).map(
      ({ now, next }) => `${now?.title ?? 'free'}, ${next?.title ?? 'nothing'}`,
    )
  expect(said('10:59')).toEqual(['Booking 4, Booking 5', 'Booking 4, Booking 5', 'free, nothing'])
  expect(said('11:00')).toEqual(['Booking 5, nothing', 'Booking 5, nothing', 'free, nothing'])
})
