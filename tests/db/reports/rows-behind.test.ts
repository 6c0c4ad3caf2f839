import { describe, expect, test } from 'vitest'
import { headcountId, idOf, sessionStaffId } from '../../../shared/ids.ts'
import { newIdAt } from '../../../db/new-id.ts'
import { marked } from '../../support/call-factories.ts'
import { aWorker } from '../../support/group-factories.ts'
import { aMeasure } from '../../support/outcome-factories.ts'
import { aPerson } from '../../support/people-factories.ts'
import { aRegister, at } from '../../support/register-factories.ts'
import { putRows } from '../../support/rows.ts'
import { aCounty, NOW, type TestCounty } from '../../support/test-county.ts'

const newId = newIdAt(new Date(NOW))

/**
 * A group with everything in it once: two who come, one who never did, one who sent apologies, a volunteer, somebody who
 * waits, a walk-in, heads counted, a session that did not run, one that is owed, and readings.
 */
async function aGroupWithEverything(county: TestCounty) {
  const { api } = county
  const dates = ['2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16', '2026-11-30']
  const names = ['Ahmed', 'Brown', 'Clarke', 'Diaz', 'Evans']
  const taken = await aRegister(county, { dates, didNotRun: ['2026-11-09'], people: names })
  const { groupId, sessions, people } = taken
  const [ahmed, brown, clarke, diaz, evans] = [0, 1, 2, 3, 4].map((place) => at(people, place)) as [typeof people[number], typeof people[number], typeof people[number], typeof people[number], typeof people[number]] // prettier-ignore
  await putRows(county, async (tx) => {
    await tx.updateTable('enrolment').set({ role: 'volunteer' }).where('person_id', '=', evans).execute()
    await tx.updateTable('enrolment').set({ referred_on: '2026-08-20' }).where('person_id', '=', ahmed).execute() // prettier-ignore
    await tx.updateTable('programme_group').set({ complete_at: 2 }).where('id', '=', groupId).execute()
    const family = newId(idOf('family'))
    await tx.insertInto('family').values({ id: family as never, name: 'Ahmed', name_key: 'ahmed', version: 1 }).execute() // prettier-ignore
    await tx.updateTable('person').set({ family_id: family as never }).where('id', 'in', [ahmed, brown]).execute() // prettier-ignore
  })
  const waiting = await aPerson(county, { lastName: 'Waiting' })
  await api.enrolments.enrol({ groupId, personId: waiting.id, status: 'waiting', onDate: '2026-10-01' })
  await marked(county, sessions, ahmed, 'PP')
  await marked(county, sessions, brown, 'PA')
  await marked(county, sessions, clarke, 'NN')
  await marked(county, sessions, diaz, 'MP')
  await marked(county, sessions, evans, 'PP')
  const walkIn = { kind: 'new', person: { firstName: 'Zed', lastName: 'Walker' } } as const
  await api.registers.addWalkIn({ sessionId: at(sessions, 1), who: walkIn })
  const helper = await aWorker(county, 'Val Helper')
  await putRows(county, async (tx) => {
    await tx.insertInto('session_headcount').values({ id: newId(headcountId), session_id: at(sessions, 0), role: 'child', people: 7 }).execute() // prettier-ignore
    await tx.insertInto('session_staff').values({ id: newId(sessionStaffId), session_id: at(sessions, 0), staff_id: helper.id, part: 'volunteer', minutes: 45 }).execute() // prettier-ignore
  })
  await api.registers.complete({ sessionId: at(sessions, 0) })
  await api.registers.complete({ sessionId: at(sessions, 1) })
  const measure = await aMeasure(county, groupId, { kind: 'scale' })
  const reading = { groupId, personId: ahmed, measureId: measure.id, item: 0, value: 3, notDoneReason: null, takenOn: '2026-11-20' } as const // prettier-ignore
  await api.outcomes.setReading({ ...reading, timePoint: 'before' })
  await api.outcomes.setReading({ ...reading, timePoint: 'after' })
  const roster = await api.enrolments.roster({ groupId })
  const { enrolmentId, version } = at(
    roster.filter((one) => one.personId === brown),
    0,
  )
  await api.enrolments.change({
    enrolmentId,
    version,
    status: 'completed',
    onDate: '2026-11-20',
    reason: null,
  })
  return { groupId, sessions, people }
}

describe('the rows behind a figure', () => {
  test('are as many as each figure says, and every figure has some here', async () => {
    const county = await aCounty()
    const { groupId } = await aGroupWithEverything(county)
    const { figures, definitionsVersion } = await county.api.reports.groupSummary({ groupId })
    for (const figure of figures) {
      const behind = await county.api.reports.rowsBehind({ groupId, figure: figure.key })
      expect(behind).toMatchObject({ figure, definitionsVersion })
      expect([figure.key, behind.rows.length > 0]).toEqual([figure.key, true])
      const sum = behind.rows.reduce((total, row) => total + (row.counts ? row.amount : 0), 0)
      const rounded = (n: number) => Math.round(n * 10) / 10
      if (figure.unit === 'count') expect([figure.key, sum]).toEqual([figure.key, figure.value])
      if (figure.unit === 'percent') expect(rounded((sum / behind.rows.length) * 100)).toBe(figure.value)
      if (figure.unit === 'hours') expect(rounded(sum / 60)).toBe(figure.value)
      for (const row of behind.rows) expect(row.what).not.toBe('')
    }
  })

  test('say who and when', async () => {
    const county = await aCounty()
    const { groupId } = await aGroupWithEverything(county)
    const behind = async (figure: string) =>
      (await county.api.reports.rowsBehind({ groupId, figure })).rows.map((row) => [row.what, row.on, row.amount, row.counts]) // prettier-ignore
    expect(await behind('attended-or-apologised')).toEqual([
      ['Sam Ahmed', '2026-10-26', 1, true],
      ['Sam Ahmed', '2026-11-02', 1, true],
      ['Sam Brown', '2026-10-26', 1, true],
      ['Sam Brown', '2026-11-02', 1, true],
      ['Sam Clarke', '2026-10-26', 1, false],
      ['Sam Clarke', '2026-11-02', 1, false],
      ['Sam Diaz', '2026-11-02', 1, true],
      ['Zed Walker', '2026-11-02', 1, true],
    ])
    expect(await behind('heads-unnamed')).toEqual([['Session 1', '2026-10-26', 5, true]])
    expect(await behind('materials-or-call')).toEqual([['Sam Diaz', '2026-10-26', 1, true]])
    expect(await behind('never-came')).toEqual([['Sam Clarke', null, 1, true]])
    expect(await behind('came-2')).toEqual([['Sam Ahmed', null, 1, true]])
    expect(await behind('families-came')).toEqual([['Ahmed', null, 1, true]])
    expect(await behind('sessions-not-run')).toEqual([['Did not run', '2026-11-09', 1, true]])
    expect(await behind('volunteer-hours')).toEqual([
      ['Val Helper', '2026-10-26', 45, true],
      ['Sam Evans', '2026-10-26', 120, true],
      ['Sam Evans', '2026-11-02', 120, true],
    ])
    expect(await behind('referral-to-offer')).toContainEqual(['Sam Ahmed', null, 12, true])
  })

  test('of outcomes are for those who see outcomes, and of a figure that is not there for nobody', async () => {
    const county = await aCounty()
    const { groupId } = await aGroupWithEverything(county)
    const assistant = await county.as('assistant')
    await expect(assistant.reports.rowsBehind({ groupId, figure: 'matched' })).rejects.toMatchObject({ code: 'NOT_FOUND' }) // prettier-ignore
    await expect(county.api.reports.rowsBehind({ groupId, figure: 'came-9' })).rejects.toMatchObject({ code: 'NOT_FOUND' }) // prettier-ignore
    expect((await county.api.reports.rowsBehind({ groupId, figure: 'matched' })).rows).toHaveLength(1)
  })
})

test('the two measures are told of each person and each session', async () => {
  const county = await aCounty()
  const { groupId } = await aGroupWithEverything(county)
  const { people, sessions } = await county.api.reports.coming({ groupId })
  expect(people.map((one) => [one.name, one.expected, one.attended, one.attendedOrApologised])).toEqual([
    ['Sam Ahmed', 2, 2, 2],
    ['Sam Brown', 2, 1, 2],
    ['Sam Clarke', 2, 0, 0],
    ['Sam Diaz', 1, 1, 1],
    ['Zed Walker', 1, 1, 1],
  ])
  expect(sessions.map((one) => [one.number, one.expected, one.attended, one.attendedOrApologised])).toEqual([
    [1, 3, 2, 2],
    [2, 5, 3, 4],
  ])
})

test('families stand by name, whoever joined first', async () => {
  const county = await aCounty()
  const { groupId } = await aRegister(county, { dates: ['2026-10-26'], people: [] })
  for (const name of ['Zielinski', 'Ahmed', 'Éclair', 'Brown']) {
    const { id: personId } = await aPerson(county, { lastName: name, family: { kind: 'new', name } })
    await county.api.enrolments.enrol({ groupId, personId, status: 'enrolled', onDate: '2026-10-26' })
  }
  const { rows } = await county.api.reports.rowsBehind({ groupId, figure: 'families-enrolled' })
  expect(rows.map((row) => row.what)).toEqual(['Ahmed', 'Brown', 'Éclair', 'Zielinski'])
})
