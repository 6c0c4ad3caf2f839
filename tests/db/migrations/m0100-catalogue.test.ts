import { expect, test } from 'vitest'
import { anOlderFile, aSchema } from './schema.ts'

const check = /CHECK constraint failed/

test('a file of the program before keeps its programmes, groups and sessions, and invents nothing about them', () => {
  const connection = anOlderFile(
    90,
    `INSERT INTO programme VALUES ('programme', 'Bounce Back', 'Bounce Back', NULL, NULL, 'closed', 'person', 8, 12, NULL, NULL, NULL, 0, 1, 'teal', NULL, 0, 1);
    INSERT INTO programme_group VALUES ('group', 'programme', NULL, NULL, 'Bounce Back', 'bounce back', 'Bounce Back', 12, 0, NULL, 1);
    INSERT INTO session (id, group_id, starts_at, ends_at, did_not_run, changed_by_hand, version) VALUES ('session', 'group', '2026-11-24T10:00', '2026-11-24T12:00', 0, 0, 1);`,
  )
  const row = (sql: string) => connection.prepare(sql).get()
  expect(row('SELECT edition, complete_at, staff_needed, needs_training, retires_on FROM programme')).toEqual({ edition: 1, complete_at: null, staff_needed: null, needs_training: 0, retires_on: null }) // prettier-ignore
  expect(row('SELECT edition, mode, complete_at, paused_on FROM programme_group')).toEqual({ edition: 1, mode: 'in-person', complete_at: null, paused_on: null }) // prettier-ignore
  expect(row('SELECT topic, kind, mode, invited_only, paused FROM session')).toEqual({ topic: null, kind: 'group', mode: null, invited_only: 0, paused: 0 }) // prettier-ignore
})

test('a programme is not its own pair, and completing it takes a session at least', () => {
  const { refuses } = aSchema()
  refuses('programme', { id: 'self', linked_programme_id: 'self' }, check)
  refuses('programme', { complete_at: 0 }, check)
  refuses('programme', { room_needs: 'kitchen' }, check)
})

test('a session of the manual has a place in its order, and an edition is kept once', () => {
  const { refuses } = aSchema()
  refuses('programme_session', { position: 0 }, check)
  refuses('programme_session', { kind: 'course' }, check)
  refuses('programme_edition', {}, /UNIQUE/)
  refuses('staff_training', {}, /UNIQUE/)
})

test('a group that is paused says since when and why', () => {
  const { put, refuses } = aSchema()
  refuses('programme_group', { paused_on: '2026-12-01' }, check)
  refuses('programme_group', { paused_reason: 'Flood' }, check)
  put('programme_group', { paused_on: '2026-12-01', paused_reason: 'Flood' })
})

test('somebody delivers a session once, and is invited to it once', () => {
  const { refuses } = aSchema()
  refuses('session_staff', {}, /UNIQUE/)
  refuses('session_staff', { session_id: 'session', staff_id: 'staff', minutes: 1441 }, check)
  refuses('session_invitee', {}, /UNIQUE/)
})
