import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Affected } from '../../../shared/series/edit.contract.ts'
import { count } from '../../../shared/text.ts'
import { shortDay, timeRange } from '../../../shared/time/format.ts'
import { useCommand } from '../../api/commands.ts'
import { ask } from '../../api/queries.ts'
import { useMay } from '../../api/session.ts'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { editedAffected } from './edit-draft.ts'
import { SeriesEditPanel } from './series-edit-panel.tsx'
import classes from './series.module.css'

interface AffectedDatesShown {
  /** The list; nothing when no date is affected. */
  readonly list: ReactNode
  /** The panel that moves one of them, while one is to be moved. */
  readonly side: ReactNode
}

/** Sessions and bookings to come that a change of the calendar has put on a holiday, and the way to move one. */
export function useAffectedDates(): AffectedDatesShown {
  const rows = useQuery(ask('series', 'affected', {})).data ?? []
  const [moving, setMoving] = useState<Affected | null>(null)
  const side = moving && (
    <SeriesEditPanel key={moving.bookingId} edited={editedAffected(moving)} onClose={() => setMoving(null)} />
  )
  return { side, list: rows.length === 0 ? null : <AffectedDates rows={rows} onMove={setMoving} /> }
}

interface AffectedDatesProps {
  readonly rows: readonly Affected[]
  readonly onMove: (affected: Affected) => void
}

function AffectedDates({ rows, onMove }: AffectedDatesProps) {
  const one = rows.length === 1
  return (
    <section className={classes.affected} aria-labelledby="affected">
      <h2 id="affected" className={classes.sentence}>
        {count(rows.length, 'date')} to come now {one ? 'falls' : 'fall'} on a holiday that{' '}
        {one ? 'its' : 'their'} series leaves out
      </h2>
      <DataTable
        label="Dates on a holiday"
        noun={one ? 'date' : 'dates'}
        columns={[
          ...columns,
          { key: 'do', heading: 'What to do', cell: (row) => <Choices row={row} onMove={onMove} /> },
        ]}
        rows={rows}
        rowKey={(row) => row.bookingId}
      />
    </section>
  )
}

const columns: readonly Column<Affected>[] = [
  { key: 'date', heading: 'Date', cell: (row) => shortDay(row.startsAt) },
  { key: 'reason', heading: 'Holiday', cell: (row) => row.reason },
  { key: 'what', heading: 'What', cell: (row) => row.title },
  {
    key: 'where',
    heading: 'When and where',
    cell: (row) => `${timeRange(row.startsAt, row.endsAt)}, ${row.roomName}, ${row.buildingName}`,
  },
]

function Choices({ row, onMove }: Pick<AffectedDatesProps, 'onMove'> & { row: Affected }) {
  const day = shortDay(row.startsAt)
  const keep = useCommand('series', 'keepDate', { undo: true, done: `${row.title} stays on ${day}.` })
  const cancel = useCommand('bookings', 'cancel', {
    undo: true,
    done: `${row.title} on ${day} is cancelled.`,
  })
  const { bookingId, version } = row
  if (!useMay()('bookings.edit') || !row.mayChange) return null
  const small = { size: 'compact-sm', variant: 'subtle', color: 'gray' } as const
  const which = <span className="sr-only"> {`${row.title} on ${day}`}</span>
  return (
    <>
      <Button {...small} onClick={() => keep.mutate({ bookingId, version })}>
        Keep{which}
      </Button>
      <Button {...small} onClick={() => onMove(row)}>
        Move{which}
      </Button>
      <Button {...small} onClick={() => cancel.mutate({ id: bookingId, version, reason: row.reason })}>
        Cancel{which}
      </Button>
    </>
  )
}
