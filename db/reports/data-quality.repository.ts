import { sql } from 'kysely'
import type { Kind, Looked } from '../../shared/reports/data-quality.rules.ts'
import { statusAsAt } from '../enrolments/enrolments.repository.ts'
import type { Db } from '../store.ts'
import { listWaits } from './waiting-snapshot.repository.ts'

/** Local dates, both included; `until` is the last day of the period that has been, today at most. */
export interface Days {
  readonly from: string
  readonly until: string
  readonly today: string
}

/** What is looked at is about none of these unless said. */
export const nothing = { personId: null, groupId: null, sessionId: null }
/** Every time of a day sorts before this. */
export const afterDay = (date: string) => `${date}U`

/** Registers of the days before today, and of those that are complete whether it says who delivered them. */
export async function lookAtSessions(db: Db, { from, until, today }: Days): Promise<Looked[]> {
  const rows = await db
    .selectFrom('session')
    .where('did_not_run', '=', 0)
    .where('starts_at', '>=', from)
    .where('starts_at', '<', until < today ? afterDay(until) : today)
    .select(['id', 'group_id', 'starts_at', 'register_completed_at'])
    .select(
      sql<number>`EXISTS (SELECT 1 FROM session_staff WHERE session_id = session.id AND part IN ('lead', 'support'))`.as(
        'delivered',
      ),
    )
    .execute()
  return rows.flatMap((row): Looked[] => {
    const session = { ...nothing, groupId: row.group_id, sessionId: row.id, on: row.starts_at.slice(0, 10), link: `/registers/${row.id}` } // prettier-ignore
    const taken = row.register_completed_at !== null
    const register: Looked = { ...session, kind: 'registers', inOrder: taken }
    return taken ? [register, { ...session, kind: 'delivered', inOrder: row.delivered === 1 }] : [register]
  })
}

/** Groups with a session in the period, each with its last one there; and all who lead them, by group. */
export async function lookAtLeaders(db: Db, { from, until }: Days) {
  const groups = await db
    .selectFrom('session')
    .innerJoin('programme_group', 'programme_group.id', 'session.group_id')
    .where('programme_group.cancelled', '=', 0)
    .where('session.did_not_run', '=', 0)
    .where('session.starts_at', '>=', from)
    .where('session.starts_at', '<', afterDay(until))
    .groupBy('session.group_id')
    .select(['session.group_id', sql<string>`max(session.starts_at)`.as('last')])
    .execute()
  const rows = await db
    .selectFrom('group_facilitator as leads')
    .innerJoin('staff', 'staff.id', 'leads.staff_id')
    .select(['leads.group_id', 'staff.id', 'staff.name'])
    .orderBy('staff.name')
    .execute()
  const leaders = Map.groupBy<string, (typeof rows)[number]>(rows, (row) => row.group_id)
  const looked = groups.map((group): Looked => ({
    ...nothing,
    kind: 'leaders',
    groupId: group.group_id,
    on: group.last.slice(0, 10),
    link: `/groups/${group.group_id}`,
    inOrder: leaders.has(group.group_id),
  }))
  return { looked, leaders }
}

/** A person in a group, and the last day on which they were seen to be. */
interface Belonging {
  readonly personId: string
  readonly groupId: string | null
  readonly on: string
}

/** Everybody in a register of the period, enrolled in a group that met in it, or waiting at its end; volunteers never. */
async function listBelonging(db: Db, { from, until }: Days): Promise<Belonging[]> {
  const met = db
    .selectFrom('session')
    .where('did_not_run', '=', 0)
    .where('starts_at', '>=', from)
    .where('starts_at', '<', afterDay(until))
  const marked = await db
    .selectFrom(
      met
        .innerJoin('mark', 'mark.session_id', 'session.id')
        .groupBy(['session.group_id', 'mark.person_id'])
        .select(['mark.person_id as personId', 'session.group_id as groupId'])
        .select(sql<string>`substr(max(session.starts_at), 1, 10)`.as('on'))
        .as('marked'),
    )
    .leftJoin('enrolment', (join) =>
      join
        .onRef('enrolment.group_id', '=', 'marked.groupId')
        .onRef('enrolment.person_id', '=', 'marked.personId'),
    )
    .where(sql<boolean>`enrolment.role IS NOT 'volunteer'`)
    .select(['marked.personId', 'marked.groupId', 'marked.on'])
    .execute()
  const enrolled = await db
    .selectFrom('enrolment')
    .where('enrolment.group_id', 'in', met.select('group_id'))
    .where(sql<boolean>`enrolment.role IS NOT 'volunteer'`)
    .where(statusAsAt(sql.ref('enrolment.id'), sql`${until}`), '=', 'enrolled')
    .select(['enrolment.person_id as personId', 'enrolment.group_id as groupId', sql<string>`${until}`.as('on')])
    .execute() // prettier-ignore
  const waits = (await listWaits(db, until)).map(({ personId, groupId }) => ({ personId, groupId, on: until })) // prettier-ignore
  const all = new Map<string, Belonging>()
  for (const one of [...marked, ...enrolled, ...waits]) {
    const key = `${one.personId} ${one.groupId}`
    if (!all.has(key)) all.set(key, one)
  }
  return [...all.values()]
}

/** What of a person's record decides whether it is in order. */
const listPeople = (db: Db) =>
  db
    .selectFrom('person')
    .where('merged_into_id', 'is', null)
    .select(['id', 'provisional', 'date_of_birth', 'mosaic_id'])
    .select(sql<number>`EXISTS (SELECT 1 FROM consent WHERE person_id = person.id)`.as('asked'))
    .select(
      sql<number>`EXISTS (SELECT 1 FROM enrolment WHERE person_id = person.id) OR EXISTS (SELECT 1 FROM mark WHERE person_id = person.id)`.as(
        'in_group',
      ),
    )
    .execute()

/** The lower id first. */
const samePairs = sql<{ one: string; other: string }>`(
  SELECT a.id AS one, b.id AS other FROM person a
    JOIN person b ON b.date_of_birth = a.date_of_birth AND b.match_key = a.match_key AND b.id > a.id
    WHERE a.merged_into_id IS NULL AND b.merged_into_id IS NULL
  UNION
  SELECT CASE WHEN a.id < b.id THEN a.id ELSE b.id END, CASE WHEN a.id < b.id THEN b.id ELSE a.id END FROM person a
    JOIN person b ON b.match_key = a.match_key AND b.id <> a.id
    WHERE a.date_of_birth IS NULL AND (b.phone = a.phone OR b.family_id = a.family_id)
      AND a.merged_into_id IS NULL AND b.merged_into_id IS NULL)`

/**
 * Pairs of records with the very same whole name and one more thing: the date of birth, or where one has none the phone
 * or the family. Two look-ups in an index for each record, and not the weighing of all pairs, which takes a second of
 * its own over a county; so names that are only alike are not found here. Not those found to be two people.
 */
async function listSame(db: Db): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom(samePairs.as('pair'))
    .where(
      sql<boolean>`NOT EXISTS (SELECT 1 FROM not_the_same WHERE person_id = pair.one AND other_id = pair.other)`,
    )
    .select(['pair.one', 'pair.other'])
    .orderBy('pair.one')
    .orderBy('pair.other')
    .execute()
  const found = new Map<string, string>()
  for (const { one, other } of rows) {
    const link = `/people/merge/${one}/${other}`
    for (const id of [one, other]) if (!found.has(id)) found.set(id, link)
  }
  return found
}

/**
 * The records of everybody who belongs to a group in the period, and of provisional people who are in none. What is to
 * mend stands with each group; what is in order, once for a person, as it is counted, in the first group that is let in.
 */
export async function lookAtPeople(db: Db, days: Days, lets: (groupId: string | null) => boolean): Promise<Looked[]> {
  const people = new Map<string, Awaited<ReturnType<typeof listPeople>>[number]>(
    (await listPeople(db)).map((person) => [person.id, person]),
  )
  const same = await listSame(db)
  const belonging = (await listBelonging(db, days)).filter(({ groupId }) => lets(groupId))
  const seen = new Set<string>()
  const looked = belonging.flatMap(({ personId, groupId, on }): Looked[] => {
    const person = people.get(personId)
    if (!person) return []
    const first = !seen.has(personId)
    seen.add(personId)
    const link = `/people/${personId}`
    const look = (kind: Kind, inOrder: boolean, where = link): Looked[] =>
      inOrder && !first ? [] : [{ kind, inOrder, personId, groupId, sessionId: null, on, link: where }]
    return [
      ...look('provisional', person.provisional === 0),
      ...look('birth', person.date_of_birth !== null),
      ...look('mosaic', person.mosaic_id !== null),
      ...look('consent', person.asked === 1),
      ...look('twice', !same.has(personId), same.get(personId)),
    ]
  })
  const alone = [...people.values()].filter((person) => person.provisional === 1 && person.in_group === 0)
  return [
    ...looked,
    ...alone.map(({ id }): Looked => ({ ...nothing, kind: 'provisional', personId: id, on: days.until, link: `/people/${id}`, inOrder: false })), // prettier-ignore
  ]
} // prettier-ignore
