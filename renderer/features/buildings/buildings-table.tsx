import { Button, UnstyledButton } from '@mantine/core'
import type { Building, Locality, Room } from '../../../shared/buildings/buildings.contract.ts'
import type { Panel } from './buildings-section.tsx'
import classes from './buildings.module.css'

interface BuildingsTableProps {
  readonly buildings: readonly Building[]
  readonly localities: readonly Locality[]
  /** null: this person may only look. */
  readonly onOpen: ((panel: Panel) => void) | null
}

/** Every building with its rooms under it. */
export function BuildingsTable({ buildings, localities, onOpen }: BuildingsTableProps) {
  return (
    <div className={classes.frame}>
      <table className={classes.table} aria-label="Buildings and rooms">
        <thead>
          <tr>
            <th scope="col">Room</th>
            <th scope="col">Seats</th>
            <th scope="col">Step-free</th>
            <th scope="col">Set-up and clear-down</th>
            <th scope="col">Part of</th>
          </tr>
        </thead>
        {buildings.map((building) => (
          <tbody key={building.id}>
            <BuildingRow building={building} localities={localities} onOpen={onOpen} />
            {building.rooms.map((room) => (
              <RoomRow key={room.id} room={room} building={building} onOpen={onOpen} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

type RowProps = Pick<BuildingsTableProps, 'onOpen'> & { readonly building: Building }

function BuildingRow({ building, localities, onOpen }: RowProps & Pick<BuildingsTableProps, 'localities'>) {
  const locality = localities.find((one) => one.id === building.localityId)?.name
  const said = [locality, building.address, building.phone, building.sample && 'sample: invented', building.archived && 'archived'] // prettier-ignore
  return (
    <tr className={classes.building}>
      <th scope="rowgroup" colSpan={4}>
        {onOpen === null ? (
          building.name
        ) : (
          <UnstyledButton className={classes.opener} onClick={() => onOpen({ kind: 'building', building })}>
            {building.name}
          </UnstyledButton>
        )}
        <span className={classes.quiet}>{said.filter(Boolean).join(' · ')}</span>
      </th>
      <td className={classes.add}>
        {onOpen !== null && !building.archived && (
          <Button
            variant="default"
            size="compact-sm"
            aria-label={`Add a room to ${building.name}`}
            onClick={() => onOpen({ kind: 'room', building, room: null })}
          >
            Add a room
          </Button>
        )}
      </td>
    </tr>
  )
}

const yesNo = (value: boolean | null) => (value === null ? 'Not known' : value ? 'Yes' : 'No')

const minutesOf = ({ setupMinutes, cleardownMinutes }: Room) =>
  setupMinutes + cleardownMinutes === 0 ? 'None' : `${setupMinutes} and ${cleardownMinutes} min`

function RoomRow({ room, building, onOpen }: RowProps & { readonly room: Room }) {
  const whole = building.rooms.find((one) => one.id === room.partOfId)
  return (
    <tr data-archived={room.archived}>
      <th scope="row">
        {onOpen === null ? (
          room.name
        ) : (
          <UnstyledButton className={classes.opener} onClick={() => onOpen({ kind: 'room', building, room })}>
            {room.name}
          </UnstyledButton>
        )}
        {room.archived && <span className={classes.quiet}>archived</span>}
      </th>
      <td>{room.capacity ?? 'Not known'}</td>
      <td>{yesNo(room.stepFree)}</td>
      <td className={classes.minutes}>{minutesOf(room)}</td>
      <td>{whole?.name ?? '–'}</td>
    </tr>
  )
}
