import type { BuildingDetails } from '../../../shared/buildings/buildings.contract.ts'
import type { BookingToCome, ToCome } from '../../../shared/buildings/to-come.contract.ts'
import type { Panel } from './building-panels.tsx'

/** Bookings that a saved change of hours left outside them: to be said while the building stands as it did then. */
export interface Outside {
  readonly bookings: ToCome
  readonly stillSo: (building: BuildingDetails) => boolean
}

/** What each part of a building's page is given. */
export interface TabProps {
  readonly building: BuildingDetails
  /** What the panel beside it shows. */
  readonly panel: Panel | null
  readonly onPanel: (panel: Panel | null) => void
  readonly onOpenBooking: (booking: BookingToCome) => void
  /** What a change of hours in the panel left outside them. */
  readonly outside: Outside | null
}
