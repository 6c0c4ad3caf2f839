import type { z } from 'zod'
import type { closuresContract } from '../../shared/closures/closures.contract.ts'
import { whereInWords } from '../../shared/closures/places.rules.ts'
import { timesInWords } from '../../shared/closures/times.rules.ts'
import type { Db } from '../store.ts'
import { wantedPlaces } from './closed-places.ts'
import { listBuildings, listRoomPlaces } from './closures.repository.ts'
import type { DeskSubject } from './desk.service.ts'
import { timesOf } from './when.ts'

type Input = z.output<typeof closuresContract.previewDesk.input>

/** A closure that has not been made, as if it had. */
export async function previewSubject(db: Db, input: Input): Promise<DeskSubject> {
  const { reason, everywhere } = input
  const places = await wantedPlaces(db, input)
  const { times, pattern } = await timesOf(db, input.when)
  const buildings = new Map((await listBuildings(db, places.map((one) => one.buildingId))).map((one) => [one.id, one.name])) // prettier-ignore
  const rooms = new Map((await listRoomPlaces(db)).map((room) => [room.id, room.name]))
  const named = places.map(({ buildingId, roomId }) => ({
    buildingId,
    buildingName: buildings.get(buildingId) ?? '',
    roomName: roomId === null ? null : (rooms.get(roomId) ?? ''),
  }))
  const buildingIds = places.filter((one) => one.roomId === null).map((one) => one.buildingId)
  const roomIds = places.flatMap((one) => one.roomId ?? [])
  return {
    closureId: null,
    reason,
    where: whereInWords(everywhere, named),
    when: timesInWords(pattern, times),
    closed: times.map((time) => ({ ...time, closureId: 'new', reason, everywhere, buildingIds, roomIds })),
  }
}
