import { useState } from 'react'
import { useCommand } from '../../api/commands.ts'
import { useDraft } from '../../ui/use-draft.ts'
import type { Booking } from '../../../shared/bookings/bookings.contract.ts'
import { whereAndWhen } from '../../../shared/bookings/status.rules.ts'
import type { WayOn } from '../../../shared/bookings/ways-on.contract.ts'
import type { RoomId } from '../../../shared/ids.ts'
import { dateOf, timeOf } from '../../../shared/time/civil.ts'
import { missingOf } from './missing.ts'
import type { Insist } from './ways-on.tsx'
import { timesOf, type When } from './when-fields.tsx'

export interface Move extends When {
  readonly roomId: RoomId | null
}

const startOf = (booking: Booking): Move => ({
  roomId: booking.roomId,
  date: dateOf(booking.startsAt),
  from: timeOf(booking.startsAt),
  to: timeOf(booking.endsAt),
})

/** `Moved to Hall, Tue 24 Nov, 10am to 11am`, or that it has to be asked for there. */
export const movedWords = (before: Booking) => (after: Booking) =>
  after.status === 'requested' && before.status !== 'requested'
    ? `Asked for ${whereAndWhen(after)}. It holds no room until somebody says yes.`
    : `Moved to ${whereAndWhen(after)}`

/** All the rooms of a booking once the one that is moved is in another. */
export const roomIdsAfter = (booking: Booking, roomId: RoomId): RoomId[] => {
  const others = booking.together.map((one) => one.roomId)
  return booking.leadId === null ? [roomId, ...others] : [...others, roomId]
}

/** A move as it is typed, what is wrong with it, and how to carry it out. */
export function useMove(booking: Booking, onMoved: (booking: Booking) => void) {
  const { id, version } = booking
  const { values, change, forget } = useDraft(`move ${id} ${version}`, startOf(booking))
  const [missing, setMissing] = useState<unknown>(null)
  const move = useCommand('bookings', 'move', {
    failure: 'inline',
    done: movedWords(booking),
    undo: true,
    onDone: (moved) => {
      forget()
      onMoved(moved)
    },
  })
  const times = timesOf(values)
  const save = (insist: Insist = {}) => {
    const { roomId } = values
    const lacks = missingOf({ ...values, roomIds: roomId === null ? [] : [roomId] })
    setMissing(lacks)
    if (lacks === null && times !== null && roomId !== null)
      move.mutate({ id, version, roomId, ...times, ...insist })
  }
  const follow = ({ roomIds, startsAt, endsAt, waiveBuffers }: WayOn) =>
    move.mutate({ id, version, roomIds, startsAt, endsAt, waiveBuffers })
  const question =
    times === null || values.roomId === null
      ? null
      : { roomIds: roomIdsAfter(booking, values.roomId), ...times, people: booking.people, except: id }
  return { values, change, save, follow, question, error: missing ?? move.error, pending: move.isPending }
}
