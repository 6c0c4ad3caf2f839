import { z } from 'zod'
import { minutesBetween } from '../time/civil.ts'

/**
 * stop: goes ahead only with the reason of a manager or of who leads the group.
 * warn: goes ahead with a reason, which is kept. say: worth knowing, and needs nothing.
 */
export const checkLevels = ['stop', 'warn', 'say'] as const
export const checkKinds = [
  'must-not-meet',
  'full',
  'age',
  'clash',
  'same-programme',
  'locality',
  'sibling',
] as const
export const checkSchema = z.strictObject({
  kind: z.enum(checkKinds),
  level: z.enum(checkLevels),
  /** For staff, whole sentences. */
  words: z.string(),
})
export type Check = z.infer<typeof checkSchema>

/** When and where a session is; without a building it is nowhere that has to be travelled to. */
export interface Meeting {
  readonly startsAt: string
  readonly endsAt: string
  readonly buildingId: string | null
  readonly inPerson: boolean
}

/**
 * Whether one person cannot be at both: they overlap; or they are in two buildings and there is less time between
 * them than it takes to get from one to the other. Touching in one building is fine: half-open, as everywhere.
 */
export function clash(a: Meeting, b: Meeting, travelMinutes: number): boolean {
  const [first, second] = a.startsAt <= b.startsAt ? [a, b] : [b, a]
  if (second.startsAt < first.endsAt) return true
  if (!travels(a, b) || first.endsAt.slice(0, 10) !== second.startsAt.slice(0, 10)) return false
  return minutesBetween(first.endsAt, second.startsAt) < travelMinutes
}

/** As for somebody who has to bring another: two groups in one building are no trouble. */
export const clashForCarer = (a: Meeting, b: Meeting, travelMinutes: number): boolean =>
  travels(a, b) && clash(a, b, travelMinutes)

const travels = (a: Meeting, b: Meeting) =>
  a.inPerson && b.inPerson && a.buildingId !== null && b.buildingId !== null && a.buildingId !== b.buildingId
