import type { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import { correctionId, idOf, type SessionId } from '../../shared/ids.ts'
import { mayCorrect, needsReason } from '../../shared/registers/correct.rules.ts'
import type { correctingOperations } from '../../shared/registers/correcting.contract.ts'
import { civilNow, dateOf } from '../../shared/time/civil.ts'
import { longDate } from '../../shared/time/format.ts'
import { found } from '../changed.ts'
import type { CommandContext, Common } from '../context.ts'
import { listFacilitators } from '../groups/groups.repository.ts'
import * as people from '../people/people.repository.ts'
import type { Db } from '../store.ts'
import * as rows from './correct.repository.ts'
import { findPlaces } from './on-register.repository.ts'
import { nameOf } from './register-row.ts'
import * as registers from './registers.repository.ts'

type Asked = z.output<typeof correctingOperations.correct.input>
const markId = idOf('mark')
const conflict = (message: string) => new AppError('CONFLICT', message)
const wrong = (field: string, message: string) =>
  new AppError('INVALID_INPUT', message, { fields: { [field]: message } })

/** Changes one mark of a complete register, and writes down what it was. The same again changes nothing. */
export async function correct(context: CommandContext, asked: Asked): Promise<void> {
  const { tx } = context
  const session = found(await rows.findCompletion(tx, asked.sessionId), 'session')
  await refuseOthers(context, session, asked.reason)
  const before = await rows.findMarkRow(tx, asked.sessionId, asked.personId)
  const after = asked.code === null ? null : wanted(asked, asked.code, before)
  if (same(before, after)) return
  if (after === null) await takeAway(context, asked, before)
  else await write(context, asked, after, before)
  await rows.insertCorrection(tx, {
    id: context.newId(correctionId),
    session_id: asked.sessionId,
    person_id: asked.personId,
    from_code: before?.code ?? null,
    to_code: asked.code,
    reason: asked.reason,
    at: context.now,
    by_user: context.actor.id,
  })
}

/** Whether a complete register is the viewer's to correct, and whether that takes a reason; null while it is open. */
export async function rightsOf(
  db: Db,
  { actor, today }: Pick<Common, 'actor' | 'today'>,
  session: rows.Completion,
) {
  // prettier-ignore
  const { register_completed_at: at, register_completed_by: by } = session
  if (at === null) return null
  const on = dateOf(civilNow(new Date(at)))
  const leaders = (await listFacilitators(db, [session.group_id])).get(session.group_id) ?? []
  const completed = { on, by, leaderIds: leaders.map((one) => one.staffId) }
  return {
    on,
    leaders: leaders.map((one) => one.name),
    mayCorrect: mayCorrect(actor, completed, today),
    needsReason: needsReason(on, today),
  }
}

async function refuseOthers(context: CommandContext, session: rows.Completion, reason: string | null) {
  const rights = await rightsOf(context.tx, context, session)
  if (rights === null)
    throw conflict('This register is not complete, so there is nothing to correct: mark it. Nothing was changed.') // prettier-ignore
  if (!rights.mayCorrect) {
    const ask = rights.leaders.length === 0 ? 'A manager' : `${rights.leaders.join(' or ')}, or a manager,`
    throw new AppError('NOT_ALLOWED', `This register was completed on ${longDate(rights.on)}, and is not yours to correct. Nothing was changed. ${ask} can do it.`) // prettier-ignore
  }
  if (rights.needsReason && reason === null)
    throw wrong('reason', `Say why: this register was completed on ${longDate(rights.on)}, more than a week ago.`) // prettier-ignore
}

interface Written {
  readonly code: string
  readonly minutes: number | null
  readonly note: string | null
}

/** What the mark is to be: what was not said stays, but for the minutes of another letter. */
const wanted = ({ minutes, note }: Asked, code: string, before: rows.MarkRow | undefined): Written => ({
  code,
  minutes: minutes === undefined ? (before?.code === code ? before.minutes : null) : minutes,
  note: note === undefined ? (before?.note ?? null) : note,
})

const same = (before: rows.MarkRow | undefined, after: Written | null): boolean =>
  before === undefined || after === null
    ? before === undefined && after === null
    : before.code === after.code && before.minutes === after.minutes && before.note === after.note

async function write(
  context: CommandContext,
  { sessionId, personId }: Asked,
  after: Written,
  before: rows.MarkRow | undefined,
) {
  const { tx, now, actor } = context
  await refuseCode(tx, sessionId, personId, after, before)
  const person = found(await people.findById(tx, personId), 'person')
  if (person.merged_into_id !== null)
    throw conflict('This record was found to be the same person as another. Nothing was changed. Choose the other one.') // prettier-ignore
  const stamp = { marked_at: now, marked_by: actor.id }
  if (before !== undefined) return registers.updateMark(tx, before.id, { ...after, ...stamp })
  const row = { id: context.newId(markId), session_id: sessionId, person_id: personId, ...after, ...stamp }
  return registers.insertMarks(tx, [{ ...row, version: 1 }])
}

async function refuseCode(
  db: Db,
  sessionId: SessionId,
  personId: Asked['personId'],
  after: Written,
  before: rows.MarkRow | undefined,
) {
  const code = await registers.findCode(db, after.code)
  // A retired letter stays in the registers that have it, and is given in none.
  if (code === undefined || (code.retired === 1 && before?.code !== after.code))
    throw wrong('code', `${after.code} is not a mark that is in use.`)
  if (after.minutes === null || code.minutes !== null) return
  const [place] = await findPlaces(db, sessionId, [personId])
  if (place?.role !== 'volunteer' || code.attended === 0)
    throw wrong('minutes', `${code.label} takes no minutes. Nothing was changed.`)
}

/** A complete register has a mark for everyone expected, and is never of nobody. */
async function takeAway(
  context: CommandContext,
  { sessionId, personId }: Asked,
  before: rows.MarkRow | undefined,
) {
  // prettier-ignore
  const { tx } = context
  const name = nameOf(found(await people.findById(tx, personId), 'person'))
  const [place] = await findPlaces(tx, sessionId, [personId])
  if (place?.status === 'enrolled' && place.invited && place.role !== 'volunteer')
    throw conflict(`${name} was expected at this session, and a complete register has a mark for everyone expected. Nothing was changed. Give another mark, or reopen the register.`) // prettier-ignore
  if ((await rows.countMarks(tx, sessionId)) === 1)
    throw conflict(`${name} is the only one on this register. Nothing was changed. Reopen it, or record that the session did not run.`) // prettier-ignore
  if (before !== undefined) await registers.deleteMark(tx, sessionId, personId)
}

/** The corrections of a register, the latest first, and what the viewer may do. */
export async function readCorrections(db: Db, viewer: Pick<Common, 'actor' | 'today'>, id: SessionId) {
  const rights = await rightsOf(db, viewer, found(await rows.findCompletion(db, id), 'session'))
  return {
    corrections: (await rows.listCorrections(db, id)).map((row) => ({
      id: row.id,
      personId: row.person_id,
      name: nameOf(row),
      from: row.from_code,
      to: row.to_code,
      reason: row.reason,
      at: row.at,
      by: row.by_name,
    })),
    mayCorrect: rights?.mayCorrect ?? false,
    needsReason: rights?.needsReason ?? false,
  }
}
