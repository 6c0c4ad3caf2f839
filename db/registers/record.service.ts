import type { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import { headcountId, sessionStaffId, type SessionId } from '../../shared/ids.ts'
import { modeProblem } from '../../shared/groups/session.rules.ts'
import { headcountProblem } from '../../shared/registers/headcounts.rules.ts'
import type { recordOperations } from '../../shared/registers/record.contract.ts'
import { closedProblem } from '../../shared/registers/registers.rules.ts'
import { longDate } from '../../shared/time/format.ts'
import { found } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import { findById as findStaff } from '../staff/staff.repository.ts'
import { openSession } from './marking.service.ts'
import * as record from './record.repository.ts'
import { findHeading } from './registers.repository.ts'
import { readRegister } from './registers.sheet.ts'

type Input<N extends keyof typeof recordOperations> = z.output<(typeof recordOperations)[N]['input']>

const conflict = (message: string) => new AppError('CONFLICT', message)

/** The question box is of no person, and so is this: it stands whether or not the register is complete. */
export async function setSessionNote(context: CommandContext, { sessionId, note }: Input<'setSessionNote'>) {
  await openSession(context, sessionId)
  await record.updateSession(context.tx, sessionId, { note })
}

export async function setMode(context: CommandContext, { sessionId, mode }: Input<'setMode'>) {
  const { state } = await openSession(context, sessionId)
  if (state === 'did-not-run') throw conflict('This session did not run, so it did not meet in any way. Nothing was saved.') // prettier-ignore
  const { mode: own, mode_of_group: usual } = found(await findHeading(context.tx, sessionId), 'session')
  const problem = modeProblem(state === 'complete', own ?? usual, mode ?? usual)
  if (problem !== null) throw conflict(problem)
  await record.updateSession(context.tx, sessionId, { mode })
}

/** Delivering is known from the day on. It is no mark, so it may be put right in a complete register. */
export async function setDelivered(context: CommandContext, { sessionId, delivered }: Input<'setDelivered'>) {
  const { tx, newId } = context
  await refuseNotHeld(context, sessionId)
  for (const { staffId } of delivered) found(await findStaff(tx, staffId), 'member of staff')
  const rows = delivered.map(({ staffId, part, minutes }) => ({
    id: newId(sessionStaffId),
    session_id: sessionId,
    staff_id: staffId,
    part,
    minutes: minutes ?? null,
  }))
  await record.replaceDelivered(tx, sessionId, rows)
}

async function refuseNotHeld(context: CommandContext, id: SessionId): Promise<void> {
  const { session, state } = await openSession(context, id)
  if (state === 'did-not-run') throw conflict('This session did not run, so nobody delivered it. Nothing was saved.') // prettier-ignore
  if (state === 'not-due') throw conflict(`This session is on ${longDate(session.starts_at)}, so nobody has delivered it yet. Nothing was saved.`) // prettier-ignore
}

export async function setHeadcount(
  context: CommandContext,
  { sessionId, role, people }: Input<'setHeadcount'>,
) {
  const { tx, today, newId } = context
  const { session, state } = await openSession(context, sessionId)
  const closed = closedProblem(state)
  if (closed !== null) throw conflict(closed)
  if (state === 'not-due') throw conflict(`This session is on ${longDate(session.starts_at)}. Heads are counted on the day.`) // prettier-ignore
  const { roles } = await readRegister(tx, sessionId, today)
  const now = roles.find((one) => one.role === role) ?? { role, named: 0, counted: null }
  const problem = headcountProblem(now, people)
  if (problem !== null) throw new AppError('INVALID_INPUT', problem, { fields: { people: problem } })
  await record.putHeadcount(tx, newId(headcountId), { session_id: sessionId, role }, people)
}
