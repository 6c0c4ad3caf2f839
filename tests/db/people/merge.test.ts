import { describe, expect, test } from 'vitest'
import { newIdAt } from '../../../db/new-id.ts'
import { personId, type GroupId, type MeasureId, type PersonId } from '../../../shared/ids.ts'
import type { Person } from '../../../shared/people/people.contract.ts'
import { rowsOf } from '../../support/dump.ts'
import { mergeTwo } from '../../support/merge-factories.ts'
import { aConsent, aFamily, anAdult, aPerson } from '../../support/people-factories.ts'
import { aRegister, at, enrol } from '../../support/register-factories.ts'
import { aMark, putRows, theMarkCodes } from '../../support/rows.ts'
import { aCounty, NOW, type TestCounty } from '../../support/test-county.ts'

const newId = newIdAt(new Date(NOW))

/** Mia Patel, and Amelia Patel who is the same: born on the same day. */
async function two(county: TestCounty, ...[mia = {}, amelia = {}]: Parameters<typeof aPerson>[1][]) {
  const kept = await aPerson(county, mia)
  const gone = await aPerson(county, { firstName: 'Amelia', ...amelia })
  return { keptId: kept.id, goneId: gone.id }
}

const personOf = async ({ api }: TestCounty, id: PersonId) => (await api.people.get({ id })).person
const questionsAbout = async ({ api }: TestCounty, both: { keptId: PersonId; goneId: PersonId }) =>
  (await api.people.mergePlan(both)).questions.map((one) => one.about)

/** A group that met three times, with both of them in it. */
async function bothEnrolled(county: TestCounty, both: { keptId: PersonId; goneId: PersonId }) {
  await theMarkCodes(county)
  const taken = await aRegister(county, { dates: ['2026-11-02', '2026-11-09', '2026-11-16'], people: [] })
  await enrol(county, taken.groupId, both.keptId)
  await enrol(county, taken.groupId, both.goneId)
  return taken
}

/** What a change of details takes. */
const without = ({ familyId: _familyId, familyName: _familyName, provisional: _provisional, ...person }: Person) => person // prettier-ignore

const putReading = (county: TestCounty, person_id: PersonId, group_id: GroupId, measure_id: MeasureId, value: number) =>
  putRows(county, (tx) =>
    tx
      .insertInto('reading')
      .values({ id: newId(personId), group_id, person_id, measure_id, time_point: 'before', item: 0, value, not_done_reason: null, taken_on: '2026-11-02', version: 1 })
      .execute(),
  ) // prettier-ignore

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
      details: { questions: plan.questions },
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

describe('the details of the one record', () => {
  test('are what one alone says, and asked where both say something and not the same', async () => {
    const county = await aCounty()
    const both = await two(
      county,
      { phone: '07700 900123', safeToCall: 'yes', allergies: 'Nuts' },
      { mosaicId: '7', allergies: 'Milk', dateOfBirth: '2015-12-03', phone: '+44 7700 900123' },
    )
    expect(await questionsAbout(county, both)).toEqual(['Name', 'Date of birth', 'Allergies and medical'])
    await mergeTwo(county.api, both.keptId, both.goneId, (key) =>
      key.startsWith('allergies') ? 'both' : 'kept',
    )
    expect(await personOf(county, both.keptId)).toMatchObject({
      firstName: 'Mia',
      mosaicId: '7',
      dateOfBirth: '2015-03-12',
      allergies: 'Nuts\nMilk',
      safeToCall: 'yes',
    })
  })

  test('a yes to calling never goes over to a number that it was not said of', async () => {
    const county = await aCounty()
    const both = await two(county, { safeToCall: 'yes' }, { phone: '07700 900456' })
    await mergeTwo(county.api, both.keptId, both.goneId)
    expect(await personOf(county, both.keptId)).toMatchObject({ phone: '07700 900456', safeToCall: 'not-asked' }) // prettier-ignore
  })

  test('of two numbers, whether it is safe goes with the one that stays', async () => {
    const county = await aCounty()
    const both = await two(county, { phone: '07700 900123', safeToCall: 'yes' }, { phone: '07700 900456', safeToCall: 'no' }) // prettier-ignore
    expect(await questionsAbout(county, both)).toEqual(['Name', 'Phone'])
    await mergeTwo(county.api, both.keptId, both.goneId, 'gone')
    expect(await personOf(county, both.keptId)).toMatchObject({ phone: '07700 900456', safeToCall: 'no' })
  })

  test('of two Mosaic IDs one is theirs, and the other stays as a reference', async () => {
    const county = await aCounty()
    const both = await two(county, { mosaicId: '1' }, { mosaicId: '2' })
    await mergeTwo(county.api, both.keptId, both.goneId, 'gone')
    const { person, references } = await county.api.people.get({ id: both.keptId })
    expect(person.mosaicId).toBe('2')
    expect(references).toEqual([{ system: 'Mosaic, other record', value: '1' }])
    await aPerson(county, { firstName: 'Leo', mosaicId: '1' })
  })

  test('the family is asked where there are two', async () => {
    const county = await aCounty()
    const { mia, leo } = await aFamily(county)
    const other = await aPerson(county, { firstName: 'Amelia', family: { kind: 'new', name: 'Shah' } })
    expect(await questionsAbout(county, { keptId: mia.id, goneId: other.id })).toContain('Family')
    await mergeTwo(county.api, mia.id, other.id)
    expect((await county.api.people.get({ id: leo.id })).family.map((one) => one.name).toSorted()).toEqual(['Asha Patel', 'Mia Patel']) // prettier-ignore
  })

  test('whether somebody may collect is asked where it was said otherwise', async () => {
    const county = await aCounty()
    const both = await two(county)
    await anAdult(county, { id: both.keptId }, { mayCollect: 'yes' })
    await anAdult(county, { id: both.goneId }, { mayCollect: 'no' })
    expect(await questionsAbout(county, both)).toContain('June Patel, grandparent')
    await mergeTwo(county.api, both.keptId, both.goneId, 'gone')
    expect((await county.api.people.get({ id: both.keptId })).adults).toMatchObject([{ mayCollect: 'no' }])
  })

  test('consents are one dated history, asked where both answer on one day', async () => {
    const county = await aCounty()
    const both = await two(county)
    await aConsent(county, { id: both.keptId }, { onDate: '2026-11-02' })
    await aConsent(county, { id: both.goneId }, { onDate: '2026-11-02', answer: 'no' })
    await aConsent(county, { id: both.goneId }, { onDate: '2026-10-02', kinds: ['outings'] })
    expect(await questionsAbout(county, both)).toContain('Consent: Photos, 2 November 2026')
    await mergeTwo(county.api, both.keptId, both.goneId, 'gone')
    const { consents } = await county.api.people.get({ id: both.keptId })
    const state = (kind: string) => consents.find((one) => one.kind === kind)?.state
    expect([state('photos'), state('outings'), state('sharing')]).toEqual(['no', 'yes', 'not-asked'])
  })
})

describe('two who are two people', () => {
  test('who must not meet each other are never one', async () => {
    const county = await aCounty()
    const both = await two(county)
    await county.api.people.addMustNotMeet({ id: both.keptId, otherId: both.goneId, reason: 'Court order', onDate: '2026-11-01' }) // prettier-ignore
    const plan = await county.api.people.mergePlan(both)
    expect(plan.refused).not.toContain('Court')
    await expect(mergeTwo(county.api, both.keptId, both.goneId)).rejects.toMatchObject({ code: 'CONFLICT' })
    expect((await county.api.people.search({})).total).toBe(2)
  })

  test('of whom one is the mother of the other are never one', async () => {
    const county = await aCounty()
    const { mia, asha } = await aFamily(county)
    await anAdult(county, mia, { who: { kind: 'known', id: asha.id }, relation: 'Mother' })
    await expect(mergeTwo(county.api, mia.id, asha.id)).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  test('who were found to be two are one only when somebody says that it was an error', async () => {
    const county = await aCounty()
    const both = await two(county)
    await county.api.people.notTheSame({ id: both.keptId, otherId: both.goneId })
    expect(await questionsAbout(county, both)).toContain('Found to be two people before')
    await mergeTwo(county.api, both.keptId, both.goneId)
  })

  test('a record is not taken together with itself, nor a second time', async () => {
    const county = await aCounty()
    const both = await two(county)
    const same = { keptId: both.keptId, goneId: both.keptId }
    await expect(county.api.people.mergePlan(same)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await mergeTwo(county.api, both.keptId, both.goneId)
    await expect(mergeTwo(county.api, both.keptId, both.goneId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

test('whoever may not see outcomes does not decide between two readings', async () => {
  const county = await aCounty()
  const both = await two(county)
  const { groupId } = await bothEnrolled(county, both)
  const measure = await county.api.outcomes.createMeasure({ name: 'Sleep', kind: 'scale', minimum: 0, maximum: 10, wholeNumbers: true, direction: 'higher-is-better', goalLimit: 0 }) // prettier-ignore
  await putReading(county, both.keptId, groupId, measure.id, 3)
  await putReading(county, both.goneId, groupId, measure.id, 4)
  const assistant = await county.as('assistant')
  expect((await assistant.people.mergePlan(both)).refused).toContain('outcomes')
  await expect(mergeTwo(assistant, both.keptId, both.goneId)).rejects.toMatchObject({ code: 'CONFLICT' })
  expect(await questionsAbout(county, both)).toContain('Bounce Back: Sleep, before')
})

describe('somebody added at a door who turns out to be known', () => {
  test('is one person: that they came is kept, and the place is left to decide', async () => {
    const county = await aCounty()
    const known = await aPerson(county)
    const { groupId, sessions } = await aRegister(county, { people: [] })
    await county.api.enrolments.enrol({ groupId, personId: known.id, status: 'waiting', onDate: '2026-11-01' }) // prettier-ignore
    const who = { kind: 'new', person: { firstName: 'Mia', lastName: 'Patel' } } as const
    const { personId: door } = await county.api.registers.addWalkIn({ sessionId: at(sessions, 0), who })
    await county.api.registers.mark({ sessionId: at(sessions, 0), personId: door, code: 'P' })
    const { words } = await mergeTwo(county.api, known.id, door)
    expect(words).toEqual([
      'Mia Patel came to Bounce Back on 23 November 2026 and has no place there (waiting). That they came is kept. Decide about the place in the group.',
    ])
    expect(await county.api.enrolments.roster({ groupId })).toMatchObject([{ personId: known.id, status: 'waiting', provisional: false }]) // prettier-ignore
    expect((await county.api.people.search({ provisional: true })).total).toBe(0)
    expect((await county.api.registers.open({ sessionId: at(sessions, 0) })).rows).toMatchObject([{ personId: known.id, mark: { code: 'P' } }]) // prettier-ignore
  })
})

describe('making two records of one again', () => {
  test('gives each what was theirs, and leaves what happened since with the one that was kept', async () => {
    const county = await aCounty()
    const both = await two(county, {}, { phone: '07700 900456', mosaicId: '7' })
    const { sessions } = await bothEnrolled(county, both)
    await aMark(county, sessions[0], both.goneId, 'P')
    county.setNow('2026-11-30T09:00:00.000Z')
    const { mergeId } = await mergeTwo(county.api, both.keptId, both.goneId)
    expect(await county.api.people.merges({ id: both.goneId })).toMatchObject([{ id: mergeId, name: 'Amelia Patel', by: 'Ada Administrator' }]) // prettier-ignore
    county.setNow('2026-12-01T09:00:00.000Z')
    await county.api.registers.mark({ sessionId: at(sessions, 2), personId: both.keptId, code: 'N' })
    const person = await personOf(county, both.keptId)
    await county.api.people.update({ ...without(person), phone: '07700 900999', family: { kind: 'none' } })
    const { words } = await county.api.people.unmerge({ id: mergeId })
    expect(words).toEqual([
      'What was recorded since stays with Mia Patel: 1 mark. Put right what is Amelia Patel’s.',
      'Details of Mia Patel that were changed since stay as they are.',
    ])
    expect(await personOf(county, both.keptId)).toMatchObject({ mosaicId: null, phone: '07700 900999' })
    expect(await personOf(county, both.goneId)).toMatchObject({ mosaicId: '7', phone: '07700 900456' })
    const marks = rowsOf(county.file, 'SELECT person_id, code FROM mark ORDER BY session_id')
    expect(marks).toEqual([{ person_id: both.goneId, code: 'P' }, { person_id: both.keptId, code: 'N' }]) // prettier-ignore
    expect(await county.api.people.merges({ id: both.keptId })).toEqual([])
    await expect(county.api.people.unmerge({ id: mergeId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('begins with the newest', async () => {
    const county = await aCounty()
    const both = await two(county)
    const third = await aPerson(county, { firstName: 'Millie' })
    const first = await mergeTwo(county.api, both.keptId, both.goneId)
    county.setNow('2026-12-01T09:00:00.000Z')
    const second = await mergeTwo(county.api, third.id, both.keptId)
    await expect(county.api.people.unmerge({ id: first.mergeId })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'Mia Patel was taken together with this person afterwards. Nothing was changed. Take that back first.',
    }) // prettier-ignore
    // Both addresses go to the one record that there is.
    expect((await county.api.people.get({ id: both.goneId })).person.id).toBe(third.id)
    await county.api.people.unmerge({ id: second.mergeId })
    await county.api.people.unmerge({ id: first.mergeId })
    expect((await county.api.people.search({})).total).toBe(3)
  })

  test('is refused when the Mosaic ID has been given to somebody else', async () => {
    const county = await aCounty()
    const both = await two(county, {}, { mosaicId: '7' })
    const { mergeId } = await mergeTwo(county.api, both.keptId, both.goneId)
    const person = await personOf(county, both.keptId)
    await county.api.people.update({ ...without(person), mosaicId: null, family: { kind: 'none' } })
    await aPerson(county, { firstName: 'Leo', mosaicId: '7' })
    await expect(county.api.people.unmerge({ id: mergeId })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'The two records cannot be made two again, because the Mosaic ID has been given to somebody else since. Nothing was changed.',
    }) // prettier-ignore
  })
})
