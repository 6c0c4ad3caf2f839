import type { AppContract } from '../../shared/contract.ts'
import type { Handlers } from '../../shared/operation.ts'
import type { Contexts } from '../context.ts'
import { editionsShown, listShown } from './on-the-door.service.ts'
import { createProgramme, updateProgramme } from './programmes.service.ts'

export const programmesHandlers = {
  list: ({ db, today, actor }, { includeRetired }) => listShown(db, actor, { includeRetired, today }),
  editions: ({ db, actor }, { id }) => editionsShown(db, actor, id),
  create: (context, input) => createProgramme(context, input),
  update: (context, input) => updateProgramme(context, input),
} satisfies Handlers<AppContract, Contexts>['programmes']
