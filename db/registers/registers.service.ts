import { AppError } from '../../shared/errors.ts'
import type { SessionId } from '../../shared/ids.ts'
import { completeProblem } from '../../shared/registers/registers.rules.ts'
import { longDate } from '../../shared/time/format.ts'
import type { CommandContext } from '../context.ts'
import { findCompletion } from './correct.repository.ts'
import { rightsOf } from './correct.service.ts'
import { openSession } from './marking.service.ts'
import { peopleOn } from './people-on.ts'
import { listHeadcounts } from './record.repository.ts'
import { nameOf } from './register-row.ts'
import * as registers from './registers.repository.ts'

const conflict = (message: string, details = {}) => new AppError('CONFLICT', message, details)

/** Signs a register for complete: everybody expected has a mark. */
export async function complete(context: CommandContext, sessionId: SessionId) {
  const { tx } = context
  const { session, state } = await openSession(context, sessionId)
  const { expected, walkIns } = await peopleOn(tx, session)
  const unmarked = expected.filter((row) => row.mark === null)
  const problem = completeProblem(state, session.starts_at, {
    all: expected.length + walkIns.length,
    unmarked: unmarked.length,
    counted: (await listHeadcounts(tx, sessionId)).size > 0,
  })
  if (problem !== null) throw conflict(problem, { unmarked: unmarked.map((row) => nameOf(row.person)) })
  await registers.setCompleted(tx, sessionId, context.now, context.actor.id)
}

export async function reopen(context: CommandContext, sessionId: SessionId) {
  const { state } = await openSession(context, sessionId)
  if (state !== 'complete') throw conflict('This register is not complete, so there is nothing to reopen.')
  await refuseLate(context, sessionId)
  await registers.setCompleted(context.tx, sessionId, null, null)
}

/** What was signed for long ago is corrected mark by mark, each with its reason: reopening would ask nobody why. */
async function refuseLate(context: CommandContext, sessionId: SessionId) {
  const session = await findCompletion(context.tx, sessionId)
  const rights = session && (await rightsOf(context.tx, context, session))
  if (rights?.needsReason)
    throw conflict(`This register was completed on ${longDate(rights.on)}, more than a week ago, so it stays complete. Nothing was changed. Correct the marks that are wrong, and say why.`) // prettier-ignore
}
