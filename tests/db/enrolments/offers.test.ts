import { expect, test } from 'vitest'
import { anAcceptance, anEnd, anOffer, aPlace, aSmallGroup, aWaiting, nextWeek, refusal, today, versionOf } from '../../support/enrolment-factories.ts' // prettier-ignore
import { aFamily, aPerson } from '../../support/people-factories.ts'
import { atOnce } from '../../support/offers-at-once.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

const offering = { version: 1, onDate: today, expiresOn: nextWeek }

const stagesOf = ({ api }: TestCounty, groupId: Parameters<typeof aWaiting>[1]) =>
  api.enrolments.stages({ groupId })

/** A full group of two, and two who wait: Ann was referred before Bea. */
async function aFullGroup(change: Parameters<typeof aSmallGroup>[1] = {}) {
  const county = await aCounty()
  const { id } = await aSmallGroup(county, change)
  const stays = await aPlace(county, id, 'Sue')
  const leaves = await aPlace(county, id, 'Tom')
  const bea = await aWaiting(county, id, 'Bea', { referredOn: '2026-11-10' })
  const ann = await aWaiting(county, id, 'Ann', { referredOn: '2026-11-03' })
  const leave = async () => {
    const { enrolmentId } = leaves
    await county.api.enrolments.change({ enrolmentId, version: 1, status: 'withdrawn', onDate: today, reasonKind: 'moved-away' }) // prettier-ignore
  }
  return { county, api: county.api, id, stays, leaves, ann, bea, leave }
}

test('a full group with two waiting offers the place of one who leaves to exactly one, by order', async () => {
  const { county, id, ann, bea, leave } = await aFullGroup()
  expect(await refusal(anOffer(county, ann.enrolmentId))).toMatchObject({ code: 'CONFLICT', details: { full: true } }) // prettier-ignore
  await leave()
  expect(await stagesOf(county, id)).toMatchObject({ free: 1, next: { enrolmentId: ann.enrolmentId, names: ['Ann Waits'] } }) // prettier-ignore
  await anOffer(county, ann.enrolmentId)
  expect(await refusal(anOffer(county, bea.enrolmentId))).toMatchObject({ code: 'CONFLICT', details: { full: true } }) // prettier-ignore
  const after = await stagesOf(county, id)
  expect(after).toMatchObject({ enrolled: 1, offered: 1, free: 0, next: { enrolmentId: bea.enrolmentId } })
  expect(after.waiting.map((row) => row.name)).toEqual(['Bea Waits'])
  expect(after.others.find((row) => row.enrolmentId === ann.enrolmentId)).toMatchObject({ status: 'offered', expiresOn: nextWeek, lapsed: false }) // prettier-ignore
})

test('a place offered to anybody but the next needs a reason for each one passed over, which is kept', async () => {
  const { county, api, id, ann, bea, leave } = await aFullGroup()
  await leave()
  const refused = await refusal(anOffer(county, bea.enrolmentId))
  expect(refused).toMatchObject({ code: 'CONFLICT', details: { skipped: [{ enrolmentId: ann.enrolmentId, name: 'Ann Waits' }] } }) // prettier-ignore
  expect(refused?.message).toContain('Ann Waits waits before them')
  await anOffer(county, bea.enrolmentId, { skips: [{ enrolmentId: ann.enrolmentId, reason: 'Away until spring' }] }) // prettier-ignore
  const skipped = [{ reason: 'Away until spring', onDate: today, offeredTo: 'Bea Waits' }]
  expect((await stagesOf(county, id)).waiting).toMatchObject([{ name: 'Ann Waits', skipped }])
  expect((await api.enrolments.history({ enrolmentId: ann.enrolmentId })).skipped).toEqual(skipped)
})

test('a reason for somebody else does not do, and passing nobody over needs none', async () => {
  const { county, ann, bea, leave } = await aFullGroup()
  await leave()
  const skips = [{ enrolmentId: bea.enrolmentId, reason: 'Wrong one' }]
  expect(await refusal(anOffer(county, bea.enrolmentId, { skips }))).toMatchObject({ code: 'CONFLICT' })
  expect(await anOffer(county, ann.enrolmentId)).toEqual({ enrolmentIds: [ann.enrolmentId] })
})

test('more than there are places is a decision with a reason, which is shown', async () => {
  const { county, id, ann } = await aFullGroup()
  await anOffer(county, ann.enrolmentId, { overrideReason: 'Agreed with the lead: one is ill' })
  await anAcceptance(county, ann.enrolmentId)
  const { others, enrolled } = await stagesOf(county, id)
  expect(enrolled).toBe(3)
  expect(others.find((row) => row.name === 'Ann Waits')).toMatchObject({ status: 'enrolled', overrideReason: 'Agreed with the lead: one is ill' }) // prettier-ignore
})

test('an offer that is taken up is a place from that day, and on the register', async () => {
  const { county, api, id, ann, leave } = await aFullGroup()
  await leave()
  await anOffer(county, ann.enrolmentId)
  const expected = async () => (await api.enrolments.roster({ groupId: id })).filter((row) => row.status === 'enrolled').map((row) => row.name) // prettier-ignore
  expect(await expected()).toEqual(['Sue Stays'])
  await anAcceptance(county, ann.enrolmentId)
  expect(await expected()).toEqual(['Sue Stays', 'Ann Waits'])
})

test('an offer that is declined frees its place for the next, and one sent back waits by the day of their referral', async () => {
  const { county, id, ann, bea, leave } = await aFullGroup()
  await leave()
  await anOffer(county, ann.enrolmentId)
  await anEnd(county, ann.enrolmentId, 'waiting')
  expect((await stagesOf(county, id)).waiting.map((row) => row.name)).toEqual(['Ann Waits', 'Bea Waits'])
  await anOffer(county, ann.enrolmentId)
  await anEnd(county, ann.enrolmentId, 'withdrawn')
  const { next, free, others } = await stagesOf(county, id)
  expect({ next: next?.enrolmentId, free }).toEqual({ next: bea.enrolmentId, free: 1 })
  expect(others.find((row) => row.name === 'Ann Waits')).toMatchObject({ status: 'withdrawn', reasonKind: 'no-answer' }) // prettier-ignore
})

test('an offer stands to the end of its last day; then its place is free, and taking it up needs one', async () => {
  const { county, id, ann, bea, leave } = await aFullGroup()
  await leave()
  await anOffer(county, ann.enrolmentId)
  county.setNow('2026-11-30T22:00:00.000Z')
  expect(await stagesOf(county, id)).toMatchObject({ offered: 1, free: 0 })
  county.setNow('2026-12-01T09:00:00.000Z')
  const stages = await stagesOf(county, id)
  expect(stages).toMatchObject({ offered: 0, free: 1, next: { enrolmentId: bea.enrolmentId } })
  expect(stages.others.find((row) => row.name === 'Ann Waits')).toMatchObject({ lapsed: true })
  await anOffer(county, bea.enrolmentId, { onDate: '2026-12-01', expiresOn: '2026-12-08' })
  expect(await refusal(anAcceptance(county, ann.enrolmentId))).toMatchObject({ code: 'CONFLICT', details: { full: true } }) // prettier-ignore
})

test('an offer can be given more time, and passes nobody over by it', async () => {
  const { county, id, ann, leave } = await aFullGroup()
  await leave()
  await anOffer(county, ann.enrolmentId)
  await anOffer(county, ann.enrolmentId, { expiresOn: '2026-12-07' })
  expect((await stagesOf(county, id)).others.find((row) => row.name === 'Ann Waits')).toMatchObject({ expiresOn: '2026-12-07' }) // prettier-ignore
})

test('an offer cannot end in the past, nor be made to somebody who has a place', async () => {
  const { county, stays, ann, leave } = await aFullGroup()
  await leave()
  expect(await refusal(anOffer(county, ann.enrolmentId, { expiresOn: '2026-11-22' }))).toMatchObject({ code: 'INVALID_INPUT' }) // prettier-ignore
  expect(await refusal(anOffer(county, stays.enrolmentId))).toMatchObject({ code: 'CONFLICT' })
  expect(await refusal(anAcceptance(county, ann.enrolmentId))).toMatchObject({ code: 'CONFLICT' })
})

test('where a place is for a family, all of it is offered one place and takes it up together', async () => {
  const county = await aCounty()
  const { api } = county
  const { id } = await aSmallGroup(county, { capacity: 1, placeKind: 'family' })
  const mum = await aPerson(county, { firstName: 'Mum', dateOfBirth: '1990-01-01', family: { kind: 'new', name: 'Patel' } }) // prettier-ignore
  if (mum.familyId === null) throw new Error('She has a family')
  const family = { kind: 'existing', id: mum.familyId } as const
  const child = await aPerson(county, { firstName: 'Kid', family })
  await api.enrolments.refer({ groupId: id, people: [{ personId: mum.id, role: 'adult' }, { personId: child.id, role: 'child' }], status: 'waiting', onDate: today, referredOn: '2026-11-02' }) // prettier-ignore
  const ann = await aWaiting(county, id, 'Ann')
  const { next, waiting } = await stagesOf(county, id)
  expect(next?.names.toSorted()).toEqual(['Kid Patel', 'Mum Patel'])
  expect(waiting.map((row) => row.position)).toEqual([1, 1, 2])
  const { enrolmentIds } = await anOffer(county, waiting[0]?.enrolmentId ?? ann.enrolmentId)
  expect(enrolmentIds).toHaveLength(2)
  expect(await refusal(anOffer(county, ann.enrolmentId))).toMatchObject({ details: { full: true } })
  await anAcceptance(county, enrolmentIds[0] ?? ann.enrolmentId)
  expect(await stagesOf(county, id)).toMatchObject({ enrolled: 1, offered: 0, free: 0 })
})

test('volunteers take no place and wait for none', async () => {
  const { county, api, id } = await aFullGroup()
  const { id: personId } = await aPerson(county, { firstName: 'Vera' })
  await api.enrolments.enrol({ groupId: id, personId, status: 'enrolled', onDate: today, role: 'volunteer' })
  expect(await stagesOf(county, id)).toMatchObject({ enrolled: 2, free: 0 })
  const { id: other } = await aPerson(county, { firstName: 'Vic' })
  await api.enrolments.refer({ groupId: id, people: [{ personId: other, role: 'volunteer' }], status: 'waiting', onDate: today }) // prettier-ignore
  expect((await stagesOf(county, id)).waiting).toHaveLength(2)
})

test('a place given outright needs a reason when none is free, and when others wait for the last', async () => {
  const { county, api, id, ann, leave } = await aFullGroup()
  const { id: personId } = await aPerson(county, { firstName: 'New' })
  const enrolling = (overrideReason?: string) => api.enrolments.enrol({ groupId: id, personId, status: 'enrolled', onDate: today, overrideReason }) // prettier-ignore
  expect(await refusal(enrolling())).toMatchObject({ code: 'CONFLICT', details: { full: true } })
  await leave()
  const refused = await refusal(enrolling())
  expect(refused).toMatchObject({ code: 'CONFLICT' })
  expect(refused?.details['skipped']).toMatchObject([{ name: 'Ann Waits' }, { name: 'Bea Waits' }])
  expect(refused?.message).toContain('Ann Waits and Bea Waits wait before them.')
  await enrolling('Sister of somebody there')
  expect((await api.enrolments.history({ enrolmentId: ann.enrolmentId })).skipped).toMatchObject([{ reason: 'Sister of somebody there', offeredTo: 'New Patel' }]) // prettier-ignore
})

test('when many wait before somebody, the first three are named', async () => {
  const { county, api, id, leave } = await aFullGroup()
  await leave()
  for (const [i, name] of ['Cy', 'Di', 'Ed'].entries())
    await aWaiting(county, id, name, { referredOn: `2026-11-1${i + 5}` })
  const { id: personId } = await aPerson(county, { firstName: 'New' })
  const refused = await refusal(api.enrolments.enrol({ groupId: id, personId, status: 'enrolled', onDate: today })) // prettier-ignore
  expect(refused?.message).toContain('Ann Waits, Bea Waits, Cy Waits and 2 others wait before them.')
  expect(refused?.details['skipped']).toHaveLength(5)
})

test('undo does not give back a place that somebody else has had since', async () => {
  const { county, api, ann, leave } = await aFullGroup()
  await leave()
  const [left] = await api.audit.list({ limit: 1 })
  await anOffer(county, ann.enrolmentId)
  await anAcceptance(county, ann.enrolmentId)
  expect(await refusal(api.audit.undo({ id: left?.id ?? '' }))).toMatchObject({ code: 'CHANGED' })
})

test('two programs that offer the last place at the same moment give it to one', async () => {
  const { county, id, ann, bea, leave } = await aFullGroup()
  await leave()
  const skips = [{ enrolmentId: ann.enrolmentId, reason: 'Rang first' }]
  const replies = await atOnce(county, [
    { enrolmentId: ann.enrolmentId, ...offering },
    { enrolmentId: bea.enrolmentId, ...offering, skips },
  ])
  expect(replies.toSorted()).toEqual(['CONFLICT', 'ok'])
  expect(await stagesOf(county, id)).toMatchObject({ offered: 1, free: 0 })
})

test('two programs that offer the next a place at the same moment do it once', async () => {
  const { county, id, ann, leave } = await aFullGroup()
  await leave()
  const input = { enrolmentId: ann.enrolmentId, ...offering }
  expect((await atOnce(county, [input, input])).toSorted()).toEqual(['CHANGED', 'ok'])
  expect(await stagesOf(county, id)).toMatchObject({ offered: 1 })
})

test('an offer that has lapsed is taken up past those who wait only for a reason, which is kept with each', async () => {
  const { county, api, id, ann, bea, leave } = await aFullGroup()
  await leave()
  const skips = [{ enrolmentId: ann.enrolmentId, reason: 'Away until spring' }]
  await anOffer(county, bea.enrolmentId, { skips, expiresOn: today })
  county.setNow('2026-11-25T09:00:00.000Z')
  expect(await refusal(anAcceptance(county, bea.enrolmentId))).toMatchObject({ code: 'CONFLICT', details: { skipped: [{ enrolmentId: ann.enrolmentId }] } }) // prettier-ignore
  expect(await stagesOf(county, id)).toMatchObject({ enrolled: 1, free: 1 })
  await anAcceptance(county, bea.enrolmentId, 'Answered a day late')
  const { skipped } = await api.enrolments.history({ enrolmentId: ann.enrolmentId })
  expect(skipped.map((one) => one.reason)).toEqual(['Answered a day late', 'Away until spring'])
})

test('an offer that has lapsed is taken up without a word by who is still the next', async () => {
  const { county, ann, leave } = await aFullGroup()
  await leave()
  await anOffer(county, ann.enrolmentId, { expiresOn: today })
  county.setNow('2026-11-25T09:00:00.000Z')
  expect(await anAcceptance(county, ann.enrolmentId)).toEqual({ enrolmentIds: [ann.enrolmentId] })
})

test('two who are given places at once pass over who waits for the second of them', async () => {
  const county = await aCounty()
  const { id: groupId } = await aSmallGroup(county, { capacity: 3 })
  await aPlace(county, groupId, 'Sue')
  const ann = await aWaiting(county, groupId, 'Ann')
  const people = [await aPerson(county, { firstName: 'One' }), await aPerson(county, { firstName: 'Two' })]
  const give = (given: typeof people, overrideReason?: string) =>
    county.api.enrolments.refer({ groupId, people: given.map((one) => ({ personId: one.id })), status: 'enrolled', onDate: today, overrideReason }) // prettier-ignore
  expect(await refusal(give(people))).toMatchObject({ code: 'CONFLICT', details: { skipped: [{ enrolmentId: ann.enrolmentId }] } }) // prettier-ignore
  // One of them leaves a place for her.
  await give(people.slice(0, 1))
  await give(people.slice(1), 'Sisters')
  const { skipped } = await county.api.enrolments.history({ enrolmentId: ann.enrolmentId })
  expect(skipped).toMatchObject([{ reason: 'Sisters' }])
})

test('a volunteer becomes a participant only where a place is free, and undo takes no place that has gone', async () => {
  const county = await aCounty()
  const { id: groupId } = await aSmallGroup(county, { capacity: 1 })
  const { id: personId } = await aPerson(county, { firstName: 'Vi' })
  const enrolled = { groupId, personId, status: 'enrolled', onDate: today, role: 'volunteer' } as const
  const { enrolmentId } = await county.api.enrolments.enrol(enrolled)
  const become = async (role: 'volunteer' | 'adult') =>
    county.api.enrolments.updateReferral({ enrolmentId, version: await versionOf(county, enrolmentId), role, source: null, referredOn: null, reference: null, priority: 0, note: null }) // prettier-ignore
  await become('adult')
  await become('volunteer')
  const [change] = await county.api.audit.list({ limit: 1 })
  await aPlace(county, groupId, 'Sue')
  expect(await refusal(become('adult'))).toMatchObject({ code: 'CONFLICT' })
  expect(await refusal(county.api.audit.undo({ id: change?.id ?? '' }))).toMatchObject({ code: 'CHANGED' })
  expect(await county.api.enrolments.stages({ groupId })).toMatchObject({ enrolled: 1, free: 0 })
})

test('the place of a family is not offered to who waits to help in the group', async () => {
  const county = await aCounty()
  const { id: groupId } = await aSmallGroup(county, { placeKind: 'family' })
  const { mia, leo, asha } = await aFamily(county)
  const people = [
    { personId: mia.id },
    { personId: leo.id },
    { personId: asha.id, role: 'volunteer' as const },
  ]
  const { enrolmentIds } = await county.api.enrolments.refer({ groupId, people, status: 'waiting', onDate: today }) // prettier-ignore
  const [first, second, helper] = enrolmentIds
  if (!first || !second || !helper) throw new Error('Nobody was referred.')
  expect((await anOffer(county, first)).enrolmentIds.toSorted()).toEqual([first, second].toSorted())
  expect(await anOffer(county, helper)).toEqual({ enrolmentIds: [helper] })
})
