import type { Booking } from '../../../shared/bookings/bookings.contract.ts'
import { sameTarget, targetOf, type Target } from '../../../shared/bookings/board-move.rules.ts'
import { obstaclesAt, type OnBoard } from '../../../shared/bookings/live-clash.rules.ts'
import { obstaclesMessage } from '../../../shared/bookings/obstacles.rules.ts'
import type { Room } from '../../../shared/buildings/buildings.contract.ts'
import { shortDay, timeRange } from '../../../shared/time/format.ts'

/** A booking on its way to somewhere else, or free time being chosen for a new one (`booking` is null then). */
export interface Carry {
  readonly booking: Booking | null
  readonly target: Target
  readonly by: 'pointer' | 'keys'
  /** What stands in the way there, in words; empty when nothing does. */
  readonly clash: string
}

/** A booking whose register is complete stays: it says who was there and when. One that is over has no place to go. */
export const isMovable = ({ mayChange, registerDone, status }: Booking): boolean =>
  mayChange &&
  registerDone !== true &&
  (status === 'confirmed' || status === 'tentative' || status === 'requested')

/** Why a booking stays where it is, for somebody who tries to take it. */
export function fixedInWords({ title, mayChange, registerDone }: Booking): string {
  if (!mayChange) return `${title} stays: others look after it, so it is not yours to move.`
  if (registerDone === true)
    return `${title} stays: its register is complete. Reopen the register to move it.`
  return `${title} stays: it holds no room any more. Make a new booking instead.`
}

/** The clash there, by what the board shows. What is only pencilled in holds nothing, so nothing is in its way. */
export function carried(board: OnBoard, booking: Booking | null, target: Target, by: Carry['by']): Carry {
  const holds = booking === null || booking.status === 'confirmed'
  const obstacles = holds ? obstaclesAt(board, target, booking) : []
  return { booking, target, by, clash: obstacles.length === 0 ? '' : obstaclesMessage(obstacles) }
}

/** Whether it would be put where it already is. */
export const stays = ({ booking, target }: Carry): boolean =>
  booking !== null && sameTarget(target, targetOf(booking))

/** `Hall, Tue 24 Nov, 10:15am to 11:15am. Free.`, or who has it. */
export function carryInWords(carry: Carry, room: Room | undefined): string {
  const { target, clash } = carry
  const place = `${room?.name ?? 'Room'}, ${shortDay(target.startsAt)}, ${timeRange(target.startsAt, target.endsAt)}`
  if (stays(carry)) return `${place}. Where it is now.`
  return clash === '' ? `${place}. Free.` : `${place}. ${clash}`
}
