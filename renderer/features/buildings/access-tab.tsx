import { Button } from '@mantine/core'
import { useToday } from '../../api/session.ts'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/states.tsx'
import type { AccessLine } from '../../../shared/buildings/access.contract.ts'
import { accessInWords, accessOn } from '../../../shared/buildings/access.rules.ts'
import type { BuildingDetails } from '../../../shared/buildings/buildings.contract.ts'
import { longDate } from '../../../shared/time/format.ts'
import type { TabProps } from './tab-props.ts'
import classes from './buildings.module.css'

/** How to get in, by date: what holds today first in words, then every line. */
export function AccessTab({ building, panel, onPanel }: TabProps) {
  const today = useToday()
  const now = accessOn(building.access, null, today)
  const opened = panel?.kind === 'access' ? (panel.line?.id ?? null) : null
  const add = building.mayChange && (
    <Button onClick={() => onPanel({ kind: 'access', line: null })}>Add a way in</Button>
  )
  return (
    <div className={classes.beside} data-beside={panel !== null || undefined}>
      {now !== null && (
        <p className={classes.now}>
          <span className={classes.quiet}>Today:</span> {accessInWords(now)}
        </p>
      )}
      <DataTable
        label="Ways in"
        noun={building.access.length === 1 ? 'line' : 'lines'}
        columns={columns(building, today)}
        rows={building.access}
        rowKey={(line) => line.id}
        {...(building.mayChange && { onOpen: (line: AccessLine) => onPanel({ kind: 'access', line }) })}
        openedKey={opened}
        empty={
          <EmptyState action={add}>
            Nobody has said yet how to get in. Say whether there is a reception, who has the key, or what the
            door code is: it is printed on the day sheet.
          </EmptyState>
        }
      />
    </div>
  )
}

function columns({ access, rooms }: BuildingDetails, today: string): Column<AccessLine>[] {
  const roomOf = (line: AccessLine) => rooms.find((room) => room.id === line.roomId)?.name
  return [
    {
      key: 'place',
      heading: 'For',
      cell: (line) => roomOf(line) ?? 'The whole building',
    },
    { key: 'from', heading: 'From', cell: (line) => <span className={classes.noWrap}>{longDate(line.fromDate)}</span> }, // prettier-ignore
    {
      key: 'state',
      heading: 'State',
      cell: (line) => {
        if (line.fromDate > today) return 'To come'
        const isNow = accessOn(access, line.roomId, today)?.id === line.id
        return isNow ? <strong>Holds today</strong> : <span className={classes.quiet}>Over</span>
      },
    },
    { key: 'how', heading: 'How to get in', width: '50%', cell: accessInWords },
  ]
}
