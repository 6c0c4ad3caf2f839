import {
  bookingId,
  sessionId,
  type BookingId,
  type GroupId,
  type RoomId,
  type SeriesId,
} from '../../shared/ids.ts'
import type { Buffers, Times } from '../../shared/bookings/held.rules.ts'
import { insertBookings } from '../bookings/bookings.repository.ts'
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
  readonly own: { readonly time: boolean; readonly room: boolean }
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
  { seriesId, groupId, like, details = {} }: Of,
  { date, startsAt, endsAt, places, own }: NewOccurrence,
): Promise<BookingId> {
  const { tx, newId, actor } = context
  const template = found(
    await tx.selectFrom('booking').selectAll().where('id', '=', like.bookingId).executeTakeFirst(),
    'booking',
  )
  const session = groupId === null ? null : newId(sessionId)
  if (session !== null && groupId !== null)
    await insertSessions(tx, [
      {
        id: session,
        group_id: groupId,
        series_id: seriesId,
        starts_at: startsAt,
        ends_at: endsAt,
        did_not_run: 0,
        reason: null,
        changed_by_hand: toFlag(own.time || own.room),
        series_date: date,
        register_completed_at: null,
        register_completed_by: null,
        version: 1,
      },
    ])
  const lead = newId(bookingId)
  const words = { ...like.details, ...details }
  await insertBookings(
    tx,
    places.map(({ roomId, setupMinutes, cleardownMinutes }, i) => ({
      id: i === 0 ? lead : newId(bookingId),
      lead_id: i === 0 ? null : lead,
      room_id: roomId,
      session_id: session,
      ...(session === null && { series_id: seriesId, series_date: date }),
      purpose: template.purpose,
      title: words.title,
      note: words.note,
      contact: words.contact,
      private: toFlag(words.private),
      people: words.people,
      layout: words.layout,
      status:
        template.status === 'tentative' || template.status === 'requested' ? template.status : 'confirmed',
      expires_on:
        template.status === 'tentative' || template.status === 'requested' ? template.expires_on : null,
      booked_by: actor.id,
      own_time: toFlag(own.time),
      own_room: toFlag(own.room),
      startsAt,
      endsAt,
      setupMinutes,
      cleardownMinutes,
    })),
  )
  return lead
}
