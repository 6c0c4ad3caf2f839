import { expect, test } from 'vitest'
import { lettersOf, readLetters } from '../../support/grid-factories.ts'
import { aPerson } from '../../support/people-factories.ts'
import { aRegister, at, enrol } from '../../support/register-factories.ts'
import { putRows } from '../../support/rows.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

const dates = ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30']

async function aRun(county: TestCounty, plan: Parameters<typeof aRegister>[1] = {}) {
  const run = await aRegister(county, { dates, ...plan })
  const { api } = county
  const mark = (row: number, column: number, code: string) =>
    api.registers.mark({ sessionId: at(run.sessions, column), personId: at(run.people, row), code })
  const withdraw = async (row: number, onDate: string) => {
    const one = (await api.enrolments.roster({ groupId: run.groupId })).find((each) => each.personId === run.people[row]) // prettier-ignore
    if (one === undefined) throw new Error('Not enrolled.')
    await api.enrolments.change({ enrolmentId: one.enrolmentId, version: one.version, status: 'withdrawn', onDate, reason: 'Moved away' }) // prettier-ignore
  }
  return { ...run, mark, withdraw, grid: () => api.registers.grid({ groupId: run.groupId }) }
}

test('a run is people by sessions, headed by number, date and topic, and blank is not absent', async () => {
  const county = await aCounty()
  const { grid, mark, sessions } = await aRun(county, { didNotRun: ['2026-11-09'] })
  await putRows(county, (tx) =>
    tx.updateTable('session').set({ topic: 'Feelings' }).where('id', '=', at(sessions, 2)).execute(),
  )
  await mark(0, 0, 'P')
  await mark(1, 0, 'N')
  const found = await grid()
  expect(found.sessions.map((one) => one.number)).toEqual([1, null, 2, 3, 4])
  expect(found.sessions.map((one) => one.topic)).toEqual([null, null, 'Feelings', null, null])
  expect(found.sessions.map((one) => one.state)).toEqual(['started', 'did-not-run', 'due', 'due', 'not-due'])
  expect(found.people.map((one) => one.name)).toEqual(['Sam Ahmed', 'Sam Brown', 'Sam Clarke'])
  expect(lettersOf(found)).toEqual(['P#···', 'N#···', '·#···'])
})

test('a late joiner is not expected before joining, nor a leaver after leaving', async () => {
  const county = await aCounty()
  const { groupId, grid, withdraw } = await aRun(county, { people: ['Ahmed', 'Brown'] })
  const late = await aPerson(county, { firstName: 'Lou', lastName: 'Late' })
  await enrol(county, groupId, late.id, '2026-11-16')
  await withdraw(1, '2026-11-16')
  const found = await grid()
  expect(lettersOf(found)).toEqual(['·····', '··–––', '––···'])
  expect(found.people[1]?.cells[2]?.place).toBe('left')
  expect(found.people[2]?.cells[1]?.place).toBe('not-joined')
})

test('somebody invited to a session for some is expected at it, and the others are not', async () => {
  const county = await aCounty()
  const { grid, sessions, people } = await aRun(county)
  const sessionId = at(sessions, 1)
  await putRows(county, async (tx) => {
    await tx.updateTable('session').set({ invited_only: 1 }).where('id', '=', sessionId).execute()
    const invited = { id: sessionId, session_id: sessionId, person_id: at(people, 2) } as never // an id of any kind will do
    await tx.insertInto('session_invitee').values(invited).execute()
  })
  const found = await grid()
  expect(found.sessions[1]?.invitedOnly).toBe(true)
  expect(lettersOf(found)).toEqual(['·–···', '·–···', '·····'])
  expect(found.people[0]?.cells[1]?.place).toBe('not-invited')
  expect(found.sessions[1]?.counts.expected).toBe(1)
})

test('a walk-in stands in the grid under the others, in the session they came to', async () => {
  const county = await aCounty()
  const { grid, sessions } = await aRun(county)
  const who = { kind: 'new' as const, person: { firstName: 'Abe', lastName: 'Aardvark' } }
  await county.api.registers.addWalkIn({ sessionId: at(sessions, 1), who })
  const found = await grid()
  expect(found.people.map((one) => one.name).at(-1)).toBe('Abe Aardvark')
  expect(lettersOf(found).at(-1)).toBe('–P–––')
  expect(
    found.people
      .at(-1)
      ?.cells.map((cell) => cell.place)
      .slice(0, 2),
  ).toEqual(['not-enrolled', 'walk-in'])
})

test('somebody enrolled in hindsight is not put on a register that was complete', async () => {
  const county = await aCounty()
  const { groupId, grid, sessions } = await aRun(county)
  await county.api.registers.markRest({ sessionId: at(sessions, 0), code: 'P' })
  await county.api.registers.complete({ sessionId: at(sessions, 0) })
  const late = await aPerson(county, { firstName: 'Lou', lastName: 'Late' })
  await enrol(county, groupId, late.id, '2026-09-01')
  const found = await grid()
  expect(lettersOf(found)).toEqual(['P····', 'P····', 'P····', '–····'])
  expect(found.people[3]?.cells[0]?.place).toBe('after-completion')
})

test('rows and columns count what is expected, marked and came, as every figure does', async () => {
  const county = await aCounty()
  const { groupId, grid, mark } = await aRun(county)
  await mark(0, 0, 'P')
  await mark(1, 0, 'N')
  await mark(2, 0, 'X')
  await mark(0, 1, 'L')
  const found = await grid()
  expect(found.sessions[0]?.counts).toEqual({ expected: 2, marked: 2, attended: 1 })
  expect(found.people[0]?.counts).toEqual({ expected: 5, marked: 2, attended: 2 })
  expect(found.people[2]?.counts).toEqual({ expected: 4, marked: 0, attended: 0 })
  const roster = await county.api.enrolments.roster({ groupId })
  expect(roster.map((row) => row.attended)).toEqual(found.people.map((person) => person.counts.attended))
})

test('people who only wait for a place, and volunteers, are not in the grid', async () => {
  const county = await aCounty()
  const { groupId, people } = await aRun(county)
  const waiting = await aPerson(county, { firstName: 'Will', lastName: 'Wait' })
  await county.api.enrolments.enrol({
    groupId,
    personId: waiting.id,
    status: 'waiting',
    onDate: '2026-09-01',
  })
  await putRows(county, (tx) =>
    tx.updateTable('enrolment').set({ role: 'volunteer' }).where('person_id', '=', at(people, 0)).execute(),
  )
  expect(await readLetters(county.api, groupId)).toEqual(['·····', '·····'])
})

test('a group of nobody, and one without sessions, are an empty grid', async () => {
  const county = await aCounty()
  const nobody = await aRun(county, { people: [] })
  expect(await nobody.grid()).toMatchObject({ people: [] })
  const never = await aRun(county, { dates: [] })
  expect(await never.grid()).toMatchObject({ people: [], sessions: [] })
})
