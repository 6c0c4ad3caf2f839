import { describe, expect, test } from 'vitest'
import { ruleSchema } from '../../../shared/series/rule.ts'
import { anOlderFile, aSchema } from './schema.ts'

const check = /CHECK constraint failed/

/** A file as the program before made it: one series that left a date out, with a session kept, moved and cancelled. */
const before = `
INSERT INTO building VALUES ('building', 'Centre', 'centre', NULL, NULL, NULL, 0, 0, 1);
INSERT INTO room VALUES ('room', 'building', 'Hall', 30, 1, 15, 15, NULL, 0, 0, 1);
INSERT INTO programme VALUES ('programme', 'Bounce Back', 'Bounce Back', NULL, NULL, 'closed', 'person', 8, 12, NULL, NULL, NULL, 0, 1, 'teal', NULL, 0, 1);
INSERT INTO series VALUES ('series', '2026-11-24', 2, '10:00', '12:00', 2, 3, 1, 0);
INSERT INTO series_skip VALUES ('skip', 'series', '2026-12-22', 'School holiday');
INSERT INTO programme_group VALUES ('group', 'programme', 'series', 'building', 'Bounce Back', 'bounce back', 'Bounce Back', 12, 0, NULL, 1);
INSERT INTO session VALUES ('kept', 'group', 'series', '2026-11-24T10:00', '2026-11-24T12:00', 0, NULL, 0, NULL, NULL, 1);
INSERT INTO session VALUES ('moved', 'group', 'series', '2026-12-09T13:00', '2026-12-09T15:00', 0, NULL, 1, NULL, NULL, 2);
INSERT INTO session VALUES ('off', 'group', 'series', '2027-01-05T10:00', '2027-01-05T12:00', 1, 'Snow', 1, NULL, NULL, 2);
INSERT INTO booking VALUES ('b-kept', 'room', 'kept', '2026-11-24T10:00', '2026-11-24T12:00', 15, 15, '2026-11-24T09:45', '2026-11-24T12:15', 'session', 'Bounce Back', NULL, NULL, 0, NULL, 1);
INSERT INTO booking VALUES ('b-moved', 'room', 'moved', '2026-12-09T13:00', '2026-12-09T15:00', 15, 15, '2026-12-09T12:45', '2026-12-09T15:15', 'session', 'Bounce Back', NULL, NULL, 0, NULL, 2);
INSERT INTO booking VALUES ('b-off', 'room', 'off', '2027-01-05T10:00', '2027-01-05T12:00', 15, 15, '2027-01-05T09:45', '2027-01-05T12:15', 'session', 'Bounce Back', NULL, NULL, 1, 'Snow', 2);
INSERT INTO booking VALUES ('b-visit', 'room', NULL, '2026-11-25T10:00', '2026-11-25T11:00', 0, 0, '2026-11-25T10:00', '2026-11-25T11:00', 'contact', 'Contact visit', 'Bring toys', 'Sam', 0, NULL, 1);`

describe('a file of the program before', () => {
  test('keeps each series as a rule that says the same', () => {
    const rule = anOlderFile(60, before).prepare(`SELECT rule FROM series`).pluck().get()
    expect(ruleSchema.parse(JSON.parse(String(rule)))).toEqual({
      firstDate: '2026-11-24',
      startTime: '10:00',
      endTime: '12:00',
      repeats: { kind: 'weeks', every: 2, weekdays: [2] },
      ends: { kind: 'after', sessions: 3 },
      school: 'term',
      skipBankHolidays: false,
      skipClosures: true,
    })
  })

  test('keeps every booking, who holds the room, and what was changed by hand', () => {
    const rows = anOlderFile(60, before)
      .prepare(
        `SELECT id, session_id, status, cancelled_reason, private, note, contact, own_time, version FROM booking ORDER BY id`,
      ) // prettier-ignore
      .all()
    expect(rows).toEqual([
      { id: 'b-kept', session_id: 'kept', status: 'confirmed', cancelled_reason: null, private: 0, note: null, contact: null, own_time: 0, version: 1 },
      { id: 'b-moved', session_id: 'moved', status: 'confirmed', cancelled_reason: null, private: 0, note: null, contact: null, own_time: 1, version: 2 },
      { id: 'b-off', session_id: 'off', status: 'cancelled', cancelled_reason: 'Snow', private: 0, note: null, contact: null, own_time: 1, version: 2 },
      { id: 'b-visit', session_id: null, status: 'confirmed', cancelled_reason: null, private: 1, note: 'Bring toys', contact: 'Sam', own_time: 0, version: 1 },
    ]) // prettier-ignore
  })

  test('knows which date of its series a session is, and which dates were left out', () => {
    const connection = anOlderFile(60, before)
    expect(connection.prepare(`SELECT series_date FROM session ORDER BY id`).pluck().all()).toEqual([
      '2026-11-24',
      '2026-12-09',
      '2027-01-05',
    ])
    expect(connection.prepare(`SELECT date, reason, kind FROM series_skip`).all()).toEqual([
      { date: '2026-12-22', reason: 'School holiday', kind: 'holiday' },
    ])
  })

  test('still refuses a double booking, and journals every change', () => {
    const connection = anOlderFile(60, before)
    connection.exec(`UPDATE current_command SET id = 'later'`)
    const double = `UPDATE booking SET held_from = '2026-11-24T11:00', held_until = '2026-11-24T13:00', starts_at = '2026-11-24T11:00', ends_at = '2026-11-24T13:00' WHERE id = 'b-visit'`
    expect(() => connection.exec(double)).toThrow(/no_double_booking/)
    connection.exec(`UPDATE booking SET people = 4 WHERE id = 'b-visit'; UPDATE session SET version = 9`)
    expect(connection.prepare(`SELECT count(*) FROM journal WHERE command_id = 'later'`).pluck().get()).toBe(
      4,
    )
  })
})

const at = (from: string, to: string) => ({
  session_id: null,
  purpose: 'partner',
  starts_at: `2026-11-24T${from}`,
  ends_at: `2026-11-24T${to}`,
  held_from: `2026-11-24T${from}`,
  held_until: `2026-11-24T${to}`,
})

describe('a booking', () => {
  test('holds its room only when it is certain, and cannot become so when the room has gone', () => {
    const { put, run } = aSchema()
    for (const status of ['tentative', 'requested', 'cancelled', 'no-show'])
      put('booking', { ...at('10:30', '11:30'), status })
    for (const status of ['tentative', 'requested', 'cancelled', 'no-show'])
      expect(() => run(`UPDATE booking SET status = 'confirmed' WHERE status = '${status}'`)).toThrow(
        /no_double_booking/,
      )
  })

  test('given back early holds the room no longer than that, and keeps the times that were planned', () => {
    const { put, refuses } = aSchema()
    put('booking', { ...at('14:00', '16:00'), held_until: '2026-11-24T15:00', ended_at: '2026-11-24T15:00' })
    put('booking', at('15:00', '16:00'))
    refuses('booking', { ...at('17:00', '18:00'), held_until: '2026-11-24T17:30' }, check)
    refuses('booking', { ...at('17:00', '18:00'), ended_at: '2026-11-24T18:00' }, check)
    refuses('booking', { ...at('17:00', '18:00'), ended_at: '2026-11-24T16:59' }, check)
  })

  test('of several rooms is one booking: a session has one, with as many further rooms as it needs', () => {
    const { put, refuses } = aSchema()
    put('room', { id: 'creche', name: 'Crèche' })
    put('booking', { room_id: 'creche', lead_id: 'booking' })
    refuses('booking', { ...at('13:00', '14:00'), purpose: 'session', session_id: 'session' }, /UNIQUE/)
    refuses('booking', { id: 'self', ...at('13:00', '14:00'), lead_id: 'self' }, check)
  })

  test('has equipment once each, and more than none of it', () => {
    const { refuses } = aSchema()
    refuses('booking_equipment', {}, /UNIQUE/)
    refuses('booking_equipment', { equipment_id: 'other' }, /FOREIGN KEY/)
    refuses('booking_equipment', { quantity: 0 }, check)
  })
})

test('the rule of a series is data that can be read', () => {
  const { refuses } = aSchema()
  refuses('series', { rule: 'Tuesdays' }, check)
})
