import type { WayOn, WaysOn } from '../../shared/bookings/ways-on.contract.ts'
import {
  dayInWords,
  otherDaysOf,
  roomsInWords,
  shiftInWords,
  shiftsOf,
  waivedInWords,
} from '../../shared/bookings/ways-on.rules.ts'
import type { Times } from '../../shared/bookings/held.rules.ts'
import { distanceInWords } from '../../shared/rooms/distance.rules.ts'
import { minutesBetween } from '../../shared/time/civil.ts'
import { mayCloseAt } from '../../shared/users/scope.rules.ts'
import { readOpenings } from '../buildings/opening.repository.ts'
import { found } from '../changed.ts'
import type { QueryContext } from '../context.ts'
import { listRoomPlaces } from '../rooms/places.repository.ts'
import type { Db } from '../store.ts'
import { findSession } from './booked-session.repository.ts'
import { findSet, type BookingSet } from './booking-set.repository.ts'
import { buffersIn, type Input } from './bookings.service.ts'
import { isShut, obstaclesOf, waive, wantedBy, type Attempt } from './clear-the-way.ts'
import {
  listAllEquipment,
  listWantedBy,
  sameEquipmentIn,
  type EquipmentRow,
} from './equipment-use.repository.ts'
import { withBuffers } from './move.service.ts'
import { findObstacles } from './obstacles.repository.ts'
import { otherRooms, type Choice } from './other-rooms.ts'
import { roomsFor, takesAllOutright } from './rooms-for.ts'
import { leadsGroupOf, sessionMoveProblem } from './standing.ts'
import { listAllBookable, type WantedRoomRow } from './wanted-rooms.repository.ts'

type Wanted = Input<'waysOn'>

/** What is asked, with what every way on is made from. */
interface Question {
  readonly context: QueryContext
  readonly wanted: Wanted
  readonly set: BookingSet | null
  readonly attempt: Attempt
  readonly equipment: readonly EquipmentRow[]
  readonly leadsItsGroup: boolean
}

/** A way that has yet to be tried. */
interface Candidate {
  readonly kind: WayOn['kind']
  readonly words: string
  readonly attempt: Attempt
}

/** What is in the way of some rooms, and ways on that have each been tried. */
export async function findWaysOn(context: QueryContext, wanted: Wanted): Promise<WaysOn> {
  const { db, actor } = context
  const question = await questionOf(context, wanted)
  const { rooms } = question.attempt
  const obstacles = await obstaclesOf(db, question.attempt)
  const shut = [...obstacles.values()].flat().some(isShut)
  return {
    rooms: rooms.map(({ room }) => ({
      roomId: room.id,
      roomName: room.name,
      obstacles: obstacles.get(room.id) ?? [],
    })),
    mayOverride: shut && rooms.every(({ room }) => mayCloseAt(actor, { buildingId: room.building_id, half: room.half })), // prettier-ignore
    ways: obstacles.size === 0 ? [] : await waysOf(question, new Set(obstacles.keys())),
  }
}

async function questionOf(context: QueryContext, wanted: Wanted): Promise<Question> {
  const { db } = context
  const set = wanted.except ? found(await findSet(db, wanted.except), 'booking') : null
  const rows = await roomsFor(db, wanted.roomIds, wanted.roomIds)
  const asked =
    wanted.equipment.length === 0 && set !== null ? await listWantedBy(db, set.lead.id) : wanted.equipment
  const equipment = await listAllEquipment(db)
  const attempt: Attempt = {
    rooms: await buffered(db, set, rows, wanted),
    times: { startsAt: wanted.startsAt, endsAt: wanted.endsAt },
    equipment: sameEquipmentIn(rows[0].building_id, asked, equipment),
    except: set?.lead.id ?? null,
    waiveBuffers: false,
    overrideReason: null,
  }
  const leadsItsGroup = set !== null && (await leadsGroupOf(db, context.actor, set.lead))
  return { context, wanted, set, attempt, equipment, leadsItsGroup }
}

const buffered = async (db: Db, set: BookingSet | null, rows: readonly WantedRoomRow[], wanted: Wanted) =>
  set === null ? rows.map((room) => ({ room, buffers: buffersIn(room, wanted) })) : withBuffers(db, set, rows)

async function waysOf(question: Question, blocked: ReadonlySet<string>): Promise<WayOn[]> {
  const waived = await waivedWay(question)
  const times = await timeCandidates(question)
  const places = await placeCandidates(question, blocked)
  const free = await freeOf(question.context.db, [...times, ...places])
  const first = (kind: WayOn['kind'], most: number) => free.filter((one) => one.kind === kind).slice(0, most)
  const shifts = first('shift', 99)
  const later = ({ attempt }: Candidate) => attempt.times.startsAt > question.attempt.times.startsAt
  const chosen = [
    ...first('room', 3),
    ...shifts.filter((one) => !later(one)).slice(0, 1),
    ...shifts.filter(later).slice(0, 1),
    ...first('building', 2),
    ...first('weekday', 2),
  ]
  return [...(waived ? [waived] : []), ...chosen].map((one) => toWay(question, one))
}

const toWay = ({ context, leadsItsGroup }: Question, { kind, words, attempt }: Candidate): WayOn => {
  const rooms = attempt.rooms.map((one) => one.room)
  const outright = takesAllOutright(context.actor, rooms, leadsItsGroup)
  return {
    kind,
    words: outright ? words : `${words}: has to be asked for`,
    roomIds: rooms.map((room) => room.id),
    ...attempt.times,
    waiveBuffers: attempt.waiveBuffers,
    outright,
  }
}

/** Those that nothing stands in the way of, in one look at the data for all. */
async function freeOf(db: Db, candidates: readonly Candidate[]): Promise<Candidate[]> {
  const wanted = candidates.flatMap(({ attempt }, i) =>
    wantedBy(attempt).map((one) => ({ ...one, key: `${i} ${one.roomId}` })),
  )
  const obstacles = await findObstacles(db, wanted)
  return candidates.filter(({ attempt }, i) =>
    attempt.rooms.every(({ room }) => !obstacles.has(`${i} ${room.id}`)),
  )
}

/** The same, with less set-up and clear-down: where that alone makes it free. */
async function waivedWay({ context, attempt }: Question): Promise<Candidate | null> {
  const waived = await waive(context.db, context, attempt)
  const given = new Set(waived.others.map(({ row }) => String(row.id)))
  const left = [...(await obstaclesOf(context.db, waived.attempt)).values()].flat()
  if (left.some((one) => one.kind !== 'booking' || !given.has(one.bookingId))) return null
  const gaps = waived.beside.map((other) => gapBetween(attempt.times, other))
  return {
    kind: 'waive',
    words: waivedInWords(Math.min(...gaps)),
    attempt: { ...attempt, waiveBuffers: true },
  }
}

const gapBetween = (one: Times, other: Times): number =>
  other.endsAt <= one.startsAt
    ? minutesBetween(other.endsAt, one.startsAt)
    : minutesBetween(one.endsAt, other.startsAt)

/** The same rooms at another time that day, or on another day of the week. */
async function timeCandidates({ context, attempt, set }: Question): Promise<Candidate[]> {
  const { db, localNow, today } = context
  const [main] = attempt.rooms
  if (main === undefined) return []
  const opening = (await readOpenings(db, main.room.building_id)).get(main.room.building_id)
  const { times } = attempt
  const shifts = ([-1, 1] as const).flatMap((direction) => shiftsOf(times, direction, localNow))
  const days = otherDaysOf(times, localNow, (opening?.weekly.length ?? 0) > 0)
  const session = set?.lead.session_id ? await findSession(db, set.lead.session_id) : undefined
  const candidates: Candidate[] = [
    ...shifts.map((to) => ({ kind: 'shift' as const, words: shiftInWords(times, to, minutesBetween(times.startsAt, to.startsAt)), attempt: { ...attempt, times: to } })),
    ...days.map((to) => ({ kind: 'weekday' as const, words: dayInWords(to), attempt: { ...attempt, times: to } })),
  ] // prettier-ignore
  if (session === undefined) return candidates
  const problems = await Promise.all(candidates.map((one) => sessionMoveProblem(db, session, one.attempt.times, today))) // prettier-ignore
  return candidates.filter((_, i) => problems[i] === null)
}

/** Other rooms at the same time: here, then in the nearest buildings. */
async function placeCandidates(question: Question, blocked: ReadonlySet<string>): Promise<Candidate[]> {
  const { context, attempt, wanted } = question
  const rows = await listAllBookable(context.db)
  const places = await listRoomPlaces(context.db)
  const asked = attempt.rooms.map((one) => one.room)
  const free = await freeRooms(question, rows)
  const choices = otherRooms({ asked, blocked, free, places, people: wanted.people ?? null })
  const candidates = choices.map((choice) => placeCandidate(question, choice, places.get(asked[0]?.id ?? choice.rooms[0].id)?.place ?? null)) // prettier-ignore
  return Promise.all(candidates)
}

async function freeRooms(question: Question, rows: readonly WantedRoomRow[]): Promise<WantedRoomRow[]> {
  const { context, attempt, wanted, set } = question
  const rooms = await buffered(context.db, set, rows, wanted)
  const wants = wantedBy({ ...attempt, rooms, equipment: [] })
  const obstacles = await findObstacles(context.db, wants)
  return rows.filter((room) => !obstacles.has(room.id))
}

async function placeCandidate(
  { context, attempt, wanted, set, equipment }: Question,
  { kind, rooms, place }: Choice,
  near: Choice['place'] | null,
): Promise<Candidate> {
  const away = distanceInWords(near, place)
  const [main] = rooms
  const where = kind === 'room' ? '' : `, ${main.building_name}${away === null ? '' : `, ${away}`}`
  return {
    kind,
    words: `Use ${roomsInWords(rooms, where)}`,
    attempt: {
      ...attempt,
      rooms: await buffered(context.db, set, rooms, wanted),
      equipment: sameEquipmentIn(main.building_id, attempt.equipment, equipment),
    },
  }
}
