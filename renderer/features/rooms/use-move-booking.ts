import { useCommand } from '../../api/commands.ts'
import type { Booking } from '../../../shared/bookings/bookings.contract.ts'
import type { Target } from '../../../shared/bookings/board-move.rules.ts'
import { roomId } from '../../../shared/ids.ts'
import { shortDay, timeRange } from '../../../shared/time/format.ts'

const movedWords = (b: Booking) => {
  const place = `${b.roomName}, ${shortDay(b.startsAt)}, ${timeRange(b.startsAt, b.endsAt)}`
  return b.status === 'requested' ? `Asked for ${place}` : `Moved to ${place}`
}

/** Puts a booking where it was carried to, says so with Undo, or says why not. */
export function useMoveBooking(): (booking: Booking, target: Target) => void {
  const move = useCommand('bookings', 'move', { done: movedWords, undo: true })
  return ({ id, version }, target) =>
    move.mutate({ id, version, ...target, roomId: roomId.parse(target.roomId) })
}
