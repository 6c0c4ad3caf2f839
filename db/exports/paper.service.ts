import { AppError } from '../../shared/errors.ts'
import type { DaySheet, RoomDays } from '../../shared/exports/paper.contract.ts'
import { daySheet, roomDays, type Expected, type Known } from '../../shared/exports/paper.rules.ts'
import type { BuildingId, RoomId } from '../../shared/ids.ts'
import { addDays, daysBetween } from '../../shared/time/civil.ts'
import type { Half } from '../../shared/users/scope.rules.ts'
import { found } from '../changed.ts'
import type { Ask, QueryContext } from '../context.ts'
import { expectedCounts } from '../enrolments/expected.repository.ts'

interface Asked {
  readonly date: string
  readonly buildingId?: BuildingId | null | undefined
  readonly half?: Half | null | undefined
}

/** A sheet for the building, or for each of a half, or of the county; by name. Of those in use that have rooms. */
export async function daySheets(
  { ask, db }: QueryContext,
  { date, buildingId, half }: Asked,
): Promise<DaySheet[]> {
  const buildings = (await ask.buildings.list({})).filter(
    (one) => one.rooms.length > 0 && (!buildingId || one.id === buildingId) && (!half || one.half === half),
  )
  if (buildingId) found(buildings[0], 'building')
  const known = await readKnown(ask, { from: date, to: date, buildingId })
  const expected: Expected = new Map(
    [...(await expectedCounts(db, { from: date, to: date }))].map(([id, counts]) => [id, counts.expected]),
  )
  const sheets: DaySheet[] = []
  for (const { id } of buildings)
    sheets.push(daySheet(await ask.buildings.get({ id }), date, known, expected))
  return sheets
}

interface RoomAsked {
  readonly roomId: RoomId
  readonly from: string
  readonly to: string
}

/** At most this many fit on one sheet. */
const MOST_DAYS = 7

export async function readRoomDays({ ask }: QueryContext, asked: RoomAsked): Promise<RoomDays> {
  const { roomId, from, to } = asked
  const length = daysBetween(from, to) + 1
  if (length < 1 || length > MOST_DAYS)
    throw new AppError('INVALID_INPUT', 'Ask for one day, or up to seven in a row.', { fields: { to: 'Choose a week or less.' } }) // prettier-ignore
  const buildings = await ask.buildings.list({ includeArchived: true })
  const building = found(buildings.find((one) => one.rooms.some((room) => room.id === roomId)), 'room') // prettier-ignore
  const room = found(building.rooms.find((one) => one.id === roomId), 'room') // prettier-ignore
  const dates = Array.from({ length }, (_, days) => addDays(from, days))
  return roomDays(building, room, dates, await readKnown(ask, { from, to, buildingId: building.id }))
}

async function readKnown(
  ask: Ask,
  where: { readonly from: string; readonly to: string; readonly buildingId: BuildingId | null | undefined },
): Promise<Known> {
  return {
    bookings: await ask.bookings.listBetween(where),
    closed: await ask.closures.between(where),
    hours: await ask.buildings.openHours(where),
  }
}
