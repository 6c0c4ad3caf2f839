import { describe, expect, test } from 'vitest'
import { contract } from '../../shared/contract.ts'
import { dump, rowsOf } from '../support/dump.ts'
import { everyCommand } from '../support/every-command.ts'
import { at } from '../support/register-factories.ts'
import { aCounty, type TestCounty } from '../support/test-county.ts'

const commands = Object.entries(contract).flatMap(([feature, operations]) =>
  Object.entries(operations)
    .filter(([, operation]) => operation.kind === 'command')
    .map(([name]) => `${feature}.${name}`),
)

/** Sessions whose booking says another time, or that hold a room though they did not run. */
const drifted = ({ file }: TestCounty) =>
  rowsOf(
    file,
    `SELECT session.id FROM session JOIN booking ON booking.session_id = session.id AND booking.lead_id IS NULL
     WHERE (session.starts_at, session.ends_at) <> (booking.starts_at, booking.ends_at)
        OR session.did_not_run <> (booking.status = 'cancelled')`,
  )

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
