import { AppError } from '../../shared/errors.ts'
import type { groupsContract, Group, GroupRow } from '../../shared/groups/groups.contract.ts'
import type { BuildingId, GroupId } from '../../shared/ids.ts'
import { fold } from '../../shared/text.ts'
import { mayRunGroup } from '../../shared/users/scope.rules.ts'
import { cancelSessionRow } from '../bookings/booked-session.repository.ts'
import { cancelRooms } from '../bookings/booking-set.repository.ts'
import { changedSince, found } from '../changed.ts'
import type { CommandContext, Common } from '../context.ts'
import { enrolledCounts } from '../enrolments/enrolments.repository.ts'
import { expectedCounts } from '../enrolments/expected.repository.ts'
import type { Db } from '../store.ts'
import type { Programme } from '../../shared/programmes/programmes.contract.ts'
import { programmeAsPlanned } from './as-planned.ts'
import * as groups from './groups.repository.ts'
import { elsewhereWarnings, staffingWarnings } from './leader-warnings.ts'
import { readLinked } from './linked.ts'
import { refuseOthersGroup } from './own-group.ts'
import { refuseArchived } from './plan.service.ts'
import { listSkipped } from '../series/series.repository.ts'
import * as sessions from './sessions.repository.ts'
import type { z } from 'zod'

type Input<N extends keyof typeof groupsContract> = z.output<(typeof groupsContract)[N]['input']>
type Clock = Pick<Common, 'localNow' | 'today'>
type Viewer = Clock & Pick<Common, 'actor'>

const MANY = 500

/** Groups of these statuses (all unless said) that meet in this building, the next to meet first. */
export async function listGroups(
  { db, localNow, today }: Clock & { db: Db },
  { status, buildingId }: { status?: Input<'list'>['status']; buildingId?: BuildingId | null | undefined },
): Promise<GroupRow[]> {
  const wanted = (await groups.list(db, localNow)).filter(
    (row) =>
      (!status || status.includes(groups.statusOf(row, localNow))) &&
      (!buildingId || row.building_id === buildingId),
  )
  // For most of the groups it is quicker to read them all than to name each.
  const ids = wanted.length > MANY ? undefined : wanted.map((row) => row.id)
  const facilitators = await groups.listFacilitators(db, ids)
  const enrolled = wanted.length === 0 ? new Map() : await enrolledCounts(db, today, ids)
  return wanted
    .map((row) => groups.toGroupRow(row, besideOf(row, facilitators, enrolled), localNow))
    .toSorted(byNext)
}

function besideOf(
  row: groups.GroupRecord,
  facilitators: Awaited<ReturnType<typeof groups.listFacilitators>>,
  enrolled: Awaited<ReturnType<typeof enrolledCounts>>,
): groups.Beside {
  const places = enrolled.get(row.id)
  return {
    facilitators: facilitators.get(row.id) ?? [],
    enrolled: (row.place_kind === 'family' ? places?.families : places?.people) ?? 0,
  }
}

/** Groups with a session to come by when it is; then the others, the last to end first. */
function byNext(a: GroupRow, b: GroupRow): number {
  if (a.nextSessionAt !== null && b.nextSessionAt !== null) return a.nextSessionAt < b.nextSessionAt ? -1 : 1
  if (a.nextSessionAt !== null) return -1
  if (b.nextSessionAt !== null) return 1
  return (a.lastDate ?? '9999') > (b.lastDate ?? '9999') ? -1 : 1
}

/** A group with its sessions, and the dates it left out. */
export async function readGroup(
  { db, actor, localNow, today }: Viewer & { db: Db },
  id: GroupId,
): Promise<Group> {
  const row = found(await groups.findById(db, id, localNow), 'group')
  const facilitators = await groups.listFacilitators(db, [id])
  const enrolled = await enrolledCounts(db, today, [id])
  const counts = await expectedCounts(db, { groupIds: [id] })
  const records = await sessions.listForGroup(db, id)
  const needs = await programmeAsPlanned(db, row)
  return {
    ...groups.toGroupRow(row, besideOf(row, facilitators, enrolled), localNow),
    ...groups.toGroupDetails(row),
    mayChange: mayRunGroup(
      actor,
      (facilitators.get(id) ?? []).map((one) => one.staffId),
    ),
    sessions: sessions.toSessions(records, counts, today),
    manual: needs.sessions,
    linked: await readLinked(db, row, records, { actor, localNow }),
    warnings: await readWarnings(db, { row, needs, records, leaders: facilitators.get(id) ?? [] }, localNow),
    seriesId: row.series_id,
    skipped: row.series_id === null ? [] : await listSkipped(db, row.series_id),
  }
}

interface Staffed {
  readonly row: groups.GroupRecord
  readonly needs: Pick<Programme, 'name' | 'staffNeeded' | 'needsTraining'>
  readonly records: readonly sessions.SessionRecord[]
  readonly leaders: Group['facilitators']
}

/** What to know of those who lead a group, of the sessions it has still to come. */
async function readWarnings(
  db: Db,
  { row, needs, records, leaders }: Staffed,
  localNow: string,
): Promise<string[]> {
  const toCome = records
    .filter((one) => one.did_not_run === 0 && one.ends_at > localNow)
    .map((one) => ({ startsAt: one.starts_at, endsAt: one.ends_at, buildingName: one.building_name }))
  if (toCome.length === 0) return []
  const led = { leaders: leaders.map((one) => ({ id: one.staffId, name: one.name })), sessions: toCome }
  return [
    ...(await staffingWarnings(db, { ...led, programmeId: row.programme_id, needs })),
    ...(await elsewhereWarnings(db, led, row.id)),
  ]
}

const reread = ({ tx, actor, localNow, today }: CommandContext, id: GroupId) =>
  readGroup({ db: tx, actor, localNow, today }, id)

/** Changes what a group is called, who leads it and how many places it has. */
export async function updateGroup(context: CommandContext, input: Input<'update'>): Promise<Group> {
  const { tx, localNow, newId } = context
  const row = found(await groups.findById(tx, input.id, localNow), 'group')
  await refuseOthersGroup(tx, context.actor, row.id)
  const there = (await groups.listFacilitators(tx, [row.id])).get(row.id) ?? []
  const added = input.facilitatorIds.filter((id) => !there.some((one) => one.staffId === id))
  await refuseArchived(tx, added)
  const change = {
    name: input.name,
    name_key: fold(input.name),
    public_title: input.publicTitle,
    capacity: input.capacity ?? null,
    ...(input.mode && { mode: input.mode }),
    ...(input.completeAt !== undefined && { complete_at: input.completeAt }),
  }
  if (!(await groups.updateGroup(tx, input.id, input.version, change))) throw changedSince('group')
  if (input.mode && input.mode !== row.mode) await sessions.keepMode(tx, row.id, row.mode, localNow)
  await groups.setFacilitators(tx, newId, input.id, input.facilitatorIds)
  return reread(context, input.id)
}

/** Cancels the sessions that have not begun, and frees their rooms; apologies sent ahead keep none. The rest stays. */
export async function cancelGroup(context: CommandContext, input: Input<'cancel'>): Promise<Group> {
  const { tx, localNow } = context
  const row = found(await groups.findById(tx, input.id, localNow), 'group')
  await refuseOthersGroup(tx, context.actor, row.id)
  if (row.version !== input.version) throw changedSince('group')
  if (row.cancelled === 1)
    throw new AppError('CONFLICT', 'This group has been cancelled already. Nothing was changed.')
  await groups.updateGroup(tx, input.id, input.version, { cancelled: 1, cancelled_reason: input.reason })
  const toCome = (await sessions.listForGroup(tx, input.id)).filter(
    (one) => one.did_not_run === 0 && one.starts_at > localNow && one.register_completed_at === null,
  )
  for (const one of toCome) {
    if ((await sessions.countTaken(tx, one.id)).taken > 0) continue
    await cancelSessionRow(tx, one, input.reason)
    await cancelRooms(tx, one.id, input.reason)
  }
  return reread(context, input.id)
}
