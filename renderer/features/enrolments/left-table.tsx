import { Button } from '@mantine/core'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { enrolmentStatusLabels } from '../../../shared/enrolments/statuses.ts'
import type { StageRow } from '../../../shared/enrolments/waiting.contract.ts'
import { shortDate } from '../../../shared/time/format.ts'
import { reasonWords } from './words.ts'
import { WhoCell } from './who.tsx'
import classes from './enrolments.module.css'

interface LeftTableProps {
  readonly rows: readonly StageRow[]
  readonly openedId: string | null
  readonly onOpen: (row: StageRow) => void
  readonly onChange?: (row: StageRow) => void
}

const columns: Column<StageRow>[] = [
  { key: 'name', heading: 'Name', cell: (row) => <WhoCell {...row} /> },
  { key: 'status', heading: 'How it ended', cell: (row) => enrolmentStatusLabels[row.status] },
  {
    key: 'since',
    heading: 'On',
    cell: (row) => <span className={classes.nowrap}>{shortDate(row.since)}</span>,
  },
  { key: 'why', heading: 'Why', cell: (row) => reasonWords(row) ?? '' },
]

/** Those who completed or left: their history stays. */
export function LeftTable({ rows, openedId, onOpen, onChange }: LeftTableProps) {
  const change: Column<StageRow>[] = onChange
    ? [
        {
          key: 'change',
          heading: 'Change',
          align: 'right',
          cell: (row) => (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`Change the enrolment of ${row.name}`}
              onClick={() => onChange(row)}
            >
              Change
            </Button>
          ),
        },
      ]
    : []
  return (
    <DataTable
      label="Completed or left"
      columns={[...columns, ...change]}
      rows={rows}
      rowKey={(row) => row.enrolmentId}
      onOpen={onOpen}
      openedKey={openedId}
      noun={['person', 'people']}
    />
  )
}
