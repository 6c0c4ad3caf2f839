import { describe, expect, test } from 'vitest'
import type { AuditEntry } from '../../../shared/audit/audit.contract.ts'
import type { PersonId } from '../../../shared/ids.ts'
import { aLeadOf, anAlert } from '../../support/alert-factories.ts'
import { aPerson } from '../../support/people-factories.ts'
import { at } from '../../support/register-factories.ts'
import { aCounty, type Api, type TestCounty } from '../../support/test-county.ts'

const SECRET = 'zebrafish'
const none = { kind: 'none' } as const
const markerOf = async ({ api }: TestCounty, id: PersonId) => (await api.people.get({ id })).person.alert
const looksInTrail = async ({ api }: TestCounty): Promise<AuditEntry[]> =>
  (await api.audit.list({})).filter((entry) => entry.operation === 'people.alerts')

describe('what an alert is about', () => {
  test('is read by managers and by who leads a group of the person, and every look is in the audit trail', async () => {
    const county = await aCounty()
    const mia = await aPerson(county)
    await anAlert(county, mia, SECRET)
    const lead = await aLeadOf(county, mia)
    const manager = await county.as('manager')
    for (const api of [lead.api, manager])
      expect((await api.people.alerts({ id: mia.id })).notes).toMatchObject([{ note: SECRET, onDate: '2026-11-20', untilDate: null, writtenBy: 'Ada Administrator' }]) // prettier-ignore
    expect((await looksInTrail(county)).map((entry) => entry.who)).toEqual(['Test manager', 'Jo Price as facilitator']) // prettier-ignore
    expect(await manager.people.looks({ id: mia.id })).toMatchObject([{ who: 'Test manager', alert: true }, { who: 'Jo Price as facilitator', alert: true }]) // prettier-ignore
  })

  test('is refused to everybody else, who are told whom to speak to', async () => {
    const county = await aCounty()
    const mia = await aPerson(county)
    await anAlert(county, mia, SECRET)
    await aLeadOf(county, mia)
    const other = await aLeadOf(county, await aPerson(county, { firstName: 'Leo' }), 'Amir Khan')
    for (const api of [await county.as('assistant'), other.api])
      await expect(api.people.alerts({ id: mia.id })).rejects.toMatchObject({
        code: 'NOT_ALLOWED',
        message: expect.stringContaining('Speak to Jo Price before the session.'),
      })
    await expect((await county.as('facilities')).people.alerts({ id: mia.id })).rejects.toMatchObject({ code: 'NOT_ALLOWED' }) // prettier-ignore
    expect(await looksInTrail(county)).toEqual([])
  })

  test('is still for a lead when the person has left the group, who is no longer the one to speak to', async () => {
    const county = await aCounty()
    const mia = await aPerson(county)
    await anAlert(county, mia)
    const lead = await aLeadOf(county, mia)
    const { history } = await county.api.people.get({ id: mia.id })
    const { groupId } = at(history, 0)
    const { enrolmentId, version } = at(await county.api.enrolments.roster({ groupId }), 0)
    await county.api.enrolments.change({ enrolmentId, version, status: 'completed', onDate: '2026-11-23' })
    expect((await lead.api.people.alerts({ id: mia.id })).notes).toHaveLength(1)
    const { alert } = await (await county.as('assistant')).people.get({ id: mia.id })
    expect(alert).toEqual({ marker: true, leaders: [], maySee: false })
  })

  test('comes out in nothing that an assistant can ask', async () => {
    const county = await aCounty()
    const mia = await aPerson(county)
    const { id: alertId } = await anAlert(county, mia, SECRET)
    const leo = await aPerson(county, { firstName: 'Leo' })
    await county.api.people.addMustNotMeet({ id: mia.id, otherId: leo.id, reason: SECRET, onDate: '2026-11-20' }) // prettier-ignore
    const assistant = await county.as('assistant')
    const told = JSON.stringify([
      await assistant.people.get({ id: mia.id }),
      await assistant.people.search({ text: SECRET }),
      await assistant.search.everything({ text: SECRET }),
      await assistant.people.findMatches({ firstName: 'Mia', lastName: 'Patel' }),
      await assistant.audit.nextUndo({}),
    ])
    expect(told).not.toContain(SECRET)
    for (const ask of tryingToKnow(assistant, await county.api.audit.list({}))) await refused(ask)
    const version = { version: 1, onDate: '2026-11-23' }
    await refused(() => assistant.people.addAlert({ id: mia.id, note: 'Mine', onDate: '2026-11-23' }))
    await refused(() => assistant.people.endAlert({ id: alertId, ...version }))
  })
})

const tryingToKnow = (api: Api, entries: readonly AuditEntry[]) => [
  () => api.audit.list({}),
  ...entries.slice(0, 4).map(
    ({ id }) =>
      () =>
        api.audit.changes({ id }),
  ),
  ...entries
    .filter((entry) => entry.changes > 0)
    .slice(0, 3)
    .map(
      ({ id }) =>
        () =>
          api.audit.undo({ id }),
    ),
]

async function refused(ask: () => Promise<unknown>): Promise<void> {
  const error = await ask().then(() => null, (reason: unknown) => reason) // prettier-ignore
  expect(error).toMatchObject({ code: 'NOT_ALLOWED' })
  expect(String(error)).not.toContain(SECRET)
}

describe('the marker that everybody sees', () => {
  test('comes with the first alert and goes with the last, which stays to be read', async () => {
    const county = await aCounty()
    const mia = await aPerson(county)
    const first = await anAlert(county, mia)
    const second = await anAlert(county, mia, 'Another')
    expect(await markerOf(county, mia.id)).toBe(true)
    const end = { version: 1, onDate: '2026-11-23' }
    await county.api.people.endAlert({ id: first.id, ...end })
    expect(await markerOf(county, mia.id)).toBe(true)
    await county.api.people.endAlert({ id: second.id, ...end })
    expect(await markerOf(county, mia.id)).toBe(false)
    expect((await county.api.people.alerts({ id: mia.id })).notes.map((note) => note.untilDate)).toEqual(['2026-11-23', '2026-11-23']) // prettier-ignore
  })

  test('may stay when the alert has ended, and may stand without one', async () => {
    const county = await aCounty()
    const mia = await aPerson(county)
    const { id } = await anAlert(county, mia)
    await county.api.people.endAlert({ id, version: 1, onDate: '2026-11-23', keepMarker: true })
    expect(await markerOf(county, mia.id)).toBe(true)
    const leo = await aPerson(county, { firstName: 'Leo', alert: true })
    expect((await county.api.people.alerts({ id: leo.id })).notes).toEqual([])
  })

  test('cannot be taken away by a change of details while an alert stands, and can when none does', async () => {
    const county = await aCounty()
    const mia = await aPerson(county)
    const { id } = await anAlert(county, mia)
    const assistant = await county.as('assistant')
    const unmark = (version: number) => assistant.people.update({ id: mia.id, version, firstName: 'Mia', lastName: 'Patel', alert: false, family: none }) // prettier-ignore
    await expect(unmark(2)).rejects.toMatchObject({ code: 'CONFLICT' })
    await county.api.people.endAlert({ id, version: 1, onDate: '2026-11-23', keepMarker: true })
    expect((await unmark(2)).alert).toBe(false)
  })

  test('is not lost by undoing the first of two alerts', async () => {
    const county = await aCounty()
    const mia = await aPerson(county)
    await anAlert(county, mia)
    const first = at(await county.api.audit.list({ limit: 1 }), 0)
    await anAlert(county, mia, 'Another')
    await expect(county.api.audit.undo({ id: first.id })).rejects.toMatchObject({
      code: 'CHANGED',
      message: expect.stringContaining('another alert of this person stands'),
    })
    expect(await markerOf(county, mia.id)).toBe(true)
  })
})

test('a marker set in the details is not taken away by an undo once an alert stands behind it', async () => {
  const county = await aCounty()
  const { id } = await aPerson(county)
  await county.api.people.update({ id, version: 1, firstName: 'Mia', lastName: 'Patel', alert: true, family: none }) // prettier-ignore
  const marked = at(await county.api.audit.list({ limit: 1 }), 0)
  await anAlert(county, { id })
  await expect(county.api.audit.undo({ id: marked.id })).rejects.toMatchObject({ code: 'CHANGED' })
  expect(await markerOf(county, id)).toBe(true)
})

describe('an alert is refused', () => {
  test('that says nothing, or of a day to come', async () => {
    const county = await aCounty()
    const mia = await aPerson(county)
    await expect(anAlert(county, mia, ' \n')).rejects.toMatchObject({ message: 'Write what the lead must know.' }) // prettier-ignore
    await expect(county.api.people.addAlert({ id: mia.id, note: 'x', onDate: '2026-11-24' })).rejects.toMatchObject({ code: 'INVALID_INPUT' }) // prettier-ignore
    expect(await markerOf(county, mia.id)).toBe(false)
  })

  test('an end before its beginning, and a second end', async () => {
    const county = await aCounty()
    const mia = await aPerson(county)
    const { id } = await anAlert(county, mia)
    await expect(county.api.people.endAlert({ id, version: 1, onDate: '2026-11-19' })).rejects.toMatchObject({ code: 'INVALID_INPUT' }) // prettier-ignore
    await county.api.people.endAlert({ id, version: 1, onDate: '2026-11-20' })
    await expect(county.api.people.endAlert({ id, version: 2, onDate: '2026-11-21' })).rejects.toMatchObject({ code: 'CHANGED' }) // prettier-ignore
  })
})

test('a lead who leads no longer can neither read an alert nor undo one they wrote', async () => {
  const county = await aCounty()
  const mia = await aPerson(county)
  const lead = await aLeadOf(county, mia)
  await lead.api.people.addAlert({ id: mia.id, note: SECRET, onDate: '2026-11-23' })
  const written = at(await county.api.audit.list({ limit: 1 }), 0)
  const { groupId } = at((await county.api.people.get({ id: mia.id })).history, 0)
  const group = await county.api.groups.get({ id: groupId })
  await county.api.groups.update({ id: group.id, version: group.version, name: group.name, publicTitle: group.publicTitle, capacity: 8, facilitatorIds: [] }) // prettier-ignore
  await refused(() => lead.api.people.alerts({ id: mia.id }))
  await expect(lead.api.audit.undo({ id: written.id })).rejects.toMatchObject({ code: 'CHANGED' })
})
