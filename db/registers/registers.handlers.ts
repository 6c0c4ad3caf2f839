import type { AppContract } from '../../shared/contract.ts'
import type { Handlers } from '../../shared/operation.ts'
import type { Contexts, QueryContext } from '../context.ts'
import { expectedCounts } from '../enrolments/expected.repository.ts'
import * as registers from './registers.repository.ts'
import * as service from './registers.service.ts'
import { readRegister, stateOf } from './registers.sheet.ts'

export const registersHandlers = {
  open: ({ db, today }, { sessionId }) => readRegister(db, sessionId, today),
  paper: ({ db, today }, { sessionId }) => readRegister(db, sessionId, today),
  mark: (context, { sessionId, personId, code }) => service.mark(context, sessionId, personId, code),
  async clear(context, { sessionId, personId }) {
    await service.clear(context, sessionId, personId)
    return null
  },
  async markRest(context, { sessionId, code }) {
    return { marked: await service.markRest(context, sessionId, code) }
  },
  async complete(context, { sessionId }) {
    await service.complete(context, sessionId)
    return null
  },
  async reopen(context, { sessionId }) {
    await service.reopen(context, sessionId)
    return null
  },
  addWalkIn: (context, { sessionId, who }) => service.addWalkIn(context, sessionId, who),
  listCodes: async ({ db }) => (await registers.listCodes(db)).map(registers.toCode),
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
