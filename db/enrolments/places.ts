import { holdsPlace, mostTaken, type Holder } from '../../shared/enrolments/places.rules.ts'
import { eventAsAt } from '../../shared/enrolments/roster.rules.ts'

/** The places of a group: taken by those enrolled now or later, and by offers that stand. */
export interface Places {
  /** Null: as many as come. */
  readonly capacity: number | null
  readonly enrolled: number
  readonly offered: number
  readonly free: number | null
}

/** As they stand today. A family that has a place and another offer takes one. */
export function places(capacity: number | null, members: readonly Holder[], today: string): Places {
  const taken = mostTaken(members, [], today, today)
  const notOffered = members.filter(({ events }) => {
    const line = eventAsAt(events, today)
    return line === null || line.status !== 'offered' || !holdsPlace(line, today)
  })
  const enrolled = mostTaken(notOffered, [], today, today)
  return {
    capacity,
    enrolled,
    offered: taken - enrolled,
    free: capacity === null ? null : Math.max(0, capacity - taken),
  }
}
