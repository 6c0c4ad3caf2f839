import { expect, test } from 'vitest'
import { aPlace, aSmallGroup, aWaiting, anAcceptance, anOffer, refusal } from '../../support/enrolment-factories.ts' // prettier-ignore
import { aMark, theMarkCodes } from '../../support/rows.ts'
import { aCounty } from '../../support/test-county.ts'

const dates = ['2026-11-24', '2026-12-01', '2026-12-08'] as const

/** Three sessions of which two are to be attended: Sue came to two, Tom to none of two, Una to one of two. */
async function aGroupNearItsEnd() {
  const county = await aCounty()
  const { id, sessions } = await aSmallGroup(county, { dates, completeAt: 2, capacity: null })
  await theMarkCodes(county)
  const sue = await aPlace(county, id, 'Sue')
  const tom = await aPlace(county, id, 'Tom')
  const una = await aPlace(county, id, 'Una')
  county.setNow('2026-12-02T09:00:00.000Z')
  for (const [i, codes] of [
    ['P', 'N', 'P'],
    ['P', 'N', 'N'],
  ].entries())
    // prettier-ignore
    for (const [j, who] of [sue, tom, una].entries())
      await aMark(county, sessions[i], who.personId, codes[j] === 'P' ? 'P' : 'N')
  return { county, api: county.api, id, sue, tom, una }
}

test('who has reached the rule, who still can and who cannot is said over what is recorded', async () => {
  const { api, id } = await aGroupNearItsEnd()
  const answer = await api.enrolments.completion({ groupId: id })
  expect(answer).toMatchObject({ completeAt: 2, sessions: 3, open: 3, onDate: '2026-12-09' })
  expect(answer.people.map(({ name, attended, state }) => [name, attended, state])).toEqual([
    ['Sue Stays', 2, 'reached'],
    ['Tom Stays', 0, 'cannot'],
    ['Una Stays', 1, 'can-still'],
  ])
})

test('a group is completed in one step, with its exceptions, and one undo brings it back', async () => {
  const { api, id, sue, tom, una } = await aGroupNearItsEnd()
  const people = [
    { enrolmentId: sue.enrolmentId, version: 1, outcome: 'completed' as const },
    { enrolmentId: tom.enrolmentId, version: 1, outcome: 'withdrawn' as const, reasonKind: 'did-not-engage' as const }, // prettier-ignore
  ]
  expect(await api.enrolments.complete({ groupId: id, onDate: '2026-12-09', people })).toEqual({ completed: 1, withdrawn: 1 }) // prettier-ignore
  const on = async (date: string) => (await api.enrolments.roster({ groupId: id, asAt: date })).map((row) => row.status) // prettier-ignore
  expect(await on('2026-12-08')).toEqual(['enrolled', 'enrolled', 'enrolled'])
  expect(await on('2026-12-09')).toEqual(['completed', 'withdrawn', 'enrolled'])
  const { undo } = await api.audit.nextUndo({})
  await api.audit.undo({ id: undo?.id ?? '' })
  expect(await on('2026-12-09')).toEqual(['enrolled', 'enrolled', 'enrolled'])
  expect(una.enrolmentId).toBeTruthy()
})

test('of a step that is refused for one, nobody is completed', async () => {
  const { api, id, sue, tom } = await aGroupNearItsEnd()
  const both = [sue, tom].map(({ enrolmentId }) => ({ enrolmentId, version: 1, outcome: 'completed' as const })) // prettier-ignore
  const stale = both.map((one, i) => ({ ...one, version: i + 1 }))
  expect(await refusal(api.enrolments.complete({ groupId: id, onDate: '2026-12-09', people: stale }))).toMatchObject({ code: 'CHANGED' }) // prettier-ignore
  expect(await refusal(api.enrolments.complete({ groupId: id, onDate: '2026-12-01', people: both }))).toMatchObject({ code: 'INVALID_INPUT' }) // prettier-ignore
  expect((await api.enrolments.roster({ groupId: id })).map((row) => row.status)).not.toContain('completed')
})

test('days from referral to offer to first session are said for each, with the middle one of the group', async () => {
  const county = await aCounty()
  const { id, sessions } = await aSmallGroup(county, { dates, capacity: null })
  await theMarkCodes(county)
  const ann = await aWaiting(county, id, 'Ann', { referredOn: '2026-11-02' })
  const bea = await aWaiting(county, id, 'Bea', { referredOn: '2026-11-13' })
  for (const { enrolmentId } of [ann, bea]) {
    await anOffer(county, enrolmentId)
    await anAcceptance(county, enrolmentId)
  }
  await aMark(county, sessions[1], ann.personId, 'P')
  await aMark(county, sessions[0], ann.personId, 'N')
  const { people, medians } = await county.api.enrolments.turnaround({ groupId: id })
  expect(people.map((one) => [one.name, one.referralToOffer, one.offerToAttended, one.referralToAttended])).toEqual([['Ann Waits', 21, 8, 29], ['Bea Waits', 10, null, null]]) // prettier-ignore
  expect(medians).toEqual({
    referralToOffer: { days: 15.5, of: 2 },
    offerToAttended: { days: 8, of: 1 },
    referralToAttended: { days: 29, of: 1 },
  })
})
