import type { PersonId, SessionId } from '../../shared/ids.ts'
import { displayName } from '../../shared/people/people.rules.ts'
import type { Register, RegisterRow } from '../../shared/registers/registers.contract.ts'
import { registerState, type RegisterState } from '../../shared/registers/registers.rules.ts'
import { dateOf } from '../../shared/time/civil.ts'
import { ageInWords } from '../../shared/time/format.ts'
import { found } from '../changed.ts'
import { rosterAsAt, type RosterRecord } from '../enrolments/enrolments.repository.ts'
import { fromFlag } from '../flag.ts'
import type { Db } from '../store.ts'
import * as registers from './registers.repository.ts'

/** How many earlier sessions stand beside each name. */
const EARLIER = 3

type Facts = Pick<
  NonNullable<Awaited<ReturnType<typeof registers.findFacts>>>,
  'starts_at' | 'did_not_run' | 'register_completed_at' | 'marked'
>

/** The state of a register from its session's row. */
export const stateOf = (session: Facts, today: string): RegisterState =>
  registerState(
    {
      startsAt: session.starts_at,
      didNotRun: fromFlag(session.did_not_run),
      complete: session.register_completed_at !== null,
      marked: session.marked === 1,
    },
    today,
  )

/**
 * Who is on a register, in the order of the paper: those enrolled on the session's day by last name, then walk-ins
 * as they came, so that a late arrival never changes anybody's number. A complete register is what was written:
 * somebody enrolled in hindsight is not put on it.
 */
export async function peopleOn(
  db: Db,
  session: Pick<Facts, 'starts_at' | 'register_completed_at'> & {
    id: SessionId
    group_id: RosterGroup
  },
) {
  const marked = await registers.listMarked(db, session.id)
  const marks = new Map(marked.map((row) => [row.id, row]))
  const roster = await rosterAsAt(db, session.group_id, dateOf(session.starts_at))
  const enrolled = roster.filter((row) => row.status === 'enrolled')
  const expected = new Set(enrolled.map((row) => row.id))
  const shown = session.register_completed_at === null ? enrolled : enrolled.filter((r) => marks.has(r.id))
  return {
    enrolled: shown.map((person) => ({ person, mark: marks.get(person.id) ?? null, walkIn: false })),
    walkIns: marked
      .filter((row) => !expected.has(row.id))
      .map((row) => ({ person: row, mark: row, walkIn: true })),
  }
}
type RosterGroup = Parameters<typeof rosterAsAt>[1]
type OnRegister = {
  readonly person: Omit<RosterRecord, 'status' | 'on_date' | 'reason' | 'enrolment_id' | 'enrolment_version' | 'family_name'> // prettier-ignore
  readonly mark: registers.MarkedRecord | null
  readonly walkIn: boolean
}

/** The whole register of a session, as the screen and the paper show it. */
export async function readRegister(db: Db, id: SessionId, today: string): Promise<Register> {
  const session = found(await registers.findHeading(db, id), 'session')
  const on = await peopleOn(db, session)
  const lastMarks = await readLastMarks(db, session)
  const people: OnRegister[] = [...on.enrolled, ...on.walkIns]
  const facilitators = await registers.listFacilitators(db, session.group_id)
  return {
    sessionId: session.id,
    groupId: session.group_id,
    groupName: session.group_name,
    publicTitle: session.public_title,
    programmeName: session.programme_name,
    sessionNumber: session.did_not_run === 1 ? null : session.number,
    sessionCount: session.session_count,
    startsAt: session.starts_at,
    endsAt: session.ends_at,
    roomName: session.room_name,
    buildingName: session.building_name,
    facilitators: facilitators.map((f) => f.name),
    state: stateOf(session, today),
    completedAt: session.register_completed_at,
    completedBy: session.completed_by,
    rows: people.map((one, at) => toRow(one, at + 1, dateOf(session.starts_at), lastMarks(one.person.id))),
    codes: (await registers.listCodes(db)).map(registers.toCode),
  }
}

/** For each person, the letters of the sessions before this one, oldest first. */
async function readLastMarks(db: Db, session: { group_id: RosterGroup; starts_at: string }) {
  const latestFirst = await registers.listEarlier(db, session.group_id, session.starts_at, EARLIER)
  const ids = latestFirst.map((s) => s.id).reverse()
  const letters = await registers.listLetters(db, ids)
  const byPlace = new Map(letters.map((l) => [`${l.session_id} ${l.person_id}`, l.code]))
  return (person: PersonId) => ids.map((id) => byPlace.get(`${id} ${person}`) ?? '')
}

function toRow({ person, mark, walkIn }: OnRegister, number: number, day: string, lastMarks: string[]) {
  const row: RegisterRow = {
    personId: person.id,
    number,
    name: displayName({ firstName: person.first_name, lastName: person.last_name, knownAs: person.known_as }),
    age: person.date_of_birth === null ? null : ageOrNull(person.date_of_birth, day),
    alert: fromFlag(person.alert),
    allergies: person.allergies,
    // Never sent to the screen unless the person said that calling is safe.
    phone: person.safe_to_call === 'yes' ? person.phone : null,
    safeToCall: person.safe_to_call,
    provisional: fromFlag(person.provisional),
    walkIn,
    lastMarks,
    mark: mark && { code: mark.code, markedAt: mark.marked_at, markedBy: mark.marked_by },
  }
  return row
}

/** A birth after the session's day was mistyped: no age is better than a wrong one. */
const ageOrNull = (dateOfBirth: string, day: string) =>
  dateOfBirth > day ? null : ageInWords(dateOfBirth, day)
