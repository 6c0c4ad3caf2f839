import { describe, expect, test } from 'vitest'
import { marked } from '../../support/call-factories.ts'
import { aGroup, aProgramme } from '../../support/group-factories.ts'
import { aPerson } from '../../support/people-factories.ts'
import { aRegister, at, enrol } from '../../support/register-factories.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'
import type { GroupId, SessionId } from '../../../shared/ids.ts'

const figure = async ({ api }: Pick<TestCounty, 'api'>, groupId: GroupId, key: string) =>
  (await api.reports.groupSummary({ groupId })).figures.find((one) => one.key === key)

const completeAll = async ({ api }: TestCounty, sessions: readonly SessionId[]) => {
  for (const sessionId of sessions) await api.registers.complete({ sessionId })
}

const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'].map((letter) => `${letter}hmed`)

describe('the two measures, from the register to the figure', () => {
  test('five of nine marked cannot be completed; with the rest absent four absences are stored, and it is 5 of 9 (D72)', async () => {
    const county = await aCounty()
    const { groupId, sessions, people } = await aRegister(county, { people: names })
    for (const person of people.slice(0, 5)) await marked(county, sessions, person, 'P')
    await expect(county.api.registers.complete({ sessionId: at(sessions, 0) })).rejects.toMatchObject({ code: 'CONFLICT' }) // prettier-ignore
    expect(await figure(county, groupId, 'attendance-rate')).toMatchObject({ value: null })
    await county.api.registers.markRest({ sessionId: at(sessions, 0), code: 'N' })
    await completeAll(county, sessions)
    expect(await figure(county, groupId, 'attendance-rate')).toMatchObject({ value: 55.6, detail: '5 of 9' })
    const { rows } = await county.api.reports.rowsBehind({ groupId, figure: 'expected' })
    expect(rows).toHaveLength(9)
  })

  test('late in the morning says nothing of the afternoon: it is blank there, and counts once (D75)', async () => {
    const county = await aCounty()
    const dates = ['2026-11-16', '2026-11-17']
    const { groupId, sessions, people } = await aRegister(county, { dates, people: ['Ahmed'] })
    await marked(county, sessions, at(people, 0), 'L')
    const second = await county.api.registers.open({ sessionId: at(sessions, 1) })
    expect(at(second.rows, 0).mark).toBeNull()
    await completeAll(county, sessions.slice(0, 1))
    expect(await figure(county, groupId, 'attendance-rate')).toMatchObject({ detail: '1 of 1' })
    expect(await figure(county, groupId, 'registers-owed')).toMatchObject({ value: 1 })
  })

  test('who joins at the third session is expected at two of four (D64), and who waits at none (D63)', async () => {
    const county = await aCounty()
    const dates = ['2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16']
    const { groupId, sessions, people } = await aRegister(county, { dates, people: ['Ahmed'] })
    const joins = await aPerson(county, { firstName: 'Late', lastName: 'Brown' })
    await enrol(county, groupId, joins.id, '2026-11-09')
    const waits = await aPerson(county, { firstName: 'Waiting', lastName: 'Clarke' })
    await county.api.enrolments.enrol({
      groupId,
      personId: waits.id,
      status: 'waiting',
      onDate: '2026-10-01',
    })
    await marked(county, sessions, at(people, 0), 'PPPP')
    await marked(county, sessions, joins.id, '  PA')
    await completeAll(county, sessions)
    const { people: coming } = await county.api.reports.coming({ groupId })
    expect(coming.map((one) => [one.name, one.expected, one.attended, one.attendedOrApologised])).toEqual([
      ['Sam Ahmed', 4, 4, 4],
      ['Late Brown', 2, 1, 2],
    ])
    expect(await figure(county, groupId, 'people-enrolled')).toMatchObject({ value: 2 })
  })

  test('a volunteer who is marked as having come is no attendance, and their hours are counted (D61)', async () => {
    const county = await aCounty()
    const { groupId, sessions, people } = await aRegister(county, { people: ['Ahmed'] })
    const helper = await aPerson(county, { firstName: 'Val', lastName: 'Helper', dateOfBirth: '1990-01-01' })
    await county.api.enrolments.enrol({ groupId, personId: helper.id, status: 'enrolled', onDate: '2026-09-01', role: 'volunteer' }) // prettier-ignore
    await marked(county, sessions, at(people, 0), 'P')
    await marked(county, sessions, helper.id, 'P')
    await completeAll(county, sessions)
    expect(await figure(county, groupId, 'attendances')).toMatchObject({ value: 1 })
    expect(await figure(county, groupId, 'expected')).toMatchObject({ value: 1 })
    expect(await figure(county, groupId, 'volunteer-hours')).toMatchObject({ value: 2 })
  })

  test('a session that did not run is in no denominator, and owes no register (D77)', async () => {
    const county = await aCounty()
    const dates = ['2026-11-09', '2026-11-16']
    const plan = { dates, didNotRun: ['2026-11-16'], people: ['Ahmed'] }
    const { groupId, sessions, people } = await aRegister(county, plan)
    await marked(county, sessions, at(people, 0), 'N')
    await completeAll(county, sessions.slice(0, 1))
    expect(await figure(county, groupId, 'attendance-rate')).toMatchObject({ value: 0, detail: '0 of 1' })
    expect(await figure(county, groupId, 'registers-owed')).toMatchObject({ value: 0 })
    expect(await figure(county, groupId, 'sessions-not-run')).toMatchObject({ value: 1 })
  })
})

describe('materials sent to a home', () => {
  test('are an attendance in no figure, no day of coming and no count of the register, whatever letter stands there', async () => {
    const county = await aCounty()
    const { id: programmeId } = await aProgramme(county)
    const { id: personId } = await aPerson(county)
    const group = await aGroup(county, { programmeId, firstDate: '2026-11-17', mode: 'materials' })
    await enrol(county, group.id, personId)
    const { id: sessionId } = at(group.sessions, 0)
    await county.api.registers.mark({ sessionId, personId, code: 'P' })
    expect((await county.api.registers.open({ sessionId })).roles).toMatchObject([
      { role: 'child', named: 0 },
    ])
    await county.api.registers.complete({ sessionId })
    for (const key of ['attendances', 'people-came', 'footfall', 'attendance-rate'])
      expect(await figure(county, group.id, key), key).toMatchObject({ value: 0 })
    expect(await figure(county, group.id, 'expected')).toMatchObject({ value: 1 })
    const { people } = await county.api.enrolments.turnaround({ groupId: group.id })
    expect(people).toMatchObject([{ firstAttendedOn: null }])
  })
})

describe('days from referral to coming', () => {
  test('are counted anew for somebody who left and was referred again, in the list and in the figure', async () => {
    const county = await aCounty()
    const { api } = county
    const { groupId, sessions } = await aRegister(county, { dates: ['2026-11-02', '2026-11-20'], people: [] })
    const { id: personId } = await aPerson(county)
    const refer = (onDate: string) =>
      api.enrolments.refer({
        groupId,
        people: [{ personId }],
        status: 'enrolled',
        onDate,
        referredOn: onDate,
      })
    const { enrolmentIds } = await refer('2026-11-01')
    await marked(county, sessions.slice(0, 1), personId, 'P')
    await api.enrolments.change({ enrolmentId: at(enrolmentIds, 0), version: 1, status: 'withdrawn', onDate: '2026-11-03' }) // prettier-ignore
    await refer('2026-11-15')
    await marked(county, sessions.slice(1), personId, 'P')
    const { people } = await api.enrolments.turnaround({ groupId })
    expect(people).toMatchObject([{ enrolledOn: '2026-11-15', firstAttendedOn: '2026-11-20', referralToOffer: 0, referralToAttended: 5 }]) // prettier-ignore
    expect(await figure(county, groupId, 'referral-to-attended')).toMatchObject({ value: 5 })
    expect(await figure(county, groupId, 'offer-to-attended')).toMatchObject({ value: 5 })
  })
})

test('a volunteer who came late gave the rest of the session, and not the minutes that they missed', async () => {
  const county = await aCounty()
  const { groupId, sessions, people } = await aRegister(county, { people: ['Ahmed'] })
  const { id: personId } = await aPerson(county, { firstName: 'Vi' })
  await county.api.enrolments.enrol({ groupId, personId, status: 'enrolled', onDate: '2026-11-01', role: 'volunteer' }) // prettier-ignore
  const sessionId = at(sessions, 0)
  await marked(county, sessions, at(people, 0), 'P')
  await county.api.registers.mark({ sessionId, personId, code: 'L', minutes: 30 })
  await county.api.registers.complete({ sessionId })
  expect(await figure(county, groupId, 'volunteer-hours')).toMatchObject({ value: 1.5 })
})
