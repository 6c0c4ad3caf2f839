import { seriesSkipId } from '../../shared/ids.ts'
import { inSameWeek, isMove, type Details } from '../../shared/series/edit.rules.ts'
import { addDays, dateOf, weekdayOf } from '../../shared/time/civil.ts'
import { cancelSessionRow } from '../bookings/booked-session.repository.ts'
import { placeColumns, updateBooking } from '../bookings/bookings.repository.ts'
import { changedSince } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import { toFlag } from '../flag.ts'
import { heldBy, type Draft } from './edit-problems.ts'
import type { ReadEdit } from './edit.service.ts'
import { insertOccurrence } from './occurrence.writer.ts'
import * as skips from './skipped.repository.ts'
import { toSkipped, updateRule } from './series.repository.ts'

/** Writes what was read: every date that changes, those cancelled and those added, and the rule as it now is. */
export async function applyEdit(context: CommandContext, read: ReadEdit): Promise<void> {
  const { tx } = context
  for (const draft of inSafeOrder(read.drafts.filter((one) => one.outcome === 'changed')))
    await change(context, draft, read)
  for (const draft of read.drafts.filter((one) => one.outcome === 'cancelled'))
    await cancelOccurrence(context, draft.occurrence, read.asked.change.reason ?? 'The series ends earlier')
  await add(context, read)
  const { seriesId } = read.belongs
  if (seriesId === null || read.asked.scope === 'this' || read.ruleAfter === null) return
  await followRule(context, read)
  if (JSON.stringify(read.ruleAfter) !== JSON.stringify(read.rule))
    await updateRule(tx, seriesId, read.ruleAfter)
  await followBuilding(context, read)
}

/** One that moves later goes before the ones it would pass, so that no two meet on the way. */
const inSafeOrder = (drafts: readonly Draft[]): Draft[] => [
  ...drafts.filter((one) => one.startsAt > one.occurrence.startsAt).toReversed(),
  ...drafts.filter((one) => one.startsAt <= one.occurrence.startsAt),
]

async function change({ tx }: CommandContext, draft: Draft, read: ReadEdit): Promise<void> {
  const { occurrence, startsAt, endsAt, details } = draft
  const alone = read.asked.scope === 'this' && read.belongs.seriesId !== null
  const seriesDate = seriesDateOf(draft, read)
  const own = alone ? ownFlags(draft) : {}
  for (const { id, version, roomId, ...buffers } of heldBy(draft, read.rooms)) {
    const changed = await updateBooking(tx, id, version, {
      room_id: roomId,
      ...(isMove(draft) && placeColumns({ startsAt, endsAt, ...buffers })),
      ...detailColumns(details),
      ...(occurrence.sessionId === null && seriesDate !== null && { series_date: seriesDate }),
      ...own,
    })
    if (!changed) throw changedSince('booking')
  }
  if (occurrence.sessionId === null) return
  const moves = startsAt !== occurrence.startsAt || endsAt !== occurrence.endsAt
  const roomMoves = alone && draft.roomId !== occurrence.roomId
  if (!moves && !roomMoves && seriesDate === null) return
  await tx
    .updateTable('session')
    .set((eb) => ({ starts_at: startsAt, ends_at: endsAt, version: eb('version', '+', 1) }))
    .$if(read.asked.scope === 'this', (query) => query.set({ changed_by_hand: 1 }))
    .$if(seriesDate !== null, (query) => query.set({ series_date: seriesDate }))
    .where('id', '=', occurrence.sessionId)
    .execute()
}

/** The date that the changed rule gives instead; null where it gives the same, or somebody had moved this one. */
function seriesDateOf({ occurrence, startsAt, keeps }: Draft, { asked }: ReadEdit): string | null {
  if (asked.scope === 'this' || asked.change.weekday === undefined || keeps.includes('time')) return null
  return dateOf(startsAt) === occurrence.date ? null : dateOf(startsAt)
}

/** What was changed on this date alone: a later change to the whole series leaves it. */
function ownFlags({ occurrence, startsAt, endsAt, roomId, details }: Draft) {
  const { own } = occurrence
  return {
    own_time: toFlag(own.time || startsAt !== occurrence.startsAt || endsAt !== occurrence.endsAt),
    own_room: toFlag(own.room || roomId !== occurrence.roomId),
    own_details: toFlag(own.details || Object.keys(details).length > 0),
  }
}

/** Set-up and clear-down go with the place. */
function detailColumns({
  private: isPrivate,
  setupMinutes: _s,
  cleardownMinutes: _c,
  ...rest
}: Partial<Details>) {
  return { ...rest, ...(isPrivate !== undefined && { private: toFlag(isPrivate) }) }
}

/** Takes one off: its session did not run, and its rooms are free; all of it stays to be seen. */
export async function cancelOccurrence(
  { tx }: CommandContext,
  { sessionId, sessionVersion, bookingId, version, further }: Draft['occurrence'],
  reason: string,
): Promise<void> {
  const rooms = bookingId === null ? [] : [{ id: bookingId, version }, ...further]
  for (const room of rooms)
    if (!(await updateBooking(tx, room.id, room.version, { status: 'cancelled', cancelled_reason: reason })))
      throw changedSince('booking')
  if (sessionId !== null && sessionVersion !== null)
    await cancelSessionRow(tx, { id: sessionId, version: sessionVersion }, reason)
}

async function add(context: CommandContext, { belongs, more, asked }: ReadEdit): Promise<void> {
  const { tx, newId } = context
  const { seriesId, groupId } = belongs
  const { run, like } = more
  if (seriesId === null || run === null || like === null) return
  const { title, contact, note, people, layout } = asked.change
  const details = Object.fromEntries(
    Object.entries({ title, contact, note, people, layout, private: asked.change.private }).filter(
      ([, value]) => value !== undefined,
    ),
  )
  for (const row of more.kept)
    await insertOccurrence(
      context,
      { seriesId, groupId, like, details },
      {
        date: row.date,
        startsAt: row.startsAt,
        endsAt: row.endsAt,
        places: run.roomsOf(row).map((room) => ({ roomId: room.id, ...run.buffersOf(room) })),
        own: { held: false, room: false },
      },
    )
  await skips.insertSkipped(
    tx,
    toSkipped(more.skipped, seriesId, () => newId(seriesSkipId)),
  )
}

/** Dates left out that are to come go with the rule: to its new weekday, and away after its new end. */
async function followRule(
  { tx, today }: CommandContext,
  { belongs, asked, anchor }: ReadEdit,
): Promise<void> {
  const { seriesId } = belongs
  const { weekday, ends } = asked.change
  if (seriesId === null) return
  if (ends?.kind === 'on') await skips.deleteAfter(tx, seriesId, ends.date)
  if (weekday === undefined) return
  const from =
    asked.scope === 'following' && dateOf(anchor.startsAt) > today
      ? dateOf(anchor.startsAt)
      : addDays(today, 1)
  const all = await skips.listOf(tx, seriesId)
  for (const skip of all.filter(
    (one) => one.date >= from && weekdayOf(one.date) === weekdayOf(anchor.date),
  )) {
    const date = inSameWeek(skip.date, weekday)
    if (!all.some((other) => other.date === date)) await skips.moveSkipped(tx, skip.id, date)
  }
}

/** A group that now meets elsewhere is found there. */
async function followBuilding({ tx }: CommandContext, { belongs, asked, rooms }: ReadEdit): Promise<void> {
  const room = asked.change.roomId === undefined ? undefined : rooms.get(asked.change.roomId)
  if (belongs.groupId === null || room === undefined) return
  await tx
    .updateTable('programme_group')
    .set((eb) => ({ building_id: room.building_id, version: eb('version', '+', 1) }))
    .where('id', '=', belongs.groupId)
    .where('building_id', 'is not', room.building_id)
    .execute()
}
