import type { Case } from './command-case.ts'
import { anOffer, aPlace, aSmallGroup, aWaiting, today, versionOf } from './enrolment-factories.ts'
import { aPerson } from './people-factories.ts'
import { at } from './register-factories.ts'

/** A try to reach somebody, by phone. */
const call = { way: 'phone', about: 'waiting', outcome: 'no-answer' } as const

export const enrolmentCommands: Readonly<Record<string, Case>> = {
  'enrolments.refer': async (county) => {
    const { id: groupId } = await aSmallGroup(county)
    const [one, other] = [await aPerson(county), await aPerson(county, { firstName: 'Leo' })]
    const people = [{ personId: one.id, role: 'child' as const }, { personId: other.id }]
    return () =>
      county.api.enrolments.refer({ groupId, people, status: 'waiting', onDate: today, referredOn: '2026-11-02', source: 'School', reference: 'R1', priority: 1 }) // prettier-ignore
  },
  'enrolments.refer:again': async (county) => {
    const { api } = county
    const { id: groupId } = await aSmallGroup(county)
    const { enrolmentId, personId } = await aWaiting(county, groupId, 'Ann')
    const version = await versionOf(county, enrolmentId)
    await api.enrolments.change({ enrolmentId, version, status: 'withdrawn', onDate: today })
    return () => api.enrolments.refer({ groupId, people: [{ personId }], status: 'referred', onDate: today, source: 'School' }) // prettier-ignore
  },
  'enrolments.updateReferral': async (county) => {
    const { enrolmentId } = await aWaiting(county, (await aSmallGroup(county)).id, 'Ann')
    return () => county.api.enrolments.updateReferral({ enrolmentId, version: 1, role: 'adult', source: 'School', priority: 2 }) // prettier-ignore
  },
  'enrolments.offer': async (county) => {
    const { id } = await aSmallGroup(county)
    const ann = await aWaiting(county, id, 'Ann')
    const bea = await aWaiting(county, id, 'Bea')
    return () =>
      anOffer(county, bea.enrolmentId, { skips: [{ enrolmentId: ann.enrolmentId, reason: 'On holiday' }] })
  },
  'enrolments.accept': async (county) => {
    const { enrolmentId } = await aWaiting(county, (await aSmallGroup(county)).id, 'Ann')
    await anOffer(county, enrolmentId)
    return () => county.api.enrolments.accept({ enrolmentId, version: 2, onDate: today })
  },
  'enrolments.endOffer': async (county) => {
    const { enrolmentId } = await aWaiting(county, (await aSmallGroup(county)).id, 'Ann')
    await anOffer(county, enrolmentId)
    return () => county.api.enrolments.endOffer({ enrolmentId, version: 2, onDate: today, to: 'waiting', reasonKind: 'no-answer' }) // prettier-ignore
  },
  'enrolments.complete': async (county) => {
    const { id: groupId } = await aSmallGroup(county)
    const [one, other] = [await aPlace(county, groupId, 'Ann'), await aPlace(county, groupId, 'Bea')]
    const people = [
      { enrolmentId: one.enrolmentId, version: 1, outcome: 'completed' as const },
      { enrolmentId: other.enrolmentId, version: 1, outcome: 'withdrawn' as const, reasonKind: 'health' as const }, // prettier-ignore
    ]
    return () => county.api.enrolments.complete({ groupId, onDate: '2027-03-01', people })
  },
  'enrolments.correctDate': async (county) => {
    const { enrolmentId } = await aWaiting(county, (await aSmallGroup(county)).id, 'Ann', { referredOn: '2026-11-02' }) // prettier-ignore
    const lineId = at((await county.api.enrolments.history({ enrolmentId })).lines, 0).id
    return () => county.api.enrolments.correctDate({ enrolmentId, version: 1, lineId, onDate: '2026-11-05' })
  },
  'enrolments.updateSettings':
    async ({ api }) =>
    () =>
      api.enrolments.updateSettings({ offerDays: 10, travelMinutes: 45 }),
  'contacts.log': async (county) => {
    const { id: groupId } = await aSmallGroup(county)
    const { personId } = await aWaiting(county, groupId, 'Ann')
    return () => county.api.contacts.log({ personId, groupId, ...call, nextStep: 'Try on Friday' })
  },
  'contacts.correct': async (county) => {
    const { id: personId } = await aPerson(county)
    const { id } = await county.api.contacts.log({ personId, ...call })
    return () => county.api.contacts.correct({ id, version: 1, ...call, outcome: 'reached', note: 'Rang back' }) // prettier-ignore
  },
}
