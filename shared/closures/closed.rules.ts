import { overlaps, type Interval } from '../time/interval.ts'

/** One time of one closure, and what it closes. Local date-times, half-open; it may last for days. */
export interface Closed {
  readonly closureId: string
  readonly reason: string
  readonly startsAt: string
  readonly endsAt: string
  readonly everywhere: boolean
  /** Whole buildings. */
  readonly buildingIds: readonly string[]
  /** Rooms by themselves; what shares floor with them cannot be used either. */
  readonly roomIds: readonly string[]
}

/** A room, as closures see it: its building, and every room that shares its floor, itself among them. */
export interface ClosableRoom {
  readonly id: string
  readonly buildingId: string
  readonly sharing: ReadonlySet<string>
}

/** Whether this closure shuts this room, at whatever time. */
export const shuts = (closed: Closed, room: ClosableRoom): boolean =>
  closed.everywhere ||
  closed.buildingIds.includes(room.buildingId) ||
  closed.roomIds.some((id) => room.sharing.has(id))

/** The closures that stop people from using the room at that time. Set-up and clear-down do not count [FEATURES D28]. */
export const closuresOf = <C extends Closed>(closed: readonly C[], room: ClosableRoom, time: Interval): C[] =>
  closed.filter((one) => overlaps({ start: one.startsAt, end: one.endsAt }, time) && shuts(one, room))
