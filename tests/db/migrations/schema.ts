import Database from 'better-sqlite3'
import type Sqlite from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { migrate } from '../../../db/migrate.ts'
import { migrations } from '../../../db/migrations/index.ts'

type Row = Readonly<Record<string, string | number | null>>

const times = { starts_at: '2026-11-24T10:00', ends_at: '2026-11-24T12:00' }
const holds = {
  setup_minutes: 15,
  cleardown_minutes: 15,
  held_from: '2026-11-24T09:45',
  held_until: '2026-11-24T12:15',
}

/** One row of each table that is right in every way, in an order in which they can be put in. */
export const right = {
  setting: { id: 'service-name', value: 'Service' },
  term: { id: 'term', name: 'Autumn', starts_on: '2026-11-02', ends_on: '2026-12-18', sample: 0, version: 1 },
  bank_holiday: { id: '2026-12-25', name: 'Christmas Day' },
  locality: { id: 'locality', name: 'Charnwood', half: 'east' },
  locality_alias: { id: 'alias', locality_id: 'locality', alias: 'Charnwood', alias_key: 'charnwood' },
  building: { id: 'building', name: 'Centre', name_key: 'centre', locality_id: 'locality', address: null, phone: null, latitude: null, longitude: null, opens_on_bank_holidays: 0, note: null, sample: 0, archived: 0, version: 1 },
  room: { id: 'room', building_id: 'building', name: 'Hall', capacity: 30, step_free: 1, setup_minutes: 15, cleardown_minutes: 15, part_of_id: null, least_people: null, floor: null, phone: null, note: null, needs_approval: 0, sample: 0, archived: 0, version: 1 },
  room_feature: { id: 'feature', room_id: 'room', name: 'Kitchen', name_key: 'kitchen' },
  opening_hours: { id: 'hours', building_id: 'building', weekday: 1, opens: '09:00', closes: '17:00' },
  opening_exception: { id: 'exception', building_id: 'building', from_date: '2026-12-24', to_date: '2026-12-24', reason: 'Christmas Eve', version: 1 },
  opening_exception_hours: { id: 'exception-hours', exception_id: 'exception', opens: '09:00', closes: '12:00' },
  access: { id: 'access', building_id: 'building', room_id: null, from_date: '2026-01-01', kind: 'key', key_holder: 'Sam', code: null, note: null, version: 1 },
  equipment: { id: 'equipment', building_id: 'building', name: 'Projector', quantity: 2, archived: 0, version: 1 },
  staff: { id: 'staff', name: 'Sam', name_key: 'sam', job_title: null, stream: 'family', locality_id: null, phone: null, email: null, archived: 0, version: 1 },
  user: { id: 'user', name: 'Ada', name_key: 'ada', role: 'administrator', staff_id: null, half: null, disabled: 0, version: 1 },
  user_building: { id: 'user-building', user_id: 'user', building_id: 'building' },
  credential: { id: 'user', passphrase_hash: 'hash', last_signed_in_at: null },
  family: { id: 'family', name: 'Patel', name_key: 'patel', version: 1 },
  person: { id: 'person', family_id: 'family', first_name: 'Mia', last_name: 'Patel', known_as: null, sort_key: 'patel mia', search_key: ' mia patel', match_key: 'miapatel', date_of_birth: '2016-05-04', mosaic_id: '1', phone: null, safe_to_call: 'yes', allergies: null, alert: 0, provisional: 0, version: 1, safe_to_text: 'yes', safe_to_write: 'no', email: null, address: null, postcode: null, locality_id: 'locality', access_needs: null, language: null, interpreter: 0, merged_into_id: null },
  person_adult: { id: 'adult', person_id: 'person', adult_id: null, name: 'Gran', phone: null, relation: 'Grandparent', parental_responsibility: 'no', may_collect: 'yes', emergency: 1, note: null, version: 1 },
  consent: { id: 'consent', person_id: 'person', kind: 'photos', answer: 'yes', on_date: '2026-11-01', step: 1, given_by: 'Gran', until_date: null, recorded_by: 'user' },
  person_reference: { id: 'reference', person_id: 'person', system: 'Core+', system_key: 'core+', value: '77' },
  alert_note: { id: 'alert', person_id: 'person', note: 'Speak to the lead', on_date: '2026-11-01', until_date: null, written_by: 'user', version: 1 },
  programme: { id: 'programme', name: 'Bounce Back', public_title: 'Bounce Back', audience: null, theme: null, delivery: 'closed', place_kind: 'person', age_from: 8, age_to: 12, usual_sessions: null, session_minutes: null, usual_places: null, sensitive: 0, co_delivered: 1, colour: 'teal', source: null, retired: 0, version: 1, edition: 1, complete_at: 8, staff_needed: 2, needs_training: 0, retires_on: null, room_needs: '{}', linked_programme_id: null },
  programme_session: { id: 'topic', programme_id: 'programme', position: 1, title: 'Feelings', kind: 'group', minutes: 90, retired: 0 },
  programme_edition: { id: 'edition', programme_id: 'programme', number: 1, until_date: '2026-10-01', content: '{}' },
  staff_training: { id: 'training', staff_id: 'staff', programme_id: 'programme', trained_on: '2025-03-01', expires_on: null },
  series: { id: 'series', rule: '{}' },
  series_skip: { id: 'skip', series_id: 'series', date: '2026-12-25', reason: 'Christmas Day', kind: 'bank-holiday' },
  programme_group: { id: 'group', programme_id: 'programme', series_id: 'series', building_id: 'building', name: 'Bounce Back', name_key: 'bounce back', public_title: 'Bounce Back', capacity: 12, cancelled: 0, cancelled_reason: null, version: 1, edition: 1, mode: 'in-person', complete_at: 8, paused_on: null, paused_reason: null, linked_group_id: null },
  group_facilitator: { id: 'lead', group_id: 'group', staff_id: 'staff' },
  session: { id: 'session', group_id: 'group', series_id: 'series', ...times, did_not_run: 0, reason: null, changed_by_hand: 0, series_date: '2026-11-24', register_completed_at: null, register_completed_by: null, version: 1, topic_id: 'topic', topic: 'Feelings', kind: 'group', mode: null, note: null, make_up_for_id: null, invited_only: 0, paused: 0 },
  session_invitee: { id: 'invitee', session_id: 'session', person_id: 'person' },
  session_staff: { id: 'delivered', session_id: 'session', staff_id: 'staff', part: 'lead', minutes: null },
  session_headcount: { id: 'heads', session_id: 'session', role: 'child', people: 0 },
  booking: { id: 'booking', room_id: 'room', session_id: 'session', ...times, ...holds, purpose: 'session', title: 'Bounce Back', note: null, contact: null, private: 0, people: null, layout: null, status: 'confirmed', expires_on: null, cancelled_reason: null, override_reason: null, booked_by: null, lead_id: null, series_id: null, series_date: null, own_time: 0, own_room: 0, own_details: 0, checked_in_at: null, ended_at: null, version: 1 },
  booking_equipment: { id: 'with', booking_id: 'booking', equipment_id: 'equipment', quantity: 1 },
  closure: { id: 'closure', reason: 'Boiler', note: null, everywhere: 0, pattern: null, lifted_at: null, lifted_reason: null, closed_by: 'user', version: 1 },
  closure_place: { id: 'closure-place', closure_id: 'closure', building_id: 'building', room_id: null },
  closure_time: { id: 'closure-time', closure_id: 'closure', starts_at: '2026-12-01T09:00', ends_at: '2026-12-03T17:00' },
  closure_choice: { id: 'choice', closure_id: 'closure', booking_id: 'booking', did: 'move', from_room_id: 'room' },
  saved_view: { id: 'view', user_id: 'user', name: 'East', name_key: 'east', screen: 'rooms', state: '{}', version: 1 },
  enrolment: { id: 'enrolment', group_id: 'group', person_id: 'person', version: 1, role: 'child', source: 'School', referred_on: '2026-11-01', reference: null, priority: 0, note: null },
  enrolment_event: { id: 'event', enrolment_id: 'enrolment', on_date: '2026-11-20', step: 1, status: 'enrolled', reason: null, reason_kind: null, expires_on: null, override_reason: null, recorded_at: null, recorded_by: null },
  must_not_meet: { id: 'apart', person_id: 'person', other_id: 'sibling', reason: 'Court order', on_date: '2026-11-01', until_date: null, written_by: 'user', version: 1 },
  not_the_same: { id: 'two', person_id: 'person', other_id: 'sibling', decided_at: '2026-11-24T12:30:00.000Z', decided_by: 'user' },
  person_merge: { id: 'merge', kept_id: 'person', gone_id: 'sibling', merged_at: '2026-11-24T12:30:00.000Z', merged_by: 'user', moved: '[]' },
  offer_skip: { id: 'passed-over', enrolment_id: 'enrolment', offered_id: 'enrolment-sibling', reason: 'On holiday', at: '2026-11-24T12:30:00.000Z', by_user: 'user' },
  contact: { id: 'contact', person_id: 'person', group_id: 'group', at: '2026-11-24T12:30', way: 'phone', about: 'absence', outcome: 'reached', note: null, next_step: null, by_user: 'user', version: 1 },
  need_answer: { id: 'answer', kind: 'no-facilitator', subject_id: 'group', answer: 'Sam is back on Monday', until_date: '2026-12-01', at: '2026-11-24T12:30:00.000Z', by_user: 'user' },
  mark_code: { id: 'P', label: 'Present', attended: 1, expected: 1, position: 1, retired: 0, contact: 0, apology: 0, minutes: null, key: null, version: 1 },
  mark: { id: 'mark', session_id: 'session', person_id: 'person', code: 'P', marked_at: '2026-11-24T10:05:00.000Z', marked_by: 'user', version: 1, minutes: null, note: null },
  mark_correction: { id: 'correction', session_id: 'session', person_id: 'person', from_code: null, to_code: 'P', reason: null, at: '2026-12-24T10:05:00.000Z', by_user: 'user' },
  import_batch: { id: 'batch', group_id: 'group', file_name: null, at: '2026-11-20T10:00:00.000Z' },
  import_left_out: { id: 'left-out', batch_id: 'batch', row_number: 3, cells: '[]', reason: 'No name' },
  measure: { id: 'measure', name: 'Scale', kind: 'scale', minimum: 0, maximum: 10, whole_numbers: 1, direction: 'higher-is-better', goal_limit: 0, source: null, retired: 0, version: 1, details: '{}', edition: 1 },
  measure_edition: { id: 'measure-edition', measure_id: 'measure', number: 1, until_date: '2026-10-01', content: '{}' },
  programme_measure: { id: 'link', programme_id: 'programme', measure_id: 'measure', time_points: '["before"]' },
  goal: { id: 'goal', group_id: 'group', person_id: 'person', measure_id: 'measure', item: 1, text: 'Feel calmer' },
  reading: { id: 'reading', group_id: 'group', person_id: 'person', measure_id: 'measure', edition: 1, time_point: 'before', round: 1, session_id: null, item: 0, completed_by: 'not-said', taken_by: 'staff', value: 4, not_done_reason: null, fall_reason: null, taken_on: '2026-11-24', version: 1 },
  feedback_tally: { id: 'tally', group_id: 'group', session_id: null, measure_id: 'measure', edition: 1, item: 0, value: 4, people: 3 },
  feedback_asked: { id: 'asked', group_id: 'group', session_id: null, measure_id: 'measure', people: 12 },
  waiting_snapshot: { id: 'snapshot', on_date: '2026-11-23', taken_at: '2026-11-23T08:30:00.000Z', taken_by: 'user', definitions_version: 1 },
  waiting_snapshot_line: { id: 'waiting', snapshot_id: 'snapshot', enrolment_id: 'enrolment', person_id: 'person', family_id: 'family', group_id: 'group', programme_id: 'programme', building_id: 'building', status: 'waiting', since: '2026-11-01' },
  saved_report: { id: 'saved', user_id: 'user', name: 'Reach', name_key: 'reach', shared: 0, report: 'reach', asked: '{}', version: 1 },
  file_made: { id: 'file', kind: 'group-workbook', asked: '{}', sheets: '[]', hash: 'hash', definitions_version: 1, made_at: '2026-11-23T08:30:00.000Z', made_by: 'user', baseline: null, salt: null },
  file_layout: { id: 'layout', kind: 'old-workbook', name: 'Old', name_key: 'old', content: '{}', retired: 0, version: 1 },
} as const // prettier-ignore
export type Table = keyof typeof right

export interface Schema {
  readonly connection: Sqlite.Database
  /** Puts in one more row like the one that is there, but for what is given; answers its id. */
  put(table: Table, change: Row): string
  /** Expects that row to be refused by the database itself, for this reason. */
  refuses(table: Table, change: Row, reason: RegExp): void
  run(sql: string): void
  count(sql: string): number
}

function insertInto(connection: Sqlite.Database, table: string, row: Row): void {
  const names = Object.keys(row)
  connection.prepare(`INSERT INTO "${table}" (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`).run(row) // prettier-ignore
}

/** The newest schema with one right row in every table: made once, because that takes longer than what is tried on it. */
let made: Buffer | null = null

function makeSchema(): Buffer {
  const connection = new Database(':memory:')
  connection.pragma('foreign_keys = ON')
  migrate(connection, ':memory:')
  connection.exec(`UPDATE current_command SET id = 'command'`)
  const insert = (table: string, row: Row) => insertInto(connection, table, row)
  for (const [table, row] of Object.entries(right)) {
    insert(table, row)
    // Some rows are about two people.
    if (table === 'person')
      insert(table, { ...row, id: 'sibling', first_name: 'Leo', match_key: 'leopatel', mosaic_id: null })
    if (table === 'enrolment') insert(table, { ...row, id: 'enrolment-sibling', person_id: 'sibling' })
  }
  const bytes = connection.serialize()
  connection.close()
  return bytes
}

/** The newest schema in memory, with one right row in every table, in the middle of a command. */
export function aSchema(): Schema {
  const connection = new Database((made ??= makeSchema()))
  onTestFinished(() => void connection.close())
  connection.pragma('foreign_keys = ON')
  let rows = 0
  const insert = (table: string, row: Row) => insertInto(connection, table, row)
  const like = (table: Table, change: Row): Row => ({ ...right[table], id: `${table}-${++rows}`, ...change })
  return {
    connection,
    put(table, change) {
      const row = like(table, change)
      insert(table, row)
      return String(row['id'])
    },
    refuses: (table, change, reason) =>
      expect(() => insert(table, like(table, change)), JSON.stringify(change)).toThrow(reason),
    run: (sql) => void connection.exec(sql),
    count: (sql) => Number(connection.prepare(sql).pluck().get()),
  }
}

/** Every table that holds something of the county's, for rules that hold of all of them. */
export const tables = Object.keys(right).filter((name): name is Table => name in right)

/** A file as the program made it up to a migration, with these rows in it, opened by the program of today. */
export function anOlderFile(upTo: number, rows: string): Sqlite.Database {
  const folder = mkdtempSync(join(tmpdir(), 'gather-migrate-'))
  const file = join(folder, 'county.db')
  const connection = new Database(file)
  onTestFinished(() => {
    connection.close()
    rmSync(folder, { recursive: true, force: true })
  })
  // Nothing is lost with the power in a test; waiting for the disk would be most of it.
  connection.pragma('synchronous = OFF')
  connection.pragma('foreign_keys = ON')
  migrate(connection, file, migrations.filter((one) => one.number <= upTo)) // prettier-ignore
  connection.exec(`UPDATE current_command SET id = 'command'; ${rows}; UPDATE current_command SET id = NULL;`)
  migrate(connection, file)
  return connection
}
