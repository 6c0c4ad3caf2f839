import { describe, expect, test } from 'vitest'
import {
  dayInWords,
  otherDaysOf,
  roomsInWords,
  shiftInWords,
  shiftsOf,
  waivedInWords,
} from '../../../shared/bookings/ways-on.rules.ts'

const NOW = '2026-11-23T09:00'
const on = (date: string, from: string, to: string) => ({
  startsAt: `${date}T${from}`,
  endsAt: `${date}T${to}`,
})
const starts = (times: readonly { startsAt: string }[]) => times.map((one) => one.startsAt.slice(11))
const days = (times: readonly { startsAt: string }[]) => times.map((one) => one.startsAt.slice(8, 10))

describe('a little earlier or later', () => {
  test('is by quarters of an hour up to two hours, the nearest first', () => {
    const times = on('2026-11-24', '10:00', '11:00')
    expect(starts(shiftsOf(times, 1, NOW))).toEqual(['10:15', '10:30', '10:45', '11:00', '11:15', '11:30', '11:45', '12:00']) // prettier-ignore
    expect(starts(shiftsOf(times, -1, NOW))).toEqual(['09:45', '09:30', '09:15', '09:00', '08:45', '08:30', '08:15', '08:00']) // prettier-ignore
  })

  test('is neither before 7am nor after 10pm, unless the time was', () => {
    expect(starts(shiftsOf(on('2026-11-24', '07:15', '08:00'), -1, NOW))).toEqual(['07:00'])
    expect(starts(shiftsOf(on('2026-11-24', '21:00', '21:45'), 1, NOW))).toEqual(['21:15'])
    expect(starts(shiftsOf(on('2026-11-24', '06:00', '06:30'), 1, NOW))[0]).toBe('06:15')
  })

  test('is on the same day, also on the days when the clocks change', () => {
    expect(starts(shiftsOf(on('2026-11-24', '23:00', '23:45'), 1, NOW))).toEqual([])
    expect(starts(shiftsOf(on('2027-03-28', '09:00', '10:00'), -1, NOW)).at(-1)).toBe('07:00')
    expect(shiftsOf(on('2027-10-31', '09:00', '10:00'), 1, NOW).at(-1)).toEqual(
      on('2027-10-31', '11:00', '12:00'),
    )
  })

  test('is not in the past for what is to come, and may be for what is written down afterwards', () => {
    expect(starts(shiftsOf(on('2026-11-23', '09:30', '10:00'), -1, NOW))).toEqual(['09:15', '09:00'])
    expect(starts(shiftsOf(on('2026-11-20', '09:30', '10:00'), -1, NOW))).toHaveLength(8)
  })

  test('is said with both times', () => {
    const times = on('2026-11-24', '10:00', '11:00')
    expect(shiftInWords(times, on('2026-11-24', '10:15', '11:15'), 15)).toBe('15 minutes later, 10:15am to 11:15am')
    expect(shiftInWords(times, on('2026-11-24', '08:30', '09:30'), -90)).toBe('1 hour 30 minutes earlier, 8:30am to 9:30am')
  }) // prettier-ignore
})

describe('another day of the week', () => {
  test('is the nearest first, the later of two that are as near, and no weekend that nobody knows of', () => {
    const wednesday = on('2026-11-25', '10:00', '11:00')
    expect(days(otherDaysOf(wednesday, NOW, false))).toEqual(['26', '24', '27', '23'])
    expect(days(otherDaysOf(wednesday, NOW, true))).toEqual(['26', '24', '27', '23', '28', '29'])
  })

  test('is not over yet', () => {
    expect(days(otherDaysOf(on('2026-11-25', '08:00', '09:00'), NOW, false))).toEqual(['26', '24', '27'])
  })

  test('is said with its date', () => {
    expect(dayInWords(on('2026-11-26', '10:00', '11:00'))).toBe('Thursday 26 November 2026 at 10am')
  })
})

test('rooms are named with what the main one seats', () => {
  expect(roomsInWords([{ name: 'Hall', capacity: 40 }])).toBe('Hall (seats 40)')
  expect(roomsInWords([{ name: 'Hall', capacity: null }], ', Lutterworth')).toBe('Hall, Lutterworth')
  expect(roomsInWords([{ name: 'Hall', capacity: 40 }, { name: 'Crèche', capacity: 8 }])).toBe('Hall and Crèche (seats 40)')
  expect(waivedInWords(0)).toBe('Keep the time, with no time between')
  expect(waivedInWords(1)).toBe('Keep the time, with 1 minute between')
}) // prettier-ignore
