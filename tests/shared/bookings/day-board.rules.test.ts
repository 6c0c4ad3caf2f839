import { describe, expect, test } from 'vitest'
import { alongBoard, hourMarks, hoursOf, stretchesOf } from '../../../shared/bookings/day-board.rules.ts'
import type { bookingStatuses } from '../../../shared/bookings/bookings.contract.ts'
import type { Shut } from '../../../shared/bookings/day-board.rules.ts'
import { roomId, type RoomId } from '../../../shared/ids.ts'

const hall = roomId.parse('0192f0c1-2b3c-7d4e-8f90-000000000001')
const half = roomId.parse('0192f0c1-2b3c-7d4e-8f90-000000000002')
const other = roomId.parse('0192f0c1-2b3c-7d4e-8f90-000000000003')
const date = '2026-11-24'
const hours = { from: '09:00', to: '12:00' }
const booked = (room: RoomId, from: string, to: string, buffer: [string, string] = [from, to]) => ({
  roomId: room,
  startsAt: `${date}T${from}`,
  endsAt: `${date}T${to}`,
  heldFrom: `${date}T${buffer[0]}`,
  heldUntil: `${date}T${buffer[1]}`,
  endedAt: null,
  status: 'confirmed' as (typeof bookingStatuses)[number], // as: a test gives it another
})
const said = (bookings: ReturnType<typeof booked>[], closed: readonly Shut[] = []) =>
  stretchesOf({ id: hall, sharing: new Set([half]), date, hours, closed }, bookings).map(
    ({ kind, from, to, lane }) =>
      `${kind} ${from.slice(11)} ${to.slice(11)}${lane === 0 ? '' : ` in lane ${lane}`}`,
  )

describe('a room’s day', () => {
  test('that is empty is free in half hours', () => {
    expect(said([])).toEqual([
      'free 09:00 09:30',
      'free 09:30 10:00',
      'free 10:00 10:30',
      'free 10:30 11:00',
      'free 11:00 11:30',
      'free 11:30 12:00',
    ])
  })

  test('has no free piece inside a booking’s set-up and clear-down, and leaves out slivers', () => {
    expect(said([booked(hall, '10:00', '11:00', ['09:45', '11:27'])])).toEqual([
      'free 09:00 09:30',
      'free 09:30 09:45',
      'booking 09:45 11:27',
      'free 11:30 12:00',
    ])
  })

  test('is taken while a part of it is booked, and not while a room apart is', () => {
    expect(said([booked(half, '09:00', '11:30'), booked(other, '11:30', '12:00')])).toEqual([
      'taken 09:00 11:30',
      'free 11:30 12:00',
    ])
  })

  test('is one stretch of taken when two parts are booked across each other', () => {
    const stretches = stretchesOf({ id: hall, sharing: new Set([half, other]), date, hours }, [
      booked(half, '09:00', '10:30'),
      booked(other, '10:00', '12:00'),
    ])
    expect(stretches).toMatchObject([{ kind: 'taken', to: `${date}T12:00`, bookings: [{}, {}] }])
  })

  test('shows bookings that touch as two', () => {
    expect(said([booked(hall, '09:00', '10:30'), booked(hall, '10:30', '12:00')])).toEqual([
      'booking 09:00 10:30',
      'booking 10:30 12:00',
    ])
  })
})

describe('what holds nothing', () => {
  test('lies beside the free time that it leaves, each where nothing else of its time is', () => {
    const pencilled = (from: string, to: string) => ({
      ...booked(hall, from, to),
      status: 'tentative' as const,
    })
    const stretches = said([
      booked(hall, '09:00', '11:30'),
      pencilled('10:00', '11:00'),
      { ...pencilled('10:30', '12:00'), status: 'cancelled' as const },
      pencilled('11:00', '12:00'),
    ])
    expect(stretches).toEqual([
      'booking 09:00 11:30',
      'free 11:30 12:00',
      'booking 10:00 11:00 in lane 1',
      'booking 10:30 12:00 in lane 2',
      'booking 11:00 12:00 in lane 1',
    ])
  })

  test('of a part does not take the whole', () => {
    expect(said([{ ...booked(half, '09:00', '12:00'), status: 'requested' as const }])).toHaveLength(6)
  })
})

describe('a closure', () => {
  const shut = (from: string, to: string) => ({ startsAt: from, endsAt: to, reason: 'Boiler' })
  test('takes the time that nobody has booked, over days and for part of one', () => {
    expect(said([booked(hall, '10:00', '11:00')], [shut('2026-11-20T00:00', `${date}T11:30`)])).toEqual([
      'closed 09:00 10:00',
      'booking 10:00 11:00',
      'closed 11:00 11:30',
      'free 11:30 12:00',
    ])
  })
  test('of another day, or that ends as the day begins, is not shown', () => {
    expect(said([], [shut('2026-11-23T00:00', `${date}T09:00`)])).not.toContainEqual(
      expect.stringContaining('closed'),
    )
  })
  test('that overlaps another goes on from it', () => {
    const both = [shut(`${date}T09:00`, `${date}T10:30`), shut(`${date}T10:00`, `${date}T11:30`)]
    expect(said([], both)).toEqual(['closed 09:00 10:30', 'closed 10:30 11:30', 'free 11:30 12:00'])
  })
})

describe('the hours of the board', () => {
  test('are the usual ones, or longer by whole hours', () => {
    expect(hoursOf([], hours)).toEqual(hours)
    expect(hoursOf([booked(hall, '08:40', '12:00')], hours)).toEqual({ from: '08:00', to: '12:00' })
    expect(hoursOf([booked(hall, '11:00', '20:10')], hours)).toEqual({ from: '09:00', to: '21:00' })
    expect(hoursOf([booked(hall, '11:00', '23:30')], hours)).toEqual({ from: '09:00', to: '23:59' })
  })
  test('are marked at each hour but the last', () => {
    expect(hourMarks(hours)).toEqual(['09:00', '10:00', '11:00'])
  })
  test('place a time along the board and never off it', () => {
    expect([alongBoard(`${date}T10:30`, hours), alongBoard(`${date}T07:00`, hours)]).toEqual([0.5, 0])
  })
})
