import { MultiSelect } from '@mantine/core'
import { useOpenList } from '../../ui/use-open-list.ts'
import type { Building } from '../../../shared/buildings/buildings.contract.ts'
import type { RoomId } from '../../../shared/ids.ts'

interface RoomsSelectProps {
  readonly id: string
  readonly error?: string | undefined
  readonly buildings: readonly Building[]
  readonly value: readonly RoomId[]
  readonly onChange: (rooms: RoomId[]) => void
  readonly autoFocus?: boolean
}

const seats = (capacity: number | null) => (capacity === null ? '' : `, seats ${capacity}`)

/** One room or several of one building, the main one first; typing finds them. */
export function RoomsSelect({ id, error, buildings, value, onChange, autoFocus = false }: RoomsSelectProps) {
  const list = useOpenList()
  const rooms = buildings.flatMap((building) => building.rooms)
  const chosen = rooms.find((room) => room.id === value[0])
  // All the rooms of one booking are in one building: once there is one, the others are those beside it.
  const offered = buildings.filter((one) => chosen === undefined || one.id === chosen.buildingId)
  return (
    <MultiSelect
      {...list}
      id={id}
      label="Rooms"
      description={value.length > 1 ? 'The first is the main room.' : undefined}
      placeholder={value.length === 0 ? 'Choose a room' : undefined}
      error={error}
      data={offered
        .filter((building) => building.rooms.length > 0)
        .map((building) => ({
          group: building.name,
          items: building.rooms.map((room) => ({
            value: String(room.id),
            label: value.includes(room.id)
              ? room.name
              : `${room.name}, ${building.name}${seats(room.capacity)}`,
          })),
        }))}
      value={value.map(String)}
      onChange={(ids) => onChange(ids.flatMap((one) => rooms.find((room) => room.id === one)?.id ?? []))}
      searchable
      maxValues={8}
      hidePickedOptions
      nothingFoundMessage="No room of that name"
      data-autofocus={autoFocus || undefined}
      autoFocus={autoFocus}
    />
  )
}
