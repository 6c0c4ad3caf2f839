import { timeRange } from '../time/format.ts'
import type { Clash } from './obstacles.contract.ts'

/** `Hall is taken from 10am to 11:30am by Baby massage (Sam, ext. 5479)`: a clash as a colleague would say it. */
export function clashInWords({ roomName, heldFrom, heldUntil, title, contact }: Clash): string {
  const who = contact === null ? title : `${title} (${contact})`
  return `${roomName} is taken from ${timeRange(heldFrom, heldUntil)} by ${who}`
}

export interface FittingRoom {
  readonly buildingId: string
  readonly capacity: number | null
  readonly roomName: string
  readonly buildingName: string
  readonly obstacles: readonly unknown[]
}

/**
 * Best first: free before taken; large enough before unknown before too small; the building one is in before the
 * others; then the smallest that will do, so that the hall is left for those who need it.
 */
export function byFit(people: number | null, buildingId: string | null) {
  const size = ({ capacity }: FittingRoom) => {
    if (people === null) return 0
    if (capacity === null) return 1
    return capacity >= people ? 0 : 2
  }
  const rank = (room: FittingRoom) => [
    room.obstacles.length === 0 ? 0 : 1,
    size(room),
    room.buildingId === buildingId ? 0 : 1,
    // Among rooms that are too small, the largest comes nearest.
    size(room) === 2 ? -(room.capacity ?? 0) : (room.capacity ?? Number.MAX_SAFE_INTEGER),
  ]
  return (a: FittingRoom, b: FittingRoom): number => {
    const [ranksA, ranksB] = [rank(a), rank(b)]
    const difference = ranksA.map((n, i) => n - (ranksB[i] ?? 0)).find((n) => n !== 0)
    return difference ?? names.compare(`${a.buildingName} ${a.roomName}`, `${b.buildingName} ${b.roomName}`)
  }
}

const names = new Intl.Collator('en-GB', { numeric: true })
