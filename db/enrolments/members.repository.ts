import type { Holder, PlaceEvent } from '../../shared/enrolments/places.rules.ts'
import type { Priority } from '../../shared/enrolments/referral.ts'
import type { EnrolmentId, GroupId, PersonId } from '../../shared/ids.ts'
import { displayName } from '../../shared/people/people.rules.ts'
import type { Db } from '../store.ts'
import { eventColumns } from './enrolments.repository.ts'
import type { EnrolmentGroup } from './group.repository.ts'

/** A line of a history, with why a rule was gone against. */
export interface MemberEvent extends PlaceEvent {
  readonly overrideReason: string | null
}

/** Somebody with a history with a group, whatever it says today. */
export interface Member extends Holder {
  readonly enrolmentId: EnrolmentId
  readonly personId: PersonId
  readonly name: string
  readonly version: number
  readonly priority: Priority
  readonly referredOn: string | null
  readonly events: readonly MemberEvent[]
}

/** Whom a place is for: the family where the programme counts families, and the person has one. */
export const unitOf = (
  placeKind: 'person' | 'family',
  person: { readonly id: string; readonly family_id: string | null },
): string => (placeKind === 'family' ? (person.family_id ?? person.id) : person.id)

/** Everyone with a history with the group, with all of it, by last name. Two queries, whatever their number. */
export async function listMembers(
  db: Db,
  { id, placeKind }: Pick<EnrolmentGroup, 'id' | 'placeKind'>,
): Promise<Member[]> {
  const people = await db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.person_id')
    .where('enrolment.group_id', '=', id)
    .select(['enrolment.id as enrolment_id', 'enrolment.version', 'enrolment.role'])
    .select(['enrolment.priority', 'enrolment.referred_on'])
    .select(['person.id', 'person.family_id', 'person.first_name', 'person.last_name', 'person.known_as'])
    .orderBy('person.sort_key')
    .orderBy('person.id')
    .execute()
  const events = await eventsOfGroup(db, id)
  return people.map((row) => ({
    enrolmentId: row.enrolment_id,
    personId: row.id,
    name: displayName({ firstName: row.first_name, lastName: row.last_name, knownAs: row.known_as }),
    version: row.version,
    role: row.role,
    priority: row.priority,
    referredOn: row.referred_on,
    unit: unitOf(placeKind, row),
    events: events.get(row.enrolment_id) ?? [],
  }))
}

async function eventsOfGroup(db: Db, groupId: GroupId): Promise<Map<EnrolmentId, readonly MemberEvent[]>> {
  const rows = await db
    .selectFrom('enrolment_event')
    .innerJoin('enrolment', 'enrolment.id', 'enrolment_event.enrolment_id')
    .where('enrolment.group_id', '=', groupId)
    .select(eventColumns)
    .select('enrolment_event.override_reason as overrideReason')
    .orderBy('enrolment_event.on_date')
    .orderBy('enrolment_event.step')
    .execute()
  return Map.groupBy(rows, (row) => row.enrolment_id)
}
