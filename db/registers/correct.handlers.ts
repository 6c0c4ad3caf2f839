import type { Contexts, QueryContext } from '../context.ts'
import type { SessionId } from '../../shared/ids.ts'
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
  asAt: lookBack,
  asAtPaper: lookBack,
} satisfies Handlers<{ registers: typeof correctingOperations }, Contexts>['registers']

/** Nobody knows how it will stand: a day to come is answered for today. */
function lookBack({ db, today }: QueryContext, { sessionId, on }: { sessionId: SessionId; on: string }) {
  return readPast(db, sessionId, on > today ? today : on)
}
