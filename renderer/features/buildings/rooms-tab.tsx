import { Button } from '@mantine/core'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/states.tsx'
import type { Room } from '../../../shared/buildings/buildings.contract.ts'
import type { TabProps } from './tab-props.ts'
import classes from './buildings.module.css'

/** The rooms of a building, each part under the room it is a part of, archived ones last. */
export function RoomsTab({ building, panel, onPanel }: TabProps) {
  const opened = panel?.kind === 'room' ? (panel.room?.id ?? null) : null
  const add = building.mayChange && (
    <Button onClick={() => onPanel({ kind: 'room', room: null })}>Add a room</Button>
  )
  return (
    <div className={classes.beside} data-beside={panel !== null || undefined}>
      <DataTable
        label="Rooms"
        noun={building.rooms.length === 1 ? 'room' : 'rooms'}
        columns={columns(building.rooms)}
        rows={inOrder(building.rooms)}
        rowKey={(room) => room.id}
        {...(building.mayChange && { onOpen: (room: Room) => onPanel({ kind: 'room', room }) })}
        openedKey={opened}
        empty={
          <EmptyState action={add}>
            There are no rooms here yet. Add the first one: after that it can be booked.
          </EmptyState>
        }
      />
    </div>
  )
}

/** A room, then its parts; what is archived after all the rest. */
function inOrder(rooms: readonly Room[]): Room[] {
  const ids = new Set(rooms.map((room) => room.id))
  const partsOf = (id: Room['partOfId']): Room[] =>
    rooms.filter((room) => (room.partOfId !== null && ids.has(room.partOfId) ? room.partOfId : null) === id).flatMap((room) => [room, ...partsOf(room.id)]) // prettier-ignore
  return partsOf(null).toSorted((a, b) => Number(a.archived) - Number(b.archived))
}

const columns = (rooms: readonly Room[]): Column<Room>[] => [
  { key: 'name', heading: 'Room', width: '24%', cell: (room) => <NameCell room={room} rooms={rooms} /> },
  { key: 'people', heading: 'People', cell: (room) => <span className={classes.noWrap}>{peopleOf(room)}</span> }, // prettier-ignore
  { key: 'features', heading: 'What is in it', cell: (room) => room.features.join(', ') || <Unknown>Nothing noted</Unknown> }, // prettier-ignore
  { key: 'step', heading: 'Step-free', cell: (room) => stepFreeOf(room) },
  { key: 'floor', heading: 'Floor', cell: (room) => room.floor ?? <Unknown>Not known</Unknown> },
  { key: 'minutes', heading: 'Before and after', cell: (room) => <span className={classes.noWrap}>{minutesOf(room)}</span> }, // prettier-ignore
]

function NameCell({ room, rooms }: { room: Room; rooms: readonly Room[] }) {
  const whole = rooms.find((one) => one.id === room.partOfId)
  const said = [whole && `part of ${whole.name}`, room.needsApproval && 'asked for, then decided', room.archived && 'archived'] // prettier-ignore
  const under = said.filter(Boolean).join(' · ')
  return (
    <span className={classes.twoLines} data-part={whole !== undefined || undefined}>
      <span>{room.name}</span>
      {under !== '' && <span className={classes.under}>{under}</span>}
    </span>
  )
}

const Unknown = ({ children }: { children: string }) => <span className={classes.quiet}>{children}</span>

const stepFreeOf = ({ stepFree }: Room) =>
  stepFree === null ? <Unknown>Not known</Unknown> : stepFree ? 'Yes' : 'No'

/** `6 to 16`, `up to 16`, `6 or more`. */
function peopleOf({ leastPeople, capacity }: Room) {
  if (capacity === null) return leastPeople === null ? <Unknown>Not known</Unknown> : `${leastPeople} or more`
  return leastPeople === null ? `Up to ${capacity}` : `${leastPeople} to ${capacity}`
}

const minutesOf = ({ setupMinutes, cleardownMinutes }: Room) =>
  setupMinutes + cleardownMinutes === 0 ? 'None' : `${setupMinutes} and ${cleardownMinutes} min`
