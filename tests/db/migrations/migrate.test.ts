import Database from 'better-sqlite3'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { schemaVersion } from '../../../db/identity.ts'
import { migrate } from '../../../db/migrate.ts'
import type { Migration } from '../../../db/migrations/migration.ts'
import { migrations } from '../../../db/migrations/index.ts'
import { openForWriting } from '../../../db/open.ts'

const newest = migrations.at(-1)?.number ?? 0
const next: Migration = {
  number: newest + 10,
  name: 'colours',
  sql: `CREATE TABLE colour (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT; UPDATE current_command SET id = 'migration';
        INSERT INTO setting (id, value) VALUES ('colour', 'teal'); UPDATE current_command SET id = NULL;`,
}
const failing: Migration = { ...next, sql: `${next.sql} INSERT INTO no_such_table VALUES (1);` }

function aFile() {
  const folder = mkdtempSync(join(tmpdir(), 'gather-migrate-'))
  const file = join(folder, 'county.db')
  const connection = openForWriting(file)
  onTestFinished(() => {
    connection.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return { file, folder, connection }
}

function settings(file: string): unknown[] {
  const copy = new Database(file, { readonly: true })
  try {
    return copy.prepare(`SELECT id, value FROM setting`).all()
  } finally {
    copy.close()
  }
}

/** A county of the newest schema, with a row in it that is still in the write-ahead log. */
function aCountyWithData() {
  const made = aFile()
  migrate(made.connection, made.file)
  made.connection.exec(
    `UPDATE current_command SET id = 'command'; INSERT INTO setting VALUES ('service-name', 'Hubs'); UPDATE current_command SET id = NULL`,
  )
  return made
}

test('a new file gets the newest schema, and there is nothing to keep a copy of', () => {
  const { file, folder, connection } = aFile()
  expect(migrate(connection, file)).toBeNull()
  expect(schemaVersion(connection)).toBe(newest)
  expect(readdirSync(folder).filter((name) => name.includes('before'))).toEqual([])
})

test('a file that is up to date is left alone', () => {
  const { file, connection } = aCountyWithData()
  const before = connection.pragma('schema_version', { simple: true })
  expect(migrate(connection, file)).toBeNull()
  expect(connection.pragma('schema_version', { simple: true })).toBe(before)
})

test('before a file with data in it is changed, a whole copy of it is kept beside it', () => {
  const { file, connection } = aCountyWithData()
  expect(migrate(connection, file, [...migrations, next])).toBe(`${file}.before-${newest}`)
  expect(settings(`${file}.before-${newest}`)).toEqual([{ id: 'service-name', value: 'Hubs' }])
  expect(settings(file)).toContainEqual({ id: 'colour', value: 'teal' })
  expect(schemaVersion(connection)).toBe(newest + 10)
})

test('an earlier copy of the same schema gives way to the newer one', () => {
  const { file, connection } = aCountyWithData()
  writeFileSync(`${file}.before-${newest}`, 'an older copy')
  writeFileSync(`${file}.before-${newest}.part`, 'half a copy')
  migrate(connection, file, [...migrations, next])
  expect(settings(`${file}.before-${newest}`)).toHaveLength(1)
  expect(existsSync(`${file}.before-${newest}.part`)).toBe(false)
})

test('a new table is journaled from its first row', () => {
  const { file, connection } = aCountyWithData()
  migrate(connection, file, [...migrations, next])
  expect(() => connection.exec(`INSERT INTO colour VALUES ('teal', 'Teal')`)).toThrow(/journal.command_id/)
})

test('a migration that fails leaves nothing behind, and can be tried again once it is mended', () => {
  const { file, connection } = aCountyWithData()
  const schema = () => connection.prepare(`SELECT name FROM sqlite_schema ORDER BY name`).pluck().all()
  const before = schema()
  expect(() => migrate(connection, file, [...migrations, failing])).toThrow(/no_such_table/)
  expect({ version: schemaVersion(connection), schema: schema(), data: settings(file) }).toEqual({
    version: newest,
    schema: before,
    data: [{ id: 'service-name', value: 'Hubs' }],
  })
  expect(connection.pragma('foreign_keys', { simple: true })).toBe(1)
  migrate(connection, file, [...migrations, next])
  expect(schemaVersion(connection)).toBe(newest + 10)
})

test('what went well before one that fails is kept, and is not run again', () => {
  const { file, connection } = aCountyWithData()
  const after: Migration = { ...failing, number: newest + 20, sql: 'SELECT no_such_function()' }
  expect(() => migrate(connection, file, [...migrations, next, after])).toThrow(/no_such_function/)
  expect(schemaVersion(connection)).toBe(newest + 10)
  migrate(connection, file, [...migrations, next, { ...after, sql: 'SELECT 1' }])
  expect(schemaVersion(connection)).toBe(newest + 20)
})

test('a migration that would leave a reference to nothing is refused whole', () => {
  const { file, connection } = aCountyWithData()
  const breaking = {
    ...next,
    sql: `UPDATE current_command SET id = 'm'; INSERT INTO locality_alias VALUES ('a', 'nowhere', 'N', 'n'); UPDATE current_command SET id = NULL`,
  }
  expect(() => migrate(connection, file, [...migrations, breaking])).toThrow(/broke 1 reference/)
  expect(schemaVersion(connection)).toBe(newest)
  expect(connection.prepare(`SELECT count(*) FROM locality_alias`).pluck().get()).toBe(0)
})

test('a file of a newer schema is refused', () => {
  const { file, connection } = aCountyWithData()
  migrate(connection, file, [...migrations, next])
  expect(() => migrate(connection, file)).toThrow(/newer version of Gather/)
})
