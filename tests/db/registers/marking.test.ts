import { expect, test } from 'vitest'
import { aPerson } from '../../support/people-factories.ts'
import { aRegister, at, enrol } from '../../support/register-factories.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

const marksOf = async ({ api }: TestCounty, sessionId: Parameters<TestCounty['api']['registers']['open']>[0]['sessionId']) =>
  (await api.registers.open({ sessionId })).rows.map((row) => row.mark?.code ?? '') // prettier-ignore

test('a family is marked by one command, and one undo takes all of it back', async () => {
  const county = await aCounty()
  const { sessions, people } = await aRegister(county)
  const sessionId = at(sessions, 0)
  await county.api.registers.mark({ sessionId, personId: at(people, 0), code: 'A' })
  const marks = await county.api.registers.markMany({ sessionId, personIds: people.slice(0, 2), code: 'P' })
  expect(marks.map((one) => [one.personId, one.mark.code])).toEqual(people.slice(0, 2).map((id) => [id, 'P']))
  const { undo } = await county.api.audit.nextUndo({})
  await county.api.audit.undo({ id: undo!.id })
  expect(await marksOf(county, sessionId)).toEqual(['A', '', ''])
})

test('several people are marked all or none', async () => {
  const county = await aCounty()
  const { sessions, people } = await aRegister(county)
  const sessionId = at(sessions, 0)
  const stranger = await aPerson(county, { lastName: 'Stranger' })
  await expect(
    county.api.registers.markMany({ sessionId, personIds: [at(people, 0), stranger.id], code: 'P' }),
  ).rejects.toMatchObject({ code: 'CONFLICT' })
  expect(await marksOf(county, sessionId)).toEqual(['', '', ''])
})

test('late takes minutes, left out they stay, another letter drops them, and present takes none', async () => {
  const county = await aCounty()
  const { sessions, people } = await aRegister(county)
  const place = { sessionId: at(sessions, 0), personId: at(people, 0) }
  const { registers } = county.api
  expect((await registers.mark({ ...place, code: 'L', minutes: 10 })).mark.minutes).toBe(10)
  expect((await registers.mark({ ...place, code: 'L' })).mark.minutes).toBe(10)
  expect((await registers.mark({ ...place, code: 'L', minutes: null })).mark.minutes).toBeNull()
  await registers.mark({ ...place, code: 'E', minutes: 25 })
  expect((await registers.mark({ ...place, code: 'P' })).mark.minutes).toBeNull()
  await expect(registers.mark({ ...place, code: 'P', minutes: 5 })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    message: expect.stringContaining('Present takes no minutes'),
  })
  for (const minutes of [0, 601, 1.5])
    await expect(registers.mark({ ...place, code: 'L', minutes })).rejects.toMatchObject({ code: 'INVALID_INPUT' }) // prettier-ignore
})

test('a note stands with a mark, outlives another letter, and needs one', async () => {
  const county = await aCounty()
  const { sessions, people } = await aRegister(county)
  const place = { sessionId: at(sessions, 0), personId: at(people, 0) }
  const { registers } = county.api
  await expect(registers.setNote({ ...place, note: 'Tired' })).rejects.toMatchObject({ code: 'CONFLICT' })
  await registers.mark({ ...place, code: 'P' })
  await registers.setNote({ ...place, note: '  Tired today  ' })
  expect((await registers.mark({ ...place, code: 'L' })).mark.note).toBe('Tired today')
  expect((await registers.setNote({ ...place, note: '' })).mark.note).toBeNull()
})

test('apologies told ahead stand on each session of those days that expects them, with who wrote them down', async () => {
  const county = await aCounty()
  const dates = ['2026-11-16', '2026-11-23', '2026-11-30', '2026-12-07', '2026-12-14']
  const { sessions, people, groupId } = await aRegister(county, { dates, didNotRun: ['2026-12-07'] })
  const personId = at(people, 0)
  await county.api.registers.mark({ sessionId: at(sessions, 1), personId, code: 'L' })
  const days = { personId, groupId, from: '2026-11-01', to: '2026-12-31' }
  const answer = await county.api.registers.apologise(days)
  // Not the past, not what did not run, not what is recorded already.
  expect(answer.sessions.map((one) => one.sessionId)).toEqual([at(sessions, 2), at(sessions, 4)])
  expect(answer.already).toBe(1)
  const ahead = await county.api.registers.open({ sessionId: at(sessions, 2) })
  expect(ahead).toMatchObject({ state: 'not-due' })
  expect(at(ahead.rows, 0).mark).toMatchObject({ code: 'A', markedBy: 'Ada Administrator' })
  expect(ahead.rows.slice(1).map((row) => row.mark)).toEqual([null, null])
  await expect(county.api.registers.apologise(days)).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('has a mark already'),
  })
})

test('whoever leaves has sent no apologies for what comes after: they are expected there no more, and undo brings them back', async () => {
  const county = await aCounty()
  const dates = ['2026-11-24', '2026-11-30', '2026-12-07']
  const { sessions, people, groupId } = await aRegister(county, { dates, people: ['Ahmed', 'Brown'] })
  for (const personId of people)
    await county.api.registers.apologise({ personId, groupId, from: '2026-11-24', to: '2026-12-31' })
  const { enrolmentId, version } = at(await county.api.enrolments.roster({ groupId }), 0)
  await county.api.enrolments.change({ enrolmentId, version, status: 'withdrawn', onDate: '2026-11-30' })
  const marks = () => Promise.all(sessions.map((sessionId) => marksOf(county, sessionId)))
  expect(await marks()).toEqual([['A', 'A'], ['A'], ['A']])
  const { undo } = await county.api.audit.nextUndo({})
  await county.api.audit.undo({ id: undo!.id })
  expect(await marks()).toEqual([
    ['A', 'A'],
    ['A', 'A'],
    ['A', 'A'],
  ])
})

test('whoever joins only later has sent no apologies for what was before', async () => {
  const county = await aCounty()
  const dates = ['2026-11-24', '2026-12-07']
  const { sessions, people, groupId } = await aRegister(county, { dates, people: ['Ahmed'] })
  await county.api.registers.apologise({ personId: at(people, 0), from: '2026-11-24', to: '2026-12-31' })
  const { enrolmentId, version } = at(await county.api.enrolments.roster({ groupId }), 0)
  const { lines } = await county.api.enrolments.history({ enrolmentId })
  await county.api.enrolments.correctDate({
    enrolmentId,
    version,
    lineId: at(lines, 0).id,
    onDate: '2026-12-01',
  })
  expect(await marksOf(county, at(sessions, 0))).toEqual([])
  expect(await marksOf(county, at(sessions, 1))).toEqual(['A'])
})

test('apologies cover every group of theirs unless one is named, and nobody not expected', async () => {
  const county = await aCounty()
  const dates = ['2026-11-30']
  const first = await aRegister(county, { dates })
  const second = await aRegister(county, { dates, name: 'Cooking', people: [] })
  const personId = at(first.people, 0)
  await enrol(county, second.groupId, personId)
  const { sessions } = await county.api.registers.apologise({
    personId,
    from: '2026-11-30',
    to: '2026-11-30',
  })
  expect(sessions.map((one) => one.groupName)).toEqual(['Bounce Back', 'Cooking'])
  const stranger = await aPerson(county, { lastName: 'Stranger' })
  await expect(
    county.api.registers.apologise({ personId: stranger.id, from: '2026-11-30', to: '2026-11-30' }),
  ).rejects.toMatchObject({ message: expect.stringContaining('expected at no session') })
})

test('having a place, or being offered one, never marks anybody as having come', async () => {
  const county = await aCounty()
  const { sessions, groupId } = await aRegister(county, { people: [] })
  const person = await aPerson(county)
  await county.api.enrolments.enrol({ groupId, personId: person.id, status: 'waiting', onDate: '2026-11-01' })
  await enrol(county, groupId, (await aPerson(county, { lastName: 'Placed' })).id)
  const { rows } = await county.api.registers.open({ sessionId: at(sessions, 0) })
  expect(rows.map((row) => [row.name, row.mark])).toEqual([['Mia Placed', null]])
})
