import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconMinus, IconPencil } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import type { PlannedRow, placeRowStates } from '../../../shared/buildings/list.contract.ts'
import classes from './place-list.module.css'

type State = (typeof placeRowStates)[number]

/** What needs a person comes first. */
const order: readonly State[] = ['problem', 'changed', 'new', 'same', 'blank']
const words: Readonly<Record<State, string>> = {
  problem: 'Left out',
  changed: 'Changed',
  new: 'Added',
  same: 'As it is here',
  blank: 'Empty',
}
const Icons = { problem: IconAlertTriangle, changed: IconPencil, new: IconCheck, same: IconMinus, blank: IconMinus } // prettier-ignore

const PAGE = 200

/** Every row of the list with what would become of it, in words. */
export function PlaceRows({ rows }: { rows: readonly PlannedRow[] }) {
  const [limit, setLimit] = useState(PAGE)
  const sorted = useMemo(
    () => rows.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || a.row - b.row),
    [rows],
  )
  return (
    <>
      <DataTable
        label="Rows of the list"
        columns={columns}
        rows={sorted.slice(0, limit)}
        rowKey={(row) => String(row.row)}
        total={rows.length}
        noun={rows.length === 1 ? 'row' : 'rows'}
      />
      {rows.length > limit && (
        <Button className={classes.more} variant="default" onClick={() => setLimit(limit + PAGE)}>
          Show {Math.min(PAGE, rows.length - limit)} more
        </Button>
      )}
    </>
  )
}

const columns: readonly Column<PlannedRow>[] = [
  { key: 'row', heading: 'Row', align: 'right', width: '60px', cell: (row) => row.row },
  { key: 'state', heading: 'What happens', width: '150px', cell: (row) => <RowState state={row.state} /> },
  { key: 'building', heading: 'Building', cell: (row) => row.building ?? <Cells row={row} /> },
  { key: 'room', heading: 'Room', cell: (row) => row.room ?? '' },
  {
    key: 'what',
    heading: 'What and why',
    width: '42%',
    cell: ({ state, changes, reasons }) => (
      <>
        {changes.map((change) => (
          <div key={change}>{change}</div>
        ))}
        {reasons.map((reason) => (
          <div key={reason} className={state === 'problem' ? undefined : classes.quiet}>
            {reason}
          </div>
        ))}
      </>
    ),
  },
]

const Cells = ({ row }: { row: PlannedRow }) => (
  <span className={classes.quiet}>{row.cells.filter((cell) => cell.trim() !== '').join(' · ')}</span>
)

function RowState({ state }: { state: State }) {
  const Icon = Icons[state]
  return (
    <span className={classes.state} data-state={state}>
      <Icon size={16} aria-hidden />
      {words[state]}
    </span>
  )
}
