import { inEachOthersWay, buffersInRoom, heldTimes } from '../../shared/bookings/held.rules.ts'
import { obstacleInWords } from '../../shared/bookings/obstacles.rules.ts'
import { takesOutright } from '../../shared/bookings/outright.rules.ts'
import type { Choice } from '../../shared/closures/closures.contract.ts'
import { problemsMessage, type ChoiceProblem } from '../../shared/closures/choices.rules.ts'
import { AppError } from '../../shared/errors.ts'
import { didNotRunProblem } from '../../shared/groups/session.rules.ts'
import type { BookingId, ClosureId, RoomId } from '../../shared/ids.ts'
import { mayCloseAt } from '../../shared/users/scope.rules.ts'
import { cancelSessionRow, findSession, moveSessionRow } from '../bookings/booked-session.repository.ts'
import { placeSet, updateSet, type BookingSet } from '../bookings/booking-set.repository.ts'
import { listWantedByAll, setEquipment, type EquipmentWanted } from '../bookings/equipment-use.repository.ts'
import { findObstacles, type WantedRoom } from '../bookings/obstacles.repository.ts'
import { seeBookings } from '../bookings/seen-bookings.ts'
import { changedSince, found } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import * as closures from './closures.repository.ts'
import { putChoice } from './choices.repository.ts'
import { listLeaders, listTaken, listWhole } from './desk.repository.ts'
import { listOffered, type Offered } from './free-rooms.ts'
import { listHits } from './hits.repository.ts'
import { closedTimes, countHits, readPlain } from './read-closures.ts'

type Done = Exclude<Choice, { do: 'leave' }>
/** One choice with the booking it is about, as it stands. */
interface Wanted<C extends Done = Done> {
  readonly choice: C
  readonly set: BookingSet
}
type Move = Wanted<Extract<Done, { do: 'move' }>>

/** Carries out what was chosen at the desk of a closure, all of it or nothing. */
export async function rehome(
  context: CommandContext,
  { closureId, choices }: { closureId: ClosureId; choices: readonly Choice[] },
) {
  const { tx, localNow } = context
  const plain = await readPlain(tx, found(await closures.findById(tx, closureId), 'closure'))
  const hits = await listHits(tx, closedTimes(plain), localNow)
  const done = choices.filter((choice): choice is Done => choice.do !== 'leave')
  const wanted = await readWanted(context, done, new Set(hits.map((hit) => hit.leadId)))
  const offered = await listOffered(tx)
  const moves = wanted.filter((one): one is Move => one.choice.do === 'move')
  await refuseOthers(context, wanted, offered)
  refuse([...(await standingProblems(context, wanted)), ...(await roomProblems(context, moves, offered))])
  for (const one of wanted) {
    await carryOut(context, one, offered)
    await putChoice(tx, context.newId, { closureId, did: one.choice.do, bookingId: one.set.lead.id, roomId: one.set.lead.room_id }) // prettier-ignore
  }
  const left = countHits((await listHits(tx, closedTimes(plain), localNow)).filter((hit) => hit.keptBecause === null)) // prettier-ignore
  const count = (what: Done['do']) => wanted.filter((one) => one.choice.do === what).length
  return { moved: count('move'), cancelled: count('cancel'), kept: count('keep'), left: left.sessions + left.bookings } // prettier-ignore
}

/** The bookings chosen, as they stand. Refuses those that are not there, not theirs, were changed, or are not hit. */
async function readWanted(
  context: CommandContext,
  choices: readonly Done[],
  hit: ReadonlySet<BookingId>,
): Promise<Wanted[]> {
  const whole = await listWhole(context.tx, choices.map((choice) => choice.bookingId)) // prettier-ignore
  const wanted = choices.map((choice): Wanted => {
    const [lead, ...further] = whole.get(choice.bookingId) ?? []
    // Cancelled since, or never there.
    if (lead === undefined) throw changedSince('booking')
    return { choice, set: { lead, further } }
  })
  // First, because every other refusal names the bookings.
  await refuseNotTheirs(context, wanted)
  refuse(
    wanted.flatMap(({ choice, set }) => {
      const because = staleBecause(choice, set, hit)
      return because === null ? [] : [{ ...naming(set), because }]
    }),
  )
  return wanted
}

function staleBecause(choice: Done, { lead }: BookingSet, hit: ReadonlySet<BookingId>): string | null {
  if (!hit.has(choice.bookingId)) return 'is not hit by this closure, or not any more'
  return lead.version === choice.version ? null : 'has been changed by somebody else since you looked'
}

/** Refuses (NOT_ALLOWED) bookings that are not this person's to change. */
async function refuseNotTheirs(
  { tx, actor, today }: CommandContext,
  wanted: readonly Wanted[],
): Promise<void> {
  const rows = wanted.map(({ set }) => set.lead)
  const others = (await seeBookings(tx, { actor, today }, rows)).find((one) => !one.mayChange)
  if (others) throw notAllowed(`${others.title} in ${others.buildingName} is not yours to change`)
}

/** Refuses (NOT_ALLOWED) rooms that are not this person's to book, and to let run what is not theirs to close. */
async function refuseOthers(
  { tx, actor }: CommandContext,
  wanted: readonly Wanted[],
  offered: Offered,
): Promise<void> {
  const rows = wanted.map(({ set }) => set.lead)
  const leaders = await listLeaders(tx, [...new Set(rows.flatMap((row) => row.group_id ?? []))])
  for (const { choice, set } of wanted) {
    const { lead } = set
    if (choice.do === 'keep' && !mayCloseAt(actor, lead))
      throw notAllowed(
        `Only those who may close ${lead.building_name} can let something run while it is closed`,
      )
    const leads = (leaders.get(lead.group_id ?? noGroup) ?? []).some((one) => one.staffId === actor.staffId)
    for (const id of choice.do === 'move' ? choice.roomIds : []) {
      const { building, room } = found(offered.get(id), 'room')
      if (hasRoom(set, id)) continue
      if (
        !takesOutright(
          actor,
          { buildingId: building.id, half: building.half, needsApproval: room.needsApproval },
          leads,
        )
      )
        // prettier-ignore
        throw notAllowed(`${room.name} in ${building.name} is not yours to book`)
    }
  }
}
type GroupKey = NonNullable<BookingSet['lead']['group_id']>
const noGroup = '' as GroupKey // no group has an empty id, so it finds nothing

const notAllowed = (what: string) =>
  new AppError('NOT_ALLOWED', `${what}. Nothing was changed. Ask whoever looks after it, or a manager.`)

const hasRoom = ({ lead, further }: BookingSet, id: RoomId) =>
  [lead, ...further].some((row) => row.room_id === id)

/** A complete register says who was there and where; people who came cannot have been to something that did not run. */
async function standingProblems({ tx }: CommandContext, wanted: readonly Wanted[]): Promise<ChoiceProblem[]> {
  const taken = await listTaken(
    tx,
    wanted.flatMap(({ set }) => set.lead.session_id ?? []),
  )
  return wanted.flatMap(({ choice, set }) => {
    const { session_id, register_completed_at } = set.lead
    const says = (because: string) => [{ ...naming(set), because }]
    if (choice.do !== 'keep' && register_completed_at !== null)
      return says('has a complete register. Reopen the register first')
    const marks = session_id === null ? undefined : taken.get(session_id)
    const problem = choice.do === 'cancel' && marks ? didNotRunProblem(marks) : null
    return problem === null ? [] : says('has people marked as having come. Clear their marks first')
  })
}

/** What is in the way of the rooms chosen: what is there already, and two of these choices that want the same floor. */
async function roomProblems(
  { tx }: CommandContext,
  moves: readonly Move[],
  offered: Offered,
): Promise<ChoiceProblem[]> {
  const shape = moves.flatMap(shapeProblem(offered))
  if (shape.length > 0) return shape
  const things = await listWantedByAll(tx, moves.map(({ set }) => set.lead.id)) // prettier-ignore
  const asked = moves.map((move) => ({ move, rooms: wantedRooms(move, offered, things.get(move.set.lead.id) ?? []) })) // prettier-ignore
  const obstacles = await findObstacles(
    tx,
    asked.flatMap(({ rooms }) => rooms),
  )
  const problems: ChoiceProblem[] = []
  const given: { room: WantedRoom; title: string }[] = []
  for (const { move, rooms } of asked) {
    const words = (obstacles.get(move.set.lead.id) ?? []).map(obstacleInWords)
    for (const room of rooms) {
      const other = given.find(
        (one) => sharesFloor(offered, one.room, room) && inEachOthersWay(one.room, room),
      )
      if (other) words.push(`${room.roomName} was chosen for ${other.title} at that time as well`)
      given.push({ room, title: titleOf(move.set) })
    }
    if (words.length > 0) problems.push({ ...naming(move.set), because: words.join(', and ') })
  }
  return problems
}

const sharesFloor = (offered: Offered, a: WantedRoom, b: WantedRoom) =>
  offered.get(a.roomId)?.sharing.has(b.roomId) ?? false

/** One room for each that the booking has, all in one building, none inside another. */
const shapeProblem =
  (offered: Offered) =>
  ({ choice, set }: Move): ChoiceProblem[] => {
    const rooms = choice.roomIds.map((id) => found(offered.get(id), 'room'))
    const says = (because: string) => [{ ...naming(set), because }]
    if (rooms.length !== set.further.length + 1)
      return says(`has ${set.further.length + 1} rooms, and ${rooms.length} were chosen`)
    if (new Set(rooms.map((room) => room.buildingId)).size > 1)
      return says('would be in two buildings at once')
    const nested = rooms.some((one) => rooms.some((other) => one !== other && one.sharing.has(other.id)))
    return nested || new Set(choice.roomIds).size < rooms.length
      ? says('would have the same floor twice')
      : []
  }

/** The rooms that a booking would newly have, the main one with what it takes along within its building. */
const wantedRooms = (
  { choice, set }: Move,
  offered: Offered,
  things: readonly EquipmentWanted[],
): WantedRoom[] =>
  placesOf({ choice, set }, offered).flatMap(({ roomId, ...buffers }, at) => {
    const room = offered.get(roomId)
    if (room === undefined || hasRoom(set, roomId)) return []
    const times = { startsAt: set.lead.starts_at, endsAt: set.lead.ends_at }
    const { buildingId, buildingName, name: roomName } = room
    const place = { roomId, roomName, buildingId, buildingName }
    const equipment = at === 0 && buildingId === set.lead.building_id ? things : []
    const key = set.lead.id
    return [{ key, except: key, equipment, ...place, ...times, ...heldTimes({ ...times, ...buffers }) }]
  })

/** Each room with the minutes it keeps: its own, unless others had been chosen for this booking. */
const placesOf = ({ choice, set }: Move, offered: Offered) =>
  choice.roomIds.map((roomId, at) => {
    const row =
      [set.lead, ...set.further].find((one) => one.room_id === roomId) ?? set.further[at - 1] ?? set.lead
    const own = { setupMinutes: row.setup_minutes, cleardownMinutes: row.cleardown_minutes }
    const [from, to] = [offered.get(row.room_id), found(offered.get(roomId), 'room')]
    return { roomId, ...(row.room_id === roomId || !from ? own : buffersInRoom(own, from, to)) }
  })

async function carryOut(context: CommandContext, { choice, set }: Wanted, offered: Offered): Promise<void> {
  const { tx, newId } = context
  const { lead } = set
  const session = lead.session_id === null ? undefined : await findSession(tx, lead.session_id)
  if (choice.do === 'keep') return updateSet(tx, set, { override_reason: choice.reason })
  if (choice.do === 'cancel') {
    await updateSet(tx, set, { status: 'cancelled', cancelled_reason: choice.reason })
    if (session) await cancelSessionRow(tx, session, choice.reason)
    return
  }
  const times = { startsAt: lead.starts_at, endsAt: lead.ends_at }
  await placeSet(tx, newId, set, {
    places: placesOf({ choice, set }, offered),
    times,
    common: { override_reason: null, status: lead.status },
  })
  // What can be carried about belongs to its building.
  const [main] = choice.roomIds
  if (main && offered.get(main)?.buildingId !== lead.building_id) await setEquipment(tx, newId, lead.id, [])
  if (session) await moveSessionRow(tx, session, times)
}

const titleOf = ({ lead }: BookingSet) => lead.public_title ?? lead.title
const naming = (set: BookingSet) => ({
  bookingId: set.lead.id,
  title: titleOf(set),
  startsAt: set.lead.starts_at,
})

function refuse(problems: readonly ChoiceProblem[]): void {
  if (problems.length > 0) throw new AppError('CONFLICT', problemsMessage(problems), { problems })
}
