import type { Booking } from '../../shared/bookings/bookings.contract.ts'
import type { Closed } from '../../shared/closures/closed.rules.ts'
import type { Decided, Desk, DeskRow } from '../../shared/closures/desk.contract.ts'
import { offersFor, roomIdsOf, useOf, type Offers } from '../../shared/closures/offers.rules.ts'
import { didNotRunProblem } from '../../shared/groups/session.rules.ts'
import type { BookingId, ClosureId, SessionId, StaffId } from '../../shared/ids.ts'
import { mayCloseAt } from '../../shared/users/scope.rules.ts'
import { listByIds, type BookingRow } from '../bookings/bookings.repository.ts'
import { findObstacles, type WantedRoom } from '../bookings/obstacles.repository.ts'
import { seeBookings } from '../bookings/seen-bookings.ts'
import type { Common } from '../context.ts'
import type { Db } from '../store.ts'
import * as desk from './desk.repository.ts'
import { freeRooms, listOffered, type LedNeed, type Offered } from './free-rooms.ts'
import { listHits, type Hit } from './hits.repository.ts'

type Asking = Pick<Common, 'actor' | 'today' | 'localNow'>

/** A closure, made or not, as far as its desk needs it. */
export interface DeskSubject {
  readonly closureId: ClosureId | null
  readonly reason: string
  readonly where: string
  readonly when: string
  readonly closed: readonly Closed[]
}

/** A booking that is hit: its rows, the main room first, as this person sees them. */
interface HitBooking {
  readonly rows: readonly BookingRow[]
  readonly seen: Booking
  readonly shut: ReadonlySet<BookingId>
  readonly leaders: readonly {
    readonly staffId: StaffId
    readonly name: string
    readonly phone: string | null
  }[]
}

/** Everything that a closure hits and that is not over, in the order of time, with rooms for each. */
export async function openDesk(asking: Asking, db: Db, subject: DeskSubject): Promise<Desk> {
  const hit = await readHit(asking, db, await listHits(db, subject.closed, asking.localNow))
  const facts = await readFacts(db, hit)
  const rows = hit.map((one) => ({ one, row: toRow(asking, one, facts) }))
  const toMove = rows.filter(({ row }) => row.problem === null && row.keptBecause === null)
  const offers = await offer(asking, db, subject, toMove)
  return {
    closureId: subject.closureId,
    reason: subject.reason,
    where: subject.where,
    when: subject.when,
    rows: rows.map(({ row }) => withOffers(row, offers.get(row.bookingId))),
    decided: subject.closureId === null ? [] : await listDecided(asking, db, subject.closureId),
    families: facts.familiesOf(
      rows.filter(({ row }) => !row.hidden).flatMap(({ row }) => row.sessionId ?? []),
    ),
  }
}

async function listDecided({ actor, today, localNow }: Asking, db: Db, id: ClosureId): Promise<Decided[]> {
  const choices = (await desk.listChoices(db, id)).filter((choice) => choice.did !== 'keep')
  const rows = await listByIds(db, choices.map((choice) => choice.booking_id)) // prettier-ignore
  const seen = new Map((await seeBookings(db, { actor, today }, rows)).map((one) => [one.id, one]))
  return choices
    .flatMap(({ booking_id, room_name, building_name }) => {
      const one = seen.get(booking_id)
      if (one === undefined || one.endsAt <= localNow) return []
      const { title, startsAt, endsAt, status, roomName, buildingName } = one
      const did: Decided['did'] = status === 'cancelled' ? 'cancel' : 'move'
      const [from, to] = [`${room_name}, ${building_name}`, `${roomName}, ${buildingName}`]
      return [{ bookingId: one.id, title, startsAt, endsAt, did, from, to }]
    })
    .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
}

const withOffers = (row: DeskRow, offers: Offers | undefined): DeskRow =>
  offers === undefined ? row : { ...row, proposal: offers.proposal, alternatives: [...offers.alternatives] }

async function readHit({ actor, today }: Asking, db: Db, hits: readonly Hit[]): Promise<HitBooking[]> {
  const whole = await desk.listWhole(db, [...new Set(hits.map((hit) => hit.leadId))])
  const main = [...whole.values()].flatMap((rows) => rows[0] ?? [])
  const seen = new Map((await seeBookings(db, { actor, today }, main)).map((one) => [one.id, one]))
  const leaders = await desk.listLeaders(db, [...new Set(main.flatMap((row) => row.group_id ?? []))])
  const shut = new Set(hits.map((hit) => hit.bookingId))
  return [...whole.values()]
    .flatMap((rows) => {
      const one = rows[0] && seen.get(rows[0].id)
      const groupId = rows[0]?.group_id ?? null
      return one ? [{ rows, seen: one, shut, leaders: groupId === null ? [] : (leaders.get(groupId) ?? []) }] : [] // prettier-ignore
    })
    .toSorted((a, b) => order(a.seen, b.seen))
}

const order = (a: Booking, b: Booking) =>
  a.startsAt < b.startsAt || (a.startsAt === b.startsAt && a.id < b.id) ? -1 : 1

/** What is known of the sessions: who is expected, and what the registers say. */
async function readFacts(db: Db, hit: readonly HitBooking[]) {
  const sessionIds = hit.flatMap(({ seen }) => seen.sessionId ?? [])
  const expected = await desk.listExpected(db, sessionIds)
  const taken = await desk.listTaken(db, sessionIds)
  const peopleAt = (id: SessionId) => expected.get(id) ?? []
  return {
    peopleAt: (id: SessionId) => peopleAt(id).length,
    // Somebody without a family is one.
    familiesOf: (ids: readonly SessionId[]) =>
      new Set(ids.flatMap(peopleAt).map((one) => one.familyId ?? one.personId)).size,
    cameTo: (id: SessionId) => taken.get(id) ?? { came: 0, taken: 0 },
  }
}
type Facts = Awaited<ReturnType<typeof readFacts>>

function toRow({ actor }: Asking, { rows, seen, shut, leaders }: HitBooking, facts: Facts): DeskRow {
  const { sessionId, hidden } = seen
  return {
    bookingId: seen.id,
    sessionId,
    groupId: seen.groupId,
    title: seen.title,
    purpose: seen.purpose,
    startsAt: seen.startsAt,
    endsAt: seen.endsAt,
    buildingId: seen.buildingId,
    buildingName: seen.buildingName,
    rooms: rows.map((row) => ({ bookingId: row.id, roomId: row.room_id, roomName: row.room_name, shut: shut.has(row.id) })), // prettier-ignore
    people: peopleOf(seen, facts),
    families: sessionId === null || hidden ? null : facts.familiesOf([sessionId]),
    facilitators: hidden ? [] : leaders.map(({ name, phone }) => ({ name, phone })),
    contact: seen.contact,
    hidden,
    keptBecause: keptBecause(rows.find((row) => shut.has(row.id))?.override_reason ?? null, hidden),
    problem: problemOf(seen),
    cancelProblem: sessionId === null || hidden ? null : didNotRunProblem(facts.cameTo(sessionId)),
    mayKeep: mayCloseAt(actor, { half: rows[0]?.half ?? null }),
    proposal: null,
    alternatives: [],
    version: seen.version,
  }
}

const keptBecause = (reason: string | null, hidden: boolean) =>
  reason !== null && hidden ? 'Decided by those who look after it' : reason

function peopleOf({ sessionId, hidden, people }: Booking, facts: Facts): number | null {
  if (sessionId === null || hidden) return people
  return facts.peopleAt(sessionId) || people
}

function problemOf({ registerDone, mayChange, buildingName }: Booking): string | null {
  if (!mayChange) return `Not yours to change. Ask whoever looks after ${buildingName}, or a manager.`
  return registerDone === true ? 'Its register is complete. Reopen the register first.' : null
}

/** The best rooms for each, and other good ones: found all together, then checked as a booking would be. */
async function offer(
  { actor }: Asking,
  db: Db,
  subject: DeskSubject,
  toMove: readonly { one: HitBooking; row: DeskRow }[],
): Promise<Map<BookingId, Offers>> {
  if (toMove.length === 0) return new Map()
  const offered = await listOffered(db)
  const needs = toMove.flatMap(({ one, row }) => toNeed(one, row, offered) ?? [])
  // A closure that is made is read with the others; only one that is not is added here.
  const also = subject.closureId === null ? subject.closed : []
  const isFree = await freeRooms(db, { who: actor, offered, needs, also })
  const offers = offersFor(needs, [...offered.values()], isFree)
  return checked(db, needs, offered, offers)
}

function toNeed({ rows, seen, shut, leaders }: HitBooking, row: DeskRow, offered: Offered): LedNeed | null {
  const rooms = rows.flatMap(({ id, room_id, setup_minutes, cleardown_minutes }) => {
    const room = offered.get(room_id)
    const own = { setupMinutes: setup_minutes, cleardownMinutes: cleardown_minutes }
    return room ? [{ bookingId: id, room, shut: shut.has(id), ...own }] : []
  })
  if (rooms.length < rows.length) return null
  return {
    bookingId: seen.id,
    startsAt: seen.startsAt,
    endsAt: seen.endsAt,
    rooms,
    people: row.people,
    equipment: seen.equipment.map((one) => one.name),
    things: seen.equipment,
    leaderIds: leaders.map((leader) => leader.staffId),
  }
}

/** A proposal that would be refused is none: the same question as when it is carried out. */
async function checked(
  db: Db,
  needs: readonly LedNeed[],
  offered: Offered,
  offers: Map<BookingId, Offers>,
): Promise<Map<BookingId, Offers>> {
  const wanted = needs.flatMap((need) => {
    const proposal = offers.get(need.bookingId)?.proposal
    const ids = proposal ? roomIdsOf(proposal) : []
    return ids.flatMap((id, at): WantedRoom[] => {
      const [room, of] = [offered.get(id), need.rooms[at]]
      if (!room || !of || of.room.id === id) return []
      const { heldFrom, heldUntil } = useOf(need, of, room)
      const { buildingId, buildingName } = room
      const place = { roomId: id, roomName: room.name, buildingId, buildingName }
      const { startsAt, endsAt, bookingId } = need
      // What it has with it goes along within its building.
      const equipment = at === 0 && of.room.buildingId === buildingId ? need.things : []
      return [
        { ...place, key: bookingId, except: bookingId, equipment, startsAt, endsAt, heldFrom, heldUntil },
      ]
    })
  })
  const found = await findObstacles(db, wanted)
  return new Map(
    [...offers].map(([id, offer]) => [id, found.has(id) ? { ...offer, proposal: null } : offer] as const),
  )
}
