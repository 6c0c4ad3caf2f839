import { expect, test } from 'vitest'
import { aPerson } from '../../support/people-factories.ts'
import { aGroupWithSessions, aMark, theMarkCodes } from '../../support/rows.ts'
import { aCounty } from '../../support/test-county.ts'

const dates = ['2026-11-03', '2026-11-10', '2026-11-17'] as const

async function enrolled(onDate = '2026-11-01') {
  const county = await aCounty()
  const group = await aGroupWithSessions(county, { dates, ages: [8, 10] })
  const person = await aPerson(county)
  const { groupId } = group
  const { enrolmentId } = await county.api.enrolments.enrol({ groupId, personId: person.id, status: 'enrolled', onDate }) // prettier-ignore
  const roster = (asAt?: string) => county.api.enrolments.roster({ groupId, asAt })
  return { county, api: county.api, ...group, person, enrolmentId, roster }
}

test('the roster is as it stood on the date asked for', async () => {
  const { api, enrolmentId, roster } = await enrolled()
  await api.enrolments.change({ enrolmentId, version: 1, status: 'withdrawn', onDate: '2026-11-12', reason: 'Moved away' }) // prettier-ignore
  expect(await roster('2026-10-31')).toEqual([])
  expect(await roster('2026-11-11')).toMatchObject([{ name: 'Mia Patel', status: 'enrolled', since: '2026-11-01' }]) // prettier-ignore
  expect(await roster('2026-11-12')).toMatchObject([{ status: 'withdrawn', reason: 'Moved away', version: 2 }]) // prettier-ignore
})

test('somebody who joins later is in the list of today, under the day they join', async () => {
  const { roster } = await enrolled('2027-01-12')
  expect(await roster()).toMatchObject([{ status: 'enrolled', since: '2027-01-12' }])
  expect(await roster('2026-11-23')).toEqual([])
})

test('attendance is counted over what is recorded', async () => {
  const { county, sessions, person, roster } = await enrolled()
  await theMarkCodes(county)
  await aMark(county, sessions[0], person.id, 'P')
  await aMark(county, sessions[1], person.id, 'N')
  expect(await roster()).toMatchObject([{ attended: 1, expected: 2 }])
  expect(await roster('2026-11-09')).toMatchObject([{ attended: 1, expected: 1 }])
})

test('an age outside the programme at the first session is a warning in words', async () => {
  const { roster } = await enrolled()
  expect((await roster())[0]?.ageWarning).toBe('Aged 11 on 3 November 2026. The programme is for ages 8 to 10.') // prettier-ignore
})

test('a person has one enrolment in a group', async () => {
  const { api, groupId, person } = await enrolled()
  const again = api.enrolments.enrol({ groupId, personId: person.id, status: 'waiting', onDate: '2026-11-23' }) // prettier-ignore
  await expect(again).rejects.toMatchObject({ code: 'CONFLICT' })
})

test('nobody joins a group that has been cancelled', async () => {
  const county = await aCounty()
  const { groupId } = await aGroupWithSessions(county, { cancelled: true })
  const { id: personId } = await aPerson(county)
  const enrolling = county.api.enrolments.enrol({ groupId, personId, status: 'enrolled', onDate: '2026-11-23' }) // prettier-ignore
  await expect(enrolling).rejects.toMatchObject({ code: 'CONFLICT' })
})

test('of two changes made to the same enrolment at once, the second is told so', async () => {
  const { api, enrolmentId } = await enrolled()
  const change = () => api.enrolments.change({ enrolmentId, version: 1, status: 'completed', onDate: '2026-11-23' }) // prettier-ignore
  await change()
  await expect(change()).rejects.toMatchObject({ code: 'CHANGED' })
})

test('a change that a later one would overrule is refused, having joined earlier is not', async () => {
  const { api, enrolmentId, roster } = await enrolled('2026-11-09')
  const early = { enrolmentId, version: 1, onDate: '2026-11-02' }
  await expect(api.enrolments.change({ ...early, status: 'withdrawn' })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
  })
  await api.enrolments.change({ ...early, status: 'enrolled' })
  expect(await roster('2026-11-03')).toMatchObject([{ status: 'enrolled' }])
})

test('somebody who left can come back', async () => {
  const { api, enrolmentId, roster } = await enrolled()
  await api.enrolments.change({ enrolmentId, version: 1, status: 'withdrawn', onDate: '2026-11-04' })
  await api.enrolments.change({ enrolmentId, version: 2, status: 'enrolled', onDate: '2026-11-16' })
  expect(await roster('2026-11-10')).toMatchObject([{ status: 'withdrawn' }])
  expect(await roster('2026-11-17')).toMatchObject([{ status: 'enrolled' }])
})

test('undo takes a change back, and the one before it still stands', async () => {
  const { api, enrolmentId, roster } = await enrolled()
  await api.enrolments.change({ enrolmentId, version: 1, status: 'withdrawn', onDate: '2026-11-04' })
  const { undo } = await api.audit.nextUndo({})
  await api.audit.undo({ id: undo?.id ?? '' })
  expect(await roster()).toMatchObject([{ status: 'enrolled', since: '2026-11-01' }])
})
