import { Anchor } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { OneLine } from '../../ui/one-line.tsx'
import type { WaitingRow } from '../../../shared/enrolments/waiting.contract.ts'
import { Reach } from './reach.tsx'
import { WhoCell } from './who.tsx'
import classes from './enrolments.module.css'

interface CountyWaitingProps {
  readonly rows: readonly WaitingRow[]
  readonly total: number
  readonly openedId: string | null
  readonly onOpen: (row: WaitingRow) => void
  readonly empty: ReactNode
}

const columns: Column<WaitingRow>[] = [
  { key: 'name', heading: 'Name', width: '24%', cell: (row) => <WhoCell {...row} /> },
  {
    key: 'group',
    heading: 'Waits for',
    width: '26%',
    cell: (row) => (
      <span className={classes.group}>
        <Anchor component={Link} to={`/groups/${row.groupId}/people`} className={classes.group}>
          <OneLine>{row.groupName}</OneLine>
        </Anchor>
        {row.buildingName !== null && <OneLine className={classes.small}>{row.buildingName}</OneLine>}
      </span>
    ),
  },
  {
    key: 'turn',
    heading: 'Turn',
    cell: (row) => (
      <span className={classes.nowrap}>
        {row.position.toLocaleString('en-GB')} of {row.of.toLocaleString('en-GB')}
      </span>
    ),
  },
  {
    key: 'why',
    heading: 'Why they stand there',
    cell: (row) => <span className={classes.why}>{row.why}</span>,
  },
  { key: 'reach', heading: 'Reach them', cell: (row) => <Reach {...row} /> },
]

/** People who wait, in the order of the county; each turn is that of their own group. */
export function CountyWaitingTable({ rows, total, openedId, onOpen, empty }: CountyWaitingProps) {
  return (
    <DataTable
      label="People who wait"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.enrolmentId}
      onOpen={onOpen}
      openedKey={openedId}
      total={total}
      noun={['place waited for', 'places waited for']}
      empty={empty}
    />
  )
}
