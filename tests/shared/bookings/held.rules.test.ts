import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  buffersInRoom,
  heldTimes,
  inEachOthersWay,
  meetOnlyInBuffers,
  shortenedBeside,
} from '../../../shared/bookings/held.rules.ts'
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

const booked = (from: string, to: string, setupMinutes = 0, cleardownMinutes = 0) => {
  const times = { startsAt: `2026-11-24T${from}`, endsAt: `2026-11-24T${to}` }
  return {
    ...times,
    setupMinutes,
    cleardownMinutes,
    ...heldTimes({ ...times, setupMinutes, cleardownMinutes }),
  }
}

describe('two bookings of a floor [FEATURES D28]', () => {
  test('keep the longer of the two gaps, not both', () => {
    const first = booked('10:00', '11:00', 0, 15)
    expect(inEachOthersWay(first, booked('11:29', '12:00', 30))).toBe(true)
    expect(inEachOthersWay(first, booked('11:30', '12:00', 30))).toBe(false)
    expect(inEachOthersWay(booked('11:14', '12:00', 10), first)).toBe(true)
    expect(inEachOthersWay(booked('11:15', '12:00', 10), first)).toBe(false)
  })

  test('meet only in set-up or clear-down while nobody would be in the room together', () => {
    const first = booked('10:00', '11:00')
    expect(meetOnlyInBuffers(first, booked('11:00', '12:00'))).toBe(true)
    expect(meetOnlyInBuffers(first, booked('10:59', '12:00'))).toBe(false)
  })

  test('are shortened to what lies between them, and no further', () => {
    const first = booked('10:00', '11:00', 20, 15)
    expect(shortenedBeside(first, booked('11:05', '12:00'))).toEqual({
      setupMinutes: 20,
      cleardownMinutes: 5,
    })
    expect(shortenedBeside(first, booked('11:20', '12:00'))).toEqual({
      setupMinutes: 20,
      cleardownMinutes: 15,
    })
    expect(shortenedBeside(first, booked('09:00', '09:50'))).toEqual({
      setupMinutes: 10,
      cleardownMinutes: 15,
    })
    expect(shortenedBeside(first, booked('10:30', '12:00'))).toEqual({
      setupMinutes: 20,
      cleardownMinutes: 15,
    })
  })

  test('that give way are never in each other’s way any more', () => {
    const clock = (n: number) =>
      `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`
    const minutes = fc.integer({ min: 0, max: 90 })
    fc.assert(
      fc.property(minutes, minutes, minutes, minutes, minutes, (gap, a, b, c, d) => {
        const one = booked('08:00', '09:00', a, b)
        const other = booked(clock(540 + gap), clock(600 + gap), c, d)
        const short = (x: typeof one, y: typeof one) => booked(x.startsAt.slice(11), x.endsAt.slice(11), ...minutesOf(shortenedBeside(x, y))) // prettier-ignore
        expect(inEachOthersWay(short(one, other), short(other, one))).toBe(false)
      }),
    )
  })
})

const minutesOf = (b: { setupMinutes: number; cleardownMinutes: number }) =>
  [b.setupMinutes, b.cleardownMinutes] as const
