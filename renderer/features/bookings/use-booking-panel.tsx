import { useCallback, useState } from 'react'
import type { ReactNode } from 'react'
import type { Booking } from '../../../shared/bookings/bookings.contract.ts'
import { BookingDetails, type Doing } from './booking-details.tsx'
import { BookingForm } from './booking-form.tsx'
import type { Start } from './booking-form.tsx'
import { CancelForm } from './cancel-form.tsx'
import { ChangeForm } from './change-form.tsx'
import { MoveForm } from './move-form.tsx'
import { RefuseForm } from './refuse-form.tsx'
import { RoomsForm } from './rooms-form.tsx'

type Panel =
  | { readonly kind: 'new'; readonly start: Start }
  | { readonly kind: 'see'; readonly booking: Booking }
  | { readonly kind: Doing; readonly booking: Booking; readonly asksAgain: boolean }

interface BookingPanel {
  readonly side: ReactNode
  readonly openedId: string | null
  readonly openNew: (start: Start) => void
  readonly open: (booking: Booking) => void
}

/** The panel beside a calendar: a new booking, or one that is seen, moved, changed or cancelled. Esc goes one step back. */
export function useBookingPanel(bookings: readonly Booking[]): BookingPanel {
  const [panel, setPanel] = useState<Panel | null>(null)
  const close = () => setPanel(null)
  // Steady, so that a board of thousands of pieces need not be drawn again.
  const open = useCallback((booking: Booking) => setPanel({ kind: 'see', booking }), [])
  const openNew = useCallback((start: Start) => setPanel({ kind: 'new', start }), [])
  return {
    side: panel && sideOf(panel, bookings, { close, open, setPanel }),
    openedId: panel === null || panel.kind === 'new' ? null : panel.booking.id,
    openNew,
    open,
  }
}

interface Actions {
  readonly close: () => void
  readonly open: (booking: Booking) => void
  readonly setPanel: (panel: Panel) => void
}

function sideOf(panel: Panel, bookings: readonly Booking[], actions: Actions): ReactNode {
  const { close, open, setPanel } = actions
  if (panel.kind === 'new')
    return (
      <BookingForm key={JSON.stringify(panel.start)} start={panel.start} onClose={close} onBooked={open} />
    )
  // Another window may have changed it since; one moved to another day is no longer in the list.
  const booking = bookings.find((one) => one.id === panel.booking.id) ?? panel.booking
  const key = `${panel.kind} ${booking.id}`
  if (panel.kind === 'see')
    return (
      <BookingDetails
        key={key}
        booking={booking}
        onClose={close}
        onDo={(kind, asksAgain) => setPanel({ kind, booking, asksAgain })}
      />
    )
  return formOf({ ...panel, booking }, key, actions)
}

function formOf(
  { kind, booking, asksAgain }: Exclude<Panel, { kind: 'new' | 'see' }>,
  key: string,
  { close, open }: Actions,
): ReactNode {
  const onClose = () => open(booking)
  switch (kind) {
    case 'move':
      return <MoveForm key={key} booking={booking} asksAgain={asksAgain} onClose={onClose} onMoved={open} />
    case 'rooms':
      return <RoomsForm key={key} booking={booking} asksAgain={asksAgain} onClose={onClose} onDone={open} />
    case 'change':
      return <ChangeForm key={key} booking={booking} onClose={onClose} onChanged={open} />
    case 'refuse':
      return <RefuseForm key={key} booking={booking} onClose={onClose} onDecided={close} />
    case 'cancel':
      return <CancelForm key={key} booking={booking} onClose={onClose} onCancelled={close} />
  }
}
