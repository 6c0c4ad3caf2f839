import type { BuildingId } from '../../shared/ids.ts'
import { mayCloseAt } from '../../shared/users/scope.rules.ts'
import type { CommandContext } from '../context.ts'
import { list, updateBuilding } from './buildings.repository.ts'
import { countBookingsToCome } from './rooms.repository.ts'

/**
 * Archives the invented buildings that this person may change and that nobody is going to come to, but for those
 * named. What has bookings to come is kept, and said with how many.
 */
export async function archiveSamples(
  { tx, actor, localNow }: CommandContext,
  named: ReadonlySet<BuildingId>,
): Promise<{ archived: number; kept: { name: string; bookings: number }[] }> {
  const samples = (await list(tx, { includeArchived: false })).filter(
    (one) => one.sample && !named.has(one.id) && mayCloseAt(actor, one),
  )
  const kept: { name: string; bookings: number }[] = []
  for (const { id, name, version, rooms } of samples) {
    const bookings = await countBookingsToCome(tx, rooms.map((room) => room.id), localNow) // prettier-ignore
    if (bookings > 0) kept.push({ name, bookings })
    else await updateBuilding(tx, id, version, { archived: 1 })
  }
  return { archived: samples.length - kept.length, kept }
}
