import { sql } from 'kysely'
import type { SeriesId, SessionId } from '../../shared/ids.ts'
import type { Db, Tx } from '../store.ts'

/** Dates of series that are to come and were not put there by hand, earliest first, each with the rule of its series. */
export const listToCome = (db: Db, localNow: string) =>
  db
    .selectFrom('booking')
    .leftJoin('session', 'session.id', 'booking.session_id')
    .innerJoin('series', (join) =>
      join.on('series.id', '=', sql<SeriesId>`coalesce(booking.series_id, session.series_id)`),
    )
    // A hold lies within one day, which lets the index find it.
    .where('booking.held_from', '>=', localNow.slice(0, 10))
    .where('booking.starts_at', '>', localNow)
    .where('booking.lead_id', 'is', null)
    .where('booking.status', 'in', ['confirmed', 'tentative', 'requested'])
    .where('booking.own_time', '=', 0)
    .where(sql<boolean>`coalesce(session.changed_by_hand, 0) = 0`)
    .select(['booking.id', 'booking.starts_at', 'series.rule'])
    .orderBy('booking.starts_at')
    .orderBy('booking.id')
    .execute()

/** Says of a session that it is where it is on purpose. */
export async function holdSession(tx: Tx, id: SessionId): Promise<void> {
  await tx
    .updateTable('session')
    .set((eb) => ({ changed_by_hand: 1, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}
