import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectedRows } from '../../../db/enrolments/expected.repository.ts'
import { newIdAt } from '../../../db/new-id.ts'
import { idOf, type PersonId, type SessionId } from '../../../shared/ids.ts'
import { aGroup, aProgramme } from '../../support/group-factories.ts'
import { aPerson } from '../../support/people-factories.ts'
import { aHistory, carryOut } from '../../support/random-history.ts'
import { aRegister, at, enrol } from '../../support/register-factories.ts'
import { putRows } from '../../support/rows.ts'
import { aCounty, NOW, type TestCounty } from '../../support/test-county.ts'

const inviteeId = idOf('invitation')
const newId = newIdAt(new Date(NOW))

/** Makes a session one for some only. */
const invite = (county: TestCounty, sessionId: SessionId, people: readonly PersonId[]) =>
  putRows(county, async (tx) => {
    await tx.updateTable('session').set({ invited_only: 1 }).where('id', '=', sessionId).execute()
    for (const person_id of people)
      await tx.insertInto('session_invitee').values({ id: newId(inviteeId), session_id: sessionId, person_id }).execute() // prettier-ignore
  })

const asVolunteer = (county: TestCounty, personId: PersonId) =>
  putRows(county, (tx) =>
    tx.updateTable('enrolment').set({ role: 'volunteer' }).where('person_id', '=', personId).execute(),
  )

test('a session for some only shows those invited, and a mark of somebody else needs a walk-in', async () => {
  const county = await aCounty()
  const { sessions, people } = await aRegister(county)
  const sessionId = at(sessions, 0)
  await invite(county, sessionId, [at(people, 1)])
  const register = await county.api.registers.open({ sessionId })
  expect(register.rows.map((row) => row.name)).toEqual(['Sam Brown'])
  await expect(
    county.api.registers.mark({ sessionId, personId: at(people, 0), code: 'P' }),
  ).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('not asked to this session') })
  await county.api.registers.addWalkIn({ sessionId, who: { kind: 'known', personId: at(people, 0) } })
  expect(await county.api.registers.markRest({ sessionId, code: 'N' })).toEqual({ marked: 1 })
  await county.api.registers.complete({ sessionId })
  const after = await county.api.registers.open({ sessionId })
  expect(after.rows.map((row) => [row.name, row.walkIn, row.mark?.code])).toEqual([
    ['Sam Brown', false, 'N'],
    ['Sam Ahmed', true, 'P'],
  ])
})

test('volunteers stand apart: never in a count, never left to mark, and their mark says how long they helped', async () => {
  const county = await aCounty()
  const { sessions, people } = await aRegister(county)
  const [sessionId, helper] = [at(sessions, 0), at(people, 2)]
  await asVolunteer(county, helper)
  const before = await county.api.registers.open({ sessionId })
  expect(before.rows.map((row) => row.number)).toEqual([1, 2])
  expect(before.volunteers.map((row) => [row.name, row.role])).toEqual([['Sam Clarke', 'volunteer']])
  await county.api.registers.mark({ sessionId, personId: helper, code: 'P', minutes: 120 })
  expect(await county.api.registers.markRest({ sessionId, code: 'N' })).toEqual({ marked: 2 })
  await county.api.registers.complete({ sessionId })
  const register = await county.api.registers.open({ sessionId })
  expect(at(register.volunteers, 0).mark).toMatchObject({ code: 'P', minutes: 120 })
  expect(register.roles).toEqual([
    { role: 'child', named: 0, counted: null },
    { role: 'volunteer', named: 1, counted: null },
  ])
  const [line] = await county.api.registers.listBetween({ from: '2026-11-23', to: '2026-11-23' })
  expect(line).toMatchObject({ expected: 2, marked: 2 })
})

test('somebody found in the group’s waiting list who walks in is one person, keeps their mark, and still waits', async () => {
  const county = await aCounty()
  const { sessions, groupId } = await aRegister(county)
  const sessionId = at(sessions, 0)
  const waiting = await aPerson(county, { firstName: 'Wil', lastName: 'Waiting' })
  await county.api.enrolments.enrol({
    groupId,
    personId: waiting.id,
    status: 'waiting',
    onDate: '2026-11-01',
  })
  const [found] = await county.api.registers.findWalkIn({ sessionId, text: 'wil 12/3/2015' })
  expect(found).toMatchObject({ personId: waiting.id, status: 'waiting', here: false })
  const answer = await county.api.registers.addWalkIn({ sessionId, who: { kind: 'known', personId: waiting.id } }) // prettier-ignore
  expect(answer).toEqual({ personId: waiting.id, standing: 'waiting', warning: null })
  const roster = await county.api.enrolments.roster({ groupId })
  expect(roster.find((row) => row.personId === waiting.id)?.status).toBe('waiting')
  expect((await county.api.people.search({ text: 'Waiting' })).total).toBe(1)
  const { rows } = await county.api.registers.open({ sessionId })
  expect(rows.at(-1)).toMatchObject({ personId: waiting.id, walkIn: true, mark: { code: 'P' } })
})

test('who is found at the door is told apart from who is on the register already', async () => {
  const county = await aCounty()
  const { sessions, people, groupId } = await aRegister(county)
  const sessionId = at(sessions, 0)
  const left = await aPerson(county, { firstName: 'Sam', lastName: 'Left' })
  await enrol(county, groupId, left.id, '2026-11-24')
  const found = await county.api.registers.findWalkIn({ sessionId, text: 'sam' })
  expect(found.map((one) => [one.name, one.here])).toEqual([
    ['Sam Ahmed', true],
    ['Sam Brown', true],
    ['Sam Clarke', true],
    ['Sam Left', false],
  ])
  expect(found.map((one) => one.personId)).toEqual([...people, left.id])
  expect(await county.api.registers.findWalkIn({ sessionId, text: 'nobody of that name' })).toEqual([])
})

test('after any history the rows of each register are those of the one definition of who was expected', async () => {
  const county = await aCounty()
  const programmeId = (await aProgramme(county)).id
  const notExpected = new Set(['M', 'X'])
  const picks = fc.record({
    invitedOnly: fc.array(fc.nat(4), { maxLength: 2 }),
    invitees: fc.array(fc.nat(4), { maxLength: 3 }),
    volunteers: fc.array(fc.nat(4), { maxLength: 2 }),
  })
  await fc.assert(
    fc.asyncProperty(aHistory, picks, async (history, { invitedOnly, invitees, volunteers }) => {
      const group = await aGroup(county, { programmeId, firstDate: '2026-11-02', weekday: 1, sessions: 5 })
      const people: PersonId[] = []
      for (const lastName of ['Ahmed', 'Brown', 'Clarke', 'Diaz', 'Evans'])
        people.push((await aPerson(county, { lastName, dateOfBirth: null })).id)
      for (const session of new Set(invitedOnly))
        await invite(
          county,
          at(group.sessions, session).id,
          [...new Set(invitees)].map((n) => at(people, n)),
        )
      const half = Math.floor(history.length / 2)
      for (const what of history.slice(0, half)) await carryOut({ api: county.api, group, people }, what)
      for (const n of volunteers) await asVolunteer(county, at(people, n))
      for (const what of history.slice(half)) await carryOut({ api: county.api, group, people }, what)
      const ids = group.sessions.map((session) => session.id)
      const rows = await putRows(county, (tx) =>
        tx
          .selectFrom(expectedRows(tx, { sessionIds: ids }).as('e'))
          .selectAll()
          .execute(),
      )
      for (const sessionId of ids) {
        const register = await county.api.registers.open({ sessionId })
        if (register.state === 'did-not-run') continue
        const shown = register.rows.filter((row) => !notExpected.has(row.mark?.code ?? ''))
        const line = (person: string, code: string | null, walkIn: boolean) => `${person} ${code} ${walkIn}`
        expect(shown.map((row) => line(row.personId, row.mark?.code ?? null, row.walkIn)).sort()).toEqual(
          rows.filter((row) => row.session_id === sessionId).map((row) => line(row.person_id, row.code, row.walk_in === 1)).sort(), // prettier-ignore
        )
      }
    }),
    { numRuns: 25 },
  )
}, 120_000)
