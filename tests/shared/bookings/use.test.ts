import { describe, expect, test } from 'vitest'
import {
  checkInProblem,
  endEarlyProblem,
  freeAgainAt,
  noShowProblem,
  type InUse,
} from '../../../shared/bookings/use.rules.ts'

const booking: InUse = {
  startsAt: '2026-11-24T10:00',
  endsAt: '2026-11-24T12:00',
  status: 'confirmed',
  checkedInAt: null,
  endedAt: null,
}
const at = (time: string) => `2026-11-24T${time}`

describe('checking in', () => {
  test('is from half an hour before until the end', () => {
    expect(checkInProblem(booking, at('09:29'))).toContain('Tuesday 24 November 2026 at 10am')
    expect(checkInProblem(booking, at('09:30'))).toBeNull()
    expect(checkInProblem(booking, at('11:59'))).toBeNull()
    expect(checkInProblem(booking, at('12:00'))).toContain('over')
  })

  test('is once, and for a booking that holds its room', () => {
    expect(checkInProblem({ ...booking, checkedInAt: at('09:50') }, at('10:00'))).toContain('9:50am')
    expect(checkInProblem({ ...booking, status: 'tentative' }, at('10:00'))).toContain('Confirm it first')
  })
})

describe('giving a room back early', () => {
  test('is while the booking runs, and once', () => {
    expect(endEarlyProblem(booking, at('09:59'))).toContain('Cancel it instead')
    expect(endEarlyProblem(booking, at('10:00'))).toBeNull()
    expect(endEarlyProblem(booking, at('11:59'))).toBeNull()
    expect(endEarlyProblem(booking, at('12:00'))).toContain('over already')
    expect(endEarlyProblem({ ...booking, endedAt: at('10:30') }, at('11:00'))).toContain('10:30am')
  })

  test('frees it after its clear-down, never later than it would have been free', () => {
    const room = { startsAt: at('10:00'), heldUntil: at('12:15'), cleardownMinutes: 15 }
    expect(freeAgainAt(room, at('10:40'))).toBe(at('10:55'))
    expect(freeAgainAt(room, at('12:00'))).toBe(at('12:15'))
    expect(
      freeAgainAt({ startsAt: at('10:00'), heldUntil: at('12:05'), cleardownMinutes: 15 }, at('11:55')),
    ).toBe(at('12:05'))
    expect(
      freeAgainAt({ startsAt: at('10:00'), heldUntil: at('23:59'), cleardownMinutes: 30 }, at('23:45')),
    ).toBe(at('23:59'))
  })
})

describe('that nobody came', () => {
  test('can be said once it has begun, when nobody has checked in', () => {
    const other = { ...booking, session: false }
    expect(noShowProblem(other, at('09:59'))).toContain('Cancel it instead')
    expect(noShowProblem(other, at('10:00'))).toBeNull()
    expect(noShowProblem(other, '2026-11-25T09:00')).toBeNull()
    expect(noShowProblem({ ...other, checkedInAt: at('10:00') }, at('10:10'))).toContain('Give the room back')
    expect(noShowProblem({ ...other, endedAt: at('10:05') }, at('10:10'))).toContain('given back at 10:05am')
    expect(noShowProblem({ ...other, status: 'cancelled' }, at('10:10'))).not.toBeNull()
  })

  test('is for the register to say of a session', () => {
    expect(noShowProblem({ ...booking, session: true }, at('10:10'))).toContain('register')
  })
})
