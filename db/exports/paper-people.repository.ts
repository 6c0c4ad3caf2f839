import { sql, type Selectable } from 'kysely'
import type { AdultOf, OfFamily } from '../../shared/exports/paper-people.rules.ts'
import type { BuildingId, FamilyId, GroupId, PersonId, SessionId } from '../../shared/ids.ts'
import { displayName } from '../../shared/people/people.rules.ts'
import { expectedRows } from '../enrolments/expected.repository.ts'
import { statusAsAt } from '../enrolments/enrolments.repository.ts'
import type { PersonTable } from '../people/people.table.ts'
import type { Db } from '../store.ts'

type PersonRow = Selectable<PersonTable>

/** The name a person is called by. */
export const nameOf = (row: Pick<PersonRow, 'first_name' | 'last_name' | 'known_as'>): string =>
  displayName({ firstName: row.first_name, lastName: row.last_name, knownAs: row.known_as })

/** What is known of reaching a person; where letters go to is the address with its postcode. */
export const toReached = (row: PersonRow): OfFamily => ({
  id: row.id,
  name: nameOf(row),
  safeToCall: row.safe_to_call,
  safeToText: row.safe_to_text,
  safeToWrite: row.safe_to_write,
  phone: row.phone,
  email: row.email,
  address: [row.address, row.postcode].filter((part) => part !== null && part !== '').join(', ') || null,
})

/** Some people, by their ids. */
export async function peopleById(db: Db, ids: readonly PersonId[]): Promise<Map<PersonId, PersonRow>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('person').selectAll().where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** The adults recorded with some people, each with their own record where they have one; by name. */
export async function adultsOf(db: Db, ids: readonly PersonId[]): Promise<Map<PersonId, AdultOf[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('person_adult')
    .selectAll()
    .where('person_id', 'in', ids)
    .orderBy('person_id')
    .orderBy('id')
    .execute()
  const records = await peopleById(db, [...new Set(rows.flatMap((row) => row.adult_id ?? []))])
  const adults = rows.map((row) => {
    const record = row.adult_id === null ? undefined : records.get(row.adult_id)
    const adult: AdultOf = {
      name: record === undefined ? (row.name ?? '') : nameOf(record),
      relation: row.relation,
      mayCollect: row.may_collect,
      parentalResponsibility: row.parental_responsibility,
      emergency: row.emergency,
      record: record === undefined ? null : toReached(record),
      phone: row.phone,
    }
    return [row.person_id, adult] as const
  })
  const grouped = Map.groupBy(adults, ([id]) => id)
  return new Map([...grouped].map(([id, some]) => [id, some.map(([, adult]) => adult)]))
}

/** Those of some families who were born on a day or before it, by last name. */
export async function grownUpsOf(
  db: Db,
  families: readonly FamilyId[],
  bornBy: string,
): Promise<Map<FamilyId, OfFamily[]>> {
  if (families.length === 0) return new Map()
  const rows = await db
    .selectFrom('person')
    .selectAll()
    .where('family_id', 'in', families)
    .where('date_of_birth', '<=', bornBy)
    .where('merged_into_id', 'is', null)
    .orderBy('sort_key')
    .execute()
  const byFamily = Map.groupBy(rows, (row) => row.family_id)
  return new Map(families.map((id) => [id, (byFamily.get(id) ?? []).map(toReached)]))
}

/** The sessions of a day that people come to a building for: one, or all; by building and time. What was called off is not there. */
export function sessionsIn(db: Db, date: string, buildingId: BuildingId | null) {
  const where = sql<BuildingId>`coalesce(room.building_id, g.building_id)`
  const query = db
    .selectFrom('session')
    .innerJoin('programme_group as g', 'g.id', 'session.group_id')
    .leftJoin('booking', (join) =>
      join
        .onRef('booking.session_id', '=', 'session.id')
        .on('booking.status', '=', 'confirmed')
        .on('booking.lead_id', 'is', null),
    )
    .leftJoin('room', 'room.id', 'booking.room_id')
    .innerJoin('building', (join) => join.on('building.id', '=', where))
    .where('session.starts_at', '>=', date)
    .where('session.starts_at', '<', `${date}U`)
    .where('session.did_not_run', '=', 0)
    // A call or a visit to a home brings nobody here, unless a room is held for it.
    .where(
      sql<boolean>`(room.id IS NOT NULL OR (session.kind NOT IN ('phone', 'home-visit') AND coalesce(session.mode, g.mode) = 'in-person'))`,
    )
    .select(['session.id', 'session.group_id', 'session.starts_at', 'session.ends_at', 'g.public_title'])
    .select([
      'room.name as room_name',
      'building.id as building_id',
      'building.name as building_name',
      'building.address',
    ])
    .orderBy('building.name_key')
    .orderBy('session.starts_at')
    .orderBy('session.id')
  return (buildingId === null ? query : query.where('building.id', '=', buildingId)).execute()
}
export type SessionIn = Awaited<ReturnType<typeof sessionsIn>>[number]

/** Who is expected at each of some sessions of a day, by last name, with what was said of their part. Volunteers too: they are in the building. */
export async function expectedIn(db: Db, date: string, sessions: readonly SessionIn[]) {
  if (sessions.length === 0) return []
  const ids = sessions.map((one) => one.id)
  const groups = sessions.map((one) => one.group_id)
  const expected = await db
    .selectFrom(expectedRows(db, { sessionIds: ids }).as('e'))
    .innerJoin('person', 'person.id', 'e.person_id')
    .leftJoin('enrolment', (join) =>
      join.onRef('enrolment.person_id', '=', 'person.id').onRef('enrolment.group_id', '=', 'e.group_id'),
    )
    .selectAll('person')
    .select(['e.session_id', 'enrolment.role'])
    .execute()
  const helping = await db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.person_id')
    .innerJoin('session', 'session.group_id', 'enrolment.group_id')
    .where('session.id', 'in', ids)
    .where('enrolment.group_id', 'in', groups)
    .where('enrolment.role', '=', 'volunteer')
    .where(statusAsAt(sql.ref('enrolment.id'), sql`${date}`), '=', 'enrolled')
    .selectAll('person')
    .select(['session.id as session_id', 'enrolment.role'])
    .execute()
  return [...expected, ...helping].toSorted((a, b) => (a.sort_key < b.sort_key ? -1 : 1))
}
export type ExpectedIn = Awaited<ReturnType<typeof expectedIn>>[number]

/** Who delivers each session: those recorded for it, or else who lead its group; by name. */
export async function deliverersOf(db: Db, sessions: readonly { id: SessionId; group_id: GroupId }[]) {
  if (sessions.length === 0) return new Map<SessionId, { name: string; phone: string | null }[]>()
  const recorded = await db
    .selectFrom('session_staff')
    .innerJoin('staff', 'staff.id', 'session_staff.staff_id')
    .where(
      'session_staff.session_id',
      'in',
      sessions.map((one) => one.id),
    ) // prettier-ignore
    .select(['session_staff.session_id', 'staff.name', 'staff.phone'])
    .orderBy('staff.name_key')
    .execute()
  const leading = await db
    .selectFrom('group_facilitator')
    .innerJoin('staff', 'staff.id', 'group_facilitator.staff_id')
    .where(
      'group_facilitator.group_id',
      'in',
      sessions.map((one) => one.group_id),
    ) // prettier-ignore
    .select(['group_facilitator.group_id', 'staff.name', 'staff.phone'])
    .orderBy('staff.name_key')
    .execute()
  const bySession = Map.groupBy(recorded, (row) => row.session_id)
  const byGroup = Map.groupBy(leading, (row) => row.group_id)
  return new Map(
    sessions.map(({ id, group_id }) => [
      id,
      (bySession.get(id) ?? byGroup.get(group_id) ?? []).map(({ name, phone }) => ({ name, phone })),
    ]),
  )
}
