import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  movedByKey,
  movedTo,
  movedToRow,
  rowBeside,
  shifted,
  stretched,
  stretchedTo,
  targetOf,
  type Target,
} from '../../../shared/bookings/board-move.rules.ts'
import { minuteOf } from '../../../shared/bookings/day-board.rules.ts'
import { theBooking } from '../../support/board-factories.ts'

const hours = { from: '08:00', to: '20:00' }
const date = '2026-11-24'
const hall = { roomId: 'hall', date }
const small = { roomId: 'small', date }
const tomorrow = { roomId: 'hall', date: '2026-11-25' }
const rows = [hall, small, tomorrow]
const at = (from: string, to: string, roomId = 'hall'): Target => ({
  roomId,
  startsAt: `${date}T${from}`,
  endsAt: `${date}T${to}`,
})
const said = (target: Target | null | undefined) =>
  target && `${target.roomId} ${target.startsAt.slice(8)} ${target.endsAt.slice(11)}`

describe('moving in time', () => {
  test('goes by quarters of an hour, and first to the next quarter', () => {
    expect(said(shifted(at('10:00', '11:00'), 1, hours))).toBe('hall 24T10:15 11:15')
    expect(said(shifted(at('10:07', '11:07'), 1, hours))).toBe('hall 24T10:15 11:15')
    expect(said(shifted(at('10:07', '11:07'), -1, hours))).toBe('hall 24T10:00 11:00')
  })
  test('stops at the edges of the board, with its whole length', () => {
    expect(said(shifted(at('08:00', '09:00'), -1, hours))).toBe('hall 24T08:00 09:00')
    expect(said(shifted(at('19:00', '20:00'), 1, hours))).toBe('hall 24T19:00 20:00')
    expect(said(movedTo(at('10:00', '12:00'), hall, 19 * 60 + 50, hours))).toBe('hall 24T18:00 20:00')
  })
  test('with the pointer goes to the nearest quarter of its row', () => {
    expect(said(movedTo(at('10:00', '11:00'), small, 600 + 7, hours))).toBe('small 24T10:00 11:00')
    expect(said(movedTo(at('10:00', '11:00'), tomorrow, 600 + 8, hours))).toBe('hall 25T10:15 11:15')
  })
})

describe('stretching', () => {
  test('moves one edge and leaves the other', () => {
    expect(said(stretched(at('10:00', '11:00'), 'end', 1, hours))).toBe('hall 24T10:00 11:15')
    expect(said(stretched(at('10:00', '11:00'), 'start', -1, hours))).toBe('hall 24T09:45 11:00')
    expect(said(stretchedTo(at('10:00', '11:00'), 'end', 12 * 60 + 20, hours))).toBe('hall 24T10:00 12:15')
  })
  test('leaves a quarter of an hour at least', () => {
    expect(said(stretchedTo(at('10:00', '11:00'), 'end', 9 * 60, hours))).toBe('hall 24T10:00 10:15')
    expect(said(stretchedTo(at('10:00', '11:00'), 'start', 15 * 60, hours))).toBe('hall 24T10:45 11:00')
  })
})

test('another row keeps the time of day, on the row’s own date', () => {
  expect(said(movedToRow(at('10:00', '11:00'), tomorrow))).toBe('hall 25T10:00 11:00')
  expect(rowBeside(rows, hall, 1)).toBe(small)
  expect(rowBeside(rows, hall, -1)).toBe(hall)
})

test('each key that a person presses does what the same drag would', () => {
  const board = { rows, hours }
  const by = (key: string, shift = false) => said(movedByKey({ key, shift }, at('10:00', '11:00'), board))
  expect(by('ArrowRight')).toBe(said(movedTo(at('10:00', '11:00'), hall, 615, hours)))
  expect(by('ArrowLeft')).toBe('hall 24T09:45 10:45')
  expect(by('ArrowDown')).toBe(said(movedTo(at('10:00', '11:00'), small, 600, hours)))
  expect(by('ArrowUp')).toBe('hall 24T10:00 11:00')
  expect(by('ArrowRight', true)).toBe(said(stretchedTo(at('10:00', '11:00'), 'end', 675, hours)))
  expect(by('ArrowLeft', true)).toBe('hall 24T10:00 10:45')
  expect(by('ArrowUp', true)).toBe('hall 24T09:45 11:00')
  expect(by('ArrowDown', true)).toBe('hall 24T10:15 11:00')
  expect(by('Enter')).toBeNull()
})

test('whatever the keys and the pointer do, a booking stays on one date, inside the board and the right way round', () => {
  const key = fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown')
  fc.assert(
    fc.property(fc.array(fc.record({ key, shift: fc.boolean() }), { maxLength: 80 }), (keys) => {
      let target = at('10:10', '11:40')
      for (const one of keys) target = movedByKey(one, target, { rows, hours }) ?? target
      expect(target.startsAt.slice(0, 10)).toBe(target.endsAt.slice(0, 10))
      expect(minuteOf(target.endsAt) - minuteOf(target.startsAt)).toBeGreaterThanOrEqual(15)
      expect(target.startsAt.slice(11) >= hours.from && target.endsAt.slice(11) <= hours.to).toBe(true)
      expect(rows).toContainEqual({ roomId: target.roomId, date: target.startsAt.slice(0, 10) })
    }),
  )
})

test('a booking that was left early moves with the time it took', () => {
  const left = theBooking(1, { endedAt: '2026-11-24T10:30' })
  expect(targetOf(left)).toMatchObject({ startsAt: '2026-11-24T10:00', endsAt: '2026-11-24T10:30' })
})
