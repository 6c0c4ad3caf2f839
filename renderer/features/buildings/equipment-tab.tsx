import { Button } from '@mantine/core'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/states.tsx'
import type { Equipment } from '../../../shared/buildings/equipment.contract.ts'
import type { TabProps } from './tab-props.ts'
import classes from './buildings.module.css'

const columns: readonly Column<Equipment>[] = [
  {
    key: 'name',
    heading: 'What',
    cell: (one) => (
      <span className={classes.twoLines}>
        <span>{one.name}</span>
        {one.archived && <span className={classes.under}>archived</span>}
      </span>
    ),
  },
  { key: 'quantity', heading: 'How many', align: 'right', width: '120px', cell: (one) => one.quantity },
]

/** What can be carried from room to room, counted: a booking takes some of it for its time. */
export function EquipmentTab({ building, panel, onPanel }: TabProps) {
  const opened = panel?.kind === 'equipment' ? (panel.equipment?.id ?? null) : null
  const rows = building.equipment.toSorted((a, b) => Number(a.archived) - Number(b.archived))
  const add = building.mayChange && (
    <Button onClick={() => onPanel({ kind: 'equipment', equipment: null })}>Add equipment</Button>
  )
  return (
    <div className={classes.narrow}>
      <DataTable
        label="Equipment"
        noun={rows.length === 1 ? 'thing' : 'things'}
        columns={columns}
        rows={rows}
        rowKey={(one) => one.id}
        {...(building.mayChange && {
          onOpen: (equipment: Equipment) => onPanel({ kind: 'equipment', equipment }),
        })}
        openedKey={opened}
        empty={
          <EmptyState action={add}>
            Nothing is counted here yet. Add what is carried from room to room, such as projectors, laptops or
            the crèche kit: a booking can then take some, and nobody else is promised the same ones. What is
            fixed in a room belongs to the room.
          </EmptyState>
        }
      />
    </div>
  )
}
