import type { Booking } from '../../shared/bookings/bookings.contract.ts'
import { AppError } from '../../shared/errors.ts'
import { didNotRunProblem, meetsTwiceProblem, movedAheadProblem } from '../../shared/groups/session.rules.ts'
import type { BookingId } from '../../shared/ids.ts'
import type { Times } from '../../shared/bookings/held.rules.ts'
import { changedSince, found } from '../changed.ts'
import type { CommandContext, Common } from '../context.ts'
import { listFacilitators } from '../groups/groups.repository.ts'
import { countTaken, findTogether } from '../groups/sessions.repository.ts'
import type { Db } from '../store.ts'
import { findSession, type SessionRow } from './booked-session.repository.ts'
import { findSet, type BookingSet } from './booking-set.repository.ts'
import { findById, type BookingRow } from './bookings.repository.ts'
import { seeBookings } from './seen-bookings.ts'

type Asking = Pick<Common, 'actor' | 'today'>

/** A booking that stands, with its rooms, and the row of it that was named. */
export interface Standing {
  readonly set: BookingSet
  readonly named: BookingRow
  /** As this person sees it. */
  readonly seen: Booking
}

/**
 * A booking that this person may change, that has not been cancelled, and that nobody has changed since it was read.
 * NOT_ALLOWED, CONFLICT or CHANGED otherwise.
 */
export async function standing(
  context: CommandContext,
  { id, version }: { readonly id: BookingId; readonly version: number },
): Promise<Standing> {
  const standing = await readStanding(context, { id, version })
  if (!standing.seen.mayChange)
    throw new AppError('NOT_ALLOWED', 'This booking is looked after by others, so it was not changed. Ask the person who booked it, or somebody who looks after the building.') // prettier-ignore
  return standing
}

/** As `standing`, whoever asks. */
export async function readStanding(
  { tx, actor, today }: CommandContext,
  { id, version }: { readonly id: BookingId; readonly version: number },
): Promise<Standing> {
  const set = found(await findSet(tx, id), 'booking')
  const named = [set.lead, ...set.further].find((row) => row.id === id)
  if (named === undefined || named.status === 'cancelled' || named.status === 'no-show') throw cancelled()
  if (named.version !== version) throw changedSince('booking')
  const [seen] = await seeBookings(tx, { actor, today }, [set.lead])
  return { set, named, seen: found(seen, 'booking') }
}

const cancelled = () =>
  new AppError(
    'CONFLICT',
    'This booking has been cancelled. Nothing was changed. Make a new booking instead.',
  )

/** A booking as this person sees it now. */
export async function readBooking(
  { tx, actor, today }: Asking & { readonly tx: Db },
  id: BookingId,
): Promise<Booking> {
  const row = found(await findById(tx, id), 'booking')
  return found((await seeBookings(tx, { actor, today }, [row]))[0], 'booking')
}

/** Whether somebody leads the group whose session a booking is for. */
export async function leadsGroupOf(
  db: Db,
  { staffId }: Common['actor'],
  row: Pick<BookingRow, 'group_id'>,
): Promise<boolean> {
  if (row.group_id === null || staffId === null) return false
  const leaders = (await listFacilitators(db, [row.group_id])).get(row.group_id) ?? []
  return leaders.some((one) => one.staffId === staffId)
}

/** Its session, if it has one. A complete register says who was there and when: it must be reopened before that changes. */
export async function sessionOf(
  db: Db,
  { session_id }: BookingRow,
  done: 'moved' | 'cancelled',
): Promise<SessionRow | null> {
  if (session_id === null) return null
  const session = found(await findSession(db, session_id), 'session')
  if (session.register_completed_at !== null)
    throw new AppError('CONFLICT', `The register of this session is complete, so it was not ${done}. Reopen the register first.`) // prettier-ignore
  return session
}

/** Why a session cannot be at that time, by the same rules as on its group's page; null when it can. */
export async function sessionMoveProblem(
  db: Db,
  session: SessionRow,
  to: Times,
  today: string,
): Promise<AppError | null> {
  const ahead = movedAheadProblem(await countTaken(db, session.id), to.startsAt, today)
  if (ahead !== null) return new AppError('CONFLICT', ahead)
  const other = await findTogether(db, session.group_id, { start: to.startsAt, end: to.endsAt }, session.id)
  if (!other) return null
  return new AppError('CONFLICT', meetsTwiceProblem(other.starts_at, other.ends_at), { sessionId: other.id })
}

/** Refuses to cancel a session that somebody came to. */
export async function refuseCameSession(db: Db, session: SessionRow): Promise<void> {
  const problem = didNotRunProblem(await countTaken(db, session.id))
  if (problem !== null) throw new AppError('CONFLICT', problem)
}
