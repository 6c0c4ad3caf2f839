import { describe, expect, test } from 'vitest'
import type { Booking } from '../../../shared/bookings/bookings.contract.ts'
import { fixedBecause, roomsOfBooking, statusInWords } from '../../../shared/bookings/status.rules.ts'

const stands = { expiresOn: null, cancelledReason: null, endedAt: null, buildingName: 'Wigston Magna' }
const words = (status: Booking['status'], more: Partial<typeof stands> | object = {}) =>
  statusInWords({ ...stands, status, ...more })

describe('how a booking stands, in words', () => {
  test('says nothing of an ordinary one', () => {
    expect(words('confirmed')).toBe(null)
  })

  test.each([
    [
      'tentative',
      { expiresOn: '2026-12-07' },
      'Pencilled in until Monday 7 December 2026. It holds no room yet.',
    ],
    ['tentative', {}, 'Pencilled in. It holds no room yet.'],
    [
      'requested',
      {},
      'Asked for. It holds no room until somebody who books rooms in Wigston Magna says yes.',
    ],
    ['lapsed', {}, 'Lapsed: nobody made it certain in time. It holds no room.'],
    ['cancelled', { cancelledReason: 'Weather' }, 'Cancelled: Weather.'],
    ['cancelled', {}, 'Cancelled.'],
    ['no-show', {}, 'Nobody came. The room was given back.'],
    ['confirmed', { endedAt: '2026-11-24T10:30' }, 'Ended early. The rest of the time was given back.'],
  ] as const)('%s %o', (status, more, said) => {
    expect(words(status, more)).toBe(said)
  })
})

describe('a booking is not one’s to change', () => {
  const open = { status: 'confirmed', registerDone: null, mayChange: true, endedAt: null } as const

  test('when it is cancelled, others look after it, or its register is complete', () => {
    expect(fixedBecause(open)).toBe(null)
    expect(fixedBecause({ ...open, registerDone: false })).toBe(null)
    expect(fixedBecause({ ...open, status: 'cancelled' })).toContain('stays here to be seen')
    expect(fixedBecause({ ...open, status: 'no-show' })).toContain('stays here to be seen')
    expect(fixedBecause({ ...open, mayChange: false })).toContain('Others look after')
    expect(fixedBecause({ ...open, registerDone: true })).toContain('Reopen the register')
  })

  test.each(['tentative', 'requested', 'lapsed'] as const)('but is while it is %s', (status) => {
    expect(fixedBecause({ ...open, status })).toBe(null)
  })
})

test('the rooms of a booking are named with the main one first', () => {
  const together = (...names: string[]) =>
    // as: only the names are read
    names.map((roomName) => ({ roomName })) as unknown as Booking['together']
  expect(roomsOfBooking({ roomName: 'Hall', together: [] })).toBe('Hall')
  expect(roomsOfBooking({ roomName: 'Hall', together: together('Crèche') })).toBe('Hall and Crèche')
  expect(roomsOfBooking({ roomName: 'Hall', together: together('Crèche', 'Office') })).toBe(
    'Hall, Crèche and Office',
  )
})
