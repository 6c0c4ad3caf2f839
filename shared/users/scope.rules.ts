import { z } from 'zod'
import { buildingId, type BuildingId, type StaffId, type UserId } from '../ids.ts'
import type { Role } from '../permissions.ts'

export const halves = ['east', 'west'] as const
export type Half = (typeof halves)[number]

/** Which places a person's role is about. No buildings chosen is every building; no half is both. */
export const scopeSchema = z.strictObject({
  buildingIds: z.array(buildingId),
  half: z.enum(halves).nullable(),
})
export type Scope = z.infer<typeof scopeSchema>

/** Who is asking, as far as the rules of place need to know. */
export interface Who extends Scope {
  readonly id: UserId
  readonly role: Role
  /** The member of staff they are, if the two have been joined. */
  readonly staffId: StaffId | null
}

/** A building, and the half of the county it is in: null where its locality is not known. */
export interface Where {
  readonly buildingId: BuildingId
  readonly half: Half | null
}

/** A building that is there, or one that is still to be made. */
type InHalf = Pick<Where, 'half'> & Partial<Where>

/** What of a booking decides who may change it. */
export interface Held extends Where {
  readonly bookedBy: UserId | null
  /** Who leads the group whose session it is; nobody for other purposes. */
  readonly leaderIds: readonly StaffId[]
}

/** Whether rooms here are theirs to book outright. Elsewhere, and for a facilitator, a booking is asked for. */
export function mayBookAt(who: Who, where: Where): boolean {
  switch (who.role) {
    case 'assistant':
      return who.buildingIds.length === 0 || who.buildingIds.includes(where.buildingId)
    case 'facilitator':
      return false
    case 'facilities':
      return inHalf(who, where)
    case 'manager':
    case 'administrator':
      return true
  }
}

/** Whether they may close this place and say when it is open. */
export function mayCloseAt(who: Who, where: InHalf): boolean {
  if (who.role === 'facilities') return inHalf(who, where)
  return mayRunEverything(who)
}

/** Whether they may close the whole county at once. */
export const mayCloseEverywhere = (who: Who): boolean =>
  mayRunEverything(who) || (who.role === 'facilities' && who.half === null)

/** Whether a group with these leaders is theirs to plan and change. */
export const mayRunGroup = (who: Who, leaderIds: readonly StaffId[]): boolean =>
  mayRunEverything(who) || (who.role === 'facilitator' && leads(who, leaderIds))

/** Whether a booking is their own: they lead its group, or made it. */
export const isMine = (who: Who, { leaderIds, bookedBy }: Pick<Held, 'leaderIds' | 'bookedBy'>): boolean =>
  leads(who, leaderIds) || (bookedBy !== null && bookedBy === who.id)

/** Whether a booking is theirs to move, change and cancel: by place, because they lead its group, or made it. */
export const mayChange = (who: Who, held: Held): boolean => mayBookAt(who, held) || isMine(who, held)

const mayRunEverything = ({ role }: Who) => role === 'manager' || role === 'administrator'
const leads = ({ staffId }: Who, leaderIds: readonly StaffId[]) =>
  staffId !== null && leaderIds.includes(staffId)
const inHalf = (who: Who, where: InHalf) =>
  who.half === null || where.half === null || who.half === where.half
