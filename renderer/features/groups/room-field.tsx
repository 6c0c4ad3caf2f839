import { Select } from '@mantine/core'
import type { RoomId } from '../../../shared/ids.ts'
import type { Places } from './plan-draft.ts'

interface RoomFieldProps {
  readonly id?: string
  readonly label?: string
  readonly labelClass?: string | undefined
  readonly error?: string | undefined
  readonly places: Places
  readonly value: RoomId | null
  readonly onChange: (room: RoomId | null) => void
}

const seats = (capacity: number | null) => (capacity === null ? '' : `, seats ${capacity}`)

/** Any room that can be booked, under its building; typing finds it. */
export function RoomField({
  id,
  label = 'Room',
  labelClass,
  error,
  places,
  value,
  onChange,
}: RoomFieldProps) {
  return (
    <Select
      {...(id !== undefined && { id })}
      label={label}
      {...(labelClass !== undefined && { classNames: { label: labelClass } })}
      placeholder="Type a room or a building"
      error={error}
      data={places.buildings
        .filter((building) => building.rooms.length > 0)
        .map((building) => ({
          group: building.name,
          items: building.rooms.map((room) => ({
            value: String(room.id),
            label: `${room.name}, ${building.name}${seats(room.capacity)}`,
          })),
        }))}
      value={value}
      onChange={(chosen) =>
        onChange(
          places.buildings.flatMap((building) => building.rooms).find((room) => room.id === chosen)?.id ??
            null,
        )
      }
      searchable
      // What stands round it stays in view until a room is looked for.
      openOnFocus={false}
      allowDeselect={false}
      nothingFoundMessage="No room of that name"
    />
  )
}
