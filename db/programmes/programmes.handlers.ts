import type { AppContract } from '../../shared/contract.ts'
import type { Handlers } from '../../shared/operation.ts'
import type { Contexts } from '../context.ts'
import { list } from './programmes.repository.ts'
import { createProgramme, updateProgramme } from './programmes.service.ts'

export const programmesHandlers = {
  list: ({ db }, input) => list(db, input),
  create: (context, input) => createProgramme(context, input),
  update: (context, input) => updateProgramme(context, input),
} satisfies Handlers<AppContract, Contexts>['programmes']
