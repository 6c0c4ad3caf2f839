import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { askKeeping } from '../../api/queries.ts'
import type { Building } from '../../../shared/buildings/buildings.contract.ts'
import type { OpenHours } from '../../../shared/buildings/opening.contract.ts'
import { sharedFloor } from '../../../shared/buildings/floor.rules.ts'
import type { Booking } from '../../../shared/bookings/bookings.contract.ts'
import { daysShown, type Days } from '../../../shared/bookings/calendar-range.rules.ts'
import { dayGroups, unusedOnly, weekDays, weekGroups } from '../../../shared/bookings/board.rules.ts'
import type { BoardGroup } from '../../../shared/bookings/board.rules.ts'
import { placeChosen } from '../../../shared/bookings/filter.rules.ts'
import type { OnBoard } from '../../../shared/bookings/live-clash.rules.ts'
import type { ClosedTime } from '../../../shared/closures/closures.contract.ts'
import type { ViewState } from '../../../shared/views/views.contract.ts'
import { useBuildings, useShownBookings } from '../views/use-shown-bookings.ts'

const noHours: readonly OpenHours[] = []
const nothingClosed: readonly ClosedTime[] = []

export const daysOf = (view: string, date: string): Days => daysShown(view === 'week' ? 'week' : 'day', date)

/** The buildings that are asked about, with rooms: by the switcher and the filter. */
export const buildingsShown = (
  buildings: readonly Building[],
  { buildingId, filter }: ViewState,
): Building[] =>
  buildings.filter(
    (building) =>
      building.rooms.length > 0 &&
      (buildingId === null || building.id === buildingId) &&
      placeChosen(filter, building),
  )

export interface Board {
  readonly groups: readonly BoardGroup[]
  /** All that stands or is shut on those days: what a moved booking is checked against. */
  readonly onBoard: OnBoard
  /** What is drawn: what the filter leaves, and faintly what else takes a room. */
  readonly drawn: readonly Booking[]
  /** By id: taken, but not what the filter asks for. */
  readonly faint: ReadonlySet<string>
  readonly shown: readonly Booking[]
  readonly waiting: boolean
  readonly error: unknown
  readonly retry: () => void
}

/** What the board shows of a day, or of one building's week. */
export function useBoard(state: ViewState, date: string): Board {
  const { view, buildingId, unused } = state
  const days = daysOf(view, date)
  const asked = { ...days, buildingId }
  const all = useBuildings()
  const buildings = useMemo(() => buildingsShown(all, state), [all, state])
  const bookings = useShownBookings([days], state)
  const closed = useQuery(askKeeping('closures', 'between', asked)).data ?? nothingClosed
  const openHours = useQuery(askKeeping('buildings', 'openHours', asked)).data ?? noHours
  const sharing = useMemo(() => sharedFloor(all.flatMap((building) => building.rooms)), [all])
  const onBoard = useMemo(
    () => ({ buildings: all, bookings: bookings.all, closed, openHours, sharing }),
    [all, bookings.all, closed, openHours, sharing],
  )
  const groups = useMemo(
    () => unusedOnly(groupsOf(view, date, buildings, onBoard), onBoard, unused),
    [view, date, buildings, onBoard, unused],
  )
  const faint = useMemo(() => faintOf(bookings.all, bookings.shown), [bookings.all, bookings.shown])
  const drawn = useMemo(
    () => drawnOf(bookings.all, bookings.shown, faint),
    [bookings.all, bookings.shown, faint],
  )
  return { ...bookings, groups, onBoard, drawn, faint }
}

function groupsOf(view: string, date: string, buildings: readonly Building[], board: OnBoard): BoardGroup[] {
  const [one] = buildings
  if (view !== 'week' || one === undefined) return dayGroups(buildings, date)
  const ofIt = board.bookings.filter((booking) => booking.buildingId === one.id)
  const hours = board.openHours.filter((open) => open.buildingId === one.id)
  return weekGroups(one, weekDays(date, ofIt, hours))
}

/** A room that is taken must never look free because its booking was filtered out. */
function faintOf(all: readonly Booking[], shown: readonly Booking[]): ReadonlySet<string> {
  const left = new Set(shown.map((booking) => booking.id))
  return new Set(all.filter((b) => b.status === 'confirmed' && !left.has(b.id)).map((b) => b.id))
}

function drawnOf(all: readonly Booking[], shown: readonly Booking[], faint: ReadonlySet<string>) {
  const ids = new Set(shown.map((booking) => booking.id))
  return all.filter((booking) => ids.has(booking.id) || faint.has(booking.id))
}
