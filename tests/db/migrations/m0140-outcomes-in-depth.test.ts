import { expect, test } from 'vitest'
import { anOlderFile, aSchema } from './schema.ts'

const check = /CHECK constraint failed/
const frozen = /append_only/

test('the readings of a file of the program before stay, said by nobody in particular, in the first edition', () => {
  const connection = anOlderFile(
    130,
    `INSERT INTO measure VALUES ('m', 'Scale', 'scale', 0, 10, 1, 'higher-is-better', 0, NULL, 0, 1);
     INSERT INTO programme (id, name, public_title, delivery, place_kind, sensitive, co_delivered, colour, retired, version) VALUES ('p', 'P', 'P', 'closed', 'person', 0, 1, 'teal', 0, 1);
     INSERT INTO programme_group (id, programme_id, name, name_key, public_title, cancelled, version) VALUES ('g', 'p', 'G', 'g', 'G', 0, 1);
     INSERT INTO person (id, first_name, last_name, sort_key, search_key, match_key, safe_to_call, alert, provisional, version) VALUES ('a', 'Ada', 'L', 'l ada', ' ada l ', 'adal', 'not-asked', 0, 0, 1);
     INSERT INTO reading VALUES ('r', 'g', 'a', 'm', 'before', 0, 4.5, NULL, '2026-09-01', 3), ('s', 'g', 'a', 'm', 'after', 0, NULL, 'Away', '2026-10-01', 1);`,
  )
  expect(connection.prepare('SELECT id, edition, round, session_id, completed_by, value, not_done_reason, version FROM reading ORDER BY id').all()).toEqual([
    { id: 'r', edition: 1, round: 1, session_id: null, completed_by: 'not-said', value: 4.5, not_done_reason: null, version: 3 },
    { id: 's', edition: 1, round: 1, session_id: null, completed_by: 'not-said', value: null, not_done_reason: 'Away', version: 1 },
  ]) // prettier-ignore
  expect(connection.prepare('SELECT details, edition FROM measure').get()).toEqual({
    details: '{}',
    edition: 1,
  })
})

test('a family and its worker may each have a reading at one time point, and there may be several reviews', () => {
  const { put, refuses } = aSchema()
  put('reading', { completed_by: 'worker' })
  put('reading', { completed_by: 'family' })
  refuses('reading', { completed_by: 'family' }, /UNIQUE/)
  put('reading', { time_point: 'during', round: 1 })
  put('reading', { time_point: 'during', round: 2 })
  put('reading', { time_point: 'during', session_id: 'session' })
  refuses('reading', { time_point: 'during', round: 2 }, /UNIQUE/)
  refuses('reading', { round: 0 }, check)
  refuses('reading', { completed_by: 'neighbour' }, check)
  refuses('reading', { item: 41 }, check)
})

test('forms without a name are counted by answer, each answer once', () => {
  const { put, refuses } = aSchema()
  put('feedback_tally', { value: 5 })
  put('feedback_tally', { session_id: 'session' })
  refuses('feedback_tally', { people: 2 }, /UNIQUE/)
  refuses('feedback_tally', { value: 1, people: 0 }, check)
  refuses('feedback_asked', { people: 5 }, /UNIQUE/)
})

test('who waited on a day is never changed and never taken away, and a day is counted once', () => {
  const { run, refuses } = aSchema()
  expect(() => run('UPDATE waiting_snapshot SET definitions_version = 2')).toThrow(frozen)
  expect(() => run('DELETE FROM waiting_snapshot_line')).toThrow(frozen)
  expect(() => run(`UPDATE waiting_snapshot_line SET status = 'offered'`)).toThrow(frozen)
  refuses('waiting_snapshot', {}, /UNIQUE/)
})

test('what is known of a file that was made is never changed', () => {
  const { run } = aSchema()
  expect(() => run(`UPDATE file_made SET hash = 'other'`)).toThrow(frozen)
  expect(() => run('DELETE FROM file_made')).toThrow(frozen)
})

test('a person saves a report under a name once, and a layout has its name once in its kind', () => {
  const { put, refuses } = aSchema()
  refuses('saved_report', {}, /UNIQUE/)
  put('file_layout', { kind: 'synergy' })
  refuses('file_layout', {}, /UNIQUE/)
  refuses('file_layout', { kind: 'other' }, check)
})
