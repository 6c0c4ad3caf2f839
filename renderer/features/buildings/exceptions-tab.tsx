import { Button } from '@mantine/core'
import { useToday } from '../../api/session.ts'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { hoursInWords } from '../../../shared/buildings/hours.rules.ts'
import type { OpeningException } from '../../../shared/buildings/opening.contract.ts'
import { dateRange, fullDate } from '../../../shared/time/format.ts'
import { OutsideHours } from './outside-hours.tsx'
import type { TabProps } from './tab-props.ts'
import classes from './buildings.module.css'

/** Dates on which the hours are not the usual ones: those to come first, then those that are over, the last first. */
export function ExceptionsTab({ building, panel, onPanel, onOpenBooking, outside }: TabProps) {
  const today = useToday()
  const opened = panel?.kind === 'exception' ? (panel.exception?.id ?? null) : null
  const isOver = (one: OpeningException) => one.toDate < today
  const rows = [
    ...building.exceptions.filter((one) => !isOver(one)),
    ...building.exceptions.filter(isOver).toReversed(),
  ]
  const add = building.mayChange && (
    <Button onClick={() => onPanel({ kind: 'exception', exception: null })}>Add a change of hours</Button>
  )
  return (
    <div className={classes.beside}>
      <OutsideHours building={building} outside={outside} onOpen={onOpenBooking} />
      <DataTable
        label="Changes of hours"
        noun={rows.length === 1 ? 'change' : 'changes'}
        columns={columns(isOver)}
        rows={rows}
        rowKey={(one) => one.id}
        {...(building.mayChange && {
          onOpen: (exception: OpeningException) => onPanel({ kind: 'exception', exception }),
        })}
        openedKey={opened}
        empty={
          <EmptyState action={add}>
            The usual hours hold on every date. Add Christmas Eve, a training day or the summer hours here;
            when a room cannot be used at all, make a closure instead.
          </EmptyState>
        }
      />
    </div>
  )
}

const columns = (isOver: (one: OpeningException) => boolean): Column<OpeningException>[] => [
  {
    key: 'when',
    heading: 'When',
    cell: (one) => (
      <span className={classes.twoLines}>
        <span>
          {one.fromDate === one.toDate ? fullDate(one.fromDate) : dateRange(one.fromDate, one.toDate)}
        </span>
        {isOver(one) && <span className={classes.under}>over</span>}
      </span>
    ),
  },
  { key: 'why', heading: 'Why', cell: (one) => one.reason },
  {
    key: 'hours',
    heading: 'Open',
    cell: (one) => (one.hours.length === 0 ? 'Closed all day' : hoursInWords(one.hours)),
  },
]
