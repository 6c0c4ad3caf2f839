import { aBooking, aRequest, aRoom, twoRooms } from './booking-factories.ts'
import type { Case } from './every-command.ts'
import { aRoomElsewhere } from './group-factories.ts'
import { aGroupToday } from './group-today.ts'
import { at } from './register-factories.ts'
import type { TestCounty } from './test-county.ts'

/** The commands about bookings: see `everyCommand`. */
export const bookingCommands: Readonly<Record<string, Case>> = {
  'bookings.create: of two rooms with equipment, in pencil': async (county) => {
    const { hall, creche, equipment } = await twoRooms(county)
    return () => aBooking(county, hall.id, { further: [creche.id], equipment, status: 'tentative' })
  },
  'bookings.create': async (county) => {
    const room = await aRoom(county)
    return () => aBooking(county, room.id)
  },
  'bookings.move': async (county) => {
    const booking = await aBooking(county, (await aRoom(county)).id)
    const other = await aRoomElsewhere(county)
    const there = { roomId: other.id, startsAt: '2026-11-25T13:00', endsAt: '2026-11-25T14:00' }
    return () => county.api.bookings.move({ id: booking.id, version: booking.version, ...there })
  },
  'bookings.move: with its session': async (county) => {
    const { next } = await aGroupToday(county)
    if (!next.bookingId || !next.bookingVersion || !next.roomId) throw new Error('The session has no room.')
    const there = { roomId: next.roomId, startsAt: '2026-11-26T13:00', endsAt: '2026-11-26T14:00' }
    const booking = { id: next.bookingId, version: next.bookingVersion }
    return () => county.api.bookings.move({ ...booking, ...there })
  },
  'bookings.move: two rooms, and the neighbour gives way': async (county) => {
    const { hall, creche, equipment } = await twoRooms(county)
    await aBooking(county, hall.id, { date: '2026-11-25', from: '09:00', to: '12:45', cleardownMinutes: 30 })
    const { id, version } = await aBooking(county, hall.id, {
      further: [creche.id],
      equipment,
      setupMinutes: 20,
    })
    const there = { startsAt: '2026-11-25T13:00', endsAt: '2026-11-25T14:00', waiveBuffers: true }
    return () => county.api.bookings.move({ id, version, ...there })
  },
  'bookings.checkIn': async (county) => {
    const which = await aBookingNow(county)
    return () => county.api.bookings.checkIn(which)
  },
  'bookings.endEarly': async (county) => {
    const which = await aBookingNow(county)
    return () => county.api.bookings.endEarly(which)
  },
  'bookings.noShow': async (county) => {
    const which = await aBookingNow(county)
    return () => county.api.bookings.noShow(which)
  },
  'bookings.update': async (county) => {
    const { hall, creche, equipment } = await twoRooms(county)
    const { id, version } = await aBooking(county, hall.id, { further: [creche.id], equipment })
    const thing = at([...equipment], 0)
    const change = { title: 'Clinic', people: 12, layout: 'Circle', private: true, setupMinutes: 30 }
    return () =>
      county.api.bookings.update({ id, version, ...change, equipment: [{ ...thing, quantity: 2 }] })
  },
  'bookings.setRooms': async (county) => {
    const { hall, creche, equipment } = await twoRooms(county)
    const other = await aRoom(county, { name: 'Office', buildingId: hall.buildingId })
    const { id, version } = await aBooking(county, hall.id, { further: [creche.id], equipment })
    return () => county.api.bookings.setRooms({ id, version, roomIds: [creche.id, other.id, hall.id] })
  },
  'bookings.setRooms: the main one is dropped': async (county) => {
    const { hall, creche } = await twoRooms(county)
    const { id, version } = await aBooking(county, hall.id, { further: [creche.id] })
    return () => county.api.bookings.setRooms({ id, version, roomIds: [creche.id] })
  },
  'bookings.confirm': async (county) => {
    const { hall, creche, equipment } = await twoRooms(county)
    const { id, version } = await aBooking(county, hall.id, { further: [creche.id], equipment, status: 'tentative' }) // prettier-ignore
    return () => county.api.bookings.confirm({ id, version })
  },
  'bookings.decide': async (county) => {
    const { id, version } = await aRequest(county)
    return () => county.api.bookings.decide({ id, version, accept: true })
  },
  'bookings.decide: no': async (county) => {
    const { id, version } = await aRequest(county)
    return () => county.api.bookings.decide({ id, version, accept: false, reason: 'Staff only' })
  },
  'bookings.cancel: of two rooms': async (county) => {
    const { hall, creche } = await twoRooms(county)
    const { id, version } = await aBooking(county, hall.id, { further: [creche.id] })
    return () => county.api.bookings.cancel({ id, version, reason: 'Weather' })
  },
  'bookings.cancel': async (county) => {
    const { next } = await aGroupToday(county)
    if (!next.bookingId || !next.bookingVersion) throw new Error('The session has no room.')
    const booking = { id: next.bookingId, version: next.bookingVersion }
    return () => county.api.bookings.cancel({ ...booking, reason: 'Boiler' })
  },
}

/** A booking of two rooms that began twenty minutes ago. */
async function aBookingNow(county: TestCounty) {
  const { hall, creche } = await twoRooms(county)
  const { id, version } = await aBooking(county, hall.id, { further: [creche.id] })
  county.setNow('2026-11-24T10:20:00.000Z')
  return { id, version }
}
