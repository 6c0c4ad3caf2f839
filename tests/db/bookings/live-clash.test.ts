import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { timeAt } from '../../../shared/bookings/day-board.rules.ts'
import { obstaclesAt, type OnBoard } from '../../../shared/bookings/live-clash.rules.ts'
import { obstacleSchema } from '../../../shared/bookings/obstacles.contract.ts'
import { obstacleInWords, obstaclesMessage } from '../../../shared/bookings/obstacles.rules.ts'
import { sharedFloor } from '../../../shared/buildings/floor.rules.ts'
import type { RoomId } from '../../../shared/ids.ts'
import { aBooking, aBuilding, aRoom, undoOf } from '../../support/booking-factories.ts'
import { aClosedTime } from '../../support/closure-factories.ts'
import { aCounty, type Api } from '../../support/test-county.ts'

const date = '2026-11-24'

/** A hall with a half, a room with long minutes, and a day with bookings on either side of every edge. */
async function aBusyDay() {
  const county = await aCounty()
  const { id: buildingId } = await aBuilding(county)
  const hall = await aRoom(county, { buildingId, name: 'Hall', cleardownMinutes: 15 })
  const half = await aRoom(county, { buildingId, name: 'Half', partOfId: hall.id, setupMinutes: 30 })
  const small = await aRoom(county, { buildingId, name: 'Room 2' })
  const book = (roomId: RoomId, from: string, to: string) => aBooking(county, roomId, { date, from, to })
  await book(hall.id, '09:00', '10:00')
  await book(half.id, '13:00', '14:00')
  await book(small.id, '10:00', '11:00')
  const moving = await book(small.id, '16:00', '17:00')
  return { county, api: county.api, rooms: [hall, half, small], moving }
}

const refused = z.looseObject({ code: z.string(), details: z.object({ obstacles: z.array(obstacleSchema) }) })

async function boardOf(api: Api): Promise<OnBoard> {
  const asked = { from: date, to: date }
  const buildings = await api.buildings.list({})
  return {
    buildings,
    bookings: await api.bookings.listBetween(asked),
    closed: await api.closures.between(asked),
    openHours: await api.buildings.openHours(asked),
    sharing: sharedFloor(buildings.flatMap((building) => building.rooms)),
  }
}

test('the board says that a booking clashes exactly when it is refused, and in the same words', async () => {
  const { api, rooms, moving } = await aBusyDay()
  const board = await boardOf(api)
  const quarter = fc.integer({ min: 32, max: 76 })
  const target = fc.record({
    room: fc.constantFrom(...rooms),
    start: quarter,
    length: fc.integer({ min: 1, max: 6 }),
  })
  await fc.assert(
    fc.asyncProperty(target, async ({ room, start, length }) => {
      const time = (at: number) => `${date}T${timeAt(at * 15)}`
      const there = { roomId: room.id, startsAt: time(start), endsAt: time(start + length) }
      const obstacles = obstaclesAt(board, there, moving)
      // Undo takes a version forwards, never back.
      const { version } = (await api.bookings.get({ id: moving.id })).booking
      const moved = await api.bookings.move({ id: moving.id, version, ...there }).then(
        () => null,
        (error: unknown) => refused.parse(error),
      )
      if (moved === null) {
        await (
          await undoOf({ api })
        )()
        expect(obstacles).toEqual([])
      } else {
        expect(moved.code).toBe('CONFLICT')
        // Whom to ask is not on the board; the refusal says it too.
        const unasked = moved.details.obstacles.map((one) =>
          one.kind === 'booking' ? { ...one, contact: null } : one,
        )
        expect(unasked.map(obstacleInWords)).toEqual(obstacles.map(obstacleInWords))
      }
    }),
    { numRuns: 60 },
  )
})

test('a booking goes where it already is, and its further rooms are not in its way', async () => {
  const { api, moving } = await aBusyDay()
  const board = await boardOf(api)
  const further = { ...moving, leadId: moving.id }
  expect(obstaclesAt(board, moving, moving)).toEqual([])
  expect(obstaclesAt({ ...board, bookings: [moving, further] }, moving, moving)).toEqual([])
  expect(obstaclesAt(board, moving, null)).toMatchObject([{ bookingId: moving.id }])
})

test('a closure and shut doors are in the way with their words', async () => {
  const { county, api, rooms, moving } = await aBusyDay()
  const [hall] = rooms
  if (!hall) throw new Error('There is no hall.')
  const { id: roomId, buildingId } = hall
  await aClosedTime(county, { buildingId, roomId, startsAt: `${date}T17:00`, endsAt: `${date}T19:00` })
  const target = { roomId, startsAt: `${date}T16:30`, endsAt: `${date}T17:15` }
  expect(obstaclesMessage(obstaclesAt(await boardOf(api), target, moving))).toBe(
    'Hall is closed from 5pm to 7pm: Boiler.',
  )
  const touching = { ...target, endsAt: `${date}T17:00` }
  expect(obstaclesAt(await boardOf(api), touching, moving)).toEqual([])
})
