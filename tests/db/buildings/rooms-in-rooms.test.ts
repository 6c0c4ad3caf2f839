import { expect, test } from 'vitest'
import type { Room } from '../../../shared/buildings/buildings.contract.ts'
import { aBooking, aRoom } from '../../support/booking-factories.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

/** A hall of two halves, one of them of two quarters. Only the whole hall has minutes of its own: 30 before, 15 after. */
async function aDividedHall(county: TestCounty) {
  const hall = await aRoom(county, { name: 'Hall', setupMinutes: 30, cleardownMinutes: 15 })
  const part = (name: string, whole: Room) => aRoom(county, { name, buildingId: hall.buildingId, partOfId: whole.id }) // prettier-ignore
  const half = await part('Front half', hall)
  const otherHalf = await part('Back half', hall)
  const quarter = await part('Front left', half)
  const otherQuarter = await part('Front right', half)
  return { hall, half, otherHalf, quarter, otherQuarter }
}
type Divided = Awaited<ReturnType<typeof aDividedHall>>
type Name = keyof Divided

const below: readonly (readonly [Name, Name])[] = [
  ['hall', 'half'],
  ['hall', 'otherHalf'],
  ['hall', 'quarter'],
  ['hall', 'otherQuarter'],
  ['half', 'quarter'],
  ['half', 'otherQuarter'],
]
const apart: readonly (readonly [Name, Name])[] = [
  ['half', 'otherHalf'],
  ['quarter', 'otherQuarter'],
  ['quarter', 'otherHalf'],
]

test.each(
  below.flatMap(
    ([a, b]) =>
      [
        [a, b],
        [b, a],
      ] as const,
  ),
)('a booking of the %s takes the %s', async (one, other) => {
  const county = await aCounty()
  const rooms = await aDividedHall(county)
  const first = await aBooking(county, rooms[one].id)
  const refused = aBooking(county, rooms[other].id, { from: '10:30', to: '11:30' })
  await expect(refused).rejects.toMatchObject({
    code: 'CONFLICT',
    details: { obstacles: [{ kind: 'booking', bookingId: first.id }] },
  })
})

test.each(apart)('a booking of the %s leaves the %s free, at the same minute', async (one, other) => {
  const county = await aCounty()
  const rooms = await aDividedHall(county)
  await aBooking(county, rooms[one].id, { setupMinutes: 30, cleardownMinutes: 30 })
  expect(await aBooking(county, rooms[other].id)).toMatchObject({ status: 'confirmed' })
})

test.each(['half', 'quarter'] as const)(
  'the set-up and clear-down of the hall are kept free in its %s',
  async (part) => {
    const county = await aCounty()
    const rooms = await aDividedHall(county)
    await aBooking(county, rooms.hall.id, { from: '12:00', to: '13:00' })
    const inPart = (from: string, to: string) => aBooking(county, rooms[part].id, { from, to })
    await expect(inPart('11:00', '11:31')).rejects.toMatchObject({ details: { obstacles: [{ onlyBuffers: true }] } }) // prettier-ignore
    await expect(inPart('13:14', '14:00')).rejects.toMatchObject({ details: { obstacles: [{ onlyBuffers: true }] } }) // prettier-ignore
    await inPart('11:00', '11:30')
    await inPart('13:15', '14:00')
  },
)

test.each(['half', 'quarter'] as const)(
  'and before the hall is used, what is in its %s must be over in time to set up',
  async (part) => {
    const county = await aCounty()
    const rooms = await aDividedHall(county)
    await aBooking(county, rooms[part].id, { from: '10:00', to: '11:00', cleardownMinutes: 10 })
    const inHall = (from: string, to: string) => aBooking(county, rooms.hall.id, { from, to })
    await expect(inHall('11:29', '12:00')).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(inHall('09:00', '09:46')).rejects.toMatchObject({ code: 'CONFLICT' })
    await inHall('11:30', '12:00')
    await inHall('09:00', '09:45')
  },
)

test('what is held free in one half for a quarter of it does not reach the other half', async () => {
  const county = await aCounty()
  const rooms = await aDividedHall(county)
  await aBooking(county, rooms.quarter.id, { setupMinutes: 60, cleardownMinutes: 60 })
  await expect(aBooking(county, rooms.half.id, { from: '11:30', to: '12:00' })).rejects.toMatchObject({ code: 'CONFLICT' }) // prettier-ignore
  await aBooking(county, rooms.otherHalf.id, { from: '11:30', to: '12:00' })
  await aBooking(county, rooms.otherQuarter.id, { from: '11:30', to: '12:00' })
})

test('once a half is made a room of its own, it is free while the hall is taken', async () => {
  const county = await aCounty()
  const { hall, half } = await aDividedHall(county)
  await aBooking(county, hall.id)
  const { sample: _s, buildingId: _b, ...fields } = half
  await county.api.buildings.updateRoom({ ...fields, partOfId: null })
  expect(await aBooking(county, half.id)).toMatchObject({ status: 'confirmed' })
})
