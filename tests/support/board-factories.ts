import type { Booking } from '../../shared/bookings/bookings.contract.ts'
import type { Building, Room } from '../../shared/buildings/buildings.contract.ts'
import { bookingId, buildingId, roomId } from '../../shared/ids.ts'

const idText = (n: number) => `0192f0c1-2b3c-7d4e-8f90-${String(n).padStart(12, '0')}`
export const roomIdOf = (n: number) => roomId.parse(idText(n))
export const buildingIdOf = (n: number) => buildingId.parse(idText(n))

/** A room as the window has it, made without a county. */
export const theRoom = (n: number, more: Partial<Room> = {}): Room => ({
  id: roomIdOf(n),
  buildingId: buildingIdOf(1),
  name: `Room ${n}`,
  capacity: null,
  leastPeople: null,
  stepFree: null,
  setupMinutes: 0,
  cleardownMinutes: 0,
  partOfId: null,
  features: [],
  floor: null,
  phone: null,
  note: null,
  needsApproval: false,
  sample: false,
  archived: false,
  version: 1,
  ...more,
})

/** A building with these rooms. */
export const theBuilding = (n: number, rooms: readonly Room[], more: Partial<Building> = {}): Building => ({
  id: buildingIdOf(n),
  name: `Building ${n}`,
  localityId: null,
  address: null,
  phone: null,
  latitude: null,
  longitude: null,
  half: null,
  opensOnBankHolidays: false,
  note: null,
  sample: false,
  archived: false,
  version: 1,
  rooms: [...rooms],
  ...more,
})

/** A booking of a room as the window has it: 24 November 2026, 10am to 11am, a partner's. */
export function theBooking(n: number, more: Partial<Booking> = {}): Booking {
  const startsAt = more.startsAt ?? '2026-11-24T10:00'
  const endsAt = more.endsAt ?? '2026-11-24T11:00'
  return {
    id: bookingId.parse(idText(n)),
    roomId: roomIdOf(1),
    roomName: 'Room 1',
    buildingId: buildingIdOf(1),
    buildingName: 'Building 1',
    leadId: null,
    together: [],
    startsAt,
    endsAt,
    heldFrom: startsAt,
    heldUntil: endsAt,
    setupMinutes: 0,
    cleardownMinutes: 0,
    purpose: 'partner',
    title: `Booking ${n}`,
    note: null,
    contact: null,
    private: false,
    people: null,
    layout: null,
    equipment: [],
    status: 'confirmed',
    expiresOn: null,
    cancelledReason: null,
    overrideReason: null,
    checkedInAt: null,
    endedAt: null,
    seriesId: null,
    sessionId: null,
    groupId: null,
    programmeId: null,
    leads: [],
    leaderIds: [],
    colour: null,
    registerDone: null,
    hidden: false,
    mine: false,
    mayChange: true,
    version: 1,
    ...more,
  }
}
