import { expect, test } from 'vitest'
import { aSchema, right, tables } from './schema.ts'

const onlyAddedTo = ['waiting_snapshot', 'waiting_snapshot_line', 'file_made']
const watched = tables.filter((name) => name !== 'credential' && !onlyAddedTo.includes(name))

test('every change of every table is in the journal, before and after, under the command that made it', () => {
  const { connection, run } = aSchema()
  for (const table of watched) {
    run(
      `DELETE FROM credential; PRAGMA foreign_keys = OFF; UPDATE "${table}" SET id = id; DELETE FROM "${table}"`,
    )
    const rows = connection
      .prepare(
        `SELECT command_id, row_id, before, after FROM journal WHERE table_name = ? AND row_id = ? ORDER BY seq`,
      )
      .all(table, right[table].id)
    expect(rows).toMatchObject([
      { command_id: 'command', before: null },
      { command_id: 'command', before: expect.any(String), after: expect.any(String) },
      { command_id: 'command', after: null },
    ])
  }
})

test('the journal holds every column of the row', () => {
  const { connection } = aSchema()
  for (const table of watched) {
    const row = connection.prepare(`SELECT * FROM "${table}"`).get()
    const after = connection.prepare(`SELECT after FROM journal WHERE table_name = ?`).pluck().get(table)
    expect(JSON.parse(String(after))).toEqual(row)
  }
})

test('no row of any table changes outside a command', () => {
  const { run, refuses } = aSchema()
  run(`UPDATE current_command SET id = NULL`)
  const reason = /NOT NULL constraint failed: journal.command_id/
  refuses('setting', { value: 'Other' }, reason)
  for (const table of watched) {
    expect(() => run(`UPDATE "${table}" SET id = id`), table).toThrow(reason)
    expect(() => run(`PRAGMA foreign_keys = OFF; DELETE FROM "${table}"`), table).toThrow(reason)
  }
})

test('what is only ever added to is added under a command as well', () => {
  const { run, refuses } = aSchema()
  run(`UPDATE current_command SET id = NULL`)
  refuses('file_made', {}, /outside_a_command/)
  refuses('waiting_snapshot', { on_date: '2026-11-30' }, /outside_a_command/)
  refuses('waiting_snapshot_line', {}, /outside_a_command/)
})

test('no passphrase hash is ever in the journal', () => {
  const { run, count } = aSchema()
  run(`UPDATE credential SET passphrase_hash = 'another'; DELETE FROM credential`)
  expect(count(`SELECT count(*) FROM journal WHERE table_name = 'credential'`)).toBe(0)
})

test('what is in the journal and in the audit trail cannot be changed or taken out', () => {
  const { run, count } = aSchema()
  run(`INSERT INTO audit_entry (id, at, user_name, operation, changes, depth, root_operation, previous_hash, hash)
       VALUES ('command', '2026-11-24T10:00:00.000Z', 'Ada', 'test.test', 1, 0, 'test.test', '', 'hash')`)
  for (const table of ['journal', 'audit_entry']) {
    const before = count(`SELECT count(*) FROM ${table}`)
    expect(() => run(`UPDATE ${table} SET seq = seq + 1000`)).toThrow(/append_only/)
    expect(() => run(`DELETE FROM ${table}`)).toThrow(/append_only/)
    expect(count(`SELECT count(*) FROM ${table}`)).toBe(before)
  }
})

test('a command is undone once at most, and entered once', () => {
  const { run } = aSchema()
  const enter = (id: string, undoes: string) =>
    run(`INSERT INTO audit_entry (id, at, user_name, operation, changes, undoes, depth, root_operation, previous_hash, hash)
         VALUES (${id}, '2026-11-24T10:00:00.000Z', 'Ada', 'audit.undo', 1, ${undoes}, 1, 'test.test', '', 'hash')`)
  enter(`'one'`, 'NULL')
  enter(`'two'`, `'one'`)
  expect(() => enter(`'three'`, `'one'`)).toThrow(/UNIQUE constraint failed: audit_entry.undoes/)
  expect(() => enter(`'two'`, 'NULL')).toThrow(/UNIQUE constraint failed: audit_entry.id/)
})

test('there is one command at a time', () => {
  const { run } = aSchema()
  expect(() => run(`INSERT INTO current_command (one, id) VALUES (2, 'second')`)).toThrow(
    /CHECK constraint failed/,
  )
})
