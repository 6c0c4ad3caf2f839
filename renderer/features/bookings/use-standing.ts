import { useCommand } from '../../api/commands.ts'
import { useBackToHeading } from '../../ui/use-back-to-heading.ts'
import type { Booking } from '../../../shared/bookings/bookings.contract.ts'
import { madeInWords } from '../../../shared/bookings/status.rules.ts'
import type { WayOn } from '../../../shared/bookings/ways-on.contract.ts'
import { movedWords } from './use-move.ts'
import type { Insist } from './ways-on.tsx'

/** Makes certain what is pencilled in or asked for, as it is or in a way that works. */
export function useStanding(booking: Booking) {
  const { id, version } = booking
  const { from, back } = useBackToHeading()
  const inline = { failure: 'inline', undo: true, onDone: back } as const
  const confirm = useCommand('bookings', 'confirm', { ...inline, done: madeInWords })
  const decide = useCommand('bookings', 'decide', { ...inline, done: madeInWords })
  const move = useCommand('bookings', 'move', { ...inline, done: movedWords(booking) })
  const makeCertain = (insist: Insist = {}) =>
    booking.status === 'requested'
      ? decide.mutate({ id, version, accept: true, ...insist })
      : confirm.mutate({ id, version, ...insist })
  const follow = ({ kind, roomIds, startsAt, endsAt, waiveBuffers }: WayOn) =>
    kind === 'waive' ? makeCertain({ waiveBuffers }) : move.mutate({ id, version, roomIds, startsAt, endsAt })
  return {
    from,
    makeCertain,
    follow,
    pending: confirm.isPending || decide.isPending || move.isPending,
    error: confirm.error ?? decide.error ?? move.error,
  }
}
