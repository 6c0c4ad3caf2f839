import { expect, test } from 'vitest'
import { aSchema } from './schema.ts'

const check = /CHECK constraint failed/

test('a term has two real-looking dates, and does not end before it starts', () => {
  const { put, refuses } = aSchema()
  put('term', { starts_on: '2026-11-02', ends_on: '2026-11-02' })
  refuses('term', { starts_on: '2026-11-02', ends_on: '2026-11-01' }, check)
  refuses('term', { starts_on: '2/11/2026' }, check)
  refuses('term', { ends_on: '18 December' }, check)
  refuses('term', { sample: 2 }, check)
})

test('a day is a bank holiday once', () => {
  const { put, refuses } = aSchema()
  put('bank_holiday', { id: '2026-12-28' })
  refuses('bank_holiday', { id: '2026-12-25' }, /UNIQUE/)
  refuses('bank_holiday', { id: 'Christmas' }, check)
})

test('a locality lies in one half, and no other name leads to two', () => {
  const { put, refuses } = aSchema()
  refuses('locality', { half: 'north' }, check)
  put('locality_alias', { alias_key: 'charnwood borough' })
  refuses('locality_alias', { alias_key: 'charnwood' }, /UNIQUE/)
})

test('a building may have no locality, but not one that does not exist', () => {
  const { put, refuses } = aSchema()
  put('building', { locality_id: null })
  refuses('building', { locality_id: 'nowhere' }, /FOREIGN KEY/)
  refuses('building', { archived: null }, /NOT NULL/)
})

test('a room holds somebody or nobody has said, and needs at most four hours before and after', () => {
  const { put, refuses } = aSchema()
  put('room', { capacity: null, step_free: null, setup_minutes: 0, cleardown_minutes: 240 })
  put('room', { capacity: 1 })
  refuses('room', { capacity: 0 }, check)
  refuses('room', { setup_minutes: -1 }, check)
  refuses('room', { cleardown_minutes: 241 }, check)
  refuses('room', { capacity: 'thirty' }, /cannot store TEXT value in INTEGER column/)
})

test('a room is never a part of itself', () => {
  const { put, refuses } = aSchema()
  put('room', { id: 'half', part_of_id: 'room' })
  refuses('room', { id: 'self', part_of_id: 'self' }, check)
})

test('rooms that share floor are the room, what it contains and what contains it, but not its other half', () => {
  const { put, connection } = aSchema()
  put('room', { id: 'front', part_of_id: 'room' })
  put('room', { id: 'back', part_of_id: 'room' })
  put('room', { id: 'corner', part_of_id: 'front' })
  const shares = (room: string) =>
    connection
      .prepare(`SELECT other_id FROM room_overlap WHERE room_id = ? ORDER BY other_id`)
      .pluck()
      .all(room)
  expect(shares('room')).toEqual(['back', 'corner', 'front', 'room'])
  expect(shares('front')).toEqual(['corner', 'front', 'room'])
  expect(shares('back')).toEqual(['back', 'room'])
  expect(shares('corner')).toEqual(['corner', 'front', 'room'])
})

test('staff are in a known stream, and users in a known role, by one name each', () => {
  const { put, refuses } = aSchema()
  refuses('staff', { stream: 'finance' }, check)
  put('user', { name_key: 'eve', role: 'facilitator', staff_id: 'staff' })
  refuses('user', { name_key: 'ada' }, /UNIQUE/)
  refuses('user', { name_key: 'eve 2', role: 'god' }, check)
})

test('what is used cannot be deleted', () => {
  const { run } = aSchema()
  for (const table of ['locality', 'building', 'room', 'staff', 'user'])
    expect(() => run(`DELETE FROM ${table}`), table).toThrow(/FOREIGN KEY/)
})
