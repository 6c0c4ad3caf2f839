import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCommand } from '../../api/commands.ts'
import { ask } from '../../api/queries.ts'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import type { Booking } from '../../../shared/bookings/bookings.contract.ts'
import type { RoomId } from '../../../shared/ids.ts'
import { shortDay, timeRange } from '../../../shared/time/format.ts'
import { ClashHelp } from './clash-help.tsx'
import { missingOf } from './missing.ts'
import { RoomSelect } from './room-select.tsx'
import { nothingYet, TitleField, WhatFields } from './what-fields.tsx'
import type { What } from './what-fields.tsx'
import { timesOf, WhenFields } from './when-fields.tsx'
import type { When } from './when-fields.tsx'

/** What is known before the form is filled in. */
export interface Start extends When {
  readonly roomId: RoomId | null
}

const bookedWords = (b: Booking) =>
  `Booked ${b.roomName}, ${shortDay(b.startsAt)}, ${timeRange(b.startsAt, b.endsAt)}`

/** The booking being made: what is typed, what is wrong with it, and how to save it. */
function useNewBooking(start: Start, onBooked: (booking: Booking) => void) {
  const nothing: Start & What = { ...start, ...nothingYet }
  const { values, change, forget } = useDraft(`booking ${JSON.stringify(start)}`, nothing)
  const [missing, setMissing] = useState<unknown>(null)
  const book = useCommand('bookings', 'create', {
    failure: 'inline',
    done: bookedWords,
    undo: true,
    onDone: (booking) => {
      forget()
      onBooked(booking)
    },
  })
  const times = timesOf(values)
  const save = (roomId: RoomId | null) => {
    const { purpose, title, contact, note } = values
    const lacks = missingOf({ ...values, roomId })
    setMissing(lacks)
    if (lacks === null && times !== null && roomId !== null)
      book.mutate({ roomIds: [roomId], ...times, purpose, title, contact, note })
  }
  return { values, change, times, save, error: missing ?? book.error, pending: book.isPending }
}

interface BookingFormProps {
  readonly start: Start
  readonly onClose: () => void
  readonly onBooked: (booking: Booking) => void
}

/** A new booking for something other than a group: sessions come from their group's plan. */
export function BookingForm({ start, onClose, onBooked }: BookingFormProps) {
  const buildings = useQuery(ask('buildings', 'list', {})).data ?? []
  const { values, change, times, save, error, pending } = useNewBooking(start, onBooked)
  const { idOf, field } = useFields(error)
  const room = buildings.flatMap((building) => building.rooms).find((one) => one.id === values.roomId)
  const useInstead = (roomId: RoomId) => {
    change({ roomId })
    save(roomId)
  }
  return (
    <FormPanel
      title="Book a room"
      onClose={onClose}
      onSubmit={() => save(values.roomId)}
      submit={room === undefined ? 'Book a room' : `Book ${room.name}`}
      pending={pending}
      error={error}
      idOf={idOf}
      help={
        <ClashHelp error={error} times={times} buildingId={room?.buildingId ?? null} onUse={useInstead} />
      }
    >
      <TitleField value={values} onChange={change} field={field} />
      <RoomSelect
        {...field('roomId')}
        buildings={buildings}
        value={values.roomId}
        onChange={(roomId) => change({ roomId })}
      />
      <WhenFields value={values} onChange={change} field={field} />
      <WhatFields value={values} onChange={change} field={field} />
    </FormPanel>
  )
}
