import { sql } from 'kysely'
import type { GroupId } from '../../shared/ids.ts'
import { displayName } from '../../shared/people/people.rules.ts'
import type { Db } from '../store.ts'

/** What the rows behind a group's figures are called: people and families by last name, staff, and numbered sessions. */
export interface GroupNames {
  readonly people: ReadonlyMap<string, string>
  readonly families: ReadonlyMap<string, string>
  readonly staff: ReadonlyMap<string, string>
  /** In order; the number is null for one that did not run. */
  readonly sessions: ReadonlyMap<string, { readonly startsAt: string; readonly number: number | null }>
}

const inGroup = (groupId: GroupId) =>
  sql<boolean>`person.id IN (
    SELECT person_id FROM enrolment WHERE group_id = ${groupId}
    UNION SELECT mark.person_id FROM mark JOIN session ON session.id = mark.session_id WHERE session.group_id = ${groupId}
    UNION SELECT person_id FROM reading WHERE group_id = ${groupId})`

/** The names of everyone and everything that the figures of a group can be made of; three queries. */
export async function readGroupNames(db: Db, groupId: GroupId): Promise<GroupNames> {
  const people = await db
    .selectFrom('person')
    .leftJoin('family', 'family.id', 'person.family_id')
    .where(inGroup(groupId))
    .select(['person.id', 'person.first_name', 'person.last_name', 'person.known_as'])
    .select(['family.id as family_id', 'family.name as family_name'])
    .orderBy('person.sort_key')
    .orderBy('person.id')
    .execute()
  const staff = await db
    .selectFrom('staff')
    .where(
      sql<boolean>`staff.id IN (SELECT staff_id FROM session_staff JOIN session ON session.id = session_id WHERE group_id = ${groupId})`,
    ) // prettier-ignore
    .select(['id', 'name'])
    .execute()
  return {
    people: new Map(people.map((p) => [p.id, displayName({ firstName: p.first_name, lastName: p.last_name, knownAs: p.known_as })])), // prettier-ignore
    families: new Map(people.flatMap((p) => (p.family_id === null ? [] : [[p.family_id, p.family_name ?? '']]))), // prettier-ignore
    staff: new Map(staff.map((one) => [one.id, one.name])),
    sessions: await numbered(db, groupId),
  }
}

async function numbered(db: Db, groupId: GroupId): Promise<GroupNames['sessions']> {
  const rows = await db
    .selectFrom('session')
    .where('group_id', '=', groupId)
    .select(['id', 'starts_at', 'did_not_run'])
    .orderBy('starts_at')
    .orderBy('id')
    .execute()
  let ran = 0
  return new Map(
    rows.map((row) => [row.id, { startsAt: row.starts_at, number: row.did_not_run === 1 ? null : ++ran }]),
  )
}
