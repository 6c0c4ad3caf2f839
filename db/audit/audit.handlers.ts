import type { AppContract } from '../../shared/contract.ts'
import type { Handlers } from '../../shared/operation.ts'
import type { Contexts } from '../context.ts'
import { changesOf, list, toChange } from './audit.repository.ts'
import { nextUndo, toShown, verify } from './audit.service.ts'
import { undo } from './undo.service.ts'

export const auditHandlers = {
  list: ({ db }, { limit, before }) => list(db, limit, before ?? null),
  changes: async ({ db }, { id }) => (await changesOf(db, id)).map((row) => toShown(toChange(row))),
  nextUndo: (context) => nextUndo(context),
  undo: async (context, { id }) => ({ label: await undo(context, id) }),
  verify: ({ db }) => verify(db),
} satisfies Handlers<AppContract, Contexts>['audit']
