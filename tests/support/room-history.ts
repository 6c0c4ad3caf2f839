import fc from 'fast-check'
import { AppError } from '../../shared/errors.ts'
import type { Booking } from '../../shared/bookings/bookings.contract.ts'
import type { Room } from '../../shared/buildings/buildings.contract.ts'
import type { Choice } from '../../shared/closures/closures.contract.ts'
import { weekly } from '../../shared/series/rule.ts'
import { addDays, addMinutes, at as moment } from '../../shared/time/civil.ts'
import { at } from './register-factories.ts'
import type { Api, TestCounty } from './test-county.ts'

/** When something is wanted: a day of two weeks, a quarter of an hour from 9am on, and how long. */
interface Slot {
  readonly day: number
  readonly quarter: number
  readonly length: number
}

/** One thing done to the rooms of a county. Places are taken round the lists, so that any number will do. */
export type RoomAct = Readonly<
  | { do: 'book'; rooms: readonly number[]; slot: Slot; status: 'confirmed' | 'tentative'; waive: boolean }
  | { do: 'move'; booking: number; slot: Slot; room: number; waive: boolean }
  | { do: 'set-rooms'; booking: number; rooms: readonly number[] }
  | { do: 'confirm' | 'cancel' | 'check-in' | 'end-early' | 'no-show' | 'accept'; booking: number }
  | { do: 'run'; room: number; slot: Slot; weeks: number }
  | { do: 'edit-run'; booking: number; room: number; minutes: number; scope: 'this' | 'following' | 'all' }
  | { do: 'join'; room: number; whole: number }
  | { do: 'close'; room: number; slot: Slot }
  | { do: 're-home'; choice: 'move' | 'keep' | 'cancel' }
  | { do: 'clock'; slot: Slot }
  | { do: 'undo' }
>

const nth = fc.nat(40)
const slot: fc.Arbitrary<Slot> = fc.record({ day: fc.nat(13), quarter: fc.nat(20), length: fc.integer({ min: 1, max: 8 }) }) // prettier-ignore
const rooms = fc.array(fc.nat(6), { minLength: 1, maxLength: 2 })
const has = <T extends string>(what: T) => fc.constant(what)
const waive = fc.boolean()

const act: fc.Arbitrary<RoomAct> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: has('book'), rooms, slot, status: fc.constantFrom('confirmed', 'confirmed', 'tentative'), waive }) },
  { weight: 5, arbitrary: fc.record({ do: has('move'), booking: nth, slot, room: fc.nat(6), waive }) },
  { weight: 2, arbitrary: fc.record({ do: has('set-rooms'), booking: nth, rooms }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom('confirm', 'confirm', 'cancel', 'check-in', 'end-early', 'no-show', 'accept'), booking: nth }) },
  { weight: 2, arbitrary: fc.record({ do: has('run'), room: fc.nat(6), slot, weeks: fc.integer({ min: 2, max: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ do: has('edit-run'), booking: nth, room: fc.nat(6), minutes: fc.constantFrom(-60, 15, 30), scope: fc.constantFrom('this', 'following', 'all') }) },
  { weight: 1, arbitrary: fc.record({ do: has('join'), room: fc.nat(6), whole: fc.nat(6) }) },
  { weight: 1, arbitrary: fc.record({ do: has('close'), room: fc.nat(6), slot }) },
  { weight: 2, arbitrary: fc.record({ do: has('re-home'), choice: fc.constantFrom('move', 'move', 'keep', 'cancel') }) },
  { weight: 2, arbitrary: fc.record({ do: has('clock'), slot }) },
  { weight: 4, arbitrary: fc.record({ do: has('undo') }) },
) // prettier-ignore

export const aRoomHistory: fc.Arbitrary<RoomAct[]> = fc.array(act, { minLength: 10, maxLength: 30 })

interface Scene {
  readonly county: TestCounty
  readonly api: Api
  /** A hall, its two halves, a quarter of one, and two rooms by themselves. */
  readonly rooms: readonly Room[]
}

/** The Monday that the two weeks begin on. */
const FIRST = '2026-11-23'
const times = ({ day, quarter, length }: Slot) => {
  const startsAt = addMinutes(moment(addDays(FIRST, day), '09:00'), quarter * 15)
  return { startsAt, endsAt: addMinutes(startsAt, length * 15) }
}

/** Does one thing as staff would. Answers false when the program refused it, as it may; a fault is thrown on. */
export async function carryOutInRooms(scene: Scene, what: RoomAct): Promise<boolean> {
  try {
    await acted(scene, what)
    return true
  } catch (error) {
    if (error instanceof AppError && error.code !== 'FAULT') return false
    throw error
  }
}

async function acted(scene: Scene, what: RoomAct): Promise<unknown> {
  const { api, county } = scene
  const room = (place: number) => at(scene.rooms, place % scene.rooms.length)
  const ids = (places: readonly number[]) => [...new Set(places.map((place) => room(place).id))]
  switch (what.do) {
    case 'book':
      return api.bookings.create({ roomIds: ids(what.rooms), ...times(what.slot), purpose: 'partner', title: 'Clinic', status: what.status, waiveBuffers: what.waive }) // prettier-ignore
    case 'run':
      return api.series.book({ roomIds: [room(what.room).id], rule: ruleFor(what), edits: [], purpose: 'staff', title: 'Team' }) // prettier-ignore
    case 'join':
      return join(api, room(what.room), room(what.whole))
    case 'close':
      return close(api, room(what.room), what.slot)
    case 're-home':
      return reHome(api, what.choice)
    case 'clock':
      return county.setNow(`${times(what.slot).startsAt}:00.000Z`)
    case 'undo':
      return undo(api)
    default:
      return onBooking(scene, what)
  }
}

const ruleFor = (what: Extract<RoomAct, { do: 'run' }>) => {
  const { startsAt, endsAt } = times(what.slot)
  return {
    ...weekly({
      firstDate: startsAt.slice(0, 10),
      weekday: 1,
      startTime: startsAt.slice(11),
      endTime: endsAt.slice(11),
      sessions: what.weeks,
    }),
    skipBankHolidays: false,
    repeats: { kind: 'days', every: 3 } as const,
  }
}

type OnBooking = Extract<RoomAct, { booking: number }>

async function onBooking({ api, rooms }: Scene, what: OnBooking): Promise<unknown> {
  const all = await api.bookings.listBetween({ from: FIRST, to: addDays(FIRST, 30), includeCancelled: true })
  const booking = all[what.booking % Math.max(1, all.length)]
  if (booking === undefined) return null
  const which = { id: booking.id, version: booking.version }
  switch (what.do) {
    case 'move':
      return api.bookings.move({ ...which, ...times(what.slot), roomId: at(rooms, what.room % rooms.length).id, waiveBuffers: what.waive }) // prettier-ignore
    case 'set-rooms':
      return api.bookings.setRooms({ ...which, roomIds: [...new Set(what.rooms.map((n) => at(rooms, n % rooms.length).id))] }) // prettier-ignore
    case 'confirm':
      return api.bookings.confirm(which)
    case 'accept':
      return api.bookings.decide({ ...which, accept: true })
    case 'cancel':
      return api.bookings.cancel({ ...which, reason: 'Not needed' })
    case 'check-in':
      return api.bookings.checkIn(which)
    case 'end-early':
      return api.bookings.endEarly(which)
    case 'no-show':
      return api.bookings.noShow(which)
    case 'edit-run':
      return editRun(api, booking, what, at(rooms, what.room % rooms.length))
  }
}

async function editRun(
  api: Api,
  booking: Booking,
  { minutes, scope }: Extract<RoomAct, { do: 'edit-run' }>,
  room: Room,
): Promise<unknown> {
  if (booking.seriesId === null) return null
  const asked = {
    bookingId: booking.leadId ?? booking.id,
    scope,
    change: {
      startTime: addMinutes(booking.startsAt, minutes).slice(11),
      endTime: addMinutes(booking.endsAt, minutes).slice(11),
      roomId: room.id,
    },
    leaveInTheWay: minutes > 0,
  }
  const { seen } = await api.series.previewEdit(asked)
  return api.series.edit({ ...asked, seen })
}

async function join(api: Api, { id }: Room, whole: Room): Promise<unknown> {
  const now = (await api.buildings.list({})).flatMap((one) => one.rooms).find((one) => one.id === id)
  if (now === undefined) return null
  const { buildingId: _b, sample: _s, ...room } = now
  return api.buildings.updateRoom({ ...room, partOfId: now.partOfId === null ? whole.id : null })
}

const close = (api: Api, { id, buildingId }: Room, slot: Slot) =>
  api.closures.create({
    places: [{ buildingId, roomId: id }],
    when: { kind: 'times', ...times(slot) },
    reason: 'Boiler',
  })

async function reHome(api: Api, choice: 'move' | 'keep' | 'cancel'): Promise<unknown> {
  const [closure] = await api.closures.unresolved({})
  if (closure === undefined) return null
  const { rows } = await api.closures.desk({ closureId: closure.id })
  const choices = rows.flatMap(({ bookingId, version, proposal }): Choice[] => {
    if (choice !== 'move') return [{ bookingId, version, do: choice, reason: 'Boiler' }]
    if (proposal === null) return []
    return [{ bookingId, version, do: choice, roomIds: proposal.rooms.map((one) => one.roomId) }]
  })
  return api.closures.rehome({ closureId: closure.id, choices })
}

async function undo(api: Api): Promise<void> {
  const next = (await api.audit.nextUndo({})).undo
  if (next !== null && !/Add a (building|room)/.test(next.label)) await api.audit.undo({ id: next.id })
}
