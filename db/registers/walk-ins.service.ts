import { AppError } from '../../shared/errors.ts'
import { personId as personIdSchema, type PersonId, type SessionId } from '../../shared/ids.ts'
import { matchKind } from '../../shared/people/matches.rules.ts'
import type { NewPerson } from '../../shared/people/people.contract.ts'
import { birthProblem, displayName, readPersonSearch } from '../../shared/people/people.rules.ts'
import { PRESENT } from '../../shared/registers/registers.rules.ts'
import type { WalkInChoice } from '../../shared/registers/walk-ins.contract.ts'
import { found } from '../changed.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { findCandidates } from '../people/matches.repository.ts'
import { apartFrom } from '../people/must-not-meet.repository.ts'
import * as people from '../people/people.repository.ts'
import { search, toPersonRows } from '../people/search.repository.ts'
import type { Db } from '../store.ts'
import { newMark, sessionToMark } from './marking.service.ts'
import { findPlaces } from './on-register.repository.ts'
import * as registers from './registers.repository.ts'

const conflict = (message: string, details = {}) => new AppError('CONFLICT', message, details)

/** As many as fit under the box that the name is typed in. */
const MOST = 6

/** Who somebody at the door may be, with how they stand with the group and whether they are on the register. */
export async function findWalkIn(
  { db, today }: QueryContext,
  sessionId: SessionId,
  text: string,
): Promise<WalkInChoice[]> {
  found(await registers.findFacts(db, sessionId), 'session')
  const wanted = { ...readPersonSearch(text, today), provisional: false }
  const { rows } = await search(db, wanted, { limit: MOST, offset: 0 })
  const known = await toPersonRows(db, rows, today)
  const ids = known.map((one) => one.id)
  if (ids.length === 0) return []
  const places = new Map((await findPlaces(db, sessionId, ids)).map((place) => [place.person_id, place]))
  const marked = new Set((await registers.findMarks(db, sessionId, ids)).map((mark) => mark.person_id))
  const warning = await warningsOf(db, sessionId, ids)
  return known.map(({ id, name, dateOfBirth, provisional, groups }) => {
    const place = places.get(id)
    const here = marked.has(id) || (place?.status === 'enrolled' && Boolean(place.invited))
    return { personId: id, name, dateOfBirth, provisional, groups, status: place?.status ?? null, here, warning: warning(id) } // prettier-ignore
  })
}

type Who =
  | { readonly kind: 'known'; readonly personId: PersonId }
  | { readonly kind: 'new'; readonly person: NewPerson }

/** Adds somebody who came and was not expected. A mark that is there already is never overwritten. */
export async function addWalkIn(context: CommandContext, sessionId: SessionId, who: Who) {
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
  await registers.insertMarks(tx, [newMark(context, { session_id: sessionId, person_id: personId }, PRESENT)])
  const [place] = await findPlaces(tx, sessionId, [personId])
  const warning = (await warningsOf(tx, sessionId, [personId]))(personId)
  return { personId, standing: place?.status ?? null, warning }
}

const MUST_NOT_MEET =
  'Must not meet somebody on this register. Speak to who leads the group before they go in.'

/** What to say of each of these people before they join those on a register. Whom they must not meet is not told here. */
async function warningsOf(db: Db, sessionId: SessionId, ids: readonly PersonId[]) {
  const apart = await apartFrom(db, ids)
  const others = ids.flatMap((id) => [...apart(id)])
  const on = new Set<PersonId>()
  if (others.length > 0) {
    for (const place of await findPlaces(db, sessionId, others))
      if (place.status === 'enrolled' && place.invited) on.add(place.person_id)
    for (const mark of await registers.findMarks(db, sessionId, others)) on.add(mark.person_id)
  }
  return (id: PersonId) => ([...apart(id)].some((other) => on.has(other)) ? MUST_NOT_MEET : null)
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
