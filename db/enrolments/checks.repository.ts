import { sql } from 'kysely'
import type { PlaceEvent } from '../../shared/enrolments/places.rules.ts'
import type { BuildingId, FamilyId, GroupId, PersonId, ProgrammeId } from '../../shared/ids.ts'
import { displayName } from '../../shared/people/people.rules.ts'
import type { DeliveryMode } from '../../shared/programmes/session-kinds.ts'
import type { Db } from '../store.ts'
import { eventColumns } from './enrolments.repository.ts'

/** Somebody's history with one group. */
export interface Belonging {
  readonly personId: PersonId
  readonly groupId: GroupId
  readonly groupName: string
  readonly programmeId: ProgrammeId
  readonly events: readonly PlaceEvent[]
}

/** Every history that these people have, in groups that are not cancelled. */
export async function listBelongings(db: Db, people: readonly PersonId[]): Promise<Belonging[]> {
  if (people.length === 0) return []
  const rows = await db
    .selectFrom('enrolment_event')
    .innerJoin('enrolment', 'enrolment.id', 'enrolment_event.enrolment_id')
    .innerJoin('programme_group', 'programme_group.id', 'enrolment.group_id')
    .where('enrolment.person_id', 'in', people)
    .where('programme_group.cancelled', '=', 0)
    .select(eventColumns)
    .select(['enrolment.person_id', 'programme_group.id as group_id', 'programme_group.name'])
    .select('programme_group.programme_id')
    .orderBy('enrolment_event.on_date')
    .orderBy('enrolment_event.step')
    .execute()
  return [...Map.groupBy(rows, (row) => row.enrolment_id).values()].flatMap((events) =>
    events.slice(0, 1).map((row) => ({
      personId: row.person_id,
      groupId: row.group_id,
      groupName: row.name,
      programmeId: row.programme_id,
      events,
    })),
  )
}

export interface SessionToCome {
  readonly groupId: GroupId
  readonly startsAt: string
  readonly endsAt: string
  readonly buildingId: BuildingId | null
  readonly mode: DeliveryMode
}

const building = sql<BuildingId | null>`coalesce((SELECT room.building_id FROM booking JOIN room ON room.id = booking.room_id WHERE booking.session_id = session.id ORDER BY booking.lead_id IS NOT NULL LIMIT 1), programme_group.building_id)` // prettier-ignore

/** The sessions of these groups from a day on that everyone of the group is expected at, by when they are. */
export async function listSessionsToCome(
  db: Db,
  groups: readonly GroupId[],
  from: string,
): Promise<SessionToCome[]> {
  if (groups.length === 0) return []
  const rows = await db
    .selectFrom('session')
    .innerJoin('programme_group', 'programme_group.id', 'session.group_id')
    .where('session.group_id', 'in', groups)
    .where('session.starts_at', '>=', from)
    .where('session.did_not_run', '=', 0)
    .where('session.invited_only', '=', 0)
    .select(['session.group_id', 'session.starts_at', 'session.ends_at', building.as('building_id')])
    .select(sql<DeliveryMode>`coalesce(session.mode, programme_group.mode)`.as('mode'))
    .orderBy('session.starts_at')
    .execute()
  return rows.map((row) => ({
    groupId: row.group_id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    buildingId: row.building_id,
    mode: row.mode,
  }))
}

export interface Named {
  readonly id: PersonId
  readonly name: string
}
const names = ['person.id', 'person.first_name', 'person.last_name', 'person.known_as'] as const
type NameRow = { id: PersonId; first_name: string; last_name: string; known_as: string | null }
const toNamed = (row: NameRow): Named => ({
  id: row.id,
  name: displayName({ firstName: row.first_name, lastName: row.last_name, knownAs: row.known_as }),
})

/** People by what they are called. */
export async function listNames(db: Db, ids: readonly PersonId[]): Promise<Named[]> {
  if (ids.length === 0) return []
  return (await db.selectFrom('person').where('id', 'in', ids).select(names).execute()).map(toNamed)
}

/** Those whom this person looks after, and those who look after them, where they have records. */
export async function listCaredWith(db: Db, person: PersonId): Promise<Named[]> {
  const children = db
    .selectFrom('person_adult')
    .innerJoin('person', 'person.id', 'person_adult.person_id')
    .where('person_adult.adult_id', '=', person)
    .select(names)
  const adults = db
    .selectFrom('person_adult')
    .innerJoin('person', 'person.id', 'person_adult.adult_id')
    .where('person_adult.person_id', '=', person)
    .select(names)
  return (await children.union(adults).execute()).map(toNamed)
}

/** The others of a family, by name. */
export async function listFamily(db: Db, family: FamilyId, except: PersonId) {
  const rows = await db
    .selectFrom('person')
    .where('family_id', '=', family)
    .where('id', '<>', except)
    .where('merged_into_id', 'is', null)
    .select(names)
    .select('date_of_birth')
    .orderBy('sort_key')
    .execute()
  return rows.map((row) => ({ ...toNamed(row), dateOfBirth: row.date_of_birth }))
}

/** The locality a person lives in. */
export const findLocality = (db: Db, person: PersonId) =>
  db
    .selectFrom('person')
    .innerJoin('locality', 'locality.id', 'person.locality_id')
    .where('person.id', '=', person)
    .select(['locality.id', 'locality.name'])
    .executeTakeFirst()
