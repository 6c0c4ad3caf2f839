import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buffersInRoom, heldTimes } from '../../../shared/bookings/held.rules.ts'
import { addMinutes } from '../../../shared/time/civil.ts'

const at10 = { startsAt: '2026-11-24T10:00', endsAt: '2026-11-24T11:00' }

describe('the time a room is held', () => {
  test('is the booking itself when nothing has to be set up or cleared', () => {
    expect(heldTimes({ ...at10, setupMinutes: 0, cleardownMinutes: 0 })).toEqual({
      heldFrom: '2026-11-24T10:00',
      heldUntil: '2026-11-24T11:00',
    })
  })

  test('adds set-up before and clear-down after, which need not be the same', () => {
    expect(heldTimes({ ...at10, setupMinutes: 15, cleardownMinutes: 30 })).toEqual({
      heldFrom: '2026-11-24T09:45',
      heldUntil: '2026-11-24T11:30',
    })
  })

  test('never reaches into the day before or the day after', () => {
    const late = { startsAt: '2026-11-24T00:10', endsAt: '2026-11-24T23:50' }
    expect(heldTimes({ ...late, setupMinutes: 30, cleardownMinutes: 30 })).toEqual({
      heldFrom: '2026-11-24T00:00',
      heldUntil: '2026-11-24T23:59',
    })
  })

  test('may begin at midnight exactly', () => {
    const held = heldTimes({ startsAt: '2026-11-24T00:30', endsAt: '2026-11-24T01:00', setupMinutes: 30, cleardownMinutes: 0 }) // prettier-ignore
    expect(held.heldFrom).toBe('2026-11-24T00:00')
  })

  test('is by the wall clock on the mornings when the clocks change', () => {
    for (const date of ['2026-03-29', '2026-10-25'])
      expect(heldTimes({ startsAt: `${date}T03:00`, endsAt: `${date}T04:00`, setupMinutes: 120, cleardownMinutes: 0 }).heldFrom).toBe(`${date}T01:00`) // prettier-ignore
  })

  test('always covers the booking, whatever the buffers', () => {
    const minute = fc.integer({ min: 0, max: 1438 })
    fc.assert(
      fc.property(minute, minute, fc.nat(240), fc.nat(240), (a, b, setupMinutes, cleardownMinutes) => {
        const startsAt = addMinutes('2026-11-24T00:00', Math.min(a, b))
        const endsAt = addMinutes('2026-11-24T00:00', Math.max(a, b) + 1)
        const { heldFrom, heldUntil } = heldTimes({ startsAt, endsAt, setupMinutes, cleardownMinutes })
        expect(heldFrom <= startsAt && endsAt <= heldUntil).toBe(true)
        expect([heldFrom, heldUntil].map((t) => t.slice(0, 10))).toEqual(['2026-11-24', '2026-11-24'])
      }),
    )
  })
})

describe('set-up and clear-down in another room', () => {
  const hall = { setupMinutes: 15, cleardownMinutes: 15 }
  const small = { setupMinutes: 0, cleardownMinutes: 5 }

  test('are the new room’s own when the booking had the old room’s', () => {
    expect(buffersInRoom(hall, hall, small)).toEqual(small)
  })
  test('stay as they were when somebody had chosen them for this booking', () => {
    const chosen = { setupMinutes: 60, cleardownMinutes: 15 }
    expect(buffersInRoom(chosen, hall, small)).toEqual(chosen)
  })
})
