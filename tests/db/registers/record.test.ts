import { expect, test } from 'vitest'
import { cameOf, roomInWords } from '../../../shared/registers/headcounts.rules.ts'
import { aGroup, aProgramme, aWorker } from '../../support/group-factories.ts'
import { aGroupToday } from '../../support/group-today.ts'
import { aRegister, at } from '../../support/register-factories.ts'
import { putRows } from '../../support/rows.ts'
import { aCounty } from '../../support/test-county.ts'

test('heads counted are all told: those with a name are among them, and the two are never added', async () => {
  const county = await aCounty()
  const { sessions, people } = await aRegister(county)
  const sessionId = at(sessions, 0)
  await county.api.registers.setHeadcount({ sessionId, role: 'child', people: 23 })
  for (const personId of people) await county.api.registers.mark({ sessionId, personId, code: 'P' })
  const { roles } = await county.api.registers.open({ sessionId })
  expect(roles).toEqual([{ role: 'child', named: 3, counted: 23 }])
  expect(cameOf(at(roles, 0))).toBe(23)
  expect(roomInWords(at(roles, 0))).toBe('23 children and young people in the room, 3 by name')
  await expect(
    county.api.registers.setHeadcount({ sessionId, role: 'child', people: 2 }),
  ).rejects.toMatchObject({ code: 'INVALID_INPUT', message: expect.stringContaining('3 children and young people are marked by name') }) // prettier-ignore
  await county.api.registers.setHeadcount({ sessionId, role: 'child', people: 3 })
})

test('nobody in the room is an answer, unlike nobody having counted', async () => {
  const county = await aCounty()
  const { sessions } = await aRegister(county, { people: [] })
  const sessionId = at(sessions, 0)
  await expect(county.api.registers.complete({ sessionId })).rejects.toMatchObject({ code: 'CONFLICT' })
  await county.api.registers.setHeadcount({ sessionId, role: 'adult', people: 0 })
  await county.api.registers.complete({ sessionId })
  const { roles, state } = await county.api.registers.open({ sessionId })
  expect(roles).toEqual([{ role: 'adult', named: 0, counted: 0 }])
  expect(state).toBe('complete')
  await expect(
    county.api.registers.setHeadcount({ sessionId, role: 'adult', people: null }),
  ).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('Reopen') })
})

test('an open group asks for heads of children and adults, a closed one only where they were counted', async () => {
  const county = await aCounty()
  const open = await aProgramme(county, { delivery: 'open' })
  const day = { firstDate: '2026-11-23', weekday: 1, sessions: 1 }
  const group = await aGroup(county, { programmeId: open.id, ...day })
  const register = await county.api.registers.open({ sessionId: at(group.sessions, 0).id })
  expect(register.openToAll).toBe(true)
  expect(register.roles.map((row) => row.role)).toEqual(['child', 'adult'])
  const closed = await aRegister(county)
  expect((await county.api.registers.open({ sessionId: at(closed.sessions, 0) })).roles.map((row) => row.role)).toEqual(['child']) // prettier-ignore
})

test('who led the group is offered, and is recorded only when somebody says so', async () => {
  const county = await aCounty()
  const leader = await aWorker(county)
  const group = await aGroup(county, { facilitatorIds: [leader.id], firstDate: '2026-11-23', weekday: 1 })
  const [today, next] = [at(group.sessions, 0).id, at(group.sessions, 1).id]
  const before = await county.api.registers.open({ sessionId: today })
  expect(before.delivered).toEqual([])
  expect(before.suggested).toMatchObject([{ staffId: leader.id, part: 'lead', minutes: null }])
  const volunteer = await aWorker(county, 'Val Unteer')
  const delivered = [{ staffId: leader.id, part: 'lead' }, { staffId: volunteer.id, part: 'volunteer', minutes: 90 }] as const // prettier-ignore
  await county.api.registers.setDelivered({ sessionId: today, delivered: [...delivered] })
  const after = await county.api.registers.open({ sessionId: today })
  expect(after.delivered).toMatchObject(delivered)
  expect(after.suggested).toEqual([])
  await expect(
    county.api.registers.setDelivered({ sessionId: next, delivered: [...delivered] }),
  ).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('nobody has delivered it yet') }) // prettier-ignore
})

test('the note and the way a session met stand with it, complete or not', async () => {
  const county = await aCounty()
  const { sessions } = await aRegister(county)
  const sessionId = at(sessions, 0)
  await county.api.registers.markRest({ sessionId, code: 'P' })
  await county.api.registers.complete({ sessionId })
  await county.api.registers.setSessionNote({ sessionId, note: 'Question box: is it my fault?' })
  await county.api.registers.setMode({ sessionId, mode: 'online' })
  expect(await county.api.registers.open({ sessionId })).toMatchObject({
    note: 'Question box: is it my fault?',
    mode: 'online',
    modeOfGroup: 'in-person',
    state: 'complete',
  })
})

test('a session that did not run leaves every count, frees its room, is no absence, and says why', async () => {
  const county = await aCounty()
  const { sessionId, people, group } = await aGroupToday(county)
  await county.api.registers.mark({ sessionId, personId: at(people, 0), code: 'A' })
  const { version } = await county.api.registers.open({ sessionId })
  await county.api.groups.cancelSession({ id: sessionId, version, reason: 'The boiler broke' })
  expect(await county.api.registers.open({ sessionId })).toMatchObject({
    state: 'did-not-run',
    reason: 'The boiler broke',
  })
  const [line] = await county.api.registers.listBetween({ from: '2026-11-23', to: '2026-11-23' })
  expect(line).toMatchObject({ state: 'did-not-run', expected: 0, marked: 0 })
  const [stood] = (await county.api.groups.get({ id: group.id })).sessions
  expect(stood).toMatchObject({ roomId: null, bookingId: null, number: null, expected: 0 })
  const { registers } = county.api
  const refused = { code: 'CONFLICT', message: expect.stringContaining('did not run') }
  await expect(registers.setMode({ sessionId, mode: 'online' })).rejects.toMatchObject(refused)
  await expect(registers.setDelivered({ sessionId, delivered: [] })).rejects.toMatchObject(refused)
  await expect(registers.setHeadcount({ sessionId, role: 'child', people: 1 })).rejects.toMatchObject(refused)
})

test('anybody who takes registers opens one, and only who leads its group is offered to change the group', async () => {
  const county = await aCounty()
  const jo = await aWorker(county, 'Jo')
  const { sessions, groupId } = await aRegister(county)
  const sessionId = at(sessions, 0)
  await putRows(
    county,
    (tx) =>
      tx.insertInto('group_facilitator').values({ id: sessionId, group_id: groupId, staff_id: jo.id }).execute(), // prettier-ignore
  )
  const lead = await county.as('facilitator', { name: 'Jo', staffId: jo.id })
  const other = await county.as('facilitator', { name: 'Amir' })
  const mayChange = async ({ registers }: typeof lead) => (await registers.open({ sessionId })).mayChangeGroup
  expect(await mayChange(lead)).toBe(true)
  expect(await mayChange(county.api)).toBe(true)
  expect(await mayChange(other)).toBe(false)
  await expect(
    other.groups.cancelSession({ id: sessionId, version: 1, reason: 'No heating' }),
  ).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
})
