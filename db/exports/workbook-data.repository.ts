import type { GroupId } from '../../shared/ids.ts'
import type { WorkbookData } from '../../shared/exports/workbook-data.ts'
import { displayName } from '../../shared/people/people.rules.ts'
import { registerState } from '../../shared/registers/registers.rules.ts'
import { civilNow } from '../../shared/time/civil.ts'
import { fromFlag } from '../flag.ts'
import type { Db } from '../store.ts'

/** The names of a group that a file shows. */
export const findGroupTitles = (db: Db, id: GroupId) =>
  db
    .selectFrom('programme_group as g')
    .innerJoin('programme', 'programme.id', 'g.programme_id')
    .leftJoin('building', 'building.id', 'g.building_id')
    .where('g.id', '=', id)
    .select([
      'g.name',
      'g.public_title',
      'programme.name as programme_name',
      'building.name as building_name',
    ])
    .executeTakeFirst()

/** A group's sessions in order, numbered as its page numbers them. */
export async function listSessions(
  db: Db,
  groupId: GroupId,
  today: string,
): Promise<WorkbookData['sessions']> {
  const rows = await db
    .selectFrom('session')
    .where('group_id', '=', groupId)
    .select(['id', 'starts_at', 'did_not_run', 'reason', 'register_completed_at'])
    .select((eb) =>
      eb
        .exists(eb.selectFrom('mark').whereRef('mark.session_id', '=', 'session.id').select('mark.id'))
        .as('marked'),
    )
    .orderBy('starts_at')
    .orderBy('id')
    .execute()
  let ran = 0
  return rows.map((row) => ({
    id: row.id,
    number: row.did_not_run === 1 ? null : ++ran,
    startsAt: row.starts_at,
    reason: row.reason,
    state: registerState(
      {
        startsAt: row.starts_at,
        didNotRun: fromFlag(row.did_not_run),
        complete: row.register_completed_at !== null,
        marked: Number(row.marked) === 1,
      },
      today,
    ),
  }))
}

/** Everyone ever enrolled, marked or measured in this group and no other, by last name. */
export async function listPeople(db: Db, groupId: GroupId): Promise<WorkbookData['people']> {
  const rows = await db
    .selectFrom('person')
    .where(
      (eb) =>
      eb.or([
        eb('person.id', 'in', eb.selectFrom('enrolment').innerJoin('enrolment_event as e', 'e.enrolment_id', 'enrolment.id').where('enrolment.group_id', '=', groupId).where('e.status', '=', 'enrolled').select('enrolment.person_id')),
        eb('person.id', 'in', eb.selectFrom('mark').innerJoin('session', 'session.id', 'mark.session_id').where('session.group_id', '=', groupId).select('mark.person_id')),
        eb('person.id', 'in', eb.selectFrom('reading').where('group_id', '=', groupId).select('person_id')),
        eb('person.id', 'in', eb.selectFrom('goal').where('group_id', '=', groupId).select('person_id')),
      ]), // prettier-ignore
    )
    .select(['id', 'first_name', 'last_name', 'known_as'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('enrolment')
            .whereRef('person_id', '=', 'person.id')
            .where('group_id', '=', groupId)
            .where('role', '=', 'volunteer')
            .select('id'),
        )
        .as('volunteer'),
    ) // prettier-ignore
    .orderBy('sort_key')
    .orderBy('id')
    .execute()
  return rows.map((p) => ({
    personId: p.id,
    volunteer: Number(p.volunteer) === 1,
    name: displayName({ firstName: p.first_name, lastName: p.last_name, knownAs: p.known_as }),
  }))
}

/** Every mark of this group's sessions, with when and by whom. */
export async function listMarks(db: Db, groupId: GroupId): Promise<WorkbookData['marks']> {
  const rows = await db
    .selectFrom('session')
    .innerJoin('mark', 'mark.session_id', 'session.id')
    .innerJoin('user', 'user.id', 'mark.marked_by')
    .where('session.group_id', '=', groupId)
    .select(['mark.session_id', 'mark.person_id', 'mark.code', 'mark.marked_at', 'user.name'])
    .execute()
  return rows.map((m) => ({
    sessionId: m.session_id,
    personId: m.person_id,
    code: m.code,
    markedAt: civilNow(new Date(m.marked_at)),
    markedBy: m.name,
  }))
}

/** The number of the newest audit entry. Every change adds one, so the same number means the same data. */
export async function newestEntry(db: Db): Promise<number> {
  const row = await db
    .selectFrom('audit_entry')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .executeTakeFirst()
  return row?.seq ?? 0
}

/** How many forms without a name gave each answer, of one group. */
export async function listTallies(db: Db, groupId: GroupId): Promise<WorkbookData['tallies']> {
  const rows = await db
    .selectFrom('feedback_tally')
    .where('group_id', '=', groupId)
    .select(['measure_id', 'session_id', 'edition', 'item', 'value', 'people'])
    .orderBy('item')
    .orderBy('value')
    .execute()
  return rows.map((row) => ({
    measureId: row.measure_id,
    sessionId: row.session_id,
    edition: row.edition,
    item: row.item,
    value: row.value,
    people: row.people,
  }))
}
