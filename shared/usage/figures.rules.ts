import { percentOf, together } from './usage.rules.ts'
import type { RoomUse, Usage, Use } from './usage.contract.ts'

/** Rises when one of the definitions changes; printed with the figures. */
export const USAGE_VERSION = 1

export const usageDefinitions: readonly { readonly name: string; readonly definition: string }[] = [
  { name: 'Open', definition: 'The opening hours of the building, with its dated changes and bank holidays, without the time the room was closed.' },
  { name: 'Booked', definition: 'Time in opening hours for which the room, or a room that shares its floor, was booked for certain. Bookings that nobody came to count; cancelled and pencilled-in ones do not. Set-up and clear-down do not count. Time that two bookings share counts once.' },
  { name: 'Used', definition: 'Booked time whose register was taken, or where somebody checked in; until the room was given back, if that was earlier. Up to yesterday, as a share of the hours open up to yesterday.' },
  { name: 'Attended', definition: 'Used time of sessions at which somebody is marked as having come. Up to yesterday, as a share of the hours open up to yesterday.' },
  { name: 'Outside hours', definition: 'Booked time when the building is not open, or the room was closed. It is in no share.' },
  { name: 'Seats filled', definition: 'People marked as having come, over the largest safe number for the room, at each session with a register.' },
  { name: 'Rooms let in parts', definition: 'A hall that is let by halves is counted by its halves, so that its floor counts once. Its own line says how often any of it was booked, and is in no total.' },
] // prettier-ignore

/** What one line of the report shows. Hours to one decimal, shares 0 to 100; null where there is nothing to measure. */
export interface Line {
  readonly key: string
  readonly name: string
  readonly use: Use
  readonly hoursKnown: boolean
}

export const shares = (use: Use) => ({
  booked: percentOf(use.booked, use.open),
  used: percentOf(use.used, use.openSoFar),
  attended: percentOf(use.attended, use.openSoFar),
  seats: percentOf(use.people, use.seats),
})

/** Minutes as hours, to one decimal. */
export const hoursOf = (minutes: number): number => Math.round(minutes / 6) / 10

/** Its name, and where nobody has said when it is open, that: it has no share, and must not look like an empty one. */
export const lineName = ({ name, hoursKnown }: Line): string =>
  hoursKnown ? name : `${name} (no opening hours set)`

/** Hours of a line to one decimal; null where nobody has said when it is open, so that no time is in its hours or out of them. */
export const lineHours = (
  { use, hoursKnown }: Pick<Line, 'use' | 'hoursKnown'>,
  key: 'open' | 'booked' | 'used' | 'attended',
): number | null => (hoursKnown ? hoursOf(use[key]) : null)

export type Level = 'room' | 'building' | 'locality' | 'half'
export const levelLabels: Readonly<Record<Level, string>> = {
  room: 'Room',
  building: 'Building',
  locality: 'Locality',
  half: 'Half',
}
const halfNames = { east: 'East', west: 'West' } as const

const keyOf = (room: RoomUse, level: Level): readonly [key: string, name: string] => {
  switch (level) {
    case 'room':
      return [room.roomId, `${room.roomName}, ${room.buildingName}`]
    case 'building':
      return [room.buildingId, room.buildingName]
    case 'locality':
      return [room.localityName ?? '', room.localityName ?? 'No locality']
    case 'half':
      return [room.half ?? '', room.half === null ? 'No half' : halfNames[room.half]]
  }
}

/** The lines of a level over all its months. Only the rooms themselves show those that are counted by their parts. */
export function linesOf({ rooms }: Usage, level: Level): Line[] {
  const shown = level === 'room' ? rooms : rooms.filter((room) => room.counted)
  const groups = Map.groupBy(shown, (room) => keyOf(room, level)[0])
  return [...groups].map(([key, inside]) => ({
    key,
    name: inside[0] === undefined ? '' : keyOf(inside[0], level)[1],
    use: together(inside.flatMap((room) => room.use)),
    hoursKnown: inside.some((room) => room.hoursKnown),
  }))
}

/** Everything together, month by month. */
export const byMonth = ({ months, rooms }: Usage): { month: string; use: Use }[] =>
  months.map((month, at) => ({
    month,
    use: together(rooms.filter((room) => room.counted).flatMap((room) => room.use[at] ?? [])),
  }))

export const totalOf = ({ rooms }: Usage): Use =>
  together(rooms.filter((room) => room.counted).flatMap((room) => room.use))

/** Rooms that were open and never booked. */
export const neverBooked = ({ rooms }: Usage): RoomUse[] =>
  rooms.filter((room) => {
    const use = together(room.use)
    return use.open > 0 && use.booked === 0
  })

/** Rooms in which, over all sessions with a register, fewer than half of the seats were filled. */
export const halfEmpty = ({ rooms }: Usage): RoomUse[] =>
  rooms.filter((room) => {
    const use = together(room.use)
    return use.seats > 0 && use.people * 2 < use.seats
  })
