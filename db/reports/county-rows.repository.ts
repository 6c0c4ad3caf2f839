import { sql } from 'kysely'
import type { ParticipantRole } from '../../shared/enrolments/participants.rules.ts'
import type { CountyMark, CountyPerson, CountyRows, CountySession } from '../../shared/reports/county-rows.ts'
import { dateOf, minutesBetween } from '../../shared/time/civil.ts'
import { cameThere } from '../enrolments/expected.repository.ts'
import { fromFlag } from '../flag.ts'
import type { Db } from '../store.ts'
import { minutesThere } from './group-rows.repository.ts'

/** Which days and groups: local dates, both included. `lets` says whether a session is asked for. */
export interface CountyScope {
  readonly from: string
  readonly to: string
  readonly lets: (groupId: string, sessionId: string) => boolean
}
type Days = Pick<CountyScope, 'from' | 'to'>

// Every time of a day sorts before the day with "U" after it, "T" being what stands between date and time.
const inDays = (db: Db, { from, to }: Days) =>
  db.selectFrom('session').where('session.starts_at', '>=', from).where('session.starts_at', '<', `${to}U`)

const delivered = (db: Db, days: Days) =>
  inDays(db, days).where('session.did_not_run', '=', 0).where('session.register_completed_at', 'is not', null)

async function readSessions(db: Db, { lets, ...days }: CountyScope): Promise<Map<string, CountySession>> {
  const rows = await inDays(db, days)
    .select(['id', 'group_id', 'starts_at', 'ends_at', 'did_not_run', 'register_completed_at'])
    .orderBy('starts_at')
    .orderBy('id')
    .execute()
  const length = minutesByTimes()
  return new Map(
    rows
      .filter((row) => lets(row.group_id, row.id))
      .map((row) => [
        row.id,
        {
          id: row.id,
          groupId: row.group_id,
          on: dateOf(row.starts_at),
          minutes: length(row.starts_at, row.ends_at),
          didNotRun: fromFlag(row.did_not_run),
          complete: row.register_completed_at !== null,
        },
      ]),
  )
}

/** Thousands of sessions have few lengths: those that begin and end on one day are worked out once for each pair of times. */
function minutesByTimes() {
  const known = new Map<string, number>()
  return (startsAt: string, endsAt: string): number => {
    if (dateOf(startsAt) !== dateOf(endsAt)) return minutesBetween(startsAt, endsAt)
    const key = `${startsAt.slice(11)} ${endsAt.slice(11)}`
    let minutes = known.get(key)
    if (minutes === undefined) known.set(key, (minutes = minutesBetween(startsAt, endsAt)))
    return minutes
  }
}

const NO_ROLES: CountyPerson['roles'] = new Map()

async function readPeople(db: Db, ids: ReadonlySet<string>): Promise<Map<string, CountyPerson>> {
  const said = await db.selectFrom('enrolment').where('role', 'is not', null).select(['person_id', 'group_id', 'role']).execute() // prettier-ignore
  const roles = new Map<string, Map<string, ParticipantRole>>()
  for (const { person_id, group_id, role } of said)
    if (role !== null) roles.set(person_id, (roles.get(person_id) ?? new Map()).set(group_id, role))
  const rows = await db
    .selectFrom('person')
    .where(sql<boolean>`id IN (SELECT value FROM json_each(${JSON.stringify([...ids])}))`)
    .select(['id', 'family_id', 'date_of_birth'])
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      { id: row.id, familyId: row.family_id, dateOfBirth: row.date_of_birth, roles: roles.get(row.id) ?? NO_ROLES }, // prettier-ignore
    ]),
  )
}

async function readMarks(db: Db, scope: CountyScope, sessions: ReadonlyMap<string, CountySession>) {
  const rows = await delivered(db, scope)
    .innerJoin('mark', 'mark.session_id', 'session.id')
    .innerJoin('mark_code', 'mark_code.id', 'mark.code')
    .select(['mark.session_id', 'mark.person_id', 'mark.minutes', 'mark_code.minutes as minutes_say'])
    .select(['mark_code.expected', 'mark_code.apology', cameThere.as('attended')])
    .orderBy('session.starts_at')
    .orderBy('session.id')
    .execute()
  const people = await readPeople(db, new Set(rows.map((row) => row.person_id)))
  const marks: CountyMark[] = []
  for (const row of rows) {
    const [session, person] = [sessions.get(row.session_id), people.get(row.person_id)]
    if (session && person)
      marks.push({
        session,
        person,
        attended: row.attended === 1,
        expected: row.expected === 1,
        apology: row.apology === 1,
        minutes: minutesThere(row, () => session.minutes),
      })
  }
  return marks
}

const readHeads = (db: Db, scope: CountyScope) =>
  delivered(db, scope)
    .innerJoin('session_headcount as heads', 'heads.session_id', 'session.id')
    .select(['heads.session_id', 'heads.role', 'heads.people'])
    .execute()

const readHelpers = (db: Db, scope: CountyScope) =>
  delivered(db, scope)
    .innerJoin('session_staff as helper', 'helper.session_id', 'session.id')
    .innerJoin('staff', 'staff.id', 'helper.staff_id')
    .select([
      'helper.session_id',
      'helper.staff_id as staffId',
      'helper.part',
      'helper.minutes',
      'staff.stream',
    ]) // prettier-ignore
    .execute()

/** Puts the session in the place of its id, and leaves out what is of none that was asked for. */
const within = <T extends { session_id: string }>(rows: readonly T[], sessions: ReadonlyMap<string, CountySession>) =>
  rows.flatMap(({ session_id, ...row }) => {
    const session = sessions.get(session_id)
    return session ? [{ ...row, session }] : []
  }) // prettier-ignore

/**
 * The rows of sessions, marks, heads and helpers of some days of the whole county: six queries, however many groups. Marks
 * are those in complete registers of sessions that ran, which are the marked rows of `expectedRows`, and besides those of
 * volunteers and of people who were not expected. A quarter of a million marks take under a second.
 */
export async function readCountyRows(db: Db, today: string, scope: CountyScope): Promise<CountyRows> {
  const sessions = await readSessions(db, scope)
  return {
    today,
    sessions: [...sessions.values()],
    marks: await readMarks(db, scope, sessions),
    heads: within(await readHeads(db, scope), sessions),
    helpers: within(await readHelpers(db, scope), sessions),
  }
}

/** Of some people, those who came to anything before a day, by complete registers; who only ever helped is not among them. */
export async function cameBefore(
  db: Db,
  from: string,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('mark')
    .innerJoin('session', 'session.id', 'mark.session_id')
    .innerJoin('mark_code', 'mark_code.id', 'mark.code')
    .leftJoin('enrolment', (join) =>
      join
        .onRef('enrolment.group_id', '=', 'session.group_id')
        .onRef('enrolment.person_id', '=', 'mark.person_id')
        .on('enrolment.role', '=', 'volunteer'),
    )
    .where(sql<boolean>`mark.person_id IN (SELECT value FROM json_each(${JSON.stringify(personIds)}))`)
    // The plus keeps SQLite from going through every session before the day for each of the people.
    .where(sql<boolean>`+session.starts_at < ${from}`)
    .where('session.did_not_run', '=', 0)
    .where('session.register_completed_at', 'is not', null)
    .where('enrolment.id', 'is', null)
    .where(cameThere, '=', 1)
    .select('mark.person_id')
    .distinct()
    .execute()
  return new Set(rows.map((row) => row.person_id))
}
