import type { CallList } from '../../shared/closures/call-list.contract.ts'
import { whatToSay, type Outcome } from '../../shared/closures/choices.rules.ts'
import { whereInWords } from '../../shared/closures/places.rules.ts'
import { timesInWords } from '../../shared/closures/times.rules.ts'
import type { BookingId, ClosureId, GroupId } from '../../shared/ids.ts'
import { displayName } from '../../shared/people/people.rules.ts'
import { dateOf } from '../../shared/time/civil.ts'
import { listByIds, type BookingRow } from '../bookings/bookings.repository.ts'
import { seeBookings } from '../bookings/seen-bookings.ts'
import { found } from '../changed.ts'
import type { QueryContext } from '../context.ts'
import { rosterAsAt, type RosterRecord } from '../enrolments/enrolments.repository.ts'
import type { Db } from '../store.ts'
import * as closures from './closures.repository.ts'
import { listChoices, listLeaders } from './desk.repository.ts'
import { listHits } from './hits.repository.ts'
import { closedTimes, readPlain } from './read-closures.ts'

/** A booking to ring about: where it was, and what became of it. */
interface ToRing {
  readonly row: BookingRow
  readonly did: Outcome['did']
  readonly hadRoom: string
  readonly hadBuilding: string
}

/** Everybody to ring about what a closure hits and that is not over. What was let run needs no call. */
export async function callList(context: QueryContext, closureId: ClosureId): Promise<CallList> {
  const { db, actor, today } = context
  const plain = await readPlain(db, found(await closures.findById(db, closureId), 'closure'))
  const toRing = await listToRing(context, closureId, plain)
  const seen = await seeBookings(db, { actor, today }, toRing.map(({ row }) => row)) // prettier-ignore
  const hidden = new Set(seen.filter((one) => one.hidden).map((one) => one.id))
  const shown = toRing.filter(({ row }) => !hidden.has(row.id))
  const leaders = await listLeaders(db, [...new Set(shown.flatMap(({ row }) => row.group_id ?? []))])
  const sessions: CallList['sessions'] = []
  const others: CallList['others'] = []
  for (const one of shown) {
    const { group_id, starts_at: startsAt, ends_at: endsAt, contact } = one.row
    const heading = { title: one.row.public_title ?? one.row.title, startsAt, endsAt, say: sayOf(one) }
    if (group_id === null) others.push({ ...heading, contact })
    else
      sessions.push({
        ...heading,
        roomName: one.hadRoom,
        buildingName: one.hadBuilding,
        facilitators: (leaders.get(group_id) ?? []).map(({ name, phone }) => ({ name, phone })),
        people: await peopleOf(db, group_id, dateOf(startsAt)),
      })
  }
  const { reason, everywhere, places, pattern, times } = plain
  return {
    reason,
    where: whereInWords(everywhere, places),
    when: timesInWords(pattern, times),
    sessions,
    others,
    hidden: hidden.size,
  }
}

async function listToRing(
  { db, localNow }: QueryContext,
  closureId: ClosureId,
  plain: Awaited<ReturnType<typeof readPlain>>,
): Promise<ToRing[]> {
  const choices = new Map((await listChoices(db, closureId)).map((choice) => [choice.booking_id, choice]))
  const hits = await listHits(db, closedTimes(plain), localNow)
  const open = hits.filter((hit) => hit.keptBecause === null).map((hit) => hit.leadId)
  const decided = [...choices.values()].filter((choice) => choice.did !== 'keep')
  const ids = new Set<BookingId>([...open, ...decided.map((choice) => choice.booking_id)])
  return (await listByIds(db, [...ids]))
    .filter((row) => row.ends_at > localNow)
    .toSorted((a, b) => (a.starts_at < b.starts_at ? -1 : 1))
    .map((row) => {
      const choice = choices.get(row.id)
      const hadRoom = choice?.room_name ?? row.room_name
      const hadBuilding = choice?.building_name ?? row.building_name
      return { row, hadRoom, hadBuilding, did: open.includes(row.id) ? 'open' : didOf(row) }
    })
}

/** What became of it is read from the booking itself: it may have been moved once more since. */
const didOf = (row: BookingRow): Outcome['did'] => (row.status === 'cancelled' ? 'cancel' : 'move')

const sayOf = ({ row, did }: ToRing) =>
  whatToSay({
    did,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    roomName: row.room_name,
    buildingName: row.building_name,
  })

/** Those enrolled on the day, a family together, each with a number only if they said that calling is safe. */
async function peopleOf(
  db: Db,
  groupId: GroupId,
  date: string,
): Promise<CallList['sessions'][number]['people']> {
  const enrolled = (await rosterAsAt(db, groupId, date)).filter((row) => row.status === 'enrolled')
  return byFamily(enrolled).map((row) => ({
    name: displayName({ firstName: row.first_name, lastName: row.last_name, knownAs: row.known_as }),
    familyName: row.family_name,
    phone: row.safe_to_call === 'yes' ? row.phone : null,
    safeToCall: row.safe_to_call,
  }))
}

/** By last name, whoever belongs to a family beside the first of it. */
function byFamily(rows: readonly RosterRecord[]): RosterRecord[] {
  const sorted = rows.toSorted((a, b) => names.compare(a.sort_key, b.sort_key))
  return [...Map.groupBy(sorted, (row) => row.family_id ?? row.id).values()].flat()
}
const names = new Intl.Collator('en-GB')
