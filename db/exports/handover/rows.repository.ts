import { sql } from 'kysely'
import type { HandoverRow } from '../../../shared/exports/handover.rules.ts'
import { enrolmentStatusLabels } from '../../../shared/enrolments/statuses.ts'
import { participantRoleLabels, roleOn } from '../../../shared/enrolments/participants.rules.ts'
import type { BuildingId, GroupId } from '../../../shared/ids.ts'
import { dateOf, timeOf } from '../../../shared/time/civil.ts'
import { statusAsAt } from '../../enrolments/enrolments.repository.ts'
import { cameThere, completeCounts } from '../../enrolments/expected.repository.ts'
import type { Db } from '../../store.ts'

/** Local dates, both included. */
interface Period {
  readonly from: string
  readonly to: string
}

/** Empty: all of them. */
interface Buildings {
  readonly buildingIds: readonly BuildingId[]
}

type References = ReadonlyMap<string, ReadonlyMap<string, string>>
const none: ReadonlyMap<string, string> = new Map()

/** The references that people have in other systems, by person and then by the folded name of the system. */
export async function readReferences(db: Db): Promise<References> {
  const rows = await db.selectFrom('person_reference').select(['person_id', 'system_key', 'value']).execute()
  const byPerson = Map.groupBy(rows, (row) => row.person_id)
  return new Map([...byPerson].map(([id, some]) => [id, new Map(some.map((one) => [one.system_key, one.value]))]))
} // prettier-ignore

const people = [
  'person.id as person_id',
  'person.mosaic_id',
  'person.first_name',
  'person.last_name',
  'person.date_of_birth',
] as const
const places = [
  'programme.name as programme_name',
  'programme_group.name as group_name',
  'building.name as building_name',
  'locality.name as locality_name',
] as const

interface Known {
  readonly person_id: string
  readonly mosaic_id: string | null
  readonly first_name: string
  readonly last_name: string
  readonly date_of_birth: string | null
  readonly programme_name: string
  readonly group_name: string
  readonly building_name: string | null
  readonly locality_name: string | null
  readonly role: Parameters<typeof roleOn>[0]
}

const valuesOf = (row: Known, day: string): HandoverRow['values'] => ({
  'mosaic-id': row.mosaic_id,
  'last-name': row.last_name,
  'first-name': row.first_name,
  'date-of-birth': row.date_of_birth,
  programme: row.programme_name,
  group: row.group_name,
  building: row.building_name,
  locality: row.locality_name,
  role: participantRoleLabels[roleOn(row.role, row.date_of_birth, day)],
})

/** Where a session is held: in its own room, if that is elsewhere, else where its group is. A cancelled booking holds none. */
const heldAt = sql<string | null>`coalesce((SELECT room.building_id FROM booking JOIN room ON room.id = booking.room_id WHERE booking.session_id = session.id AND booking.lead_id IS NULL AND booking.status <> 'cancelled'), programme_group.building_id)` // prettier-ignore

const listMarks = (db: Db, groupIds: readonly GroupId[], { from, to, buildingIds }: Period & Buildings) =>
  db
    .selectFrom('session')
    .innerJoin('programme_group', 'programme_group.id', 'session.group_id')
    .innerJoin('programme', 'programme.id', 'programme_group.programme_id')
    .leftJoin('building', (join) => join.on(sql<boolean>`building.id = ${heldAt}`))
    .leftJoin('locality', 'locality.id', 'building.locality_id')
    .innerJoin('mark', 'mark.session_id', 'session.id')
    .innerJoin('mark_code', 'mark_code.id', 'mark.code')
    .innerJoin('person', 'person.id', 'mark.person_id')
    .leftJoin('enrolment', (join) => join.onRef('enrolment.group_id', '=', 'session.group_id').onRef('enrolment.person_id', '=', 'mark.person_id'))
    .where('session.group_id', 'in', groupIds)
    .where('session.starts_at', '>=', from)
    .where('session.starts_at', '<', `${to}U`)
    .where('session.did_not_run', '=', 0)
    .$if(buildingIds.length > 0, (query) => query.where('building.id', 'in', buildingIds))
    .where('session.register_completed_at', 'is not', null)
    .where(sql<boolean>`enrolment.role IS NOT 'volunteer'`)
    .select([...people, ...places, 'enrolment.role', 'session.starts_at', 'session.ends_at', 'mark_code.label'])
    .select(cameThere.as('attended'))
    .orderBy('session.starts_at')
    .orderBy('session.id')
    .orderBy('person.sort_key')
    .orderBy('person.id')
    .execute() // prettier-ignore

/** One line for each mark in the complete registers of these groups, by day; in these buildings, if any are named. */
export async function attendanceRows(
  db: Db,
  groupIds: readonly GroupId[],
  period: Period & Buildings,
): Promise<HandoverRow[]> {
  const references = await readReferences(db)
  const rows = await listMarks(db, groupIds, period)
  return rows.map((row) => ({
    references: references.get(row.person_id) ?? none,
    values: {
      ...valuesOf(row, dateOf(row.starts_at)),
      'session-date': dateOf(row.starts_at),
      'session-start': timeOf(row.starts_at),
      'session-end': timeOf(row.ends_at),
      mark: row.label,
      attended: row.attended === 1,
    },
  }))
}

/** How many measures of each person in each group are matched, and how many of those improved, by `group person`. */
export type Moved = ReadonlyMap<string, { readonly matched: number; readonly improved: number }>

const listEnrolled = (db: Db, groupIds: readonly GroupId[], period: Period) => {
  const enrolment = sql.ref('enrolment.id')
  const last = sql<string>`(SELECT on_date FROM enrolment_event WHERE enrolment_id = ${enrolment} AND on_date <= ${period.to} ORDER BY on_date DESC, step DESC LIMIT 1)` // prettier-ignore
  const enrolled = sql<string | null>`(SELECT min(on_date) FROM enrolment_event WHERE enrolment_id = ${enrolment} AND status = 'enrolled' AND on_date <= ${period.to})` // prettier-ignore
  const edge = (which: 'min' | 'max') =>
    sql<string | null>`(SELECT substr(${sql.raw(which)}(starts_at), 1, 10) FROM session WHERE group_id = programme_group.id AND did_not_run = 0)` // prettier-ignore
  return db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.person_id')
    .innerJoin('programme_group', 'programme_group.id', 'enrolment.group_id')
    .innerJoin('programme', 'programme.id', 'programme_group.programme_id')
    .leftJoin('building', 'building.id', 'programme_group.building_id')
    .leftJoin('locality', 'locality.id', 'building.locality_id')
    .where('enrolment.group_id', 'in', groupIds)
    .where(sql<boolean>`enrolment.role IS NOT 'volunteer'`)
    .select([...people, ...places, 'enrolment.role', 'enrolment.referred_on', 'programme_group.id as group_id'])
    .select(statusAsAt(enrolment, sql`${period.to}`).as('status'))
    .select([last.as('status_on'), enrolled.as('enrolled_on'), edge('min').as('group_from'), edge('max').as('group_to')])
    .orderBy('programme_group.name_key')
    .orderBy('programme_group.id')
    .orderBy('person.sort_key')
    .orderBy('person.id')
    .execute() // prettier-ignore
}

/** One line for each person with a history in these groups, as they stood on the last day. */
export async function enrolmentRows(
  db: Db,
  groupIds: readonly GroupId[],
  period: Period,
  moved: Moved,
): Promise<HandoverRow[]> {
  const references = await readReferences(db)
  const counts = await completeCounts(db, { groupIds, ...period })
  const rows = await listEnrolled(db, groupIds, period)
  return rows.flatMap((row): HandoverRow[] => {
    const { status } = row
    if (status === null) return []
    const key = `${row.group_id} ${row.person_id}`
    const change = moved.get(key)
    return [
      {
        references: references.get(row.person_id) ?? none,
        values: {
          ...valuesOf(row, period.to),
          'group-from': row.group_from,
          'group-to': row.group_to,
          'referred-on': row.referred_on,
          'enrolled-on': row.enrolled_on,
          status: enrolmentStatusLabels[status],
          'status-on': row.status_on,
          expected: counts.get(key)?.expected ?? 0,
          'sessions-attended': counts.get(key)?.attended ?? 0,
          completed: status === 'completed',
          'outcomes-matched': change?.matched ?? 0,
          'outcomes-improved': change?.improved ?? 0,
        },
      },
    ]
  })
}
