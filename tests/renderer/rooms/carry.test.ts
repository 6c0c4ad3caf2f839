import { expect, test } from 'vitest'
import {
  carried,
  carryInWords,
  fixedInWords,
  isMovable,
  stays,
} from '../../../renderer/features/rooms/carry.ts'
import { targetOf } from '../../../shared/bookings/board-move.rules.ts'
import { sharedFloor } from '../../../shared/buildings/floor.rules.ts'
import { theBooking, theBuilding, theRoom, roomIdOf } from '../../support/board-factories.ts'

const rooms = [theRoom(1, { name: 'Hall' }), theRoom(2, { name: 'Room 2' })]
const moving = theBooking(1, { title: 'Weaning' })
const other = theBooking(2, {
  roomId: roomIdOf(2),
  roomName: 'Room 2',
  title: 'Baby massage',
  contact: 'Sam',
})
const board = {
  buildings: [theBuilding(1, rooms)],
  bookings: [moving, other],
  closed: [],
  openHours: [],
  sharing: sharedFloor(rooms),
}
const there = { ...targetOf(moving), roomId: roomIdOf(2) }

test('where a booking would go is said with its room, day and time, and who has it', () => {
  expect(carryInWords(carried(board, moving, there, 'keys'), rooms[1])).toBe(
    'Room 2, Tue 24 Nov, 10am to 11am. Room 2 is taken from 10am to 11am by Baby massage (Sam).',
  )
  const later = { ...there, startsAt: '2026-11-24T11:00', endsAt: '2026-11-24T12:00' }
  expect(carryInWords(carried(board, moving, later, 'keys'), rooms[1])).toBe(
    'Room 2, Tue 24 Nov, 11am to midday. Free.',
  )
})

test('a booking put where it was is not moved', () => {
  const carry = carried(board, moving, targetOf(moving), 'pointer')
  expect(stays(carry)).toBe(true)
  expect(carryInWords(carry, rooms[0])).toContain('Where it is now.')
})

test('what is only pencilled in takes nothing, so nothing is in its way', () => {
  expect(carried(board, { ...moving, status: 'tentative' }, there, 'keys').clash).toBe('')
})

test('a booking stays when it is not the person’s, when its register is complete, and when it is over', () => {
  expect(isMovable(moving)).toBe(true)
  expect(isMovable({ ...moving, registerDone: false })).toBe(true)
  for (const [change, words] of [
    [{ mayChange: false }, 'not yours to move'],
    [{ registerDone: true }, 'register is complete'],
    [{ status: 'cancelled' }, 'holds no room any more'],
  ] as const) {
    expect(isMovable({ ...moving, ...change })).toBe(false)
    expect(fixedInWords({ ...moving, ...change })).toContain(words)
  }
})
