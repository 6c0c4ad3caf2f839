import { toRow } from '../../db/bookings/bookings.repository.ts'
import { newIdAt } from '../../db/new-id.ts'
import type { Booking } from '../../shared/bookings/bookings.contract.ts'
import type { Building, Room } from '../../shared/buildings/buildings.contract.ts'
import {
  bookingId,
  idOf,
  type BookingId,
  type BuildingId,
  type EquipmentId,
  type RoomId,
  type SessionId,
} from '../../shared/ids.ts'
import { addMinutes } from '../../shared/time/civil.ts'
import { aGroupWithSessions, putRows } from './rows.ts'
import { NOW, type TestCounty } from './test-county.ts'

const newId = newIdAt(new Date(NOW))

/** A building without rooms. */
export const aBuilding = ({ api }: Pick<TestCounty, 'api'>, name = 'Wigston Magna'): Promise<Building> =>
  api.buildings.create({ name })

interface RoomPlan {
  readonly name?: string
  readonly buildingId?: BuildingId
  readonly capacity?: number | null
  readonly setupMinutes?: number
  readonly cleardownMinutes?: number
  readonly partOfId?: RoomId | null
}

/** A room, in a building of its own unless said otherwise. */
export async function aRoom(
  county: Pick<TestCounty, 'api'>,
  {
    name = 'Hall',
    buildingId,
    capacity = null,
    setupMinutes = 0,
    cleardownMinutes = 0,
    partOfId = null,
  }: RoomPlan = {},
): Promise<Room> {
  const inside = buildingId ?? (await aBuilding(county)).id
  return county.api.buildings.createRoom({ name, buildingId: inside, capacity, setupMinutes, cleardownMinutes, partOfId }) // prettier-ignore
}

interface BookingPlan {
  /** Local date and wall times. */
  readonly date?: string
  readonly from?: string
  readonly to?: string
  readonly title?: string
  readonly contact?: string | null
  readonly setupMinutes?: number
  readonly cleardownMinutes?: number
  /** Further rooms of the same booking. */
  readonly further?: readonly RoomId[]
  readonly status?: 'confirmed' | 'tentative'
  readonly equipment?: readonly { readonly equipmentId: EquipmentId; readonly quantity: number }[]
  readonly overrideReason?: string
  readonly waiveBuffers?: boolean
  readonly purpose?: Exclude<Booking['purpose'], 'session'>
  readonly people?: number
  readonly note?: string
}

/** A booking for a partner, Tuesday 24 November 2026 from 10am to 11am unless said otherwise. */
export const aBooking = (
  { api }: Pick<TestCounty, 'api'>,
  roomId: RoomId,
  { date = '2026-11-24', from = '10:00', to = '11:00', title = 'Baby massage', further = [], equipment = [], ...rest }: BookingPlan = {},
): Promise<Booking> =>
  api.bookings.create({ roomIds: [roomId, ...further], startsAt: `${date}T${from}`, endsAt: `${date}T${to}`, purpose: 'partner', title, equipment: [...equipment], ...rest }) // prettier-ignore

/** A hall with a crèche beside it, and two projectors to carry about. */
export async function twoRooms(county: Pick<TestCounty, 'api'>) {
  const hall = await aRoom(county, { setupMinutes: 15, cleardownMinutes: 10 })
  const creche = await aRoom(county, { name: 'Crèche', buildingId: hall.buildingId })
  const projector = await county.api.buildings.addEquipment({ buildingId: hall.buildingId, name: 'Projector', quantity: 2 }) // prettier-ignore
  return { hall, creche, projector, equipment: [{ equipmentId: projector.id, quantity: 1 }] }
}

/** A booking that a facilitator asked for. */
export async function aRequest(
  county: Pick<TestCounty, 'api' | 'as'>,
  plan: BookingPlan = {},
): Promise<Booking> {
  const room = await aRoom(county)
  return aBooking({ api: await county.as('facilitator') }, room.id, plan)
}

/** A session today at 10am in this room, of a group that somebody leads; and the county as that facilitator. */
export async function aLedSession(county: TestCounty, roomId: RoomId, startsAt = '2026-11-24T10:00') {
  const jo = await county.api.staff.create({ name: 'Jo Price', stream: 'family', phone: 'ext. 5479' })
  const { groupId, sessions } = await aGroupWithSessions(county, { dates: [startsAt.slice(0, 10)] })
  const [session] = sessions
  if (session === undefined) throw new Error('The group has no session.')
  const led = { id: newId(idOf('row')), group_id: groupId, staff_id: jo.id }
  await putRows(county, (tx) => tx.insertInto('group_facilitator').values(led).execute())
  const id = await aSessionBooking(county, roomId, session, startsAt)
  return {
    id,
    sessionId: session,
    groupId,
    leader: { api: await county.as('facilitator', { staffId: jo.id }) },
  }
}

/** The booking that holds a room for a session of two hours, put straight into the file. */
export async function aSessionBooking(
  county: Pick<TestCounty, 'file'>,
  roomId: RoomId,
  sessionId: SessionId,
  startsAt = '2026-11-24T10:00',
): Promise<BookingId> {
  const id = newId(bookingId)
  const endsAt = addMinutes(startsAt, 120)
  await putRows(county, (tx) =>
    tx
      .insertInto('booking')
      .values(
        toRow({
          id,
          room_id: roomId,
          session_id: sessionId,
          startsAt,
          endsAt,
          setupMinutes: 0,
          cleardownMinutes: 0,
          purpose: 'session',
          title: 'Session',
        }),
      )
      .execute(),
  )
  return id
}

/** Remembers the last thing the person did, and undoes it when called. */
export async function undoOf({ api }: Pick<TestCounty, 'api'>): Promise<() => Promise<unknown>> {
  const { undo } = await api.audit.nextUndo({})
  if (undo === null) throw new Error('There is nothing to undo.')
  return () => api.audit.undo({ id: undo.id })
}
