import { describe, expect, test } from 'vitest'
import { byFit, clashInWords, type FittingRoom } from '../../../shared/bookings/clashes.rules.ts'
import { clashSchema } from '../../../shared/bookings/obstacles.contract.ts'

const clash = (from: string, to: string, title: string, contact: string | null = null) =>
  clashSchema.parse({
    bookingId: '0192f0c1-2b3c-7d4e-8f90-123456789abc',
    roomId: '0192f0c1-2b3c-7d4e-8f90-123456789abd',
    roomName: 'Hall',
    title,
    heldFrom: `2026-11-24T${from}`,
    heldUntil: `2026-11-24T${to}`,
    onlyBuffers: false,
    contact,
  })

describe('a clash in words', () => {
  test('says which room, when, for what and whom to ask', () => {
    expect(clashInWords(clash('10:00', '11:30', 'Baby massage', 'Sam, ext. 5479'))).toBe(
      'Hall is taken from 10am to 11:30am by Baby massage (Sam, ext. 5479)',
    )
  })
  test('leaves the contact out when nobody gave one', () => {
    expect(clashInWords(clash('10:00', '12:00', 'Baby massage'))).toBe(
      'Hall is taken from 10am to midday by Baby massage',
    )
  })
})

describe('the best room', () => {
  const room = (roomName: string, capacity: number | null, more: Partial<FittingRoom> = {}): FittingRoom => ({
    roomName,
    capacity,
    buildingId: 'here',
    buildingName: 'Wigston Magna',
    obstacles: [],
    ...more,
  })
  const order = (people: number | null, rooms: FittingRoom[]) =>
    rooms.toSorted(byFit(people, 'here')).map((r) => r.roomName)

  test('is the smallest that is large enough', () => {
    expect(order(14, [room('Hall', 60), room('Room 2', 14), room('Room 1', 13), room('Room 3', 20)])).toEqual(
      ['Room 2', 'Room 3', 'Hall', 'Room 1'],
    )
  })
  test('is a free one before any that is taken', () => {
    expect(order(10, [room('Room 2', 10, { obstacles: [1] }), room('Room 1', 8)])).toEqual([
      'Room 1',
      'Room 2',
    ])
  })
  test('is in this building before a closer fit elsewhere, but not before one that fits at all', () => {
    const there = { buildingId: 'there' }
    expect(order(10, [room('There', 10, there), room('Hall', 60)])).toEqual(['Hall', 'There'])
    expect(order(10, [room('There', 10, there), room('Cupboard', 2)])).toEqual(['There', 'Cupboard'])
  })
  test('of unknown size comes after those known to fit, before those known not to', () => {
    expect(order(10, [room('Unknown', null), room('Small', 4), room('Fits', 12)])).toEqual([
      'Fits',
      'Unknown',
      'Small',
    ])
  })
  test('counts like people do: Room 2 before Room 10', () => {
    expect(order(null, [room('Room 10', 8), room('Room 2', 8)])).toEqual(['Room 2', 'Room 10'])
  })
})
