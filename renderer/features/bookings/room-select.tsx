import { Select } from '@mantine/core'
import { useOpenList } from '../../ui/use-open-list.ts'
import type { Building } from '../../../shared/buildings/buildings.contract.ts'
import type { RoomId } from '../../../shared/ids.ts'

interface RoomSelectProps {
  readonly id: string
  readonly error?: string | undefined
  readonly buildings: readonly Building[]
  readonly value: RoomId | null
  readonly onChange: (room: RoomId | null) => void
}

const seats = (capacity: number | null) => (capacity === null ? '' : `, seats ${capacity}`)

/** Any room of the county, under its building; typing finds it. */
export function RoomSelect({ id, error, buildings, value, onChange }: RoomSelectProps) {
  const list = useOpenList()
  const rooms = buildings.flatMap((building) => building.rooms)
  return (
    <Select
      {...list}
      id={id}
      label="Room"
      placeholder="Choose a room"
      error={error}
      data={buildings
        .filter((building) => building.rooms.length > 0)
        .map((building) => ({
          group: building.name,
          items: building.rooms.map((room) => ({
            value: String(room.id),
            label: `${room.name}, ${building.name}${seats(room.capacity)}`,
          })),
        }))}
      value={value}
      onChange={(chosen) => onChange(rooms.find((room) => room.id === chosen)?.id ?? null)}
      searchable
      // What stands round it stays in view until a room is looked for.
      openOnFocus={false}
      nothingFoundMessage="No room of that name"
    />
  )
}
