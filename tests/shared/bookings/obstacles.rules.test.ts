import { describe, expect, test } from 'vitest'
import { newIdAt } from '../../../db/new-id.ts'
import type { Obstacle } from '../../../shared/bookings/obstacles.contract.ts'
import {
  obstacleInWords,
  obstaclesMessage,
  refuseObstacles,
} from '../../../shared/bookings/obstacles.rules.ts'
import { bookingId, closureId, equipmentId, roomId } from '../../../shared/ids.ts'

const newId = newIdAt(new Date('2026-11-23T09:00:00Z'))
const clash: Obstacle = {
  kind: 'booking',
  bookingId: newId(bookingId),
  roomId: newId(roomId),
  roomName: 'Hall',
  title: 'Baby massage',
  heldFrom: '2026-11-24T10:00',
  heldUntil: '2026-11-24T11:30',
  onlyBuffers: false,
  contact: 'Sam, ext. 5479',
}
const closed = (startsAt: string, endsAt: string): Obstacle => ({
  kind: 'closure',
  closureId: newId(closureId),
  roomId: clash.roomId,
  placeName: 'Wigston Magna',
  reason: 'Boiler',
  startsAt,
  endsAt,
})
const hours = (
  stretches: readonly (readonly [string, string])[],
  reason: string | null = null,
): Obstacle => ({
  kind: 'hours',
  roomId: clash.roomId,
  buildingName: 'Wigston Magna',
  hours: stretches.map(([opens, closes]) => ({ opens, closes })),
  reason,
})

describe('what stands in the way is said as a colleague would', () => {
  test('who has the room, and whom to ask', () => {
    expect(obstacleInWords(clash)).toBe('Hall is taken from 10am to 11:30am by Baby massage (Sam, ext. 5479)')
  })

  test('a closure by its days: midnight at its end does not take another', () => {
    expect(obstacleInWords(closed('2026-11-24T00:00', '2026-11-25T00:00'))).toBe(
      'Wigston Magna is closed on Tuesday 24 November 2026: Boiler',
    )
    expect(obstacleInWords(closed('2026-11-24T00:00', '2026-11-27T00:00'))).toBe(
      'Wigston Magna is closed from Tue 24 Nov to Thu 26 Nov 2026: Boiler',
    )
    expect(obstacleInWords(closed('2026-11-24T09:00', '2026-11-24T12:00'))).toBe(
      'Wigston Magna is closed from 9am to midday: Boiler',
    )
  })

  test('when the building is open that day, or that it is not, and why', () => {
    const lunch = [['09:00', '12:00'], ['13:00', '17:00']] as const // prettier-ignore
    expect(obstacleInWords(hours(lunch))).toBe(
      'Wigston Magna is open that day from 9am to midday and 1pm to 5pm',
    )
    expect(obstacleInWords(hours([], 'Christmas Day'))).toBe(
      'Wigston Magna is not open that day (Christmas Day)',
    )
  })

  test('how much equipment is left', () => {
    const projector = { kind: 'equipment', equipmentId: newId(equipmentId), name: 'Projector', wanted: 2, left: 1 } as const // prettier-ignore
    expect(obstacleInWords(projector)).toBe('Projector: 2 are wanted and 1 is left')
    expect(obstacleInWords({ ...projector, wanted: 1, left: 0 })).toBe(
      'Projector: 1 is wanted and 0 are left',
    )
  })

  test('all of it, not only the first', () => {
    expect(obstaclesMessage([clash, hours([])])).toBe(
      'Hall is taken from 10am to 11:30am by Baby massage (Sam, ext. 5479), and Wigston Magna is not open that day.',
    )
  })
})

test('a room with nothing in its way is not refused; one with something is, and says what', () => {
  expect(() => refuseObstacles([])).not.toThrow()
  expect(() => refuseObstacles([clash])).toThrow(/taken from 10am.*Nothing was saved/)
})
