import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { contract } from '../../shared/contract.ts'
import { everyCommand } from '../support/every-command.ts'
import { at } from '../support/register-factories.ts'
import { aCounty, type TestCounty } from '../support/test-county.ts'

const commands = Object.entries(contract).flatMap(([feature, operations]) =>
  Object.entries(operations)
    .filter(([, operation]) => operation.kind === 'command')
    .map(([name]) => `${feature}.${name}`),
)

/** Kept by the audit trail itself, or kept out of it on purpose. */
const notUndone = new Set(['audit_entry', 'journal', 'current_command', 'credential'])

type Row = Record<string, unknown>

/** Every row of every table by its id, without the versions, which only count changes. */
function dump({ file }: TestCounty): Record<string, Row[]> {
  const raw = new Database(file, { readonly: true })
  const names = raw
    .prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .all() // prettier-ignore
  const tables = names.filter(({ name }) => !notUndone.has(name))
  const rows = tables.map(({ name }) => [
    name,
    raw
      .prepare<[], Row>(`SELECT * FROM "${name}" ORDER BY id`)
      .all()
      .map(({ version: _version, ...row }) => row),
  ])
  raw.close()
  return Object.fromEntries(rows)
}

/** Sessions whose booking says another time, or that hold a room though they did not run. */
function drifted({ file }: TestCounty): unknown[] {
  const raw = new Database(file, { readonly: true })
  const rows = raw
    .prepare(
      `SELECT session.id FROM session JOIN booking ON booking.session_id = session.id
       WHERE (session.starts_at, session.ends_at) <> (booking.starts_at, booking.ends_at)
          OR session.did_not_run <> booking.cancelled`,
    )
    .all()
  raw.close()
  return rows
}

const newest = async ({ api }: TestCounty) => at(await api.audit.list({ limit: 1 }), 0)

describe('a command that is undone leaves the county as it was, and redone as it had become', () => {
  test('and every command has a case here', () => {
    const cases = Object.keys(everyCommand).map((name) => name.split(':')[0])
    expect(commands.filter((name) => !cases.includes(name))).toEqual([])
    expect(cases.filter((name) => !commands.includes(name ?? ''))).toEqual([])
  })

  test.each(Object.entries(everyCommand))('%s', async (name, setUp) => {
    const county = await aCounty()
    const carryOut = await setUp(county)
    const before = dump(county)
    await carryOut()
    const after = dump(county)
    expect(after).not.toEqual(before)
    expect(drifted(county)).toEqual([])

    const done = await newest(county)
    expect(done).toMatchObject({ operation: name.split(':')[0], undone: false })
    await county.api.audit.undo({ id: done.id })
    expect(dump(county)).toEqual(before)
    expect(drifted(county)).toEqual([])

    const undone = await newest(county)
    await county.api.audit.undo({ id: undone.id })
    expect(dump(county)).toEqual(after)
    expect(drifted(county)).toEqual([])
    expect(await county.api.audit.verify({})).toMatchObject({ intact: true })
  })
})
