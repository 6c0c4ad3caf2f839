import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api/queries.ts'
import { useBuildingWord, useToday } from '../../api/session.ts'
import { go } from '../../location.ts'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import type { Building, Locality, OpenHours } from '../../../shared/buildings/buildings.contract.ts'
import { hoursInWords } from '../../../shared/buildings/hours.rules.ts'
import type { BuildingId } from '../../../shared/ids.ts'
import { count } from '../../../shared/text.ts'
import classes from './buildings.module.css'

interface BuildingsTableProps {
  readonly buildings: readonly Building[]
  readonly localities: readonly Locality[]
}

/** One line for each building: where it is, what is in it, and whether it is open today. */
export function BuildingsTable({ buildings, localities }: BuildingsTableProps) {
  const today = useToday()
  const word = useBuildingWord()
  const hours = useQuery(ask('buildings', 'openHours', { from: today, to: today })).data ?? []
  const openToday = new Map(hours.map((day) => [day.buildingId, day]))
  const localityOf = (building: Building) =>
    localities.find((one) => one.id === building.localityId)?.name ?? ''
  const rows = buildings.toSorted((a, b) => Number(a.archived) - Number(b.archived))
  return (
    <DataTable
      label="Buildings"
      columns={columns({ word, localityOf, openToday })}
      rows={rows}
      rowKey={(building) => building.id}
      onOpen={(building) => go(`/settings/buildings/${building.id}`)}
      noun={rows.length === 1 ? 'building' : 'buildings'}
    />
  )
}

interface Known {
  readonly word: string
  readonly localityOf: (building: Building) => string
  readonly openToday: ReadonlyMap<BuildingId, OpenHours>
}

const columns = ({ word, localityOf, openToday }: Known): Column<Building>[] => [
  { key: 'name', heading: word, cell: nameCell, sortBy: (building) => building.name },
  { key: 'locality', heading: 'Locality', cell: localityOf, sortBy: localityOf },
  {
    key: 'today',
    heading: 'Today',
    cell: (building) => (building.archived ? 'Archived' : <Today day={openToday.get(building.id)} />),
  },
  { key: 'rooms', heading: 'Rooms', cell: roomsCell, sortBy: (building) => building.rooms.length },
]

const nameCell = (building: Building) => (
  <span className={classes.twoLines}>
    <span>{building.name}</span>
    <span className={classes.under}>
      {[building.address, building.phone, building.sample && 'sample: invented'].filter(Boolean).join(' · ')}
    </span>
  </span>
)

function roomsCell({ rooms }: Building) {
  const inUse = rooms.filter((room) => !room.archived)
  const largest = Math.max(0, ...inUse.map((room) => room.capacity ?? 0))
  if (inUse.length === 0) return <span className={classes.quiet}>None yet</span>
  return (
    <span className={classes.noWrap}>
      {count(inUse.length, 'room')}
      {largest > 0 && <span className={classes.quiet}>, up to {largest} people</span>}
    </span>
  )
}

/** Today's hours in words: open, shut and why, or not known. */
function Today({ day }: { day: OpenHours | undefined }) {
  if (day === undefined) return null
  if (!day.known) return <span className={classes.quiet}>Hours not set</span>
  const words = hoursInWords(day.hours)
  return (
    <span className={classes.twoLines}>
      <span>{day.hours.length === 0 ? 'Closed' : words}</span>
      {day.reason !== null && <span className={classes.under}>{day.reason}</span>}
    </span>
  )
}
