import { AppError } from '../../shared/errors.ts'
import { idOf, type PersonId, type SessionId } from '../../shared/ids.ts'
import { displayName } from '../../shared/people/people.rules.ts'
import type { MarkCode } from '../../shared/registers/mark-code.ts'
import type { Mark } from '../../shared/registers/marking.contract.ts'
import { closedProblem, markProblem } from '../../shared/registers/registers.rules.ts'
import { found } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import type { Db } from '../store.ts'
import * as people from '../people/people.repository.ts'
import { findPlaces, type Place } from './on-register.repository.ts'
import { peopleOn } from './people-on.ts'
import * as registers from './registers.repository.ts'
import { stateOf } from './registers.sheet.ts'

const markId = idOf('mark')
const conflict = (message: string, details = {}) => new AppError('CONFLICT', message, details)
const wrong = (field: string, message: string) =>
  new AppError('INVALID_INPUT', message, { fields: { [field]: message } })

/** A session with the state of its register. */
export async function openSession({ tx, today }: CommandContext, id: SessionId) {
  const session = found(await registers.findFacts(tx, id), 'session')
  return { session, state: stateOf(session, today) }
}

/** The session and the code, once it is sure that this mark may be given in it. */
export async function sessionToMark(context: CommandContext, id: SessionId, letter: string) {
  const { session, state } = await openSession(context, id)
  const known = await registers.findCode(context.tx, letter)
  if (known === undefined || known.retired === 1)
    throw wrong('code', `${letter} is not a mark that is in use.`)
  const problem = markProblem(state, session.starts_at, letter)
  if (problem !== null) throw conflict(problem)
  return { session, code: registers.toCode(known) }
}

const stamp = (context: CommandContext) => ({ marked_at: context.now, marked_by: context.actor.id })

/** A mark that was not there, as a row. */
export const newMark = (
  context: CommandContext,
  place: { readonly session_id: SessionId; readonly person_id: PersonId },
  code: string,
  minutes: number | null = null,
) => ({ id: context.newId(markId), ...place, code, minutes, note: null, ...stamp(context), version: 1 })

/** What to write: the letter, and the minutes where they were said. */
interface Given {
  readonly code: MarkCode
  readonly minutes: number | null | undefined
}

/** Records one mark. The same again changes nothing, so a key pressed twice is no second change to undo. */
export async function mark(
  context: CommandContext,
  input: {
    readonly sessionId: SessionId
    readonly personId: PersonId
    readonly code: string
    readonly minutes?: number | null | undefined
  },
) {
  const { sessionId, personId } = input
  const { code } = await sessionToMark(context, sessionId, input.code)
  return writeMark(context, sessionId, personId, { code, minutes: input.minutes })
}

/** The same mark for several people, all or none. */
export async function markMany(
  context: CommandContext,
  sessionId: SessionId,
  personIds: readonly PersonId[],
  letter: string,
) {
  const { code } = await sessionToMark(context, sessionId, letter)
  const marks: { personId: PersonId; mark: Mark }[] = []
  for (const personId of personIds)
    marks.push(await writeMark(context, sessionId, personId, { code, minutes: undefined }))
  return marks
}

async function writeMark(context: CommandContext, sessionId: SessionId, personId: PersonId, given: Given) {
  const { tx } = context
  const [place] = await findPlaces(tx, sessionId, [personId])
  refuseMinutes(given, place)
  const before = await registers.findMark(tx, sessionId, personId)
  const code = given.code.code
  if (before === undefined) {
    await refuseUnexpected(tx, personId, place)
    const at = { session_id: sessionId, person_id: personId }
    await registers.insertMarks(tx, [newMark(context, at, code, given.minutes ?? null)])
  } else {
    const minutes =
      given.minutes === undefined && before.code === code ? before.minutes : (given.minutes ?? null)
    if (before.code !== code || before.minutes !== minutes)
      await registers.updateMark(tx, before.id, { code, minutes, ...stamp(context) })
  }
  return { personId, mark: await readMark(tx, sessionId, personId) }
}

const readMark = async (db: Db, sessionId: SessionId, personId: PersonId): Promise<Mark> =>
  registers.toMark(found(await registers.findMark(db, sessionId, personId), 'mark'))

function refuseMinutes({ code, minutes }: Given, place: Place | undefined): void {
  if (minutes === undefined || minutes === null || code.minutes !== null) return
  if (place?.role === 'volunteer' && code.attended) return
  throw wrong('minutes', `${code.label} takes no minutes. Nothing was saved.`)
}

async function refuseUnexpected(db: Db, personId: PersonId, place: Place | undefined): Promise<void> {
  const expected = place?.status === 'enrolled'
  if (expected && place.invited) return
  const name = displayName(people.toPerson(found(await people.findById(db, personId), 'person')))
  throw conflict(
    expected
      ? `${name} was not asked to this session, so nothing was marked. Add them as a walk-in if they came.`
      : `${name} is not enrolled on the day of this session, so nothing was marked. Add them as a walk-in if they came.`,
  )
}

export async function clear(context: CommandContext, sessionId: SessionId, personId: PersonId) {
  const { state } = await openSession(context, sessionId)
  const problem = closedProblem(state)
  if (problem !== null) throw conflict(problem)
  await registers.deleteMark(context.tx, sessionId, personId)
}

/** Answers how many were marked. */
export async function markRest(context: CommandContext, sessionId: SessionId, letter: string) {
  const { session, code } = await sessionToMark(context, sessionId, letter)
  const rest = (await peopleOn(context.tx, session)).expected.filter((row) => row.mark === null)
  await registers.insertMarks(
    context.tx,
    rest.map((row) => newMark(context, { session_id: sessionId, person_id: row.person.id }, code.code)),
  )
  return rest.length
}

/** A word about a person at a session, with the mark that is there. */
export async function setNote(
  context: CommandContext,
  sessionId: SessionId,
  personId: PersonId,
  note: string | null,
) {
  const { state } = await openSession(context, sessionId)
  const problem = closedProblem(state)
  if (problem !== null) throw conflict(problem)
  const before = await registers.findMark(context.tx, sessionId, personId)
  if (before === undefined)
    throw conflict('There is no mark yet for the note to stand with. Nothing was saved. Mark the person, then write the note.') // prettier-ignore
  if (before.note !== note) await registers.updateMark(context.tx, before.id, { note })
  return { personId, mark: await readMark(context.tx, sessionId, personId) }
}
