import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toIcs } from '../../../db/exports/ics.ts'
import type { CalendarEvent } from '../../../shared/exports/calendar-events.ts'
import { civilNow } from '../../../shared/time/civil.ts'
import { instantOf, wallTimeExists } from '../../../shared/time/wall-time.ts'
import { readCalendarText } from '../../support/read-calendar.ts'

const NOW = '2026-11-23T09:00:00.000Z'

const anEvent = (event: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'one@gather',
  sequence: 0,
  startsAt: instantOf('2026-11-24T10:00'),
  endsAt: instantOf('2026-11-24T11:00'),
  changedAt: null,
  status: 'confirmed',
  title: 'Tuesday group',
  place: 'Hall, Wigston Magna',
  private: false,
  ...event,
})

const readBack = (...events: CalendarEvent[]) => readCalendarText(toIcs('Hall', events, NOW)).events
const wallTime = (instant: string) => civilNow(new Date(instant))

test('a weekly group at 10am is at 10am by the wall clock on both sides of each clock change', () => {
  const dates = ['2026-03-22', '2026-03-29', '2026-04-05', '2026-10-18', '2026-10-25', '2026-11-01']
  const events = dates.map((date) =>
    anEvent({ uid: date, startsAt: instantOf(`${date}T10:00`), endsAt: instantOf(`${date}T12:00`) }),
  )
  const read = readBack(...events)
  expect(read.map((event) => event.startsAt)).toEqual([
    '2026-03-22T10:00:00.000Z',
    '2026-03-29T09:00:00.000Z',
    '2026-04-05T09:00:00.000Z',
    '2026-10-18T09:00:00.000Z',
    '2026-10-25T10:00:00.000Z',
    '2026-11-01T10:00:00.000Z',
  ])
  expect(read.map((event) => wallTime(event.startsAt))).toEqual(dates.map((date) => `${date}T10:00`))
  expect(read.map((event) => wallTime(event.endsAt))).toEqual(dates.map((date) => `${date}T12:00`))
})

const pad = (n: number) => String(n).padStart(2, '0')
const wallTimes = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2045-01-01'), noInvalidDate: true })
  .map((day) => `${day.toISOString().slice(0, 10)}T${pad(day.getUTCHours())}:${pad(day.getUTCMinutes())}`)

test('whatever the time zone of the computer, the wall time that is read back is the one that was stored', () => {
  fc.assert(
    fc.property(wallTimes.filter(wallTimeExists), (start) => {
      const startsAt = instantOf(start)
      const [read] = readBack(anEvent({ startsAt, endsAt: startsAt }))
      expect(wallTime(read?.startsAt ?? '')).toBe(start)
    }),
    { examples: [['2026-03-29T02:00'], ['2026-03-29T00:59'], ['2026-10-25T01:30'], ['2026-10-25T02:00']] },
  )
})

test('a time in the hour that March leaves out is an hour later, and one in the hour that October repeats is the first', () => {
  expect(instantOf('2026-03-29T01:30')).toBe('2026-03-29T01:30:00Z')
  expect(wallTime('2026-03-29T01:30:00Z')).toBe('2026-03-29T02:30')
  expect(instantOf('2026-10-25T01:30')).toBe('2026-10-25T00:30:00Z')
})

test('every time is written in UTC, so that no program has to know the zone', () => {
  const text = toIcs('Hall', [anEvent({ changedAt: '2026-11-20T08:00:00.000Z' })], NOW)
  expect(text).toContain('DTSTART:20261124T100000Z\r\n')
  expect(text).toContain('DTSTAMP:20261123T090000Z\r\n')
  expect(text).toContain('LAST-MODIFIED:20261120T080000Z\r\n')
  expect(text).toContain('METHOD:PUBLISH\r\n')
  expect(text).not.toContain('TZID')
})

const traps = [
  'Tea, cake; and talk',
  'Back\\slash',
  'Two\nlines',
  '👩‍👧 Stay & play – Ó’Neill',
  'n'.repeat(400),
  'é'.repeat(200),
]

test.each(traps)('a title and a place are read back as they were written: %j', (title) => {
  const [read] = readBack(anEvent({ title, place: title }))
  expect(read).toMatchObject({ title, place: title })
})

test('any text a person can type is read back as it was written, and every line is short enough', () => {
  const typed = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/[\p{Cc}]/u.test(text))
  fc.assert(
    fc.property(typed, typed, (title, place) => {
      const [read] = readBack(anEvent({ title, place }))
      expect(read).toMatchObject({ title, place })
      const lines = toIcs(title, [anEvent({ title, place })], NOW).split('\r\n')
      expect(lines.every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true)
    }),
  )
})

test('what is not certain says so and takes nobody’s time, and what was cancelled is there as cancelled', () => {
  const text = (status: CalendarEvent['status']) => toIcs('Hall', [anEvent({ status })], NOW)
  expect(text('confirmed')).toMatch(/TRANSP:OPAQUE[^]*STATUS:CONFIRMED/)
  expect(text('tentative')).toMatch(/TRANSP:TRANSPARENT[^]*STATUS:TENTATIVE/)
  expect(text('cancelled')).toMatch(/TRANSP:TRANSPARENT[^]*STATUS:CANCELLED/)
})

test('a calendar without anything in it is a calendar all the same', () => {
  expect(readBack()).toEqual([])
})
