import type { z } from 'zod'
import type { Person, peopleContract } from '../../shared/people/people.contract.ts'
import type { TestCounty } from './test-county.ts'

type Given<N extends keyof typeof peopleContract> = Partial<z.input<(typeof peopleContract)[N]['input']>>

/** A person; Mia Patel, born 12 March 2015, in no family, unless said. */
export const aPerson = (county: Pick<TestCounty, 'api'>, details: Given<'create'> = {}): Promise<Person> =>
  county.api.people.create({
    firstName: 'Mia',
    lastName: 'Patel',
    dateOfBirth: '2015-03-12',
    family: { kind: 'none' },
    ...details,
  })

/** A family of two children, Mia and Leo Patel, and their mother Asha, who has a record and a number that is safe to ring. */
export async function aFamily(county: Pick<TestCounty, 'api'>) {
  const mia = await aPerson(county, { family: { kind: 'new', name: 'Patel' } })
  if (mia.familyId === null) throw new Error('Mia has no family.')
  const family = { kind: 'existing', id: mia.familyId } as const
  const leo = await aPerson(county, { firstName: 'Leo', dateOfBirth: '2018-07-01', family })
  const asha = await aPerson(county, { firstName: 'Asha', dateOfBirth: '1988-01-20', phone: '07700 900123', safeToCall: 'yes', family }) // prettier-ignore
  return { familyId: mia.familyId, mia, leo, asha }
}

/** An adult of a person: their gran, of whom only the name and a number are kept, unless said. */
export const anAdult = ({ api }: Pick<TestCounty, 'api'>, { id }: Pick<Person, 'id'>, details: Given<'addAdult'> = {}) =>
  api.people.addAdult({
    personIds: [id],
    who: { kind: 'named', name: 'June Patel', phone: '07700 900456' },
    relation: 'Grandparent',
    ...details,
  }) // prettier-ignore

/** An answer to a consent: yes to photos, from Asha, on 2 November 2026, unless said. */
export const aConsent = ({ api }: Pick<TestCounty, 'api'>, { id }: Pick<Person, 'id'>, details: Given<'recordConsent'> = {}) =>
  api.people.recordConsent({
    personIds: [id],
    kinds: ['photos'],
    answer: 'yes',
    onDate: '2026-11-02',
    givenBy: 'Asha Patel',
    ...details,
  }) // prettier-ignore
