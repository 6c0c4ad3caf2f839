import type { z } from 'zod'
import type { Person, peopleContract } from '../../shared/people/people.contract.ts'
import type { TestCounty } from './test-county.ts'

type Details = Partial<z.input<typeof peopleContract.create.input>>

/** A person; Mia Patel, born 12 March 2015, in no family, unless said. */
export const aPerson = (county: Pick<TestCounty, 'api'>, details: Details = {}): Promise<Person> =>
  county.api.people.create({
    firstName: 'Mia',
    lastName: 'Patel',
    dateOfBirth: '2015-03-12',
    family: { kind: 'none' },
    ...details,
  })
