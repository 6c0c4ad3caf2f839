import { keptUntil } from '../../shared/bookings/outright.rules.ts'
import { dateOf } from '../../shared/time/civil.ts'
import type { CommandContext } from '../context.ts'
import { readSettings } from '../settings/settings.repository.ts'
import type { BookingRow } from './bookings.repository.ts'
import { takesAllOutright } from './rooms-for.ts'
import { leadsGroupOf } from './standing.ts'
import type { WantedRoomRow } from './wanted-rooms.repository.ts'

type Live = 'confirmed' | 'tentative' | 'requested'

/**
 * What a booking is once it has been moved into these rooms. What is certain stays so where it is this person's to book;
 * else it is asked for again, unless the service does not want that. One whose room was refused is like a new one.
 */
export async function statusAfter(
  { tx, actor }: CommandContext,
  lead: BookingRow,
  rooms: readonly WantedRoomRow[],
): Promise<Live> {
  if (lead.status === 'tentative' || lead.status === 'requested') return lead.status
  if (takesAllOutright(actor, rooms, await leadsGroupOf(tx, actor, lead))) return 'confirmed'
  if (lead.status !== 'confirmed') return 'requested'
  const { askAgain } = await readSettings(tx)
  const stays = rooms.every((room) => room.building_id === lead.building_id)
  return askAgain || !stays ? 'requested' : 'confirmed'
}

/** Its last day: of what is asked for its own day; of what is pencilled in no longer than that. */
export function expiryAfter(
  { today }: Pick<CommandContext, 'today'>,
  lead: Pick<BookingRow, 'expires_on'>,
  status: Live,
  { startsAt }: { readonly startsAt: string },
): { expires_on: string | null } {
  if (status === 'confirmed') return { expires_on: null }
  const date = dateOf(startsAt)
  if (status === 'requested') return { expires_on: keptUntil(today, date, date) }
  return { expires_on: lead.expires_on === null || lead.expires_on < date ? lead.expires_on : date }
}
