import { describe, expect, test } from 'vitest'
import { builtOn } from '../support/built-on.ts'
import { dump } from '../support/dump.ts'
import { aGroup } from '../support/group-factories.ts'
import { aPerson } from '../support/people-factories.ts'
import { at, enrol } from '../support/register-factories.ts'
import { aCounty, PASSPHRASE } from '../support/test-county.ts'

describe('what somebody has built on is not undone, and nothing is changed', () => {
  test.each(Object.entries(builtOn))('%s', async (_name, story) => {
    const county = await aCounty()
    const id = await story(county)
    const before = dump(county)
    const refused = county.api.audit.undo({ id }).catch((error: unknown) => error)
    expect(await refused).toMatchObject({
      code: 'CHANGED',
      message: expect.stringMatching(/^This can no longer be undone, because .+\. Nothing was changed\./),
    })
    expect(dump(county)).toEqual(before)
    expect(county.logged).toEqual([])
  })
})

describe('undo, step by step', () => {
  test('takes back everything from the last to the first, and does it all again', async () => {
    const county = await aCounty()
    const { api } = county
    const group = await aGroup(county, { firstDate: '2026-11-23', weekday: 1 })
    const states = [dump(county)]
    const done = () => void states.push(dump(county))
    const { id: sessionId } = at(group.sessions, 0)
    const { id: personId } = await aPerson(county)
    done()
    await enrol(county, group.id, personId)
    done()
    await api.registers.mark({ sessionId, personId, code: 'P' })
    done()
    await api.registers.complete({ sessionId })
    done()
    await api.registers.reopen({ sessionId })
    done()
    await api.registers.clear({ sessionId, personId })
    done()
    const step = async (which: 'undo' | 'redo') => {
      const next = (await api.audit.nextUndo({}))[which]
      if (next === null) throw new Error(`There is nothing to ${which}.`)
      await api.audit.undo({ id: next.id })
      return dump(county)
    }
    for (const state of states.slice(0, -1).toReversed()) expect(await step('undo')).toEqual(state)
    for (const state of states.slice(1)) expect(await step('redo')).toEqual(state)
    expect(await step('undo')).toEqual(at(states, -2))
  })

  test('is not stopped by work that was undone again', async () => {
    const county = await aCounty()
    const { id: groupId, sessions } = await aGroup(county, { firstDate: '2026-11-23', weekday: 1 })
    const { id: personId } = await aPerson(county)
    await enrol(county, groupId, personId)
    const enrolment = at(await county.api.audit.list({ limit: 1 }), 0).id
    await county.api.registers.mark({ sessionId: at(sessions, 0).id, personId, code: 'P' })
    await county.api.audit.undo({ id: at(await county.api.audit.list({ limit: 1 }), 0).id })
    await county.api.audit.undo({ id: enrolment })
    expect(await county.api.enrolments.roster({ groupId })).toEqual([])
  })

  test('passes over adding somebody who can sign in, which no redo could bring back', async () => {
    const { api } = await aCounty()
    await api.settings.update({ serviceName: 'Family Help', buildingWord: 'Hub' })
    await api.users.create({ name: 'Sam', passphrase: PASSPHRASE, role: 'manager' })
    const created = at(await api.audit.list({ limit: 1 }), 0)
    expect((await api.audit.nextUndo({})).undo?.label).toBe('Change the settings')
    await expect(api.audit.undo({ id: created.id })).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
  })
})
