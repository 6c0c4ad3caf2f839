import { groupId, seriesId, seriesSkipId, type SeriesId } from '../../shared/ids.ts'
import { weekly, type Rule } from '../../shared/series/rule.ts'
import { fold } from '../../shared/text.ts'
import { shortDate } from '../../shared/time/format.ts'
import { dateOf } from '../../shared/time/civil.ts'
import { attend } from './attendance.ts'
import { briefs, type Brief } from './briefs.ts'
import { enrol } from './enrolment.ts'
import type { InventedGroup, Making, Place, Row } from './invented.ts'
import { cancellations } from './names.ts'
import { measureOutcomes } from './outcomes.ts'
import { book, datesOf, findSlot, sessionRow, type Dates, type Slot } from './plan.ts'
import { rowId } from './row-id.ts'
import { turn } from './random.ts'

export interface Folk {
  readonly people: readonly Row<'person'>[]
  readonly staff: readonly Row<'staff'>[]
  readonly users: readonly Row<'user'>[]
}

/** Groups of every stage, each with its room, its people, its registers and its readings. */
export const inventGroups = (making: Making, places: readonly Place[], folk: Folk): InventedGroup[] =>
  briefs(making).flatMap((brief) => {
    const dates = datesOf(making, brief)
    const slot = findSlot(making, places, brief, dates)
    return slot ? [inventGroup(making, brief, dates, slot, folk)] : []
  })

function inventGroup(making: Making, brief: Brief, dates: Dates, slot: Slot, folk: Folk): InventedGroup {
  const { series, skips } = inventSeries(making, brief, dates, slot)
  const group = inventGroupRow(making, brief, dates, slot, series.id)
  const facilitators = lead(making, brief, group, folk.staff)
  const { sessions, bookings } = inventSessions(making, brief, group, dates, slot)
  const roster = enrol(making, brief, group, sessions, folk.people)
  const attendance = attend(making, brief, sessions, roster, folk)
  const outcomes = measureOutcomes(making, brief, group, sessions, roster)
  const { enrolments, events } = roster
  return { series, skips, group, facilitators, bookings, enrolments, events, ...attendance, ...outcomes }
}

function inventSeries({ newId }: Making, brief: Brief, dates: Dates, slot: Slot) {
  const series: Row<'series'> = {
    id: newId(seriesId),
    rule: JSON.stringify({
      ...weekly({ ...brief, ...slot }),
      school: brief.termTimeOnly ? 'term' : 'any',
      skipBankHolidays: brief.skipBankHolidays,
    } satisfies Rule),
  }
  const skips = dates.skipped.map(({ date, reason }) => ({
    id: newId(seriesSkipId),
    series_id: series.id,
    date,
    reason,
    kind: 'holiday' as const,
  }))
  return { series, skips }
}

function inventGroupRow(making: Making, brief: Brief, dates: Dates, { place, room }: Slot, series: SeriesId) {
  const name = `${brief.programme.name}, ${place.building.name}, ${shortDate(dates.kept[0] ?? brief.firstDate).slice(-8)}`
  const row: Row<'programme_group'> = {
    id: making.newId(groupId),
    programme_id: brief.programme.id,
    series_id: series,
    building_id: place.building.id,
    name,
    name_key: fold(name),
    public_title: brief.programme.public_title,
    capacity: Math.min(brief.programme.usual_places ?? 10, room.capacity ?? 12),
    cancelled: 0,
    cancelled_reason: null,
    version: 1,
  }
  return row
}

/** Generally one from each side of the service; some groups are still short of one, and one has nobody yet. */
function lead(
  { newId }: Making,
  brief: Brief,
  group: Row<'programme_group'>,
  staff: readonly Row<'staff'>[],
) {
  const from = (stream: string) =>
    turn(
      staff.filter((one) => one.stream === stream),
      brief.index,
    )
  const nobody = brief.stage === 'planned' && brief.index % 3 === 0
  const both = brief.programme.co_delivered === 1 && brief.index % 4 !== 3
  const leads = nobody ? [] : both ? [from('family'), from('youth-justice')] : [from('family')]
  return leads.map((one) => ({ id: newId(rowId), group_id: group.id, staff_id: one.id }))
}

/** A session and its booking for each date. Now and then one did not run, and its room was freed. */
function inventSessions(
  making: Making,
  brief: Brief,
  group: Row<'programme_group'>,
  dates: Dates,
  slot: Slot,
) {
  const sessions = dates.kept.map((date) => sessionRow(making, group, slot, date))
  const bookings = sessions.map((session) =>
    book(making, slot, dateOf(session.starts_at), {
      session_id: session.id,
      purpose: 'session',
      title: group.public_title,
      contact: null,
    }),
  )
  const [, , third] = sessions
  const missed = brief.index % 3 === 1 && third && dateOf(third.starts_at) < making.today ? third.id : null
  const reason = turn(cancellations, brief.index)
  return {
    sessions: sessions.map((one) => (one.id === missed ? { ...one, did_not_run: 1 as const, reason } : one)),
    bookings: bookings.map((one) =>
      one.session_id === missed ? { ...one, status: 'cancelled' as const, cancelled_reason: reason } : one,
    ),
  }
}
