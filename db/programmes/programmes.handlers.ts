import type { AppContract } from '../../shared/contract.ts'
import type { Handlers } from '../../shared/operation.ts'
import { found } from '../changed.ts'
import type { Contexts } from '../context.ts'
import { listEditions } from './editions.repository.ts'
import { findById, list } from './programmes.repository.ts'
import { createProgramme, updateProgramme } from './programmes.service.ts'

export const programmesHandlers = {
  list: ({ db, today }, { includeRetired }) => list(db, { includeRetired, today }),
  editions: async ({ db }, { id }) => {
    found(await findById(db, id), 'programme')
    return listEditions(db, id)
  },
  create: (context, input) => createProgramme(context, input),
  update: (context, input) => updateProgramme(context, input),
} satisfies Handlers<AppContract, Contexts>['programmes']
