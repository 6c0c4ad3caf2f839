import { useQuery } from '@tanstack/react-query'
import { useCommand } from '../../api/commands.ts'
import { ask } from '../../api/queries.ts'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import type { Booking } from '../../../shared/bookings/bookings.contract.ts'
import { roomsOfBooking } from '../../../shared/bookings/status.rules.ts'
import type { WayOn } from '../../../shared/bookings/ways-on.contract.ts'
import type { RoomId } from '../../../shared/ids.ts'
import { AsksAgain } from './move-form.tsx'
import { RoomsSelect } from './rooms-select.tsx'
import { roomIdsAfter } from './use-move.ts'
import { isStuck, WaysOn, type Insist } from './ways-on.tsx'

interface RoomsFormProps {
  readonly booking: Booking
  readonly asksAgain: boolean
  readonly onClose: () => void
  readonly onDone: (booking: Booking) => void
}

/** Adds rooms to a booking or drops some; they move and are cancelled as one. */
export function RoomsForm({ booking, asksAgain, onClose, onDone }: RoomsFormProps) {
  const { id, version, startsAt, endsAt, people } = booking
  const buildings = useQuery(ask('buildings', 'list', {})).data ?? []
  const before: { roomIds: readonly RoomId[] } = { roomIds: roomIdsAfter(booking, booking.roomId) }
  const { values, change, forget } = useDraft(`rooms ${id} ${version}`, before)
  const done = {
    failure: 'inline',
    undo: true,
    onDone: (changed: Booking) => {
      forget()
      onDone(changed)
    },
  } as const
  const setRooms = useCommand('bookings', 'setRooms', { ...done, done: (b) => `${b.title} is in ${roomsOfBooking(b)}` }) // prettier-ignore
  const move = useCommand('bookings', 'move', {
    ...done,
    done: (b) => `${b.title} is in ${roomsOfBooking(b)}`,
  })
  const error = setRooms.error ?? move.error
  const { idOf, field } = useFields(error)
  const save = (insist: Insist = {}) =>
    setRooms.mutate({ id, version, roomIds: [...values.roomIds], ...insist })
  const follow = ({ kind: _kind, words: _words, outright: _outright, ...there }: WayOn) =>
    move.mutate({ id, version, ...there })
  return (
    <FormPanel
      title={`Rooms of ${booking.title}`}
      onClose={onClose}
      onSubmit={() => save()}
      submit="Save the rooms"
      pending={setRooms.isPending || move.isPending}
      error={error}
      idOf={idOf}
      help={
        <WaysOn
          stuck={isStuck(error)}
          question={{ roomIds: [...values.roomIds], startsAt, endsAt, people, except: id }}
          onUse={follow}
          onInsist={save}
        />
      }
    >
      <p>The rooms of a booking move and are cancelled as one. A room that is taken out is free at once.</p>
      {asksAgain && <AsksAgain />}
      <RoomsSelect
        {...field('roomIds')}
        buildings={buildings}
        value={values.roomIds}
        onChange={(roomIds) => change({ roomIds })}
        autoFocus
      />
    </FormPanel>
  )
}
