import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCommand } from '../../api/commands.ts'
import { ask } from '../../api/queries.ts'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import type { Booking } from '../../../shared/bookings/bookings.contract.ts'
import type { RoomId } from '../../../shared/ids.ts'
import { dateOf, timeOf } from '../../../shared/time/civil.ts'
import { shortDay, timeRange } from '../../../shared/time/format.ts'
import { ClashHelp } from './clash-help.tsx'
import { missingOf } from './missing.ts'
import { RoomSelect } from './room-select.tsx'
import { timesOf, WhenFields } from './when-fields.tsx'

const startOf = (
  booking: Booking,
): { roomId: RoomId | null; date: string | null; from: string | null; to: string | null } => ({
  roomId: booking.roomId,
  date: dateOf(booking.startsAt),
  from: timeOf(booking.startsAt),
  to: timeOf(booking.endsAt),
})

interface MoveFormProps {
  readonly booking: Booking
  readonly onClose: () => void
  readonly onMoved: (booking: Booking) => void
}

/** Another room, another time, or both: the keyboard's way to drag. */
export function MoveForm({ booking, onClose, onMoved }: MoveFormProps) {
  const buildings = useQuery(ask('buildings', 'list', {})).data ?? []
  const { id, version } = booking
  const { values, change, forget } = useDraft(`move ${id} ${version}`, startOf(booking))
  const [missing, setMissing] = useState<unknown>(null)
  const move = useCommand('bookings', 'move', {
    failure: 'inline',
    done: (b) => `Moved to ${b.roomName}, ${shortDay(b.startsAt)}, ${timeRange(b.startsAt, b.endsAt)}`,
    undo: true,
    onDone: (moved) => {
      forget()
      onMoved(moved)
    },
  })
  const error = missing ?? move.error
  const { idOf, field } = useFields(error)
  const times = timesOf(values)
  const save = (roomId: RoomId | null) => {
    const lacks = missingOf({ ...values, roomId })
    setMissing(lacks)
    if (lacks === null && times !== null && roomId !== null) move.mutate({ id, version, roomId, ...times })
  }
  return (
    <FormPanel
      title={`Move ${booking.title}`}
      onClose={onClose}
      onSubmit={() => save(values.roomId)}
      submit="Move the booking"
      pending={move.isPending}
      error={error}
      idOf={idOf}
      help={
        <ClashHelp
          error={error}
          times={times}
          buildingId={booking.buildingId}
          onUse={(roomId) => {
            change({ roomId })
            save(roomId)
          }}
        />
      }
    >
      {booking.sessionId !== null && <p>The session and its register move with it.</p>}
      <RoomSelect
        {...field('roomId')}
        buildings={buildings}
        value={values.roomId}
        onChange={(roomId) => change({ roomId })}
      />
      <WhenFields value={values} onChange={change} field={field} />
    </FormPanel>
  )
}
