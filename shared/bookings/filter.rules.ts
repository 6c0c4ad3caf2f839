import { z } from 'zod'
import { buildingId, localityId, programmeId, staffId, type BuildingId, type LocalityId } from '../ids.ts'
import { halves, type Half } from '../users/scope.rules.ts'
import { bookingStatuses, purposes, type Booking } from './bookings.contract.ts'

/** What stands unless somebody asks for more: what has been given up or has run out is over. */
export const usualStatuses = ['confirmed', 'tentative', 'requested'] as const

/**
 * Which bookings somebody wants to see. Empty lists leave nothing out. The board, the calendar, now and next, lists
 * and files all choose by this, so what one shows, each shows.
 */
export const bookingFilter = z.strictObject({
  buildingIds: z.array(buildingId).default([]),
  localityIds: z.array(localityId).default([]),
  half: z.enum(halves).nullable().default(null),
  purposes: z.array(z.enum(purposes)).default([]),
  programmeIds: z.array(programmeId).default([]),
  statuses: z.array(z.enum(bookingStatuses)).default([...usualStatuses]),
  /** Who leads: any of them. */
  leaderIds: z.array(staffId).default([]),
  /** Only those the person who looks leads or made. */
  mine: z.boolean().default(false),
})
export type BookingFilter = z.infer<typeof bookingFilter>

/** Leaves nothing out that stands. */
export const noFilter: BookingFilter = bookingFilter.parse({})

/** Where a building is: what its bookings do not say themselves. */
export interface Place {
  readonly id: BuildingId
  readonly localityId: LocalityId | null
  readonly half: Half | null
}

/** Whether a building is one that is asked about. */
export function placeChosen({ buildingIds, localityIds, half }: BookingFilter, place: Place): boolean {
  if (buildingIds.length > 0 && !buildingIds.includes(place.id)) return false
  if (half !== null && place.half !== half) return false
  return localityIds.length === 0 || (place.localityId !== null && localityIds.includes(place.localityId))
}

const chosen = <T>(list: readonly T[], value: T | null) =>
  list.length === 0 || (value !== null && list.includes(value))

type Shown = Pick<Booking, 'buildingId' | 'purpose' | 'programmeId' | 'status' | 'leaderIds' | 'mine'>

/** The bookings that a filter leaves, in their order. A building that is not known is in no locality and no half. */
export function filterBookings<B extends Shown>(
  bookings: readonly B[],
  filter: BookingFilter,
  places: readonly Place[],
): B[] {
  const known = new Map(places.map((place) => [place.id, place]))
  return bookings.filter((booking) => {
    const place = known.get(booking.buildingId) ?? { id: booking.buildingId, localityId: null, half: null }
    return (
      placeChosen(filter, place) &&
      chosen(filter.purposes, booking.purpose) &&
      chosen(filter.programmeIds, booking.programmeId) &&
      filter.statuses.includes(booking.status) &&
      (filter.leaderIds.length === 0 || booking.leaderIds.some((id) => filter.leaderIds.includes(id))) &&
      (!filter.mine || booking.mine)
    )
  })
}

/** Whether what was cancelled, or nobody came to, has to be read as well. */
export const wantsCancelled = ({ statuses }: BookingFilter): boolean =>
  statuses.includes('cancelled') || statuses.includes('no-show')

/** How many of its choices leave something out, for the button that opens them. */
export function choicesMade(filter: BookingFilter): number {
  const lists = [
    filter.buildingIds,
    filter.localityIds,
    filter.purposes,
    filter.programmeIds,
    filter.leaderIds,
  ]
  const usual =
    filter.statuses.length === usualStatuses.length &&
    usualStatuses.every((status) => filter.statuses.includes(status))
  return (
    lists.filter((list) => list.length > 0).length +
    [filter.half !== null, filter.mine, !usual].filter(Boolean).length
  )
}
