import { Button } from '@mantine/core'
import { useToday } from '../../api/session.ts'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import type { StageRow } from '../../../shared/enrolments/waiting.contract.ts'
import { daysBetween } from '../../../shared/time/civil.ts'
import { shortDate } from '../../../shared/time/format.ts'
import { Reach } from './reach.tsx'
import { WhoCell } from './who.tsx'
import classes from './enrolments.module.css'

interface OfferedTableProps {
  readonly rows: readonly StageRow[]
  readonly openedId: string | null
  readonly onOpen: (row: StageRow) => void
  /** Left out for somebody who may only look. */
  readonly act?: {
    readonly onAccept: (row: StageRow) => void
    readonly onEnd: (row: StageRow) => void
  }
}

const columns: Column<StageRow>[] = [
  { key: 'name', heading: 'Name', cell: (row) => <WhoCell {...row} /> },
  { key: 'until', heading: 'Can be taken up until', cell: (row) => <Until {...row} /> },
  { key: 'reach', heading: 'Reach them', cell: (row) => <Reach {...row} /> },
]

function Until({ since, expiresOn, lapsed, overrideReason }: StageRow) {
  const today = useToday()
  const left = expiresOn === null ? null : daysBetween(today, expiresOn)
  const soon = left === 0 ? 'Today is the last day' : left === 1 ? 'One day left' : `${left ?? 0} days left`
  return (
    <>
      <span className={classes.nowrap}>{expiresOn === null ? 'No last day' : shortDate(expiresOn)}</span>
      {expiresOn !== null && (
        <div className={lapsed || (left ?? 9) < 2 ? classes.warn : classes.small}>
          {lapsed ? 'Lapsed: the place is free again' : soon}
        </div>
      )}
      <div className={classes.small}>Offered {shortDate(since)}</div>
      {overrideReason !== null && <div className={classes.small}>{overrideReason}</div>}
    </>
  )
}

/** Offers that stand, and those that have lapsed and need a word. */
export function OfferedTable({ rows, openedId, onOpen, act }: OfferedTableProps) {
  const actions: Column<StageRow>[] = act
    ? [
        {
          key: 'answer',
          heading: 'What they say',
          align: 'right',
          cell: (row) => (
            <span className={classes.actions}>
              <Button
                size="compact-sm"
                variant={row.lapsed ? 'default' : 'filled'}
                aria-label={`Yes, ${row.name} takes the place`}
                onClick={() => act.onAccept(row)}
              >
                Yes
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`${row.lapsed ? 'End the offer' : 'No'}, ${row.name} does not take the place`}
                onClick={() => act.onEnd(row)}
              >
                {row.lapsed ? 'End the offer' : 'No'}
              </Button>
            </span>
          ),
        },
      ]
    : []
  return (
    <DataTable
      label="Offered a place"
      columns={[...columns, ...actions]}
      rows={rows}
      rowKey={(row) => row.enrolmentId}
      onOpen={onOpen}
      openedKey={openedId}
      noun={['person', 'people']}
    />
  )
}
