import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aBooking, aRoom, twoRooms, undoOf } from '../../support/booking-factories.ts'
import { rowsOf } from '../../support/dump.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'
import type { EquipmentId } from '../../../shared/ids.ts'

/** Two projectors, a hall without minutes before or after, and another room. */
async function aCountyWithProjectors() {
  const county = await aCounty()
  const { creche, projector } = await twoRooms(county)
  const other = await aRoom(county, { name: 'Room 2', buildingId: creche.buildingId })
  const third = await aRoom(county, { name: 'Room 3', buildingId: creche.buildingId })
  const projectors = (quantity: number) => [{ equipmentId: projector.id, quantity }]
  return { county, creche, other, third, projector, projectors }
}

describe('equipment that is carried about [FEATURES R4]', () => {
  test('goes as far as there is of it, and who wants more is told how many are left', async () => {
    const { county, creche, other, third, projectors } = await aCountyWithProjectors()
    await aBooking(county, creche.id, { equipment: projectors(1) })
    await aBooking(county, other.id, { equipment: projectors(1) })
    await expect(aBooking(county, third.id, { equipment: projectors(1) })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('Projector: 1 is wanted and 0 are left'),
      details: { obstacles: [{ kind: 'equipment', wanted: 1, left: 0 }] },
    })
    expect(await aBooking(county, third.id)).toMatchObject({ equipment: [] })
  })

  test('is free again when the other booking ends, with its minutes', async () => {
    const { county, creche, other, projectors } = await aCountyWithProjectors()
    await aBooking(county, creche.id, { equipment: projectors(2), cleardownMinutes: 15 })
    const from = (time: string) =>
      aBooking(county, other.id, { from: time, to: '12:00', equipment: projectors(1) })
    await expect(from('11:14')).rejects.toMatchObject({ code: 'CONFLICT' })
    await from('11:15')
  })

  test('is counted at the busiest moment, not over the whole time', async () => {
    const { county, creche, other, projectors } = await aCountyWithProjectors()
    await aBooking(county, creche.id, { equipment: projectors(1) })
    await aBooking(county, creche.id, { from: '11:00', to: '12:00', equipment: projectors(1) })
    await aBooking(county, other.id, { from: '10:00', to: '12:00', equipment: projectors(1) })
  })

  test('is not held by what is only pencilled in, and is looked for when that becomes certain', async () => {
    const { county, creche, other, projectors } = await aCountyWithProjectors()
    const { id } = await aBooking(county, creche.id, { equipment: projectors(2), status: 'tentative' })
    await aBooking(county, other.id, { equipment: projectors(1) })
    await expect(county.api.bookings.confirm({ id, version: 1 })).rejects.toMatchObject({ details: { obstacles: [{ kind: 'equipment', left: 1 }] } }) // prettier-ignore
  })

  test('of another building is not to be had here', async () => {
    const { county, projectors } = await aCountyWithProjectors()
    const place = await county.api.buildings.create({ name: 'Elsewhere' })
    const far = await aRoom(county, { buildingId: place.id })
    await expect(aBooking(county, far.id, { equipment: projectors(1) })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
  })

  test('of the same name is taken from the building that is booked', async () => {
    const { county, projectors } = await aCountyWithProjectors()
    const place = await county.api.buildings.create({ name: 'Elsewhere' })
    const far = await aRoom(county, { buildingId: place.id })
    const own = await county.api.buildings.addEquipment({
      buildingId: place.id,
      name: 'projector',
      quantity: 1,
    })
    const booking = await aBooking(county, far.id, { equipment: projectors(1) })
    expect(booking.equipment).toEqual([{ equipmentId: own.id, name: 'projector', quantity: 1 }])
  })

  test('cannot be had by an undo once somebody else has it', async () => {
    const { county, creche, other, projectors } = await aCountyWithProjectors()
    const { id } = await aBooking(county, creche.id, { equipment: projectors(2) })
    await county.api.bookings.cancel({ id, version: 1, reason: 'Weather' })
    const undo = await undoOf(county)
    await aBooking(county, other.id, { equipment: projectors(1) })
    await expect(undo()).rejects.toMatchObject({
      code: 'CHANGED',
      message: expect.stringContaining('equipment'),
    })
  })

  test('that a booking gave up cannot come back by an undo once somebody else has it', async () => {
    const { county, creche, other, projectors } = await aCountyWithProjectors()
    const { id, title } = await aBooking(county, creche.id, { equipment: projectors(2) })
    await county.api.bookings.update({ id, version: 1, title, private: false, equipment: [] })
    const undo = await undoOf(county)
    await aBooking(county, other.id, { equipment: projectors(1) })
    await expect(undo()).rejects.toMatchObject({
      code: 'CHANGED',
      message: expect.stringContaining('equipment'),
    })
  })

  test('is never given twice, whatever is booked, moved, changed and cancelled', async () => {
    const { county, creche, other, third, projector } = await aCountyWithProjectors()
    const rooms = [creche.id, other.id, third.id]
    const step = fc.record({ room: fc.nat(2), hour: fc.integer({ min: 9, max: 12 }), quantity: fc.integer({ min: 1, max: 2 }), what: fc.constantFrom('book', 'move', 'change', 'cancel') }) // prettier-ignore
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async (steps) => {
        for (const { room, hour, quantity, what } of steps) {
          const times = { startsAt: at(hour), endsAt: at(hour + 2) }
          const equipment = [{ equipmentId: projector.id, quantity }]
          const roomIds = rooms.slice(room, room + 1)
          await carryOut(county, what, { ...times, roomIds, equipment }).catch(() => undefined)
          expect(mostOut(county, projector.id)).toBeLessThanOrEqual(2)
        }
      }),
      { numRuns: 12 },
    )
  })
})

const at = (hour: number) => `2026-11-24T${String(hour).padStart(2, '0')}:00`
type Fields = Pick<Parameters<TestCounty['api']['bookings']['create']>[0], 'startsAt' | 'endsAt' | 'roomIds' | 'equipment'> // prettier-ignore

async function carryOut({ api }: TestCounty, what: string, fields: Fields): Promise<unknown> {
  const { equipment, ...place } = fields
  if (what === 'book') return api.bookings.create({ ...fields, purpose: 'partner', title: 'Any' })
  const [first] = await api.bookings.listBetween({ from: '2026-11-24', to: '2026-11-24' })
  if (first === undefined) return null
  const { id, version, title } = first
  if (what === 'move') return api.bookings.move({ id, version, ...place })
  if (what === 'change') return api.bookings.update({ id, version, title, private: false, equipment })
  return api.bookings.cancel({ id, version, reason: 'Weather' })
}

/** The most of it that confirmed bookings have in any one hour, told from the file by another way. */
function mostOut(county: TestCounty, id: EquipmentId): number {
  const rows = rowsOf(
    county.file,
    `SELECT starts_at, ends_at, quantity FROM booking JOIN booking_equipment ON booking_id = booking.id
     WHERE status = 'confirmed' AND equipment_id = '${id}'`,
  )
  const hours = Array.from({ length: 24 }, (_, hour) => at(hour))
  const out = (hour: string) =>
    rows
      .filter((row) => String(row['starts_at']) <= hour && hour < String(row['ends_at']))
      .reduce((sum, row) => sum + Number(row['quantity']), 0)
  return Math.max(...hours.map(out))
}
