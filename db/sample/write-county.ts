import type { Insertable } from 'kysely'
import type { Tx } from '../store.ts'
import type { Tables } from '../tables.ts'
import type { InventedClosures, InventedCounty, InventedGroup, Place } from './invented.ts'

/** Under the number of values that SQLite takes in one statement. */
const VALUES_AT_ONCE = 30_000

/** Adds rows, many at once. */
export async function insertAll<T extends keyof Tables>(
  tx: Tx,
  table: T,
  rows: readonly Insertable<Tables[T]>[],
): Promise<void> {
  const [first] = rows
  if (first === undefined) return
  const atOnce = Math.floor(VALUES_AT_ONCE / Object.keys(first).length)
  for (let start = 0; start < rows.length; start += atOnce)
    await tx
      .insertInto(table)
      .values(rows.slice(start, start + atOnce))
      .execute()
}

/** What a county has before its groups: places, dates, staff and people. */
export async function writePlacesAndPeople(tx: Tx, county: InventedCounty): Promise<void> {
  await insertAll(tx, 'term', county.terms)
  await writePlaces(tx, county.places)
  await insertAll(tx, 'staff', county.staff)
  await insertAll(tx, 'staff_training', county.training)
  await insertAll(tx, 'user', county.users)
  await insertAll(tx, 'family', county.families)
  await insertAll(tx, 'person', county.people)
}

async function writePlaces(tx: Tx, places: readonly Place[]): Promise<void> {
  const all = <T>(rowsOf: (place: Place) => readonly T[]) => places.flatMap(rowsOf)
  await insertAll(tx, 'building', all((place) => [place.building])) // prettier-ignore
  await insertAll(tx, 'room', all((place) => place.rooms)) // prettier-ignore
  await insertAll(tx, 'room_feature', all((place) => place.features)) // prettier-ignore
  await insertAll(tx, 'opening_hours', all((place) => place.hours)) // prettier-ignore
  await insertAll(tx, 'opening_exception', all((place) => place.exceptions)) // prettier-ignore
  await insertAll(tx, 'opening_exception_hours', all((place) => place.exceptionHours)) // prettier-ignore
  await insertAll(tx, 'access', all((place) => place.access)) // prettier-ignore
  await insertAll(tx, 'equipment', all((place) => place.equipment)) // prettier-ignore
}

/** Groups with their sessions, rooms and people; `writeRegisters` adds who came. */
export async function writeGroups(tx: Tx, groups: readonly InventedGroup[]): Promise<void> {
  const all = together(groups)
  await insertAll(tx, 'series', all.series)
  await insertAll(tx, 'series_skip', all.skips)
  await insertAll(tx, 'programme_group', all.group)
  await insertAll(tx, 'group_facilitator', all.facilitators)
  await insertAll(tx, 'session', all.sessions)
  await insertAll(tx, 'booking', all.bookings)
  await insertAll(tx, 'enrolment', all.enrolments)
  await insertAll(tx, 'enrolment_event', all.events)
}

export async function writeRegisters(tx: Tx, groups: readonly InventedGroup[]): Promise<void> {
  const all = together(groups)
  await insertAll(tx, 'mark', all.marks)
  await insertAll(tx, 'goal', all.goals)
  await insertAll(tx, 'reading', all.readings)
}

/** Who delivered sessions, heads counted at them, and what was put right later. */
export async function writeRecord(tx: Tx, { record }: Pick<InventedCounty, 'record'>): Promise<void> {
  await insertAll(tx, 'session_staff', record.delivered)
  await insertAll(tx, 'session_headcount', record.headcounts)
  await insertAll(tx, 'mark_correction', record.corrections)
}

export async function writeClosures(tx: Tx, { closures, places, times }: InventedClosures): Promise<void> {
  await insertAll(tx, 'closure', closures)
  await insertAll(tx, 'closure_place', places)
  await insertAll(tx, 'closure_time', times)
}

/** Who belongs to people, what was agreed, and what is only for those who lead. */
export async function writeInDepth(tx: Tx, { inDepth }: Pick<InventedCounty, 'inDepth'>): Promise<void> {
  await insertAll(tx, 'person_adult', inDepth.adults)
  await insertAll(tx, 'consent', inDepth.consents)
  await insertAll(tx, 'person_reference', inDepth.references)
  await insertAll(tx, 'alert_note', inDepth.alerts)
  await insertAll(tx, 'must_not_meet', inDepth.mustNotMeet)
}

const together = (groups: readonly InventedGroup[]) => ({
  series: groups.map((one) => one.series),
  skips: groups.flatMap((one) => one.skips),
  group: groups.map((one) => one.group),
  facilitators: groups.flatMap((one) => one.facilitators),
  sessions: groups.flatMap((one) => one.sessions),
  bookings: groups.flatMap((one) => one.bookings),
  enrolments: groups.flatMap((one) => one.enrolments),
  events: groups.flatMap((one) => one.events),
  marks: groups.flatMap((one) => one.marks),
  goals: groups.flatMap((one) => one.goals),
  readings: groups.flatMap((one) => one.readings),
})
