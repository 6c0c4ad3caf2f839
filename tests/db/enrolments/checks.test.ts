import { expect, test } from 'vitest'
import type { GroupId, PersonId } from '../../../shared/ids.ts'
import { aBuilding } from '../../support/booking-factories.ts'
import { anAcceptance, anOffer, aPlace, aSmallGroup, aWaiting, refusal, today, versionOf } from '../../support/enrolment-factories.ts' // prettier-ignore
import { aGroup, aProgramme, sentBack } from '../../support/group-factories.ts'
import { aList, manyPeople } from '../../support/list-factories.ts'
import { aFamily, aPerson } from '../../support/people-factories.ts'
import { enrol } from '../../support/register-factories.ts'
import { putRows } from '../../support/rows.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'
import { newIdAt } from '../../../db/new-id.ts'
import { mustNotMeetId, personAdultId } from '../../../shared/ids.ts'
import { NOW } from '../../support/test-county.ts'

const newId = newIdAt(new Date(NOW))
const checks = async ({ api }: TestCounty, groupId: GroupId, personId: PersonId) =>
  (await api.enrolments.check({ groupId, personId })).map(({ kind, level, words }) => `${kind} ${level}: ${words}`) // prettier-ignore
const enrolling = ({ api }: Pick<TestCounty, 'api'>, groupId: GroupId, personId: PersonId, overrideReason?: string) =>
  api.enrolments.enrol({ groupId, personId, status: 'enrolled', onDate: today, overrideReason }) // prettier-ignore

const theFamilyOf = ({ familyId }: Awaited<ReturnType<typeof aPerson>>) => {
  if (familyId === null) throw new Error('They have a family')
  return { kind: 'existing', id: familyId } as const
}

/** Puts a group where it meets. */
const inBuilding = async (county: TestCounty, groupId: GroupId, name: string) => {
  const { id } = await aBuilding(county, name)
  await putRows(county, (tx) => tx.updateTable('programme_group').set({ building_id: id }).where('id', '=', groupId).execute()) // prettier-ignore
}

const apart = async (county: TestCounty, one: PersonId, other: PersonId) => {
  const by = county.session.actor?.id
  if (by === undefined) throw new Error('Somebody is signed in')
  const [person_id, other_id] = one < other ? [one, other] : [other, one]
  const row = { id: newId(mustNotMeetId), person_id, other_id, reason: 'Court order', on_date: today, until_date: null, version: 1 } // prettier-ignore
  await putRows(county, (tx) => tx.insertInto('must_not_meet').values({ ...row, written_by: by }).execute()) // prettier-ignore
}

test('nothing speaks against somebody of whom nothing does', async () => {
  const county = await aCounty()
  const { id } = await aSmallGroup(county)
  expect(await checks(county, id, (await aPerson(county)).id)).toEqual([])
})

test('an age outside the programme is a warning, and an offer goes ahead with a reason that is kept', async () => {
  const county = await aCounty()
  const { id } = await aSmallGroup(county, { ages: [8, 10] })
  const { personId, enrolmentId } = await aWaiting(county, id, 'Ann')
  const words = 'Aged 11 on 1 December 2026. The programme is for ages 8 to 10.'
  expect(await checks(county, id, personId)).toEqual([`age warn: ${words}`])
  expect(await refusal(anOffer(county, enrolmentId))).toMatchObject({ code: 'CONFLICT', details: { checks: [{ kind: 'age' }] } }) // prettier-ignore
  await anOffer(county, enrolmentId, { overrideReason: 'Young for her age' })
  await anAcceptance(county, enrolmentId)
  const { lines } = await county.api.enrolments.history({ enrolmentId })
  expect(lines.slice(-2)).toMatchObject([{ overrideReason: 'Young for her age' }, { status: 'enrolled', overrideReason: 'Young for her age' }]) // prettier-ignore
})

test('two groups at the same time clash, with the time to travel between buildings', async () => {
  const county = await aCounty()
  const { id: north } = await aSmallGroup(county, { name: 'North' })
  const { id: south } = await aSmallGroup(county, { name: 'South' })
  const { personId } = await aPlace(county, north, 'Ann')
  expect(await checks(county, south, personId)).toEqual([
    'clash warn: They cannot be at North as well on 1 December 2026, 10am to midday.',
  ])
  await putRows(county, (tx) => tx.updateTable('session').set({ starts_at: '2026-12-01T12:15', ends_at: '2026-12-01T13:00' }).where('group_id', '=', south).execute()) // prettier-ignore
  expect(await checks(county, south, personId)).toEqual([])
  await inBuilding(county, north, 'Wigston')
  await inBuilding(county, south, 'Oadby')
  expect(await checks(county, south, personId)).toHaveLength(1)
  await county.api.enrolments.updateSettings({ offerDays: 7, travelMinutes: 15 })
  expect(await checks(county, south, personId)).toEqual([])
})

test('a parent who attends elsewhere cannot bring a child at the same time, and can in the same building', async () => {
  const county = await aCounty()
  const { id: north } = await aSmallGroup(county, { name: 'North' })
  const { id: south } = await aSmallGroup(county, { name: 'South' })
  await inBuilding(county, north, 'Wigston')
  await inBuilding(county, south, 'Oadby')
  const { personId: mum } = await aPlace(county, north, 'Mum')
  const { id: child } = await aPerson(county, { firstName: 'Kid' })
  await putRows(
    county,
    (tx) =>
    tx.insertInto('person_adult').values({ id: newId(personAdultId), person_id: child, adult_id: mum, name: null, phone: null, relation: 'Mother', parental_responsibility: 'yes', may_collect: 'yes', emergency: 1, note: null, version: 1 }).execute(), // prettier-ignore
  )
  expect(await checks(county, south, child)).toEqual([
    'clash warn: Mum Stays, who belongs to them, is at North in another building on 1 December 2026, 10am to midday. Nobody can bring or be at both.', // prettier-ignore
  ])
  expect(await checks(county, north, child)).toEqual([])
})

test('a place on the programme already is a warning, having completed it is only said', async () => {
  const county = await aCounty()
  const { id: north } = await aSmallGroup(county, { name: 'North', dates: ['2026-12-01'] })
  const { id: south } = await aSmallGroup(county, { name: 'South', dates: ['2026-12-02'] })
  await putRows(county, async (tx) => {
    const { programme_id } = await tx.selectFrom('programme_group').select('programme_id').where('id', '=', north).executeTakeFirstOrThrow() // prettier-ignore
    await tx.updateTable('programme_group').set({ programme_id }).where('id', '=', south).execute()
  })
  const { personId, enrolmentId } = await aPlace(county, north, 'Ann')
  expect(await checks(county, south, personId)).toEqual(['same-programme warn: They already have a place on this programme, in North.']) // prettier-ignore
  await county.api.enrolments.change({ enrolmentId, version: 1, status: 'completed', onDate: today })
  expect(await checks(county, south, personId)).toEqual(['same-programme say: They completed this programme in North on 23 November 2026.']) // prettier-ignore
})

test('a brother or sister in the group is said, and so is another locality', async () => {
  const county = await aCounty()
  const { api } = county
  const { id } = await aSmallGroup(county)
  const one = await aPerson(county, { firstName: 'Leo', family: { kind: 'new', name: 'Patel' } })
  const other = await aPerson(county, { family: theFamilyOf(one) })
  await enrolling(county, id, one.id)
  expect(await checks(county, id, other.id)).toEqual(['sibling say: Of the same family in this group: Leo Patel.']) // prettier-ignore
  const [home, away] = await api.buildings.listLocalities({})
  if (!home || !away) throw new Error('A county has localities')
  await inBuilding(county, id, 'Wigston')
  await putRows(county, async (tx) => {
    const { building_id } = await tx.selectFrom('programme_group').select('building_id').where('id', '=', id).executeTakeFirstOrThrow() // prettier-ignore
    await tx.updateTable('building').set({ locality_id: away.id }).where('id', '=', building_id).execute()
    await tx.updateTable('person').set({ locality_id: home.id }).where('id', '=', other.id).execute()
  })
  expect(await checks(county, id, other.id)).toContain(`locality say: They live in ${home.name}; the group meets in ${away.name}.`) // prettier-ignore
})

test('two who must not meet are kept out of one group, but for a manager’s or the lead’s reason', async () => {
  const county = await aCounty()
  const { id } = await aSmallGroup(county, { capacity: null })
  const { personId: one } = await aPlace(county, id, 'Ann')
  const { id: other } = await aPerson(county, { firstName: 'Bea' })
  await apart(county, one, other)
  expect(await checks(county, id, other)).toEqual(['must-not-meet stop: They must not meet Ann Stays in this group.']) // prettier-ignore
  expect(await refusal(enrolling(county, id, other))).toMatchObject({ code: 'CONFLICT', details: { checks: [{ level: 'stop' }] } }) // prettier-ignore

  const facilitator = { api: await county.as('facilitator') }
  const refused = await refusal(enrolling(facilitator, id, other, 'I think it is fine'))
  expect(refused).toMatchObject({ code: 'NOT_ALLOWED' })
  expect(JSON.stringify(refused)).not.toContain('Ann')

  const manager = { api: await county.as('manager') }
  const { enrolmentId } = await enrolling(manager, id, other, 'Agreed with social care')
  const { lines } = await county.api.enrolments.history({ enrolmentId })
  expect(lines).toMatchObject([{ overrideReason: 'Agreed with social care', recordedBy: 'Test manager' }])
})

test('two who must not meet are not given places in one step either, nor an offer for their family', async () => {
  const county = await aCounty()
  const { api } = county
  const { id } = await aSmallGroup(county, { capacity: null })
  const { id: shared } = await aSmallGroup(county, { placeKind: 'family', name: 'Families' })
  const one = await aPerson(county, { firstName: 'Ann', family: { kind: 'new', name: 'Patel' } })
  const other = await aPerson(county, { firstName: 'Bea', family: theFamilyOf(one) })
  await apart(county, one.id, other.id)
  const people = [{ personId: one.id }, { personId: other.id }]
  const both = { people, onDate: today }
  const refused = await refusal(api.enrolments.refer({ ...both, groupId: id, status: 'enrolled' }))
  expect(refused).toMatchObject({ code: 'CONFLICT', details: { checks: [{ words: 'They must not meet Bea Patel in this group.' }, { words: 'They must not meet Ann Patel in this group.' }] } }) // prettier-ignore
  expect(await api.enrolments.roster({ groupId: id })).toEqual([])

  const { enrolmentIds } = await api.enrolments.refer({ ...both, groupId: shared, status: 'waiting' })
  const [enrolmentId] = enrolmentIds
  if (enrolmentId === undefined) throw new Error('They wait')
  expect(await refusal(anOffer(county, enrolmentId))).toMatchObject({ code: 'CONFLICT', details: { checks: [{ kind: 'must-not-meet' }, { kind: 'must-not-meet' }] } }) // prettier-ignore
})

test('that a group is full hides nobody who must not be met: both are told before a reason is asked', async () => {
  const county = await aCounty()
  const { id } = await aSmallGroup(county, { capacity: 1 })
  const { personId: one } = await aPlace(county, id, 'Ann')
  const { id: other } = await aPerson(county, { firstName: 'Bea' })
  await apart(county, one, other)
  const refused = await refusal(enrolling(county, id, other))
  expect(refused).toMatchObject({ code: 'CONFLICT', details: { full: true, checks: [{ kind: 'must-not-meet' }] } }) // prettier-ignore
  expect(refused?.message).toContain('This group has 1 place. With this there would be 2 people. They must not meet Ann Stays in this group.') // prettier-ignore
})

test('a place that was given up is not brought back by an undo beside somebody who must not be met', async () => {
  const county = await aCounty()
  const { api } = county
  const { id } = await aSmallGroup(county, { capacity: null })
  const { personId: one, enrolmentId } = await aPlace(county, id, 'Ann')
  const { id: other } = await aPerson(county, { firstName: 'Bea' })
  await apart(county, one, other)
  await api.enrolments.change({ enrolmentId, version: await versionOf(county, enrolmentId), status: 'withdrawn', onDate: today }) // prettier-ignore
  const { undo } = await api.audit.nextUndo({})
  if (undo === null) throw new Error('There is something to undo')
  await enrolling(county, id, other)
  expect(await refusal(api.audit.undo({ id: undo.id }))).toMatchObject({ code: 'CHANGED', message: expect.stringContaining('somebody has joined the group since who must not meet them') }) // prettier-ignore
})

test('a place given although somebody must not be met comes back by an undo, when nobody has joined since', async () => {
  const county = await aCounty()
  const { api } = county
  const { id } = await aSmallGroup(county, { capacity: null })
  const { personId: one } = await aPlace(county, id, 'Ann')
  const { id: other } = await aPerson(county, { firstName: 'Bea' })
  await apart(county, one, other)
  const { enrolmentId } = await enrolling(county, id, other, 'Agreed with social care')
  await api.enrolments.change({ enrolmentId, version: await versionOf(county, enrolmentId), status: 'withdrawn', onDate: today }) // prettier-ignore
  const { undo } = await api.audit.nextUndo({})
  if (undo === null) throw new Error('There is something to undo')
  await api.audit.undo({ id: undo.id })
  expect(await api.enrolments.roster({ groupId: id })).toMatchObject([{ status: 'enrolled' }, { status: 'enrolled' }]) // prettier-ignore
})

test('two who must not meet are kept out of one building at one time, and not out of it at another', async () => {
  const county = await aCounty()
  const { id: north } = await aSmallGroup(county, { name: 'North' })
  const { id: south } = await aSmallGroup(county, { name: 'South' })
  const { id: later } = await aSmallGroup(county, { name: 'Later', dates: ['2026-12-02'] })
  await inBuilding(county, north, 'Wigston')
  await putRows(county, async (tx) => {
    const { building_id } = await tx.selectFrom('programme_group').select('building_id').where('id', '=', north).executeTakeFirstOrThrow() // prettier-ignore
    await tx.updateTable('programme_group').set({ building_id }).where('id', 'in', [south, later]).execute()
  })
  const { personId: one } = await aPlace(county, north, 'Ann')
  const { id: other } = await aPerson(county, { firstName: 'Bea' })
  await apart(county, one, other)
  expect(await checks(county, south, other)).toEqual(['must-not-meet stop: They must not meet Ann Stays, who is in the same building at that time, first on 1 December 2026.']) // prettier-ignore
  expect(await checks(county, later, other)).toEqual([])
})

test('a list does not put two who must not meet in one group, and says what to do', async () => {
  const county = await aCounty()
  const { api } = county
  const { id } = await aSmallGroup(county, { capacity: null })
  const { personId: one } = await aPlace(county, id, 'Ann')
  const { id: other } = await aPerson(county, { mosaicId: '777' })
  await apart(county, one, other)
  const list = { ...aList(id, ['Mia', 'Patel', '12/03/2015', '777'], ['New', 'Person', '12/03/2016', '778']), decisions: [] } // prettier-ignore
  expect(await refusal(api.imports.apply(list))).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('Take Mia Patel out of the list') }) // prettier-ignore
  expect(await api.enrolments.roster({ groupId: id })).toHaveLength(1)
})

test('a list of more people than places enrols them, and it is kept with each', async () => {
  const county = await aCounty()
  const { api } = county
  const { id } = await aSmallGroup(county, { capacity: 2 })
  await api.imports.apply({ ...aList(id, ...manyPeople(3)), decisions: [] })
  const { others, enrolled } = await api.enrolments.stages({ groupId: id })
  expect(enrolled).toBe(3)
  expect(others.map((row) => row.overrideReason)).toEqual(Array(3).fill('Enrolled by a list of more people than there are places')) // prettier-ignore
})

test('how long an offer stands and how far buildings are apart are settings', async () => {
  const { api } = await aCounty()
  expect(await api.enrolments.settings({})).toEqual({ offerDays: 7, travelMinutes: 30 })
  await api.enrolments.updateSettings({ offerDays: 10, travelMinutes: 0 })
  expect(await api.enrolments.settings({})).toEqual({ offerDays: 10, travelMinutes: 0 })
  expect(await refusal(api.enrolments.updateSettings({ offerDays: 0, travelMinutes: 0 }))).toMatchObject({ code: 'INVALID_INPUT' }) // prettier-ignore
})

test('a group keeps what one place is and its ages as it was planned, whatever its programme says later', async () => {
  const county = await aCounty()
  const programme = await aProgramme(county, { placeKind: 'person', ageFrom: 5, ageTo: 18 })
  const { id: groupId } = await aGroup(county, { programmeId: programme.id, capacity: 2 })
  const { mia, leo, asha } = await aFamily(county)
  await county.api.programmes.update({ ...sentBack(programme), placeKind: 'family', ageTo: 6 })
  for (const { id } of [mia, leo]) await enrol(county, groupId, id)
  expect(await county.api.enrolments.stages({ groupId })).toMatchObject({
    placeKind: 'person',
    enrolled: 2,
    free: 0,
  })
  expect((await county.api.enrolments.roster({ groupId })).map((row) => row.ageWarning)).toEqual([null, null])
  expect(await refusal(enrol(county, groupId, asha.id))).toMatchObject({
    code: 'CONFLICT',
    details: { full: true },
  })
  const next = await aGroup(county, { programmeId: programme.id, capacity: 1, firstDate: '2027-02-02' })
  for (const { id } of [mia, leo]) await enrol(county, next.id, id)
  expect(await county.api.enrolments.stages({ groupId: next.id })).toMatchObject({
    placeKind: 'family',
    enrolled: 1,
  })
})
