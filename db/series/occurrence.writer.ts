import type { Selectable } from 'kysely'
import {
  bookingId,
  sessionId,
  type BookingId,
  type GroupId,
  type RoomId,
  type SeriesId,
  type SessionId,
} from '../../shared/ids.ts'
import type { Buffers, Times } from '../../shared/bookings/held.rules.ts'
import { insertBookings } from '../bookings/bookings.repository.ts'
import type { BookingTable } from '../bookings/bookings.table.ts'
import type { CommandContext } from '../context.ts'
import { toFlag } from '../flag.ts'
import { insertSessions } from '../groups/sessions.repository.ts'
import { found } from '../changed.ts'
import type { StoredOccurrence } from './edit.repository.ts'

/** One more date of a series: where, when, and under which of its dates. */
export interface NewOccurrence extends Times {
  readonly date: string
  /** The main room first. */
  readonly places: readonly (Buffers & { readonly roomId: RoomId })[]
  /** Put by hand on a day that the rule leaves out, and into another room than the others. */
  readonly own: { readonly held: boolean; readonly room: boolean }
}

interface Of {
  readonly seriesId: SeriesId
  readonly groupId: GroupId | null
  /** Another date of the series, whose words and status it takes. */
  readonly like: StoredOccurrence
  readonly details?: Partial<StoredOccurrence['details']>
}

/** Makes one more occurrence of a series, with its session when it is a group's, like another of its dates. */
export async function insertOccurrence(
  context: CommandContext,
  of: Of,
  wanted: NewOccurrence,
): Promise<BookingId> {
  const { tx, newId } = context
  const session = of.groupId === null ? null : newId(sessionId)
  if (session !== null && of.groupId !== null)
    await insertSessions(tx, [sessionRow(session, of.groupId, of.seriesId, wanted)])
  const template = found(
    await tx.selectFrom('booking').selectAll().where('id', '=', of.like.bookingId).executeTakeFirst(),
    'booking',
  )
  const lead = newId(bookingId)
  const common = commonOf(context, of, wanted, { session, template })
  await insertBookings(
    tx,
    wanted.places.map(({ roomId, ...buffers }, i) => ({
      ...common,
      ...buffers,
      id: i === 0 ? lead : newId(bookingId),
      lead_id: i === 0 ? null : lead,
      room_id: roomId,
    })),
  )
  return lead
}

const sessionRow = (id: SessionId, group_id: GroupId, series_id: SeriesId, wanted: NewOccurrence) => ({
  id,
  group_id,
  series_id,
  starts_at: wanted.startsAt,
  ends_at: wanted.endsAt,
  did_not_run: 0 as const,
  reason: null,
  changed_by_hand: toFlag(wanted.own.held || wanted.own.room),
  series_date: wanted.date,
  register_completed_at: null,
  register_completed_by: null,
  version: 1,
})

/** What all the rooms of it have alike; what is not certain stays so as long as the one it is like. */
function commonOf(
  { actor }: CommandContext,
  { seriesId, like, details = {} }: Of,
  { date, startsAt, endsAt, own }: NewOccurrence,
  { session, template }: { session: SessionId | null; template: Selectable<BookingTable> },
) {
  const { title, note, contact, people, layout, private: isPrivate } = { ...like.details, ...details }
  const undecided = template.status === 'tentative' || template.status === 'requested'
  return {
    session_id: session,
    ...(session === null && { series_id: seriesId, series_date: date }),
    purpose: template.purpose,
    title,
    note,
    contact,
    people,
    layout,
    startsAt,
    endsAt,
    private: toFlag(isPrivate),
    status: undecided ? template.status : ('confirmed' as const),
    expires_on: undecided ? template.expires_on : null,
    booked_by: actor.id,
    // A session says so itself, and still moves in time with the others.
    own_time: toFlag(own.held && session === null),
    own_room: toFlag(own.room),
  }
}
