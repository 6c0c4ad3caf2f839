import { contradict } from '../../shared/buildings/opening.rules.ts'
import {
  bookingId,
  buildingId,
  enrolmentId,
  equipmentId,
  groupId,
  openingExceptionId,
  roomId,
  sessionId,
  termId,
  type RoomId,
} from '../../shared/ids.ts'
import { keyProblem } from '../../shared/registers/codes.rules.ts'
import { fold } from '../../shared/text.ts'
import { isWithFamily } from '../../shared/programmes/catalogue.rules.ts'
import { overlaps } from '../../shared/time/interval.ts'
import { findById as findBooking } from '../bookings/bookings.repository.ts'
import { isOverbooked, listWantedBy } from '../bookings/equipment-use.repository.ts'
import * as rooms from '../buildings/rooms.repository.ts'
import { countInUse } from '../buildings/buildings.repository.ts'
import { findEquipment, listEquipment } from '../buildings/equipment.repository.ts'
import { findException, listExceptions } from '../buildings/opening.repository.ts'
import type { CommandContext } from '../context.ts'
import { hasPlaceTooMany, mustNotMeetThere } from '../enrolments/still-a-place.ts'
import { findById as findGroup } from '../groups/groups.repository.ts'
import { findById as findSession, listForGroup } from '../groups/sessions.repository.ts'
import { listSettings } from '../registers/codes.repository.ts'
import { findOverlappingTerm } from '../settings/calendar.repository.ts'
import { countAdministrators } from '../users/users.repository.ts'
import { cannotUndo } from './built-on.ts'
import type { Change } from './change.ts'
import { givenToMerged, movedByMerge } from './still-right-merged.ts'
import { outcomeChecks } from './still-right-outcomes.ts'
import { joinedSince, peopleChecks } from './still-right-people.ts'

/** Asked when the rows are back as they were: why they cannot be, in words; null when they can. `all` is the whole undo. */
type Check = (context: CommandContext, change: Change, all: readonly Change[]) => Promise<string | null>

/**
 * Refuses an undo that would break a rule which is kept by the service of a feature and not by the database: undo
 * puts rows back without asking those. A new rule over several rows belongs here as well.
 */
export async function refuseWrong(context: CommandContext, changes: readonly Change[]): Promise<void> {
  for (const change of changes) {
    const check = movedByMerge(change, changes) ? undefined : checks[change.table]
    const because = (await check?.(context, change, changes)) ?? (await givenToMerged(context, change))
    if (because !== null) throw cannotUndo(because)
  }
}

const is = (change: Change, column: string, value: unknown) => change.before?.[column] === value
/** Whether the undo gave this column this value. */
const became = (change: Change, column: string, value: unknown) =>
  is(change, column, value) && change.after?.[column] !== value
const differs = ({ before, after }: Change, column: string) =>
  before !== null && before[column] !== after?.[column]

/** A complete register is what was signed for: no mark of it comes or goes, nor any head counted. */
const mark: Check = async ({ tx }, { before, after }, all) => {
  const row = before ?? after
  if (all.some((one) => one.table === 'mark_correction' && corrects(one, row))) return null
  const session = await findSession(tx, sessionId.parse(row?.['session_id']))
  if (!session?.register_completed_at) return null
  return 'the register has been completed since. Reopen it first'
}

/** A correction is made in a complete register, so it is taken back there. */
const corrects = ({ before, after }: Change, mark: Change['before']) =>
  ['session_id', 'person_id'].every((column) => (before ?? after)?.[column] === mark?.[column])

/** Once registers have a mark, or another has its key, what it was before is no longer free. */
const mark_code: Check = async ({ tx }, { before, after, rowId }) => {
  const codes = await listSettings(tx)
  const row = codes.find((one) => one.code === rowId)
  if (row === undefined || before === null || after === null) return null
  const flags = ['attended', 'expected', 'contact', 'apology', 'minutes']
  if (row.used && flags.some((name) => before[name] !== after[name])) return 'registers have that mark now'
  return row.retired || keyProblem(row.key, row.code, codes) === null ? null : 'another mark has its key now'
}

/** A cancelled group does not meet, and no group meets twice at once. */
const session: Check = async ({ tx, localNow }, change) => {
  if (!is(change, 'did_not_run', 0)) return null
  const row = await findSession(tx, sessionId.parse(change.rowId))
  if (row === undefined) return null
  const group = await findGroup(tx, groupId.parse(row.group_id), localNow)
  if (became(change, 'did_not_run', 0) && group?.cancelled === 1) return 'the group has been cancelled since'
  const time = { start: row.starts_at, end: row.ends_at }
  if (isWithFamily(row)) return null
  const twice = (await listForGroup(tx, row.group_id)).some(
    (other) =>
      other.id !== row.id &&
      !isWithFamily(other) &&
      other.did_not_run === 0 &&
      overlaps(time, { start: other.starts_at, end: other.ends_at }),
  )
  return twice ? 'the group now meets at that time in another session' : null
}

/** That the room is free is asked by the database. */
const booking: Check = async ({ tx, localNow }, change) => {
  const columns = ['status', 'room_id', 'held_from', 'held_until']
  if (!is(change, 'status', 'confirmed') || !columns.some((column) => differs(change, column))) return null
  const row = await findBooking(tx, bookingId.parse(change.rowId))
  if (row === undefined || row.ends_at <= localNow) return null
  const elsewhere = differs(change, 'status') || differs(change, 'room_id')
  if (elsewhere && !(await rooms.findBookable(tx, row.room_id))) return 'the room has been archived since'
  for (const { equipmentId: id } of await listWantedBy(tx, row.id))
    if (await isOverbooked(tx, id, localNow)) return equipmentGone
  return null
}

const equipmentGone = 'the equipment has been booked since'

/** There is no more of a thing than there is, whoever has it with them. */
const booking_equipment: Check = async ({ tx, localNow }, { before }) => {
  if (before === null) return null
  const id = equipmentId.parse(before['equipment_id'])
  return (await isOverbooked(tx, id, localNow)) ? equipmentGone : null
}

const room: Check = async (context, change) => {
  const { tx, localNow } = context
  const row = await rooms.findRoom(tx, roomId.parse(change.rowId))
  if (row === undefined) return null
  const inBuilding = await rooms.listRooms(tx, row.building_id)
  if (differs(change, 'part_of_id')) {
    if (isInItself(inBuilding, row.id)) return 'the room would be a part of itself'
    if ((await rooms.countDoubleBookings(tx, row.building_id, localNow)) > 0)
      return 'both rooms are now booked at the same time on a day to come'
  }
  if (row.archived === 1)
    return became(change, 'archived', 1) ? bookedSince(context, [row.id], 'the room') : null
  const twin = inBuilding.some(
    (other) => other.id !== row.id && other.archived === 0 && fold(other.name) === fold(row.name),
  )
  return twin ? 'another room in the building has that name now' : null
}

function isInItself(inBuilding: readonly rooms.RoomRow[], id: RoomId): boolean {
  const whole = new Map(inBuilding.map((one) => [one.id, one.part_of_id]))
  const seen = new Set<RoomId>()
  for (let next = whole.get(id); next && !seen.has(next); next = whole.get(next)) seen.add(next)
  return seen.has(id)
}

const building: Check = async (context, change) => {
  if (change.before === null) return null
  if (became(change, 'archived', 1)) {
    const inside = await rooms.listRooms(context.tx, buildingId.parse(change.rowId))
    return bookedSince(context, inside.map((one) => one.id), 'the building') // prettier-ignore
  }
  if (!is(change, 'archived', 0)) return null
  const twins = await countInUse(context.tx, String(change.before['name_key']))
  return twins > 1 ? 'another building has that name now' : null
}

async function bookedSince({ tx, localNow }: CommandContext, ids: RoomId[], what: string) {
  const booked = await rooms.countBookingsToCome(tx, ids, localNow)
  return booked === 0 ? null : `${what} has been booked since`
}

/** Of two changes of hours for one day it must be plain which one holds. */
const opening_exception: Check = async ({ tx }, { before, rowId }) => {
  const row = before && (await findException(tx, openingExceptionId.parse(rowId)))
  if (!row) return null
  const other = (await listExceptions(tx, row.buildingId)).find(
    (one) => one.id !== row.id && contradict(one, row),
  )
  return other ? `the hours of those days have since been changed otherwise (${other.reason})` : null
}

/** One name once in a building, and never fewer than are promised at one time. */
const equipment: Check = async ({ tx, localNow }, { before, after, rowId }) => {
  const row = before && (await findEquipment(tx, equipmentId.parse(rowId)))
  if (!row) return null
  const kept = row.archived === 1 ? 0 : row.quantity
  const lessThanBefore = kept < Number(after?.['archived'] === 1 ? 0 : (after?.['quantity'] ?? 0))
  if (lessThanBefore && (await isOverbooked(tx, row.id, localNow)))
    return `more of ${row.name} has been booked since`
  const twin = (await listEquipment(tx, row.building_id)).some(
    (other) => other.id !== row.id && other.archived === 0 && fold(other.name) === fold(row.name),
  )
  return twin && row.archived === 0 ? 'the building has other equipment of that name now' : null
}

const term: Check = async ({ tx }, { before, rowId }) => {
  if (before === null) return null
  const [from, to] = [String(before['starts_on']), String(before['ends_on'])]
  const other = await findOverlappingTerm(tx, from, to, termId.parse(rowId))
  return other ? `its days are in ${other.name} now` : null
}

/** A place that was given up may have gone to somebody else, or beside it to somebody who must not be met. */
const enrolment_event: Check = async (context, change) => {
  const { tx, today } = context
  const id = enrolmentId.parse((change.before ?? change.after)?.['enrolment_id'])
  if (await hasPlaceTooMany(tx, id, today)) return 'the place has been given to somebody else since'
  return joinedSince(tx, change, await mustNotMeetThere(tx, id, today))
}

/** A volunteer took no place; as a participant they take one, which may have gone to somebody else. */
const enrolment: Check = async ({ tx, today }, change) => {
  const takesPlace = change.after?.['role'] === 'volunteer' && differs(change, 'role')
  if (!takesPlace || !(await hasPlaceTooMany(tx, enrolmentId.parse(change.rowId), today))) return null
  return 'the place has been given to somebody else since'
}

const user: Check = async ({ tx }) =>
  (await countAdministrators(tx)) === 0 ? 'nobody would be left to be the administrator' : null

const checks: Readonly<Record<string, Check>> = {
  mark,
  session_headcount: mark,
  mark_code,
  session,
  booking,
  booking_equipment,
  room,
  building,
  opening_exception,
  equipment,
  term,
  user,
  enrolment,
  enrolment_event,
  ...peopleChecks,
  ...outcomeChecks,
}
