import { IconAlertTriangle } from '@tabler/icons-react'
import type { BuildingDetails } from '../../../shared/buildings/buildings.contract.ts'
import type { BookingToCome } from '../../../shared/buildings/to-come.contract.ts'
import { count } from '../../../shared/text.ts'
import { BookingsToCome } from './bookings-to-come.tsx'
import type { Outside } from './tab-props.ts'
import classes from './buildings.module.css'

interface OutsideHoursProps {
  readonly building: BuildingDetails
  readonly outside: Outside | null
  readonly onOpen: (booking: BookingToCome) => void
}

/** What was booked before the hours were changed, and now lies outside them: it stands until somebody moves it. */
export function OutsideHours({ building, outside, onOpen }: OutsideHoursProps) {
  if (outside === null || outside.bookings.count === 0 || !outside.stillSo(building)) return null
  const { bookings } = outside
  return (
    <section className={classes.outside} role="status">
      <h2>
        <IconAlertTriangle size={18} aria-hidden />
        {count(bookings.count, 'booking')} to come {bookings.count === 1 ? 'lies' : 'lie'} outside these hours
      </h2>
      <p>The hours are saved, and nothing was cancelled. Move or cancel what cannot stay.</p>
      <BookingsToCome bookings={bookings} onOpen={onOpen} />
    </section>
  )
}
