import type { Contexts } from '../context.ts'
import type { Handlers } from '../../shared/operation.ts'
import type { correctingOperations } from '../../shared/registers/correcting.contract.ts'
import { readPast } from './correct-past.ts'
import { correct, readCorrections } from './correct.service.ts'

/** Correcting complete registers, and looking back: a part of `registersHandlers`. */
export const correctHandlers = {
  async correct(context, asked) {
    await correct(context, asked)
    return null
  },
  corrections: (context, { sessionId }) => readCorrections(context.db, context, sessionId),
  asAt: ({ db }, { sessionId, on }) => readPast(db, sessionId, on),
  asAtPaper: ({ db }, { sessionId, on }) => readPast(db, sessionId, on),
} satisfies Handlers<{ registers: typeof correctingOperations }, Contexts>['registers']
