import { describe, expect, test } from 'vitest'
import type { PersonId } from '../../../shared/ids.ts'
import { rowsOf } from '../../support/dump.ts'
import { bothEnrolled, mergeTwo, questionsAbout, two } from '../../support/merge-factories.ts'
import { aRegister, at, enrol } from '../../support/register-factories.ts'
import { aMark } from '../../support/rows.ts'
import { aCounty } from '../../support/test-county.ts'

describe('marks', () => {
  test('are united, and two different ones of one session are asked, never overwritten', async () => {
    const county = await aCounty()
    const both = await two(county)
    const { sessions, groupId } = await bothEnrolled(county, both)
    await aMark(county, sessions[0], both.keptId, 'P')
    await aMark(county, sessions[1], both.keptId, 'P')
    await aMark(county, sessions[1], both.goneId, 'N')
    await aMark(county, sessions[2], both.goneId, 'P')
    const plan = await county.api.people.mergePlan(both)
    const asked = plan.questions.filter((one) => one.about.startsWith('Bounce Back'))
    expect(asked).toMatchObject([{ about: 'Bounce Back, 9 November 2026', kept: 'Present', gone: 'Did not attend', both: null }]) // prettier-ignore
    const versions = { keptVersion: plan.kept.version, goneVersion: plan.gone.version }
    const unanswered = county.api.people.merge({ ...both, ...versions })
    await expect(unanswered).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { questions: plan.questions.map(({ key, about }) => ({ key, about })) },
    })
    expect(rowsOf(county.file, 'SELECT * FROM mark')).toHaveLength(4)

    await mergeTwo(county.api, both.keptId, both.goneId, (key) => (key.startsWith('mark') ? 'gone' : 'kept'))
    const marks = rowsOf(county.file, 'SELECT session_id, person_id, code FROM mark ORDER BY session_id')
    expect(marks).toEqual(
      ['P', 'N', 'P'].map((code, i) => ({ session_id: sessions[i], person_id: both.keptId, code })),
    )
    const [row] = await county.api.enrolments.roster({ groupId })
    expect(row).toMatchObject({ personId: both.keptId, attended: 2 })
  })

  test('that are the same in one session are one, and nobody is asked', async () => {
    const county = await aCounty()
    const both = await two(county, {}, { firstName: 'Mia', dateOfBirth: null })
    const { sessions } = await bothEnrolled(county, both)
    await aMark(county, sessions[0], both.keptId, 'P')
    await aMark(county, sessions[0], both.goneId, 'P')
    expect(await questionsAbout(county, both)).toEqual([])
    await mergeTwo(county.api, both.keptId, both.goneId)
    expect(rowsOf(county.file, 'SELECT code FROM mark')).toEqual([{ code: 'P' }])
  })

  test('an answer to what was seen does not answer what has changed since', async () => {
    const county = await aCounty()
    const both = await two(county, {}, { firstName: 'Mia', dateOfBirth: null })
    const { sessions } = await bothEnrolled(county, both)
    await aMark(county, sessions[0], both.keptId, 'P')
    await aMark(county, sessions[0], both.goneId, 'N')
    const plan = await county.api.people.mergePlan(both)
    const answers = Object.fromEntries(plan.questions.map(({ key }) => [key, 'gone' as const]))
    await county.api.registers.mark({ sessionId: at(sessions, 0), personId: both.goneId, code: 'X' })
    const versions = { keptVersion: plan.kept.version, goneVersion: plan.gone.version }
    const merged = county.api.people.merge({ ...both, ...versions, answers })
    await expect(merged).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  test('of a completed register that a merge changes are seen as corrected, and it can be undone', async () => {
    const county = await aCounty()
    const both = await two(county)
    const { sessions } = await bothEnrolled(county, both)
    const sessionId = at(sessions, 0)
    await county.api.registers.mark({ sessionId, personId: both.keptId, code: 'N' })
    await county.api.registers.mark({ sessionId, personId: both.goneId, code: 'P' })
    await county.api.registers.complete({ sessionId })
    await mergeTwo(county.api, both.keptId, both.goneId, 'gone')
    expect(rowsOf(county.file, 'SELECT from_code, to_code, reason FROM mark_correction')).toEqual([
      { from_code: 'N', to_code: 'P', reason: 'Two records were taken together.' },
    ])
    await county.api.audit.undo({ id: at(await county.api.audit.list({ limit: 1 }), 0).id })
    expect(rowsOf(county.file, 'SELECT * FROM mark_correction')).toEqual([])
  })
})

describe('the history with one group', () => {
  test('is all lines of both by their dates, asked only where they contradict each other on a day', async () => {
    const county = await aCounty()
    const both = await two(county, {}, { firstName: 'Mia', dateOfBirth: null })
    const { groupId } = await aRegister(county, { people: [] })
    const line = (personId: PersonId, status: 'waiting' | 'enrolled', onDate: string) => county.api.enrolments.enrol({ groupId, personId, status, onDate }) // prettier-ignore
    const first = await line(both.goneId, 'waiting', '2026-08-01')
    await county.api.enrolments.change({ enrolmentId: first.enrolmentId, version: 1, status: 'enrolled', onDate: '2026-09-01' }) // prettier-ignore
    await line(both.keptId, 'enrolled', '2026-09-01')
    expect(await questionsAbout(county, both)).toEqual([])
    await mergeTwo(county.api, both.keptId, both.goneId)
    const lines = rowsOf(county.file, 'SELECT status, on_date FROM enrolment_event ORDER BY on_date, step')
    expect(lines).toEqual([
      { status: 'waiting', on_date: '2026-08-01' },
      { status: 'enrolled', on_date: '2026-09-01' },
    ])
    expect((await county.api.enrolments.roster({ groupId })).map((row) => row.personId)).toEqual([both.keptId]) // prettier-ignore
  })

  test('a second referral does not take a place away unasked', async () => {
    const county = await aCounty()
    const both = await two(county, {}, { firstName: 'Mia', dateOfBirth: null })
    const { groupId } = await aRegister(county, { people: [] })
    await enrol(county, groupId, both.keptId, '2026-09-01')
    await county.api.enrolments.enrol({ groupId, personId: both.goneId, status: 'waiting', onDate: '2026-09-06' }) // prettier-ignore
    const [question] = (await county.api.people.mergePlan(both)).questions
    expect(question).toMatchObject({
      about: 'Bounce Back, from 6 September 2026',
      kept: 'Enrolled since 1 September 2026',
      gone: 'Waiting since 6 September 2026',
      both: 'All lines of both by their dates: waiting since 6 September 2026',
    })
    await mergeTwo(county.api, both.keptId, both.goneId, 'kept')
    expect((await county.api.enrolments.roster({ groupId })).map((row) => row.status)).toEqual(['enrolled'])
  })
})
