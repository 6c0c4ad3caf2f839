import type { AppContract } from '../../shared/contract.ts'
import type { Handlers } from '../../shared/operation.ts'
import type { Contexts } from '../context.ts'
import { createPerson, findFamilies, findMatches, getPerson, searchPeople, updatePerson } from './people.service.ts' // prettier-ignore

export const peopleHandlers = {
  search: (context, input) => searchPeople(context, input),
  get: (context, { id }) => getPerson(context, id),
  findMatches: ({ db, today }, identity) => findMatches(db, today, identity),
  searchFamilies: (context, { text }) => findFamilies(context, text),
  create: (context, input) => createPerson(context, input),
  update: (context, input) => updatePerson(context, input),
} satisfies Handlers<AppContract, Contexts>['people']
