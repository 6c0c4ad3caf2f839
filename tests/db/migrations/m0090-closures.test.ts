import { test } from 'vitest'
import { aSchema } from './schema.ts'

const check = /CHECK constraint failed/

test('a closure lasts, may last for days, and begins once at a time', () => {
  const { put, refuses } = aSchema()
  refuses('closure_time', { starts_at: '2026-12-05T09:00', ends_at: '2026-12-05T09:00' }, check)
  refuses('closure_time', {}, /UNIQUE/)
  put('closure_time', { starts_at: '2026-12-24T00:00', ends_at: '2027-01-04T00:00' })
})

test('a closure names a building once, and each of its rooms once', () => {
  const { put, refuses } = aSchema()
  refuses('closure_place', {}, /UNIQUE/)
  put('closure_place', { room_id: 'room' })
  refuses('closure_place', { room_id: 'room' }, /UNIQUE/)
})

test('a closure that was lifted says when and why', () => {
  const { put, refuses } = aSchema()
  refuses('closure', { lifted_at: '2026-12-02T10:00' }, check)
  refuses('closure', { lifted_reason: 'Mended' }, check)
  put('closure', { lifted_at: '2026-12-02T10:00', lifted_reason: 'Mended' })
})

test('one thing is decided of a booking that a closure hits', () => {
  const { refuses } = aSchema()
  refuses('closure_choice', {}, /UNIQUE/)
  refuses('closure_choice', { did: 'leave' }, check)
})

test('a person keeps a view under one name for each screen', () => {
  const { put, refuses } = aSchema()
  refuses('saved_view', {}, /UNIQUE/)
  refuses('saved_view', { name_key: 'west', screen: 'register' }, check)
  refuses('saved_view', { name_key: 'west', state: 'west' }, check)
  put('saved_view', { screen: 'calendar' })
})
