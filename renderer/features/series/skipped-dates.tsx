import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../api/queries.ts'
import type { SeriesId } from '../../../shared/ids.ts'
import { shortDay } from '../../../shared/time/format.ts'
import { TriedDate } from './skipped-retry.tsx'
import classes from './series.module.css'

/** The dates that a run of bookings left out, with why, and whether they can be had now. */
export function SkippedDates({ seriesId }: { seriesId: SeriesId }) {
  const skipped = useQuery(ask('series', 'listSkipped', { seriesId })).data ?? []
  const [again, setAgain] = useState(false)
  const tried = useQuery({ ...ask('series', 'retry', { seriesId }), enabled: again }).data
  if (skipped.length === 0) return null
  return (
    <section aria-label="Dates left out" className={classes.preview}>
      <h3 className={classes.heading}>Dates left out</h3>
      <ul className={classes.rows}>
        {skipped.map((one) => {
          const found = tried?.find((other) => other.id === one.id)
          return (
            <li key={one.id}>
              <span>
                {shortDay(one.date)}: {one.reason}
              </span>
              {found && <TriedDate tried={found} />}
            </li>
          )
        })}
      </ul>
      {tried === undefined && (
        <div>
          <Button size="compact-sm" variant="default" onClick={() => setAgain(true)}>
            Try again
          </Button>
        </div>
      )}
    </section>
  )
}
