import type { Closure, ClosureState } from '../../shared/closures/closures.contract.ts'
import type { Closed } from '../../shared/closures/closed.rules.ts'
import { whereInWords } from '../../shared/closures/places.rules.ts'
import { timesInWords, type ClosureTime } from '../../shared/closures/times.rules.ts'
import type { BuildingId, ClosureId } from '../../shared/ids.ts'
import { mayCloseAt, mayCloseEverywhere, type Half } from '../../shared/users/scope.rules.ts'
import { found } from '../changed.ts'
import type { Common } from '../context.ts'
import { fromFlag } from '../flag.ts'
import type { Db } from '../store.ts'
import * as closures from './closures.repository.ts'
import { listHits, type Hit } from './hits.repository.ts'

/** A closure as it stands in the file: where and when. */
export interface PlainClosure {
  readonly id: ClosureId
  readonly reason: string
  readonly everywhere: boolean
  readonly places: readonly (Closure['places'][number] & { readonly half: Half | null })[]
  readonly times: readonly ClosureTime[]
  readonly pattern: string | null
  readonly liftedAt: string | null
}

type Asking = Pick<Common, 'actor' | 'localNow'>

/** Closures now and to come, the next first; with `past` those over and lifted after them, the last first. */
export async function listClosures(
  asking: Asking,
  db: Db,
  { past, buildingId }: { past: boolean; buildingId?: BuildingId | null | undefined },
): Promise<Closure[]> {
  const rows = past ? await closures.listAll(db) : await closures.listStanding(db, asking.localNow)
  const shown = (await readAll(asking, db, rows)).filter(
    (one) => !buildingId || one.everywhere || one.places.some((place) => place.buildingId === buildingId),
  )
  return shown.toSorted((a, b) => byTurn(a, b, asking.localNow))
}

export async function readClosure(asking: Asking, db: Db, id: ClosureId): Promise<Closure> {
  const row = found(await closures.findById(db, id), 'closure')
  return found((await readAll(asking, db, [row]))[0], 'closure')
}

/** Where and when a closure is, without what it hits. */
export const readPlain = async (db: Db, row: closures.ClosureRow): Promise<PlainClosure> =>
  found((await plainOf(db, [row]))[0], 'closure')

/** Where and when closures are. */
export async function plainOf(db: Db, rows: readonly closures.ClosureRow[]): Promise<PlainClosure[]> {
  const ids = rows.map((row) => row.id)
  const [places, times] = [await closures.listPlaces(db, ids), await closures.listTimes(db, ids)]
  return rows.map((row) => ({
    id: row.id,
    reason: row.reason,
    everywhere: fromFlag(row.everywhere),
    places: (places.get(row.id) ?? []).map(({ closure_id: _id, ...place }) => place),
    times: (times.get(row.id) ?? []).map(({ startsAt, endsAt }) => ({ startsAt, endsAt })),
    pattern: row.pattern,
    liftedAt: row.lifted_at,
  }))
}

/** Each time of a closure, as the rules of closing know it; none of one that was lifted. */
export const closedTimes = ({ id, reason, everywhere, places, times, liftedAt }: PlainClosure): Closed[] =>
  liftedAt !== null
    ? []
    : times.map(({ startsAt, endsAt }) => ({
        closureId: id,
        reason,
        startsAt,
        endsAt,
        everywhere,
        buildingIds: places.filter((place) => place.roomId === null).map((place) => place.buildingId),
        roomIds: places.flatMap((place) => place.roomId ?? []),
      }))

async function readAll(asking: Asking, db: Db, rows: readonly closures.ClosureRow[]): Promise<Closure[]> {
  const plain = await plainOf(db, rows)
  const hits = await listHits(db, plain.flatMap(closedTimes), asking.localNow)
  const open = Map.groupBy(hits.filter((hit) => hit.keptBecause === null), (hit) => hit.closureId) // prettier-ignore
  return plain.map((one, at) => toClosure(asking, one, rows[at], countHits(open.get(one.id) ?? [])))
}

/** Bookings, each once, whichever of its rooms are shut. */
export function countHits(hits: readonly Hit[]): Closure['hits'] {
  const leads = new Map(hits.map((hit) => [hit.leadId, hit.isSession]))
  const sessions = [...leads.values()].filter(Boolean).length
  return { sessions, bookings: leads.size - sessions }
}

function toClosure(
  { actor, localNow }: Asking,
  plain: PlainClosure,
  row: closures.ClosureRow | undefined,
  hits: Closure['hits'],
): Closure {
  const { note, lifted_reason, closed_by_name, version } = found(row, 'closure')
  const { id, reason, everywhere, places, times, pattern, liftedAt } = plain
  return {
    id,
    reason,
    note,
    everywhere,
    places: places.map(({ half: _half, ...place }) => place),
    where: whereInWords(everywhere, places),
    times: [...times],
    when: timesInWords(pattern, times),
    state: stateOf(plain, localNow),
    liftedAt,
    liftedReason: lifted_reason,
    closedBy: closed_by_name,
    hits,
    mayChange: everywhere ? mayCloseEverywhere(actor) : places.every((place) => mayCloseAt(actor, place)),
    version,
  }
}

function stateOf({ liftedAt, times }: PlainClosure, localNow: string): ClosureState {
  if (liftedAt !== null) return 'lifted'
  if (!times.some((time) => time.endsAt > localNow)) return 'over'
  return times.some((time) => time.startsAt <= localNow && localNow < time.endsAt) ? 'now' : 'to-come'
}

/** What is still ahead before what is behind; the nearest to now first. */
function byTurn(a: Closure, b: Closure, localNow: string): number {
  const behind = (one: Closure) => (one.state === 'over' || one.state === 'lifted' ? 1 : 0)
  if (behind(a) !== behind(b)) return behind(a) - behind(b)
  const turn = (one: Closure) =>
    behind(one) === 1
      ? (one.times.at(-1)?.endsAt ?? '')
      : (one.times.find((time) => time.endsAt > localNow)?.startsAt ?? '')
  const [first, second] = [turn(a), turn(b)]
  const order = first < second ? -1 : first > second ? 1 : 0
  return behind(a) === 1 ? -order : order
}
