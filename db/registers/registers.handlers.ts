import type { AppContract } from '../../shared/contract.ts'
import type { Handlers } from '../../shared/operation.ts'
import type { Contexts, QueryContext } from '../context.ts'
import { expectedCounts } from '../enrolments/expected.repository.ts'
import { codeHandlers, markingHandlers, recordHandlers } from './parts.handlers.ts'
import { correctHandlers } from './correct.handlers.ts'
import { gridHandlers } from './grid.handlers.ts'
import * as registers from './registers.repository.ts'
import * as service from './registers.service.ts'
import { openRegister, stateOf } from './registers.sheet.ts'
import { addWalkIn, findWalkIn } from './walk-ins.service.ts'

export const registersHandlers = {
  ...gridHandlers,
  ...correctHandlers,
  open: (context, { sessionId }) => openRegister(context, sessionId),
  ...markingHandlers,
  ...recordHandlers,
  ...codeHandlers,
  async complete(context, { sessionId }) {
    await service.complete(context, sessionId)
    return null
  },
  async reopen(context, { sessionId }) {
    await service.reopen(context, sessionId)
    return null
  },
  findWalkIn: (context, { sessionId, text }) => findWalkIn(context, sessionId, text),
  addWalkIn: (context, { sessionId, who }) => addWalkIn(context, sessionId, who),
  listBetween,
} satisfies Handlers<AppContract, Contexts>['registers']

async function listBetween({ db, today }: QueryContext, { from, to }: { from: string; to: string }) {
  const sessions = await registers.listBetween(db, from, to)
  const counts = await expectedCounts(db, { from, to })
  return sessions.map((session) => ({
    sessionId: session.id,
    groupId: session.group_id,
    groupName: session.group_name,
    startsAt: session.starts_at,
    endsAt: session.ends_at,
    state: stateOf(session, today),
    marked: counts.get(session.id)?.marked ?? 0,
    expected: counts.get(session.id)?.expected ?? 0,
  }))
}
