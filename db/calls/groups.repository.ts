import { sql } from 'kysely'
import type { GroupId, SessionId } from '../../shared/ids.ts'
import { addDays } from '../../shared/time/civil.ts'
import { expectedRows } from '../enrolments/expected.repository.ts'
import { openName } from '../groups/open-name.ts'
import { placeKindAsPlanned } from '../groups/as-planned.ts'
import type { Db } from '../store.ts'
import { ofWhose, type Whose } from '../today/whose.ts'

/**
 * Groups that still meet, neither cancelled nor paused: how many places they have, and when they first met and next
 * meet (local date-times). One query.
 */
export function listMeeting(db: Db, whose: Whose, from: string) {
  const toCome = db
    .selectFrom('session')
    .where('did_not_run', '=', 0)
    .where('starts_at', '>=', from)
    .groupBy('group_id')
    .select(['group_id', sql<string>`min(starts_at)`.as('next_start')])
  const query = db
    .selectFrom(toCome.as('coming'))
    .innerJoin('programme_group', 'programme_group.id', 'coming.group_id')
    .innerJoin('programme', 'programme.id', 'programme_group.programme_id')
    .where('programme_group.cancelled', '=', 0)
    .where('programme_group.paused_on', 'is', null)
    .select(['programme_group.id', 'programme.delivery', 'coming.next_start'])
    .select(placeKindAsPlanned.as('place_kind'))
    .select([openName.as('name'), 'programme_group.building_id'])
    .select(sql<number | null>`coalesce(programme_group.capacity, programme.usual_places)`.as('places'))
    .select(
      sql<string>`(SELECT min(starts_at) FROM session WHERE group_id = programme_group.id AND did_not_run = 0)`.as(
        'first_start',
      ),
    )
    .orderBy('coming.next_start')
    .orderBy('programme_group.name_key')
  return ofWhose(query, whose).execute()
}
export type Meeting = Awaited<ReturnType<typeof listMeeting>>[number]

/** Groups that are paused and not cancelled: they do not meet, and what was offered in them lapses all the same. */
export const listPaused = (db: Db, whose: Whose) =>
  ofWhose(
    db
      .selectFrom('programme_group')
      .innerJoin('programme', 'programme.id', 'programme_group.programme_id')
      .where('programme_group.cancelled', '=', 0)
      .where('programme_group.paused_on', 'is not', null)
      .select(['programme_group.id', openName.as('name')]),
    whose,
  ).execute()

/** Sessions of these groups between two local dates, both included, at which people meet in a room. */
export const listToCome = (db: Db, groupIds: readonly GroupId[], from: string, to: string) =>
  db
    .selectFrom('session')
    .innerJoin('programme_group', 'programme_group.id', 'session.group_id')
    .where('session.group_id', 'in', groupIds)
    .where('session.did_not_run', '=', 0)
    .where('session.paused', '=', 0)
    .where('session.kind', 'in', ['group', 'workshop'])
    .where(sql`coalesce(session.mode, programme_group.mode)`, '=', 'in-person')
    .where('session.starts_at', '>=', from)
    .where('session.starts_at', '<', addDays(to, 1))
    .select(['session.id', 'session.group_id', 'session.starts_at'])
    .orderBy('session.starts_at')
    .orderBy('session.id')
    .execute()

/** Who is expected at these sessions, with their birth and as what they take part; not those who said they will not come. */
export const listExpected = (db: Db, sessionIds: readonly SessionId[]) =>
  db
    .selectFrom(expectedRows(db, { sessionIds }).as('e'))
    .innerJoin('person', 'person.id', 'e.person_id')
    .leftJoin('enrolment', (join) =>
      join.onRef('enrolment.group_id', '=', 'e.group_id').onRef('enrolment.person_id', '=', 'e.person_id'),
    )
    .where((eb) => eb.or([eb('e.attended', 'is', null), eb('e.attended', '=', 1)]))
    .select(['e.session_id', 'e.starts_at', 'person.date_of_birth', 'enrolment.role'])
    .execute()

/** Who is down for single sessions; where nobody is, those who lead the group are. */
export const listSessionStaff = (db: Db, sessionIds: readonly SessionId[]) =>
  db
    .selectFrom('session_staff')
    .where('session_id', 'in', sessionIds)
    .select(['session_id', 'staff_id'])
    .execute()

/** Who leads each of these groups, with the number of their office. */
export const listLeaders = (db: Db, groupIds: readonly GroupId[]) =>
  db
    .selectFrom('group_facilitator')
    .innerJoin('staff', 'staff.id', 'group_facilitator.staff_id')
    .where('group_facilitator.group_id', 'in', groupIds)
    .select(['group_facilitator.group_id', 'staff.id', 'staff.name', 'staff.phone', 'staff.email'])
    .orderBy('staff.name_key')
    .execute()

/** Groups with registers of before a local date that are not complete: how many, and the oldest of them. */
export function listOwing(db: Db, whose: Whose, before: string) {
  const query = db
    .selectFrom('session')
    .innerJoin('programme_group', 'programme_group.id', 'session.group_id')
    .innerJoin('programme', 'programme.id', 'programme_group.programme_id')
    .where('session.did_not_run', '=', 0)
    .where('session.register_completed_at', 'is', null)
    .where('session.starts_at', '<', before)
    .groupBy('session.group_id')
    .select(['session.group_id', openName.as('name'), sql<number>`count(*)`.as('owed')])
    .select([sql<string>`min(session.starts_at)`.as('oldest'), sql<SessionId>`session.id`.as('session_id')])
    .orderBy('oldest')
  return ofWhose(query, whose).execute()
}

/** What has been answered about groups and sessions, and holds on a local date: by `kind subject`. */
export async function listAnswered(db: Db, today: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('need_answer')
    .where('until_date', '>', today)
    .select(['kind', 'subject_id'])
    .execute()
  return new Set(rows.map((row) => `${row.kind} ${row.subject_id}`))
}
