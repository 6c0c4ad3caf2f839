import type { AppContract } from '../../shared/contract.ts'
import type { Handlers } from '../../shared/operation.ts'
import type { Contexts } from '../context.ts'
import { addAdult, changeAdult, removeAdult, setEmergencyOrder } from './adults.service.ts'
import { addAlert, endAlert, readAlerts } from './alerts.service.ts'
import { recordConsent } from './consents.service.ts'
import { likelyMatches, listDuplicates, notTheSame } from './duplicates.service.ts'
import { getFamily, moveToFamily, renameFamily } from './families.service.ts'
import { looksAt } from './looks.repository.ts'
import { findMatches } from './matches.service.ts'
import { mergePeople, planMerge } from './merge/merge.service.ts'
import { keptIdOf, listMerges } from './merge/merges.repository.ts'
import { unmergePeople } from './merge/unmerge.service.ts'
import { addMustNotMeet, endMustNotMeet } from './must-not-meet.service.ts'
import { peekAt } from './peek.service.ts'
import { createPerson, findFamilies, getPerson, searchPeople, updatePerson } from './people.service.ts' // prettier-ignore

export const peopleHandlers = {
  search: (context, input) => searchPeople(context, input),
  get: (context, { id }) => getPerson(context, id),
  findMatches: ({ db, today }, identity) => findMatches(db, today, identity),
  searchFamilies: (context, { text }) => findFamilies(context, text),
  create: (context, input) => createPerson(context, input),
  update: (context, input) => updatePerson(context, input),
  addAdult,
  changeAdult,
  removeAdult,
  setEmergencyOrder,
  family: (context, { id }) => getFamily(context, id),
  renameFamily,
  moveToFamily,
  recordConsent,
  alerts: (context, { id }) => readAlerts(context, id),
  addAlert,
  endAlert,
  addMustNotMeet,
  endMustNotMeet,
  peek: peekAt,
  duplicates: (context, { limit }) => listDuplicates(context, limit),
  likelyMatches: (context, { id }) => likelyMatches(context, id),
  notTheSame,
  mergePlan: (context, input) => planMerge(context, input),
  merge: (context, input) => mergePeople(context, input),
  unmerge: (context, { id }) => unmergePeople(context, id),
  merges: async ({ db }, { id }) => listMerges(db, await keptIdOf(db, id)),
  looks: ({ db }, { id, limit }) => looksAt(db, id, limit),
} satisfies Handlers<AppContract, Contexts>['people']
