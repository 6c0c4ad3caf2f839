import { useState } from 'react'
import type { ReactNode } from 'react'
import { useCommand } from '../../api/commands.ts'
import { notifyFailure } from '../../api/notify.tsx'
import { ask, queryClient } from '../../api/queries.ts'
import { useToday } from '../../api/session.ts'
import { go } from '../../location.ts'
import { beginDraft, dropDraft } from '../../ui/use-draft.ts'
import type { Booking } from '../../../shared/bookings/bookings.contract.ts'
import type { Target } from '../../../shared/bookings/board-move.rules.ts'
import type { Session } from '../../../shared/groups/groups.contract.ts'
import { roomId } from '../../../shared/ids.ts'
import { dateOf, timeOf, weekdayOf } from '../../../shared/time/civil.ts'
import { shortDay, timeRange } from '../../../shared/time/format.ts'
import { draftOf, editedBooking, valuesOf } from '../series/edit-draft.ts'
import type { Edited, EditValues } from '../series/edit-draft.ts'
import { SeriesEditPanel } from '../series/series-edit-panel.tsx'
import { TakenDialog } from '../series/taken-dialog.tsx'

const movedWords = (b: Booking) => {
  const place = `${b.roomName}, ${shortDay(b.startsAt)}, ${timeRange(b.startsAt, b.endsAt)}`
  return b.status === 'requested'
    ? `Asked for ${place}. It holds no room until somebody says yes.`
    : `Moved to ${place}`
}

interface Moves {
  readonly move: (booking: Booking, target: Target) => void
  /** Beside the board: how far a move of one date of a series goes. */
  readonly side: ReactNode
  /** Over the board: what becomes of a register that has been taken. */
  readonly dialog: ReactNode
  readonly stop: () => void
}

interface Taken {
  readonly session: Session
  readonly booking: Booking
  readonly target: Target
}

/**
 * Puts a booking where it was carried to, says so with Undo, or says why not. One date of a series asks first whether
 * those after it go along; a session whose register has been taken, whether its date was wrong.
 */
export function useMoveBooking(): Moves {
  const today = useToday()
  const [series, setSeries] = useState<Edited | null>(null)
  const [taken, setTaken] = useState<Taken | null>(null)
  const command = useCommand('bookings', 'move', { done: movedWords, undo: true })
  const moveAlone = ({ id, version }: Booking, target: Target) =>
    command.mutate({ id, version, ...target, roomId: roomId.parse(target.roomId) })
  const moveOne = (booking: Booking, target: Target) => {
    // A further room of a booking goes by itself to another room; the series is the main room's.
    if (booking.seriesId === null || booking.leadId !== null) return moveAlone(booking, target)
    const edited = editedBooking(booking)
    beginDraft(draftOf(edited), valuesAt(edited, target))
    setSeries(edited)
  }
  const move = (booking: Booking, target: Target) => {
    if (booking.sessionId === null || dateOf(booking.startsAt) > today) return moveOne(booking, target)
    sessionOf(booking).then((session) => {
      if (session?.registerState === 'started') setTaken({ session, booking, target })
      else moveOne(booking, target)
    }, notifyFailure)
  }
  const stop = () => {
    if (series !== null) dropDraft(draftOf(series))
    setSeries(null)
  }
  return {
    move,
    stop,
    side: series && <SeriesEditPanel key={series.bookingId} edited={series} onClose={stop} />,
    dialog: taken && (
      <TakenDialog
        session={taken.session}
        onClose={() => setTaken(null)}
        onCorrect={() => {
          setTaken(null)
          moveAlone(taken.booking, taken.target)
        }}
        onAgain={() => go(`/groups/${taken.booking.groupId ?? ''}`)}
      />
    ),
  }
}

/** What the panel of a series begins with: the date as it is, and the place it was carried to. */
const valuesAt = (edited: Edited, { startsAt, endsAt, roomId: room }: Target): EditValues => ({
  ...valuesOf(edited),
  date: dateOf(startsAt),
  weekday: weekdayOf(dateOf(startsAt)),
  startTime: timeOf(startsAt),
  endTime: timeOf(endsAt),
  roomId: roomId.parse(room),
})

/** The session of a booking, with how far its register is. */
async function sessionOf({ groupId, sessionId }: Booking): Promise<Session | undefined> {
  if (groupId === null) return undefined
  const group = await queryClient.fetchQuery(ask('groups', 'get', { id: groupId }))
  return group.sessions.find((session) => session.id === sessionId)
}
