import { mayBookAt, type Where, type Who } from '../users/scope.rules.ts'

/** A room, as far as it decides who may book it. */
export interface Asked extends Where {
  /** Bookings of it are asked for, and somebody who looks after the building decides. */
  readonly needsApproval: boolean
}

/**
 * Whether somebody takes a room outright: they look after its building, or lead the group whose session it is for and
 * the room is nobody's to approve. Anybody else asks for it [FEATURES S15, G1].
 */
export const takesOutright = (who: Who, room: Asked, leadsItsGroup: boolean): boolean =>
  mayBookAt(who, room) || (leadsItsGroup && !room.needsApproval)

/** How long something pencilled in is kept: two weeks, and no longer than its own day. Local dates. */
export const keptUntil = (today: string, twoWeeksOn: string, date: string): string => {
  const last = twoWeeksOn < date ? twoWeeksOn : date
  return last < today ? today : last
}

/** One-to-ones and contact visits are about a family: their titles are for those who look after them. */
export const privateUnlessSaid = (purpose: string): boolean =>
  purpose === 'one-to-one' || purpose === 'contact'
