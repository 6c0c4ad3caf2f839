import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { aCounty, PASSPHRASE } from '../support/test-county.ts'

const names = { serviceName: 'Family Help Service', buildingWord: 'Family hub', askAgain: true }

describe('undo', () => {
  test('puts back what the last command changed, and redo does it again', async () => {
    const { api } = await aCounty()
    const before = await api.settings.get({})
    await api.settings.update(names)
    const { undo } = await api.audit.nextUndo({})
    expect(undo?.label).toBe('Change the settings')
    await api.audit.undo({ id: undo!.id })
    expect(await api.settings.get({})).toEqual(before)
    const { redo } = await api.audit.nextUndo({})
    await api.audit.undo({ id: redo!.id })
    expect(await api.settings.get({})).toMatchObject(names)
  })

  test('is offered step by step, newest first, and redo ends when something new is done', async () => {
    const { api } = await aCounty()
    const original = await api.settings.get({})
    await api.settings.update({ ...names, buildingWord: 'Centre' })
    await api.settings.update(names)
    const step = async (which: 'undo' | 'redo') => {
      const next = (await api.audit.nextUndo({}))[which]
      if (next) await api.audit.undo({ id: next.id })
      return (await api.settings.get({})).buildingWord
    }
    expect([await step('undo'), await step('undo')]).toEqual(['Centre', original.buildingWord])
    expect([await step('redo'), await step('redo')]).toEqual(['Centre', 'Family hub'])
    expect(await step('undo')).toBe('Centre')
    await api.settings.update({ ...names, buildingWord: 'Hub' })
    expect((await api.audit.nextUndo({})).redo).toBeNull()
  })

  test('is offered although the clock was put back after signing in', async () => {
    const { api, setNow } = await aCounty()
    setNow('2026-11-23T08:00:00.000Z')
    await api.settings.update(names)
    expect((await api.audit.nextUndo({})).undo).toMatchObject({ label: 'Change the settings' })
  })

  test('is not offered for what somebody did before they signed in again', async () => {
    const { api } = await aCounty()
    await api.settings.update(names)
    await api.users.signIn({ name: 'Ada Administrator', passphrase: PASSPHRASE })
    expect((await api.audit.nextUndo({})).undo).toBeNull()
  })

  test('is refused when somebody has built on it since, and says who', async () => {
    const { api, as } = await aCounty()
    await api.settings.update({ ...names, buildingWord: 'Centre' })
    const first = (await api.audit.nextUndo({})).undo
    const manager = await as('manager')
    await manager.settings.update(names)
    await expect(api.audit.undo({ id: first!.id })).rejects.toMatchObject({
      code: 'CHANGED',
      message: expect.stringContaining('Test manager'),
    })
    expect(await api.settings.get({})).toMatchObject(names)
  })

  test('never offers one person another person’s work, and refuses it when asked', async () => {
    const { api, as } = await aCounty()
    await api.settings.update(names)
    const { undo } = await api.audit.nextUndo({})
    const manager = await as('manager')
    expect((await manager.audit.nextUndo({})).undo).toBeNull()
    await expect(manager.audit.undo({ id: undo!.id })).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
  })

  test('never offers to undo making the county', async () => {
    const { api } = await aCounty()
    expect(await api.audit.nextUndo({})).toEqual({ undo: null, redo: null })
  })

  test('a thing is undone once', async () => {
    const { api } = await aCounty()
    await api.settings.update(names)
    const { undo } = await api.audit.nextUndo({})
    await api.audit.undo({ id: undo!.id })
    await expect(api.audit.undo({ id: undo!.id })).rejects.toMatchObject({ code: 'CHANGED' })
  })
})

describe('the audit trail', () => {
  test('names who did what, and which rows it changed from what to what', async () => {
    const { api } = await aCounty()
    await api.settings.update(names)
    const [entry] = await api.audit.list({ limit: 1 })
    expect(entry).toMatchObject({ who: 'Ada Administrator', label: 'Change the settings', undone: false })
    const changes = await api.audit.changes({ id: entry!.id })
    expect(changes.map((c) => c.after?.['value'])).toContain('Family hub')
  })

  test('records that somebody looked at what a command changed', async () => {
    const { api } = await aCounty()
    await api.settings.update(names)
    const [entry] = await api.audit.list({ limit: 1 })
    await api.audit.changes({ id: entry!.id })
    expect((await api.audit.list({ limit: 1 }))[0]).toMatchObject({ operation: 'audit.changes', changes: 0 })
  })

  test('cannot be rewritten, and a rewritten file is found out', async () => {
    const { api, file } = await aCounty()
    await api.settings.update(names)
    expect(await api.audit.verify({})).toMatchObject({ intact: true, brokenAt: null })
    const raw = new Database(file)
    expect(() => raw.exec(`UPDATE journal SET after = '{}'`)).toThrow('append_only')
    expect(() => raw.exec(`DELETE FROM audit_entry`)).toThrow('append_only')
    raw.exec(
      `DROP TRIGGER journal_fixed; UPDATE journal SET after = '{}' WHERE seq = (SELECT max(seq) FROM journal)`,
    )
    raw.close()
    expect(await api.audit.verify({})).toMatchObject({ intact: false, brokenAt: expect.any(String) })
  })

  test('holds no passphrase and no hash of one', async () => {
    const { api, file } = await aCounty()
    await api.users.create({ name: 'Sam', passphrase: PASSPHRASE, role: 'manager' })
    const raw = new Database(file, { readonly: true })
    const held = raw
      .prepare(`SELECT count(*) AS n FROM journal WHERE before LIKE '%argon2%' OR after LIKE '%argon2%'`)
      .get()
    raw.close()
    expect(held).toEqual({ n: 0 })
  })

  test('nothing can be changed outside a command', async () => {
    const { file } = await aCounty()
    const raw = new Database(file)
    expect(() => raw.exec(`UPDATE setting SET value = 'x'`)).toThrow('NOT NULL')
    raw.close()
  })
})
