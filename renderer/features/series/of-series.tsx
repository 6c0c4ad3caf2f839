import { Button } from '@mantine/core'
import { useMay } from '../../api/session.ts'
import type { Booking } from '../../../shared/bookings/bookings.contract.ts'
import { SkippedDates } from './skipped-dates.tsx'
import classes from './series.module.css'

/** That a booking is one of a series, the dates that were left out of it, and the way to end it. */
export function OfSeries({ booking, onEnd }: { booking: Booking; onEnd: () => void }) {
  const may = useMay()('bookings.edit')
  if (booking.seriesId === null || booking.leadId !== null) return null
  return (
    <div className={classes.ofSeries}>
      <p className={classes.tried}>
        <span>One of a series.</span>
        {may && booking.mayChange && (
          <Button size="compact-sm" variant="subtle" onClick={onEnd}>
            End the series
          </Button>
        )}
      </p>
      {booking.sessionId === null && <SkippedDates seriesId={booking.seriesId} />}
    </div>
  )
}
