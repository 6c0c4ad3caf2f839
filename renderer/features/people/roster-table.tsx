import { Badge, Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useToday } from '../../api/session.ts'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { enrolmentStatusLabels } from '../../../shared/enrolments/enrolments.contract.ts'
import type { RosterRow } from '../../../shared/enrolments/enrolments.contract.ts'
import { peopleSorts } from '../../../shared/exports/lists/people.ts'
import type { Sort } from '../../../shared/sort.rules.ts'
import { ageInWords, shortDate } from '../../../shared/time/format.ts'
import { Who } from './who.tsx'
import classes from './people.module.css'

interface RosterTableProps {
  readonly rows: readonly RosterRow[]
  /** Left out for somebody who may only look. */
  readonly onChange?: (row: RosterRow) => void
  readonly onOpen: (row: RosterRow) => void
  readonly sort: Sort
  readonly onSort: (sort: Sort) => void
  readonly empty: ReactNode
}

const columns = (today: string): Column<RosterRow>[] => [
  {
    key: 'name',
    heading: 'Name',
    cell: (row) => <Who {...row} />,
  },
  { key: 'age', heading: 'Age', cell: (row) => <Age row={row} today={today} /> },
  {
    key: 'status',
    heading: 'Status',
    cell: (row) => <Status row={row} today={today} />,
    sortBy: peopleSorts.status,
  },
  {
    key: 'since',
    heading: 'Since',
    cell: (row) => <span className={classes.nowrap}>{shortDate(row.since)}</span>,
    sortBy: peopleSorts.since,
  },
  {
    key: 'came',
    heading: 'Came',
    cell: (row) => (
      <span className={classes.nowrap}>
        {row.expected === 0 ? 'No registers yet' : `${row.attended} of ${row.expected}`}
      </span>
    ),
  },
  { key: 'family', heading: 'Family', cell: (row) => row.familyName ?? '' },
]

function Age({ row, today }: { row: RosterRow; today: string }) {
  return (
    <>
      {row.dateOfBirth === null ? (
        <span className={classes.quiet}>No date of birth</span>
      ) : (
        <span className={classes.nowrap}>{ageInWords(row.dateOfBirth, today)}</span>
      )}
      {row.ageWarning !== null && <div className={classes.age}>{row.ageWarning}</div>}
    </>
  )
}

function Status({ row, today }: { row: RosterRow; today: string }) {
  const expected = row.status === 'enrolled'
  return (
    <>
      <Badge color={expected ? 'accent' : 'gray'} miw="max-content">
        {row.since > today && expected ? 'Joins later' : enrolmentStatusLabels[row.status]}
      </Badge>
      {row.reason !== null && <div className={classes.quiet}>{row.reason}</div>}
    </>
  )
}

/** Everyone who has a place in the group. The name opens their way with it. */
export function RosterTable({ rows, onChange, onOpen, sort, onSort, empty }: RosterTableProps) {
  const today = useToday()
  const change: Column<RosterRow>[] = onChange
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
      label="People of the group"
      columns={[...columns(today), ...change]}
      rows={rows}
      rowKey={(row) => row.enrolmentId}
      onOpen={onOpen}
      sort={sort}
      onSort={onSort}
      noun={rows.length === 1 ? 'person' : 'people'}
      empty={empty}
    />
  )
}
