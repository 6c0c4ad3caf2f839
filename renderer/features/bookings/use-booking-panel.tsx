import { useCallback, useState } from 'react'
import type { ReactNode } from 'react'
import type { Booking } from '../../../shared/bookings/bookings.contract.ts'
import type { EditScope } from '../../../shared/series/edit.contract.ts'
import { editedBooking } from '../series/edit-draft.ts'
import { EndSeriesPanel } from '../series/end-series-panel.tsx'
import { ScopeChoice } from '../series/scope-choice.tsx'
import { SeriesEditPanel } from '../series/series-edit-panel.tsx'
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
  | { readonly kind: 'series'; readonly booking: Booking; readonly scope: EditScope }

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
  if (panel.kind === 'series')
    return (
      <SeriesEditPanel
        key={key}
        edited={editedBooking(booking)}
        scope={panel.scope}
        onClose={() => open(booking)}
      />
    )
  return formOf({ ...panel, booking }, key, actions)
}

function formOf(
  { kind, booking, asksAgain }: Exclude<Panel, { kind: 'new' | 'see' | 'series' }>,
  key: string,
  { close, open, setPanel }: Actions,
): ReactNode {
  const onClose = () => open(booking)
  const scope = scopeOf(booking, (chosen) => setPanel({ kind: 'series', booking, scope: chosen }))
  switch (kind) {
    case 'move':
      return (
        <MoveForm
          key={key}
          booking={booking}
          asksAgain={asksAgain}
          scope={scope}
          onClose={onClose}
          onMoved={open}
        />
      )
    case 'rooms':
      return <RoomsForm key={key} booking={booking} asksAgain={asksAgain} onClose={onClose} onDone={open} />
    case 'change':
      return <ChangeForm key={key} booking={booking} scope={scope} onClose={onClose} onChanged={open} />
    case 'refuse':
      return <RefuseForm key={key} booking={booking} onClose={onClose} onDecided={close} />
    case 'cancel':
      return <CancelForm key={key} booking={booking} onClose={onClose} onCancelled={close} />
    case 'end':
      return booking.seriesId === null ? null : (
        <EndSeriesPanel key={key} seriesId={booking.seriesId} noun={nounOf(booking)} onClose={onClose} />
      )
  }
}

const nounOf = ({ sessionId }: Booking) => (sessionId === null ? 'booking' : 'session')

/** Asked of one of a series: this one only, or those after it or all to come, which have a panel of their own. */
function scopeOf(booking: Booking, onWider: (scope: EditScope) => void): ReactNode {
  if (booking.seriesId === null) return null
  return (
    <ScopeChoice
      noun={nounOf(booking)}
      value="this"
      onChange={(scope) => {
        if (scope !== 'this') onWider(scope)
      }}
    />
  )
}
