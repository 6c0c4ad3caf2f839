import type { Insertable } from 'kysely'
import type { Actor, NewId } from '../context.ts'
import type { Tables } from '../tables.ts'
import type { InventedOpening } from './opening.ts'
import type { Random } from './random.ts'
import type { Reference } from './reference.ts'
import type { RoomDiary } from './room-diary.ts'
import type { HalfTerm } from './school-year.ts'

export type Row<T extends keyof Tables> = Insertable<Tables[T]>

/** How much to invent. */
export interface Sizes {
  readonly buildings: number
  readonly staff: number
  /** At least this many: families are not split. */
  readonly people: number
  readonly groups: { readonly finished: number; readonly running: number; readonly planned: number }
  /** How many of the running groups meet on the day itself. */
  readonly meetingToday: number
  /** How far back the finished groups reach. */
  readonly weeksBack: number
  /** Rooms held for something other than a group. */
  readonly otherBookings: number
  /** Where in the weeks those lie, from this many before today to this many after. */
  readonly otherBookingWeeks: { readonly back: number; readonly on: number }
  readonly seed: number
}

/** A county to try things in: small enough to know, large enough to have everything once. */
export const sampleSizes: Sizes = {
  buildings: 21,
  staff: 24,
  people: 190,
  groups: { finished: 5, running: 8, planned: 3 },
  meetingToday: 3,
  weeksBack: 12,
  otherBookings: 1_200,
  otherBookingWeeks: { back: 12, on: 6 },
  seed: 20_261_123,
}

/** What inventing needs besides its sizes. */
export interface Making {
  readonly sizes: Sizes
  readonly actor: Actor
  /** The county is made as it would stand on this day. */
  readonly today: string
  readonly newId: NewId
  readonly random: Random
  readonly reference: Reference
  readonly halfTerms: readonly HalfTerm[]
  readonly diary: RoomDiary
}

export interface Place extends Omit<InventedOpening, 'opensOnBankHolidays'> {
  readonly building: Row<'building'>
  readonly rooms: readonly Row<'room'>[]
  readonly features: readonly Row<'room_feature'>[]
  readonly access: readonly Row<'access'>[]
  readonly equipment: readonly Row<'equipment'>[]
}

/** A group with all that hangs on it. */
export interface InventedGroup {
  readonly series: Row<'series'>
  readonly skips: readonly Row<'series_skip'>[]
  readonly group: Row<'programme_group'>
  readonly facilitators: readonly Row<'group_facilitator'>[]
  readonly sessions: readonly Row<'session'>[]
  readonly bookings: readonly Row<'booking'>[]
  readonly enrolments: readonly Row<'enrolment'>[]
  readonly events: readonly Row<'enrolment_event'>[]
  readonly marks: readonly Row<'mark'>[]
  readonly goals: readonly Row<'goal'>[]
  readonly readings: readonly Row<'reading'>[]
}

/** What stands with sessions beside their marks. */
export interface InventedRecord {
  readonly delivered: readonly Row<'session_staff'>[]
  readonly headcounts: readonly Row<'session_headcount'>[]
  readonly corrections: readonly Row<'mark_correction'>[]
}

export interface InventedPeople {
  readonly families: readonly Row<'family'>[]
  readonly people: readonly Row<'person'>[]
}

/** What is known of people beside their names: `people` are the same, with more told of them. */
export interface InventedInDepth {
  readonly people: readonly Row<'person'>[]
  readonly adults: readonly Row<'person_adult'>[]
  readonly consents: readonly Row<'consent'>[]
  readonly references: readonly Row<'person_reference'>[]
  readonly alerts: readonly Row<'alert_note'>[]
  readonly mustNotMeet: readonly Row<'must_not_meet'>[]
}

export interface InventedClosures {
  readonly closures: readonly Row<'closure'>[]
  readonly places: readonly Row<'closure_place'>[]
  readonly times: readonly Row<'closure_time'>[]
}

export interface InventedCounty extends InventedPeople {
  readonly terms: readonly Row<'term'>[]
  readonly places: readonly Place[]
  readonly staff: readonly Row<'staff'>[]
  readonly training: readonly Row<'staff_training'>[]
  readonly users: readonly Row<'user'>[]
  readonly groups: readonly InventedGroup[]
  readonly otherBookings: readonly Row<'booking'>[]
  readonly closures: InventedClosures
  readonly contacts: readonly Row<'contact'>[]
  readonly record: InventedRecord
  readonly inDepth: InventedInDepth
}
