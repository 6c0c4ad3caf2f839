import { expect, test } from 'vitest'
import { anAlert } from '../../support/alert-factories.ts'
import { aConsent, aFamily, anAdult, aPerson } from '../../support/people-factories.ts'
import { aRegister, at, enrol } from '../../support/register-factories.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

async function onRegister(county: TestCounty) {
  const { groupId, sessions } = await aRegister(county, { people: [] })
  const family = await aFamily(county)
  await enrol(county, groupId, family.mia.id)
  return { ...family, sessionId: at(sessions, 0) }
}

test('the peek has who may collect and who must not, and whom to ring where that is safe', async () => {
  const county = await aCounty()
  const { mia, asha, sessionId } = await onRegister(county)
  await anAdult(county, mia, { who: { kind: 'known', id: asha.id }, relation: 'Mother', mayCollect: 'yes', emergency: true }) // prettier-ignore
  const dev = await aPerson(county, { firstName: 'Dev', phone: '07700 900999', safeToCall: 'no' })
  await anAdult(county, mia, { who: { kind: 'known', id: dev.id }, relation: 'Father', mayCollect: 'no', emergency: true }) // prettier-ignore
  await anAdult(county, mia)
  const peek = await (await county.as('assistant')).people.peek({ personId: mia.id, sessionId })
  expect(peek).toMatchObject({
    name: 'Mia Patel',
    mayCollect: [{ name: 'Asha Patel', relation: 'Mother' }],
    mustNotCollect: [{ name: 'Dev Patel', relation: 'Father' }],
    emergency: [
      { name: 'Asha Patel', phone: '07700 900123', noCall: null },
      { name: 'Dev Patel', phone: null, noCall: 'Not safe to call.' },
    ],
  })
  expect(JSON.stringify(peek)).not.toContain('900999')
})

test('the peek says which consents are missing or have run out, and nothing of those that are given', async () => {
  const county = await aCounty()
  const { mia, sessionId } = await onRegister(county)
  await aConsent(county, mia, { kinds: ['taking-part', 'first-aid', 'sharing'] })
  await aConsent(county, mia, { kinds: ['outings'], untilDate: '2026-11-10' })
  const { consents } = await county.api.people.peek({ personId: mia.id, sessionId })
  expect(consents.map((one) => one.words)).toEqual(['Photos: not asked', 'Outings: ran out on 10 November 2026']) // prettier-ignore
})

test('the peek says whom to speak to about an alert, and nothing of what it is about', async () => {
  const county = await aCounty()
  const { mia, sessionId } = await onRegister(county)
  expect((await county.api.people.peek({ personId: mia.id, sessionId })).speakTo).toBeNull()
  await anAlert(county, mia, 'zebrafish')
  const peek = await county.api.people.peek({ personId: mia.id, sessionId })
  expect(peek).toMatchObject({ alert: true, speakTo: 'Speak to a manager before the session.' })
  expect(JSON.stringify(peek)).not.toContain('zebrafish')
})

test('there is a peek only of those who are on the register or of its group', async () => {
  const county = await aCounty()
  const { leo, sessionId } = await onRegister(county)
  await expect(county.api.people.peek({ personId: leo.id, sessionId })).rejects.toMatchObject({ code: 'NOT_FOUND' }) // prettier-ignore
  await county.api.registers.addWalkIn({ sessionId, who: { kind: 'known', personId: leo.id } })
  expect((await county.api.people.peek({ personId: leo.id, sessionId })).name).toBe('Leo Patel')
})

test('the peek has no number of an adult who must not collect, or must not be met, and says to whom to speak', async () => {
  const county = await aCounty()
  const { mia, sessionId } = await onRegister(county)
  const safe = { safeToCall: 'yes' } as const
  const dev = await aPerson(county, { firstName: 'Dev', phone: '07700 900888', ...safe })
  const ron = await aPerson(county, { firstName: 'Ron', phone: '07700 900999', ...safe })
  await anAdult(county, mia, { who: { kind: 'known', id: dev.id }, relation: 'Father', mayCollect: 'no', emergency: true }) // prettier-ignore
  await anAdult(county, mia, { who: { kind: 'known', id: ron.id }, relation: 'Step-parent', emergency: true })
  await county.api.people.addMustNotMeet({ id: mia.id, otherId: ron.id, reason: 'zebrafish', onDate: '2026-11-20' }) // prettier-ignore
  const peek = await (await county.as('assistant')).people.peek({ personId: mia.id, sessionId })
  const noCall = 'Do not ring about them before you have spoken to who leads the group.'
  expect(peek.emergency).toMatchObject([{ name: 'Dev Patel', phone: null, noCall }, { name: 'Ron Patel', phone: null, noCall }]) // prettier-ignore
  expect(JSON.stringify(peek)).not.toMatch(/900888|900999|zebrafish/)
})
