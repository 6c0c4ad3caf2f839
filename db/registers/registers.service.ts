import { AppError } from '../../shared/errors.ts'
import { idOf, personId as personIdSchema, type PersonId, type SessionId } from '../../shared/ids.ts'
import type { NewPerson } from '../../shared/people/people.contract.ts'
import { birthProblem, displayName } from '../../shared/people/people.rules.ts'
import { matchKind } from '../../shared/people/matches.rules.ts'
import { PRESENT, closedProblem, completeProblem, markProblem } from '../../shared/registers/registers.rules.ts' // prettier-ignore
import { dateOf } from '../../shared/time/civil.ts'
import { found } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import { findCandidates } from '../people/matches.repository.ts'
import * as people from '../people/people.repository.ts'
import * as registers from './registers.repository.ts'
import { peopleOn, stateOf } from './registers.sheet.ts'

const markId = idOf('mark')
const conflict = (message: string, details = {}) => new AppError('CONFLICT', message, details)

async function openSession({ tx, today }: CommandContext, id: SessionId) {
  const session = found(await registers.findFacts(tx, id), 'session')
  return { session, state: stateOf(session, today) }
}

/** The session, once it is sure that this mark may be given in it. */
async function sessionToMark(context: CommandContext, id: SessionId, code: string) {
  const { session, state } = await openSession(context, id)
  const known = await registers.findCode(context.tx, code)
  if (known === undefined || known.retired === 1)
    throw new AppError('INVALID_INPUT', `${code} is not a mark that is in use.`, {
      fields: { code: `${code} is not a mark that is in use.` },
    })
  const problem = markProblem(state, session.starts_at, code)
  if (problem !== null) throw conflict(problem)
  return session
}

const stamp = (context: CommandContext, code: string) => ({
  code,
  marked_at: context.now,
  marked_by: context.actor.id,
})
const newMark = (context: CommandContext, session_id: SessionId, person_id: PersonId, code: string) => ({
  id: context.newId(markId),
  session_id,
  person_id,
  ...stamp(context, code),
  version: 1,
})

/** Records one mark. The same letter again changes nothing, so a key pressed twice is no second change to undo. */
export async function mark(context: CommandContext, sessionId: SessionId, personId: PersonId, code: string) {
  const { tx } = context
  const session = await sessionToMark(context, sessionId, code)
  const before = await registers.findMark(tx, sessionId, personId)
  if (before === undefined) {
    await refuseUnexpected(context, session, personId)
    await registers.insertMarks(tx, [newMark(context, sessionId, personId, code)])
  } else if (before.code !== code) await registers.updateMark(tx, before.id, stamp(context, code))
  const after = found(await registers.findMark(tx, sessionId, personId), 'mark')
  return { personId, mark: { code: after.code, markedAt: after.marked_at, markedBy: after.marked_by } }
}

type Facts = Awaited<ReturnType<typeof sessionToMark>>

async function refuseUnexpected({ tx }: CommandContext, session: Facts, personId: PersonId) {
  const person = found(await people.findById(tx, personId), 'person')
  const status = await registers.findStatus(tx, session.group_id, personId, dateOf(session.starts_at))
  if (status !== 'enrolled')
    throw conflict(
      `${displayName(people.toPerson(person))} is not enrolled on the day of this session, so nothing was marked. Add them as a walk-in if they came.`,
    )
}

export async function clear(context: CommandContext, sessionId: SessionId, personId: PersonId) {
  const { state } = await openSession(context, sessionId)
  const problem = closedProblem(state)
  if (problem !== null) throw conflict(problem)
  await registers.deleteMark(context.tx, sessionId, personId)
}

/** Answers how many were marked. */
export async function markRest(context: CommandContext, sessionId: SessionId, code: string) {
  const session = await sessionToMark(context, sessionId, code)
  const { enrolled } = await peopleOn(context.tx, session)
  const rest = enrolled.filter((row) => row.mark === null)
  await registers.insertMarks(
    context.tx,
    rest.map((row) => newMark(context, sessionId, row.person.id, code)),
  )
  return rest.length
}

export async function complete(context: CommandContext, sessionId: SessionId) {
  const { tx } = context
  const { session, state } = await openSession(context, sessionId)
  const { enrolled, walkIns } = await peopleOn(tx, session)
  const unmarked = enrolled.filter((row) => row.mark === null)
  const problem = completeProblem(state, session.starts_at, {
    all: enrolled.length + walkIns.length,
    unmarked: unmarked.length,
  })
  if (problem !== null) throw conflict(problem, { unmarked: unmarked.map((row) => nameOf(row.person)) })
  await registers.setCompleted(tx, sessionId, context.now, context.actor.id)
}

const nameOf = (person: { first_name: string; last_name: string; known_as: string | null }) =>
  displayName({ firstName: person.first_name, lastName: person.last_name, knownAs: person.known_as })

export async function reopen(context: CommandContext, sessionId: SessionId) {
  const { state } = await openSession(context, sessionId)
  if (state !== 'complete') throw conflict('This register is not complete, so there is nothing to reopen.')
  await registers.setCompleted(context.tx, sessionId, null, null)
}

type WalkIn =
  | { readonly kind: 'known'; readonly personId: PersonId }
  | { readonly kind: 'new'; readonly person: NewPerson }

/** Adds somebody who came and was not expected. A mark that is there already is never overwritten. */
export async function addWalkIn(context: CommandContext, sessionId: SessionId, who: WalkIn) {
  const { tx } = context
  await sessionToMark(context, sessionId, PRESENT)
  const personId = who.kind === 'known' ? who.personId : await addProvisional(context, who.person)
  const person = people.toPerson(found(await people.findById(tx, personId), 'person'))
  const before = await registers.findMark(tx, sessionId, personId)
  if (before !== undefined)
    throw conflict(
      `${displayName(person)} is on this register already, marked ${before.code}. Change the mark there.`,
      { personId },
    )
  await registers.insertMarks(tx, [newMark(context, sessionId, personId, PRESENT)])
  return { personId }
}

async function addProvisional(context: CommandContext, person: NewPerson): Promise<PersonId> {
  const problem = person.dateOfBirth ? birthProblem(person.dateOfBirth, context.today) : null
  if (problem !== null) throw new AppError('INVALID_INPUT', problem, { fields: { dateOfBirth: problem } })
  const id = context.newId(personIdSchema)
  await refuseKnown(context, person)
  await people.insertPeople(context.tx, [people.newPersonRow(id, person, { provisional: true })])
  return id
}

/** A name alone is never enough to say that two people are one; a Mosaic ID, or name and birth, is. */
async function refuseKnown({ tx }: CommandContext, person: NewPerson) {
  const candidates = (await findCandidates(tx, [person])).map(people.toPerson)
  const [known] = candidates.filter((one) =>
    ['mosaic', 'name-and-birth'].includes(matchKind(person, one) ?? ''),
  )
  if (known !== undefined)
    throw conflict(`${displayName(known)} is already known here. Choose them instead of adding them again.`, {
      personId: known.id,
    })
}
