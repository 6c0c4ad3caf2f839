import { expect, test } from 'vitest'
import { aSchema } from './schema.ts'

const check = /CHECK constraint failed/

test('a building is open from one time to a later one, and starts once at a time', () => {
  const { put, refuses } = aSchema()
  refuses('opening_hours', { weekday: 0 }, check)
  refuses('opening_hours', { weekday: 8 }, check)
  refuses('opening_hours', { opens: '17:00', closes: '17:00' }, check)
  refuses('opening_hours', {}, /UNIQUE/)
  put('opening_hours', { opens: '18:00', closes: '21:00' })
})

test('a change of hours has days in order, and a way in begins once on a day', () => {
  const { put, refuses } = aSchema()
  refuses('opening_exception', { to_date: '2026-12-23' }, check)
  refuses('opening_exception_hours', { opens: '12:00', closes: '09:00' }, check)
  refuses('access', {}, /UNIQUE/)
  put('access', { room_id: 'room' })
  refuses('access', { room_id: 'room' }, /UNIQUE/)
  refuses('access', { from_date: '2027-01-01', kind: 'window' }, check)
})

test('equipment can be counted, a room has a feature once, and a place lies on the globe', () => {
  const { refuses } = aSchema()
  refuses('equipment', { quantity: -1 }, check)
  refuses('room_feature', {}, /UNIQUE/)
  refuses('building', { latitude: 91 }, check)
  refuses('building', { longitude: -181 }, check)
  refuses('room', { least_people: 0 }, check)
})

test('a person has a building once, in one half or both', () => {
  const { refuses } = aSchema()
  refuses('user_building', {}, /UNIQUE/)
  refuses('user', { name_key: 'sam', half: 'north' }, check)
})

test('what a building and a person had before has the ordinary of what is new', () => {
  const { connection } = aSchema()
  const columns = connection
    .prepare(
      `SELECT name, dflt_value FROM pragma_table_info('building') WHERE "notnull" = 1 AND dflt_value IS NOT NULL`,
    )
    .all()
  expect(columns).toEqual([{ name: 'opens_on_bank_holidays', dflt_value: '0' }])
})
