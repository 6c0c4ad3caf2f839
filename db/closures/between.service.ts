import type { ClosedTime } from '../../shared/closures/closures.contract.ts'
import { shuts } from '../../shared/closures/closed.rules.ts'
import type { BuildingId } from '../../shared/ids.ts'
import { addDays, at } from '../../shared/time/civil.ts'
import type { Db } from '../store.ts'
import { listClosed } from './closed.repository.ts'
import { listClosable } from './hits.repository.ts'

interface Asked {
  /** Local dates, both included. */
  readonly from: string
  readonly to: string
  readonly buildingId?: BuildingId | null | undefined
}

/** What is closed on some days, each time with the rooms that it shuts. */
export async function closedBetween(db: Db, { from, to, buildingId }: Asked): Promise<ClosedTime[]> {
  const closed = await listClosed(db, at(from, '00:00'), at(addDays(to, 1), '00:00'))
  if (closed.length === 0) return []
  const rooms = [...(await listClosable(db, buildingId)).values()]
  const times = closed.map((time) => ({
    ...time,
    buildingIds: time.buildingIds.filter((id) => !buildingId || id === buildingId),
    roomIds: rooms.filter((room) => shuts(time, room)).map((room) => room.id),
  }))
  return times.filter((time) => time.everywhere || time.buildingIds.length > 0 || time.roomIds.length > 0)
}
