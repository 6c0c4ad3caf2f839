import { describe, expect, test } from 'vitest'
import { newIdAt } from '../../../db/new-id.ts'
import type { AppError } from '../../../shared/errors.ts'
import { personId, type GroupId, type MeasureId, type PersonId } from '../../../shared/ids.ts'
import { bothEnrolled, mergeTwo, personOf, questionsAbout, two } from '../../support/merge-factories.ts'
import { aConsent, aFamily, anAdult, aPerson } from '../../support/people-factories.ts'
import { aRegister, at } from '../../support/register-factories.ts'
import { putRows } from '../../support/rows.ts'
import { aCounty, NOW, type TestCounty } from '../../support/test-county.ts'

const newId = newIdAt(new Date(NOW))

const putReading = (county: TestCounty, person_id: PersonId, group_id: GroupId, measure_id: MeasureId, value: number) =>
  putRows(county, (tx) =>
    tx
      .insertInto('reading')
      .values({ id: newId(personId), group_id, person_id, measure_id, time_point: 'before', item: 0, value, not_done_reason: null, taken_on: '2026-11-02', version: 1 })
      .execute(),
  ) // prettier-ignore

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

  test('are told only where the look is recorded: a refusal says which questions are open, not what the records say', async () => {
    const county = await aCounty()
    const both = await two(county, { phone: '07700 900123', address: '1 High Street' }, { phone: '07700 900456', address: '2 Low Street' }) // prettier-ignore
    const assistant = await county.as('assistant')
    const merging = assistant.people.merge({ ...both, keptVersion: 1, goneVersion: 1 })
    const refused = await merging.then(() => null, (error: AppError) => error) // prettier-ignore
    expect(refused).toMatchObject({ code: 'CONFLICT', details: { questions: [{ about: 'Name' }, { about: 'Phone' }, { about: 'Address' }] } }) // prettier-ignore
    expect(JSON.stringify([refused?.message, refused?.details])).not.toMatch(/07700|Street/)
    await assistant.people.mergePlan(both)
    expect((await county.api.audit.list({})).filter((one) => one.operation === 'people.mergePlan')).toHaveLength(1) // prettier-ignore
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
    const { needs } = await county.api.today.overview({})
    expect(needs.filter((need) => need.kind === 'provisional-people')).toEqual([])
    expect((await county.api.registers.open({ sessionId: at(sessions, 0) })).rows).toMatchObject([{ personId: known.id, mark: { code: 'P' } }]) // prettier-ignore
  })
})
