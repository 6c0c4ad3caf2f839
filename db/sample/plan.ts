import { heldTimes } from '../../shared/bookings/held.rules.ts'
import { bookingId, sessionId } from '../../shared/ids.ts'
import { addDays, addMinutes, at } from '../../shared/time/civil.ts'
import { toRow } from '../bookings/bookings.repository.ts'
import { toFlag } from '../flag.ts'
import type { Brief } from './briefs.ts'
import type { Making, Place, Row } from './invented.ts'

/** The dates of a group, and those its rule left out with the reason. */
export interface Dates {
  readonly kept: readonly string[]
  readonly skipped: readonly { readonly date: string; readonly reason: string }[]
}

/** Every week from the first date until enough are kept. */
export function datesOf(
  { halfTerms, reference }: Pick<Making, 'halfTerms' | 'reference'>,
  brief: Brief,
): Dates {
  const kept: string[] = []
  const skipped: { date: string; reason: string }[] = []
  const inTerm = (date: string) => halfTerms.some((term) => term.startsOn <= date && date <= term.endsOn)
  for (let date = brief.firstDate; kept.length < brief.sessions; date = addDays(date, 7)) {
    const holiday = brief.skipBankHolidays ? reference.bankHolidays.get(date) : undefined
    const reason = holiday ?? (brief.termTimeOnly && !inTerm(date) ? 'School holiday' : undefined)
    if (reason === undefined) kept.push(date)
    else skipped.push({ date, reason })
  }
  return { kept, skipped }
}

export interface Slot {
  readonly place: Place
  readonly room: Row<'room'>
  readonly startTime: string
  readonly endTime: string
}

/** A room that is free on every date at one of the times, in the first building that is open then, starting at its own. */
export function findSlot(
  { diary }: Making,
  places: readonly Place[],
  brief: Brief,
  dates: Dates,
): Slot | null {
  for (const [step] of places.entries()) {
    const place = places[(brief.index * 5 + step) % places.length]
    for (const startTime of brief.startTimes)
      for (const room of place?.rooms ?? []) {
        const endTime = addMinutes(at(brief.firstDate, startTime), brief.minutes).slice(11)
        const slot = place && { place, room, startTime, endTime }
        const fits =
          room.name !== 'Quiet room' &&
          dates.kept.every(
            (date) =>
              place?.isOpen(date, startTime, endTime) &&
              diary.isFree(room, heldOn(room, date, startTime, endTime)),
          )
        if (slot && fits) return slot
      }
  }
  return null
}

const timesOf = (room: Row<'room'>, date: string, startTime: string, endTime: string) => ({
  startsAt: at(date, startTime),
  endsAt: at(date, endTime),
  setupMinutes: room.setup_minutes,
  cleardownMinutes: room.cleardown_minutes,
})

/** When nobody else can have the room. */
export function heldOn(room: Row<'room'>, date: string, startTime: string, endTime: string) {
  const held = heldTimes(timesOf(room, date, startTime, endTime))
  return { start: held.heldFrom, end: held.heldUntil }
}

type Given = Pick<Row<'booking'>, 'session_id' | 'purpose' | 'title' | 'contact'>

/** Books the room in the diary, and answers the row. */
export function book(making: Making, slot: Omit<Slot, 'place'>, date: string, given: Given): Row<'booking'> {
  const { room, startTime, endTime } = slot
  const held = heldOn(room, date, startTime, endTime)
  making.diary.take(room, held)
  const isPrivate = given.purpose === 'one-to-one' || given.purpose === 'contact'
  return toRow({
    ...given,
    ...timesOf(room, date, startTime, endTime),
    id: making.newId(bookingId),
    room_id: room.id,
    private: toFlag(isPrivate),
  })
}

export function sessionRow(
  { newId }: Making,
  group: Row<'programme_group'>,
  slot: Slot,
  date: string,
): Row<'session'> {
  return {
    id: newId(sessionId),
    group_id: group.id,
    series_id: group.series_id ?? null,
    starts_at: at(date, slot.startTime),
    ends_at: at(date, slot.endTime),
    did_not_run: 0,
    reason: null,
    changed_by_hand: 0,
    series_date: date,
    register_completed_at: null,
    register_completed_by: null,
    version: 1,
  }
}
