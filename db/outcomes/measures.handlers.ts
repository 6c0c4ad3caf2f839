import type { AppContract } from '../../shared/contract.ts'
import type { measureOperations } from '../../shared/outcomes/measures.contract.ts'
import type { Handlers } from '../../shared/operation.ts'
import type { Contexts } from '../context.ts'
import { addFromLibrary, listLibrary } from './measure-library.service.ts'
import { list, toMeasure } from './measures.repository.ts'
import { createMeasure, listEditions, updateMeasure } from './measures.service.ts'

/** What is done with measures themselves. */
export const measureHandlers = {
  listMeasures: async ({ db }) => (await list(db)).map(toMeasure),
  createMeasure: (context, input) => createMeasure(context, input),
  updateMeasure: (context, input) => updateMeasure(context, input),
  measureEditions: ({ db }, { id }) => listEditions(db, id),
  library: ({ db }) => listLibrary(db),
  addFromLibrary: (context, { key }) => addFromLibrary(context, key),
} satisfies Pick<Handlers<AppContract, Contexts>['outcomes'], keyof typeof measureOperations>
