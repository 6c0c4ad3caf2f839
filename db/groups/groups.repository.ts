import { sql, type Insertable, type Selectable } from 'kysely'
import { groupStatus } from '../../shared/groups/group.rules.ts'
import type { Group, GroupRow } from '../../shared/groups/groups.contract.ts'
import { idOf, type GroupId, type StaffId } from '../../shared/ids.ts'
import { addDays, dateOf } from '../../shared/time/civil.ts'
import { fromFlag } from '../flag.ts'
import type { NewId } from '../context.ts'
import type { Db, Tx } from '../store.ts'
import { toRule } from '../series/series.repository.ts'
import { patternInWords } from '../../shared/series/words.rules.ts'
import { ageFromAsPlanned, ageToAsPlanned, placeKindAsPlanned } from './as-planned.ts'
import type { GroupTable } from './groups.table.ts'

const facilitatorId = idOf('facilitator of a group')

type Facilitator = GroupRow['facilitators'][number]
/** What stands beside a group's own row: who leads it, and how many places are taken. */
export interface Beside {
  readonly facilitators: readonly Facilitator[]
  readonly enrolled: number
}

/**
 * The dates and registers of each group in one pass over its sessions. Sessions that did not run count for nothing,
 * except for the dates of a group of which none ran; those for some are no date of the group.
 */
function sessionFacts(db: Db, localNow: string, groupId: GroupId | null) {
  const tomorrow = addDays(dateOf(localNow), 1)
  let query = db.selectFrom('session').groupBy('session.group_id').select('session.group_id')
  if (groupId !== null) query = query.where('session.group_id', '=', groupId)
  return query.select([
    sql<string>`coalesce(min(CASE WHEN did_not_run = 0 AND invited_only = 0 THEN starts_at END), min(starts_at))`.as(
      'first_start',
    ),
    sql<string>`coalesce(max(CASE WHEN did_not_run = 0 THEN ends_at END), max(ends_at))`.as('last_end'),
    sql<
      string | null
    >`min(CASE WHEN did_not_run = 0 AND kind IN ('group', 'workshop') AND ends_at > ${localNow} THEN starts_at END)`.as(
      'next_start',
    ),
    sql<number>`sum(did_not_run = 0 AND invited_only = 0)`.as('session_count'),
    sql<number>`sum(did_not_run = 0 AND invited_only = 0 AND (register_completed_at IS NOT NULL OR starts_at < ${tomorrow}))`.as(
      'sessions_held',
    ),
    sql<number>`sum(register_completed_at IS NOT NULL)`.as('registers_done'),
    sql<number>`sum(did_not_run = 0 AND register_completed_at IS NULL AND starts_at < ${tomorrow})`.as(
      'registers_due',
    ),
  ])
}

function groups(db: Db, localNow: string, groupId: GroupId | null = null) {
  const query = db
    .selectFrom('programme_group')
    .innerJoin('programme', 'programme.id', 'programme_group.programme_id')
    .leftJoin('building', 'building.id', 'programme_group.building_id')
    .leftJoin('series', 'series.id', 'programme_group.series_id')
    .leftJoin(sessionFacts(db, localNow, groupId).as('facts'), 'facts.group_id', 'programme_group.id')
    .selectAll('programme_group')
    .select(['programme.name as programme_name', 'programme.colour', 'programme.sensitive'])
    .select(['programme.delivery', 'programme.edition as programme_edition'])
    .select([placeKindAsPlanned.as('place_kind'), ageFromAsPlanned.as('age_from')])
    .select(ageToAsPlanned.as('age_to'))
    .select(['building.name as building_name'])
    .select(['series.rule'])
    .select(['facts.first_start', 'facts.last_end', 'facts.next_start'])
    .select(['facts.session_count', 'facts.sessions_held', 'facts.registers_done', 'facts.registers_due'])
  return groupId === null ? query : query.where('programme_group.id', '=', groupId)
}

export type GroupRecord = Awaited<ReturnType<typeof list>>[number]

/** Every group, by name, with what its sessions say of it at a local date-time. One query. */
export const list = (db: Db, localNow: string) =>
  groups(db, localNow).orderBy('programme_group.name_key').orderBy('programme_group.id').execute()

/** One group as in `list`. */
export const findById = (db: Db, id: GroupId, localNow: string) => groups(db, localNow, id).executeTakeFirst()

/** The status of a group at a local date-time. */
export const statusOf = (row: GroupRecord, localNow: string) =>
  groupStatus(
    {
      cancelled: fromFlag(row.cancelled),
      pausedOn: row.paused_on,
      firstStart: row.first_start,
      lastEnd: row.last_end,
    },
    localNow,
  )

/** The one way a group leaves the database. */
export const toGroupRow = (row: GroupRecord, beside: Beside, localNow: string): GroupRow => ({
  id: row.id,
  name: row.name,
  publicTitle: row.public_title,
  programmeId: row.programme_id,
  programmeName: row.programme_name,
  colour: row.colour,
  sensitive: fromFlag(row.sensitive),
  buildingId: row.building_id,
  buildingName: row.building_name,
  facilitators: [...beside.facilitators],
  status: statusOf(row, localNow),
  firstDate: row.first_start === null ? null : dateOf(row.first_start),
  lastDate: row.last_end === null ? null : dateOf(row.last_end),
  nextSessionAt: row.cancelled === 1 ? null : row.next_start,
  sessionCount: row.session_count ?? 0,
  sessionsHeld: row.sessions_held ?? 0,
  registersDone: row.registers_done ?? 0,
  registersDue: row.registers_due ?? 0,
  enrolled: beside.enrolled,
  capacity: row.capacity,
  placeKind: row.place_kind,
  mode: row.mode,
  pausedOn: row.paused_on,
})

/** The rest of a group, for its own page. */
export const toGroupDetails = (
  row: GroupRecord,
): Omit<
  Group,
  keyof GroupRow | 'manual' | 'linked' | 'warnings' | 'mayChange' | 'sessions' | 'seriesId' | 'skipped'
> => ({
  pattern: patternOf(row),
  ageFrom: row.age_from,
  ageTo: row.age_to,
  cancelledReason: row.cancelled_reason,
  pausedReason: row.paused_reason,
  delivery: row.delivery,
  completeAt: row.complete_at,
  edition: row.edition,
  programmeEdition: row.programme_edition,
  version: row.version,
})

const patternOf = ({ rule }: GroupRecord): string => (rule === null ? '' : patternInWords(toRule(rule)))

/** Who leads each of these groups (all unless said), by name, in one query. */
export async function listFacilitators(
  db: Db,
  groupIds?: readonly GroupId[],
): Promise<Map<GroupId, Facilitator[]>> {
  if (groupIds?.length === 0) return new Map()
  let query = db
    .selectFrom('group_facilitator')
    .innerJoin('staff', 'staff.id', 'group_facilitator.staff_id')
    .orderBy('staff.name_key')
    .orderBy('staff.id')
    .select(['group_facilitator.group_id', 'staff.id as staffId', 'staff.name', 'staff.stream'])
  if (groupIds) query = query.where('group_facilitator.group_id', 'in', groupIds)
  const rows = await query.execute()
  const byGroup = new Map<GroupId, Facilitator[]>()
  for (const { group_id, ...facilitator } of rows)
    byGroup.set(group_id, [...(byGroup.get(group_id) ?? []), facilitator])
  return byGroup
}

/** Makes each of two groups name the other. */
export async function linkGroups(tx: Tx, one: GroupId, other: GroupId): Promise<void> {
  for (const [id, linked] of [
    [one, other],
    [other, one],
  ] as const)
    await tx.updateTable('programme_group').set({ linked_group_id: linked }).where('id', '=', id).execute()
}

export async function insertGroup(tx: Tx, group: Insertable<GroupTable>): Promise<void> {
  await tx.insertInto('programme_group').values(group).execute()
}

/** Answers false when the group is no longer at `version`. */
export async function updateGroup(
  tx: Tx,
  id: GroupId,
  version: number,
  change: Partial<Omit<Selectable<GroupTable>, 'id' | 'version'>>,
): Promise<boolean> {
  const result = await tx
    .updateTable('programme_group')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Makes exactly these people the ones who lead the group. */
export async function setFacilitators(
  tx: Tx,
  newId: NewId,
  id: GroupId,
  staffIds: readonly StaffId[],
): Promise<void> {
  const there = new Set(((await listFacilitators(tx, [id])).get(id) ?? []).map((one) => one.staffId))
  const wanted = new Set(staffIds)
  const gone = [...there].filter((staff) => !wanted.has(staff))
  if (gone.length > 0)
    await tx
      .deleteFrom('group_facilitator')
      .where('group_id', '=', id)
      .where('staff_id', 'in', gone)
      .execute()
  const added = [...wanted].filter((staff) => !there.has(staff))
  if (added.length > 0)
    await tx
      .insertInto('group_facilitator')
      .values(added.map((staff_id) => ({ id: newId(facilitatorId), group_id: id, staff_id })))
      .execute()
}
