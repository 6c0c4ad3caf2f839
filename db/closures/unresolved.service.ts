import { whereInWords } from '../../shared/closures/places.rules.ts'
import type { Common } from '../context.ts'
import { listByIds } from '../bookings/bookings.repository.ts'
import { seeBookings } from '../bookings/seen-bookings.ts'
import type { Db } from '../store.ts'
import { listStanding } from './closures.repository.ts'
import { listHits } from './hits.repository.ts'
import { closedTimes, plainOf } from './read-closures.ts'

type Asking = Pick<Common, 'actor' | 'today' | 'localNow'>

/** Closures with bookings that this person may change and about which nothing is decided, the most urgent first. */
export async function listUnresolved({ actor, today, localNow }: Asking, db: Db) {
  const plain = await plainOf(db, await listStanding(db, localNow))
  const hits = (await listHits(db, plain.flatMap(closedTimes), localNow)).filter((hit) => hit.keptBecause === null) // prettier-ignore
  const rows = await listByIds(db, [...new Set(hits.map((hit) => hit.leadId))])
  const seen = await seeBookings(db, { actor, today }, rows)
  const theirs = new Set(
    seen.filter((one) => one.mayChange && one.registerDone !== true).map((one) => one.id),
  )
  return plain
    .flatMap(({ id, reason, everywhere, places }) => {
      const own = hits.filter((hit) => hit.closureId === id && theirs.has(hit.leadId))
      const [first] = own
      if (first === undefined) return []
      const where = whereInWords(everywhere, places)
      return [
        { id, reason, where, hits: new Set(own.map((hit) => hit.leadId)).size, firstAt: first.startsAt },
      ]
    })
    .toSorted((a, b) => (a.firstAt < b.firstAt ? -1 : 1))
}
