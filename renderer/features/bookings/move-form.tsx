import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ask } from '../../api/queries.ts'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import type { Booking } from '../../../shared/bookings/bookings.contract.ts'
import { roomsOfBooking } from '../../../shared/bookings/status.rules.ts'
import classes from './bookings.module.css'
import { RoomSelect } from './room-select.tsx'
import { useMove } from './use-move.ts'
import { isStuck, WaysOn } from './ways-on.tsx'
import { WhenFields } from './when-fields.tsx'

interface MoveFormProps {
  readonly booking: Booking
  /** Its time is this person's to ask for again, not to change. */
  readonly asksAgain: boolean
  /** How far the change goes, of a booking that is one of a series. */
  readonly scope?: ReactNode
  readonly onClose: () => void
  readonly onMoved: (booking: Booking) => void
}

/** Another room, another time, or both: the keyboard's way to drag. */
export function MoveForm({ booking, asksAgain, scope, onClose, onMoved }: MoveFormProps) {
  const buildings = useQuery(ask('buildings', 'list', {})).data ?? []
  const { values, change, save, follow, question, error, pending } = useMove(booking, onMoved)
  const { idOf, field } = useFields(error)
  return (
    <FormPanel
      title={`Move ${booking.title}`}
      onClose={onClose}
      onSubmit={() => save()}
      submit={asksAgain ? 'Ask to move it' : 'Move the booking'}
      pending={pending}
      error={error}
      idOf={idOf}
      help={<WaysOn stuck={isStuck(error)} question={question} onUse={follow} onInsist={save} />}
    >
      {scope}
      {booking.sessionId !== null && <p>The session and its register move with it.</p>}
      {booking.together.length > 0 && <p>{roomsOfBooking(booking)} move in time together.</p>}
      {asksAgain && <AsksAgain />}
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

/** Said before, not after: the room that is held now is let go. */
export const AsksAgain = () => (
  <p className={classes.warning}>
    Somebody who looks after the building has to say yes again. Until then it holds no room.
  </p>
)
