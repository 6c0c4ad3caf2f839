import { sql } from 'kysely'
import type {
  BuildingId,
  ContactId,
  EnrolmentId,
  GroupId,
  LocalityId,
  PersonId,
  ProgrammeId,
} from '../../shared/ids.ts'
import { addDays } from '../../shared/time/civil.ts'
import { ageFromAsPlanned, ageToAsPlanned, placeKindAsPlanned } from '../groups/as-planned.ts'
import type { Db } from '../store.ts'
import { latestEvent } from './enrolments.repository.ts'

/** Which of those who wait: all, unless narrowed. */
export interface WaitingScope {
  readonly groupId?: GroupId | null | undefined
  readonly programmeId?: ProgrammeId | null | undefined
  readonly buildingId?: BuildingId | null | undefined
  readonly localityId?: LocalityId | null | undefined
  /** Those on the list and those only referred, unless said. */
  readonly statuses?: readonly ('referred' | 'waiting' | 'offered')[] | undefined
}

/** A group that ended longer ago than this, in days, gives no places any more. */
const ENDED_DAYS = 366

/** Groups without sessions yet are to come. */
const endedBefore = (date: string) =>
  sql<boolean>`coalesce((SELECT max(starts_at) FROM session WHERE group_id = programme_group.id AND did_not_run = 0), '9999') < ${date}` // prettier-ignore

/**
 * Everyone who waits or is referred on a date, in no order: only what decides their turn. Those of one group, or of all
 * that are not cancelled and did not end more than a year ago. Volunteers wait for no place.
 */
export function listWaiting(db: Db, date: string, scope: WaitingScope) {
  let query = db
    .selectFrom('programme_group')
    .innerJoin('programme', 'programme.id', 'programme_group.programme_id')
    .leftJoin('building', 'building.id', 'programme_group.building_id')
    .innerJoin('enrolment', 'enrolment.group_id', 'programme_group.id')
    .innerJoin('enrolment_event as event', (join) => join.on('event.id', '=', latestEvent(date)))
    .innerJoin('person', 'person.id', 'enrolment.person_id')
    .where('event.status', 'in', scope.statuses ?? ['waiting', 'referred'])
    .where('programme_group.cancelled', '=', 0)
    .where('person.merged_into_id', 'is', null)
    .where(sql<boolean>`enrolment.role IS NOT 'volunteer'`)
    .select(['enrolment.id as enrolment_id', 'enrolment.group_id', 'enrolment.priority'])
    .select(['person.id', 'person.family_id', 'person.search_key', 'event.status'])
    .select([
      placeKindAsPlanned.as('place_kind'),
      'programme.id as programme_id',
      'programme_group.building_id',
    ])
    .select(referredOn.as('referred_on'))
  if (scope.groupId) query = query.where('enrolment.group_id', '=', scope.groupId)
  else query = query.where((eb) => eb.not(endedBefore(addDays(date, -ENDED_DAYS))))
  if (scope.programmeId) query = query.where('programme.id', '=', scope.programmeId)
  if (scope.buildingId) query = query.where('building.id', '=', scope.buildingId)
  if (scope.localityId) query = query.where('building.locality_id', '=', scope.localityId)
  return query.execute()
}
export type WaitingRecord = Awaited<ReturnType<typeof listWaiting>>[number]

/** The day the referral came; where nobody wrote it down, the first day of the history. */
export const referredOn = sql<string>`coalesce(enrolment.referred_on, (SELECT min(on_date) FROM enrolment_event WHERE enrolment_id = enrolment.id))` // prettier-ignore

/** What somebody has had of a programme, in any of its groups. */
export interface Past {
  readonly firstAskedOn: string
  readonly hadPlace: boolean
}
export const pastKey = (person: PersonId, programme: ProgrammeId): string => `${person} ${programme}`

const everEnrolled = (date: string) =>
  sql<0 | 1>`max(EXISTS (SELECT 1 FROM enrolment_event WHERE enrolment_id = enrolment.id AND status = 'enrolled' AND on_date <= ${date}))` // prettier-ignore

/** When each of these people first asked for each programme, and whether they have had a place on it by a date. */
export async function listPasts(
  db: Db,
  people: readonly PersonId[],
  date: string,
): Promise<Map<string, Past>> {
  if (people.length === 0) return new Map()
  const rows = await db
    .selectFrom('enrolment')
    .innerJoin('programme_group', 'programme_group.id', 'enrolment.group_id')
    .where('enrolment.person_id', 'in', people)
    .groupBy(['enrolment.person_id', 'programme_group.programme_id'])
    .select(['enrolment.person_id', 'programme_group.programme_id'])
    .select(sql<string>`min(${referredOn})`.as('first_asked_on'))
    .select(everEnrolled(date).as('had_place'))
    .execute()
  return new Map(
    rows.map((row) => [
      pastKey(row.person_id, row.programme_id),
      { firstAskedOn: row.first_asked_on, hadPlace: row.had_place === 1 },
    ]),
  )
}

const lastContact = sql<ContactId>`(SELECT id FROM contact WHERE person_id = person.id ORDER BY at DESC, id DESC LIMIT 1)`

/** What is shown of people in a list of a group: who they are, their referral, and the last try to reach them. */
export const listDetails = (db: Db, ids: readonly EnrolmentId[]) =>
  db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.person_id')
    .leftJoin('family', 'family.id', 'person.family_id')
    .leftJoin('contact', (join) => join.on('contact.id', '=', lastContact))
    .where('enrolment.id', 'in', ids)
    .selectAll('person')
    .select(['enrolment.id as enrolment_id', 'enrolment.version as enrolment_version', 'enrolment.role'])
    .select(['enrolment.source', 'enrolment.reference', 'enrolment.note', 'enrolment.priority'])
    .select([referredOn.as('referred_on'), 'family.name as family_name'])
    .select(['contact.at as contact_at', 'contact.way', 'contact.outcome'])
    .execute()
export type Details = Awaited<ReturnType<typeof listDetails>>[number]

/** What is shown of groups beside those who wait for them. */
export const listGroupNames = (db: Db, ids: readonly GroupId[]) =>
  db
    .selectFrom('programme_group')
    .innerJoin('programme', 'programme.id', 'programme_group.programme_id')
    .leftJoin('building', 'building.id', 'programme_group.building_id')
    .where('programme_group.id', 'in', ids)
    .select(['programme_group.id', 'programme_group.name', 'programme.name as programme'])
    .select([ageFromAsPlanned.as('age_from'), ageToAsPlanned.as('age_to'), 'building.name as building'])
    .select(
      sql<string | null>`(SELECT substr(min(starts_at), 1, 10) FROM session WHERE group_id = programme_group.id AND did_not_run = 0)`.as('first_date'), // prettier-ignore
    )
    .execute()

/** Each time one of these was passed over, the latest first. */
export const listSkips = (db: Db, ids: readonly EnrolmentId[]) =>
  db
    .selectFrom('offer_skip')
    .innerJoin('enrolment as offered', 'offered.id', 'offer_skip.offered_id')
    .innerJoin('person', 'person.id', 'offered.person_id')
    .where('offer_skip.enrolment_id', 'in', ids)
    .select(['offer_skip.enrolment_id', 'offer_skip.reason', 'offer_skip.at'])
    .select(['person.first_name', 'person.last_name', 'person.known_as'])
    .orderBy('offer_skip.at', 'desc')
    .orderBy('offer_skip.id', 'desc')
    .execute()
