import { sql, type Insertable, type Selectable } from 'kysely'
import type { Session } from '../../shared/groups/groups.contract.ts'
import type { GroupId, SessionId, StaffId } from '../../shared/ids.ts'
import { withHeads, type Taken } from '../../shared/groups/session.rules.ts'
import type { Led } from '../../shared/groups/leads-twice.rules.ts'
import type { DeliveryMode } from '../../shared/programmes/session-kinds.ts'
import { APOLOGIES, registerState } from '../../shared/registers/registers.rules.ts'
import type { Interval } from '../../shared/time/interval.ts'
import type { SessionCounts } from '../enrolments/expected.repository.ts'
import { fromFlag } from '../flag.ts'
import { sumHeads } from '../registers/record.repository.ts'
import type { Db, Tx } from '../store.ts'
import type { SessionTable } from './groups.table.ts'

const anyMark = sql<number>`EXISTS (SELECT 1 FROM mark WHERE mark.session_id = session.id)`

/** How many came, by name or by the heads counted, and how many have a mark that is only known on the day: what stands against moving or cancelling. */
export async function countTaken(db: Db, id: SessionId): Promise<Taken> {
  const marks = await db
    .selectFrom('mark')
    .innerJoin('mark_code', 'mark_code.id', 'mark.code')
    .where('mark.session_id', '=', id)
    .select([
      sql<number>`coalesce(sum(mark_code.attended), 0)`.as('came'),
      sql<number>`count(CASE WHEN mark.code <> ${APOLOGIES} THEN 1 END)`.as('taken'),
    ])
    .executeTakeFirstOrThrow()
  return withHeads(marks, (await sumHeads(db, [id])).get(id) ?? 0)
}

/** The session of a group that shares time with a stretch of local time, other than `except`. */
export const findTogether = (db: Db, groupId: GroupId, time: Interval, except: SessionId | null) =>
  db
    .selectFrom('session')
    .select(['id', 'starts_at', 'ends_at'])
    .where('group_id', '=', groupId)
    .where('did_not_run', '=', 0)
    // A call or a visit is with one family: it is no meeting of the group.
    .where('kind', 'in', ['group', 'workshop'])
    .where('starts_at', '<', time.end)
    .where('ends_at', '>', time.start)
    .where('id', 'is not', except)
    .orderBy('starts_at')
    .executeTakeFirst()

/** The names of the further rooms of a booking, one a line; null when there are none. */
const besideRooms = sql<string | null>`(
  SELECT group_concat(beside.name, char(10) ORDER BY beside.name)
  FROM booking AS further JOIN room AS beside ON beside.id = further.room_id
  WHERE further.lead_id = booking.id AND further.status <> 'cancelled')`

const sessions = (db: Db) =>
  db
    .selectFrom('session')
    // A cancelled booking holds no room: a session that did not run has none. One that is asked for holds none yet.
    .leftJoin('booking', (join) =>
      join
        .onRef('booking.session_id', '=', 'session.id')
        .on('booking.status', 'in', ['confirmed', 'requested'])
        .on('booking.lead_id', 'is', null),
    )
    .leftJoin('room', 'room.id', 'booking.room_id')
    .leftJoin('building', 'building.id', 'room.building_id')
    .selectAll('session')
    .select(['booking.id as booking_id', 'booking.version as booking_version', 'booking.room_id'])
    .select(['booking.status as booking_status', 'booking.expires_on'])
    .select(['room.name as room_name', 'building.name as building_name', anyMark.as('marked')])
    .select(besideRooms.as('beside_rooms'))

export type SessionRecord = Awaited<ReturnType<typeof listForGroup>>[number]

/** The sessions of a group in the order of time, each with the room it holds. */
export const listForGroup = (db: Db, groupId: GroupId) =>
  sessions(db)
    .where('session.group_id', '=', groupId)
    .orderBy('session.starts_at')
    .orderBy('session.id')
    .execute()

/** Every room held for the sessions of a group that run: the main room of each has no `lead_id`. */
export const listRoomsHeld = (db: Db, groupId: GroupId) => roomsHeld(db, groupId).execute()

/** The query of `listRoomsHeld`, apart so that a test can read its plan. */
export const roomsHeld = (db: Db, groupId: GroupId) =>
  db
    .selectFrom('session')
    // By the main room, which is indexed, and from it to the further ones.
    .innerJoin('booking as main', (join) =>
      join.onRef('main.session_id', '=', 'session.id').on('main.lead_id', 'is', null),
    )
    .innerJoin('booking as held', (join) =>
      join.on((eb) =>
        eb.or([eb('held.id', '=', eb.ref('main.id')), eb('held.lead_id', '=', eb.ref('main.id'))]),
      ),
    )
    .select(['held.room_id', 'held.lead_id'])
    .where('session.group_id', '=', groupId)
    .where('session.did_not_run', '=', 0)
    .where('held.status', '<>', 'cancelled')
    .orderBy('session.starts_at')
    .orderBy('held.id')

export const findById = (db: Db, id: SessionId) =>
  sessions(db).where('session.id', '=', id).executeTakeFirst()

/** The sessions of one group as screens see them, numbered over those that did not run or are for some. */
export function toSessions(
  rows: readonly SessionRecord[],
  counts: ReadonlyMap<SessionId, SessionCounts>,
  today: string,
): Session[] {
  let number = 0
  return rows.map((row) => {
    const isNumbered = row.did_not_run === 0 && row.invited_only === 0
    return { ...toSession(row, counts.get(row.id), today), number: isNumbered ? ++number : null }
  })
}

const toSession = (row: SessionRecord, counts: SessionCounts | undefined, today: string) => ({
  id: row.id,
  groupId: row.group_id,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  ...(hasLapsed(row, today) ? noRoom : roomOf(row)),
  registerState: stateOf(row, today),
  reason: row.reason,
  changedByHand: fromFlag(row.changed_by_hand),
  topicId: row.topic_id,
  topic: row.topic,
  kind: row.kind,
  mode: row.mode,
  makeUpForId: row.make_up_for_id,
  invitedOnly: fromFlag(row.invited_only),
  paused: fromFlag(row.paused),
  expected: counts?.expected ?? 0,
  attended: counts?.attended ?? 0,
  version: row.version,
})

/** What was asked for and never decided holds nothing once its day is over. */
const hasLapsed = ({ booking_status, expires_on }: SessionRecord, today: string): boolean =>
  booking_status === 'requested' && expires_on !== null && expires_on < today

const roomOf = (row: SessionRecord) => ({
  bookingId: row.booking_id,
  bookingVersion: row.booking_version,
  roomId: row.room_id,
  roomName: row.room_name,
  roomAskedFor: row.booking_status === 'requested',
  besideRooms: row.beside_rooms?.split('\n') ?? [],
  buildingName: row.building_name,
})

const noRoom = {
  bookingId: null,
  bookingVersion: null,
  roomId: null,
  roomName: null,
  roomAskedFor: false,
  besideRooms: [],
  buildingName: null,
}

/** The state of a session's register on a day. */
export const stateOf = (
  row: Pick<SessionRecord, 'starts_at' | 'did_not_run' | 'register_completed_at' | 'marked'>,
  today: string,
) =>
  registerState(
    {
      startsAt: row.starts_at,
      didNotRun: fromFlag(row.did_not_run),
      complete: row.register_completed_at !== null,
      marked: row.marked === 1,
    },
    today,
  )

/** Adds sessions, many at once. */
export async function insertSessions(tx: Tx, rows: readonly Insertable<SessionTable>[]): Promise<void> {
  if (rows.length > 0) await tx.insertInto('session').values(rows).execute()
}

/** Sessions of groups other than `except` that these people lead between two local date-times, earliest first. */
export async function listLedBy(
  db: Db,
  staffIds: readonly StaffId[],
  from: string,
  until: string,
  except: GroupId | null = null,
): Promise<Led[]> {
  if (staffIds.length === 0) return []
  const rows = await db
    .selectFrom('session')
    .innerJoin('programme_group', 'programme_group.id', 'session.group_id')
    .innerJoin('group_facilitator', 'group_facilitator.group_id', 'session.group_id')
    .innerJoin('staff', 'staff.id', 'group_facilitator.staff_id')
    .where('group_facilitator.staff_id', 'in', staffIds)
    .where('session.did_not_run', '=', 0)
    .where('session.starts_at', '<', until)
    .where('session.ends_at', '>', from)
    .orderBy('session.starts_at')
    .orderBy('staff.name_key')
    .where('session.group_id', 'is not', except)
    .leftJoin('building', 'building.id', 'programme_group.building_id')
    .select(['staff.name', 'session.starts_at', 'session.ends_at', 'programme_group.public_title'])
    .select('building.name as building_name')
    .execute()
  return rows.map((row) => ({
    name: row.name,
    publicTitle: row.public_title,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    buildingName: row.building_name,
  }))
}

/** What a session delivers, and how it meets. Answers false when it is no longer at `version`. */
export async function describeSession(
  tx: Tx,
  id: SessionId,
  version: number,
  what: Pick<Selectable<SessionTable>, 'topic_id' | 'topic' | 'mode'>,
): Promise<boolean> {
  const result = await tx
    .updateTable('session')
    .set({ ...what, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Sessions begun by a local date-time met as the group did then: that it meets otherwise from now on does not change them. */
export async function keepMode(tx: Tx, groupId: GroupId, mode: DeliveryMode, begunBy: string): Promise<void> {
  await tx
    .updateTable('session')
    .set((eb) => ({ mode, version: eb('version', '+', 1) }))
    .where('group_id', '=', groupId)
    .where('mode', 'is', null)
    .where('starts_at', '<=', begunBy)
    .execute()
}

/** Takes a session out because its group is paused, or back in. That is no change by hand: a later change to the series finds it. */
export async function setPaused(
  tx: Tx,
  { id, version }: Pick<SessionRecord, 'id' | 'version'>,
  reason: string | null,
): Promise<void> {
  const paused = reason === null ? 0 : 1
  await tx
    .updateTable('session')
    .set({ did_not_run: paused, paused, reason, version: version + 1 })
    .where('id', '=', id)
    .execute()
}
