import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { ask } from '../../api/queries.ts'
import { useMay, useToday } from '../../api/session.ts'
import { useStartNew } from '../../frame/new-things.ts'
import { useAskedFor } from '../../location.ts'
import { Page } from '../../ui/page.tsx'
import { Answer } from '../../ui/states.tsx'
import type { Booking } from '../../../shared/bookings/bookings.contract.ts'
import type { BoardRow } from '../../../shared/bookings/board.rules.ts'
import type { Target } from '../../../shared/bookings/board-move.rules.ts'
import { daysInWords } from '../../../shared/bookings/calendar-range.rules.ts'
import { buildingId, roomId } from '../../../shared/ids.ts'
import { count } from '../../../shared/text.ts'
import { addDays, addMinutes, at, dateOf, timeOf } from '../../../shared/time/civil.ts'
import type { RoomView } from '../../../shared/views/views.contract.ts'
import type { Start } from '../bookings/booking-form.tsx'
import { NoRooms, someRooms } from '../bookings/no-rooms.tsx'
import { useBookingPanel } from '../bookings/use-booking-panel.tsx'
import { useViewState } from '../views/use-view-state.ts'
import { viewKey } from '../views/view-keys.ts'
import { BoardArea } from './board-area.tsx'
import { FindRoom } from './find-room.tsx'
import { RoomsExport } from './rooms-export.tsx'
import { RoomsBar, roomViewOf } from './rooms-bar.tsx'
import { useBoard } from './use-board.ts'
import { useMoveBooking } from './use-move-booking.tsx'

/** An hour to begin with, or what is left of the day. */
function hourLater(date: string, from: string): string {
  const later = addMinutes(at(date, from), 60)
  return dateOf(later) === date ? timeOf(later) : '23:59'
}

const startFrom = ({ room, date }: BoardRow, from: string): Start => ({
  roomId: room.id,
  date,
  from,
  to: hourLater(date, from),
})

const startAt = ({ roomId: room, startsAt, endsAt }: Target): Start => ({
  roomId: roomId.parse(room),
  date: dateOf(startsAt),
  from: timeOf(startsAt),
  to: timeOf(endsAt),
})

/** Beside the board: a booking, a new one, or how far the move of a series goes. The newest takes the place of the last. */
function usePanels(bookings: readonly Booking[]) {
  const { stop, side: series, ...moves } = useMoveBooking()
  const { side, openedId, open, openNew } = useBookingPanel(bookings)
  return {
    ...moves,
    side: series ?? side,
    openedId,
    open: (booking: Booking) => {
      stop()
      open(booking)
    },
    openNew: (start: Start) => {
      stop()
      openNew(start)
    },
  }
}

/** Rooms by time: what is free and what is on, found, booked and moved with the pointer or without. */
export function RoomsScreen() {
  const today = useToday()
  const [date, setDate] = useState(today)
  const [state, change] = useViewState('rooms', 'day')
  const view = roomViewOf(state.view)
  const shownDate = view === 'now' ? today : date
  const board = useBoard(state, shownDate)
  const buildings = useQuery(ask('buildings', 'list', {}))
  const { side, dialog, openedId, open, openNew, move } = usePanels(board.shown)
  const blank = { roomId: null, date: shownDate, from: null, to: null }
  const mayBook = useMay()('bookings.edit')
  const start = () => openNew(blank)
  useAskedFor('building', (id) => change({ buildingId: buildingId.safeParse(id).data ?? null }))
  useStartNew('booking', () => mayBook && someRooms(buildings.data) && start())
  const step = (by: 1 | -1) => setDate(addDays(date, view === 'week' ? 7 * by : by))
  const setView = (next: RoomView) => change({ view: next })
  const onKey = (event: KeyboardEvent) =>
    viewKey(event, {
      step,
      today: () => setDate(today),
      views: { d: () => setView('day'), w: () => setView('week'), n: () => setView('now') },
    })
  return (
    <Page
      title="Rooms"
      sentence={`${sentenceOf(view, shownDate, today)} · ${booked(board.shown.length)}`}
      action={
        someRooms(buildings.data) && (
          <Group gap="xs">
            <Button component="a" variant="subtle" href="#/closures">
              Closures
            </Button>
            <RoomsExport state={state} view={view} date={shownDate} />
            {mayBook && (
              <Button variant="default" onClick={start}>
                Book a room
              </Button>
            )}
          </Group>
        )
      }
      side={side}
    >
      <Answer query={buildings}>
        {(all) =>
          someRooms(all) ? (
            <>
              <FindRoom date={date} onDate={setDate} buildingId={state.buildingId} onMore={openNew} />
              <RoomsBar
                state={state}
                onState={change}
                date={shownDate}
                today={today}
                onStep={step}
                onDate={setDate}
                groups={board.groups}
              />
              <BoardArea
                board={board}
                state={state}
                onState={change}
                today={today}
                openedId={openedId}
                onOpen={open}
                onMove={move}
                onKey={onKey}
                onBook={mayBook ? (target) => openNew(startAt(target)) : null}
                onBookFrom={mayBook ? (row, from) => openNew(startFrom(row, from)) : null}
              />
            </>
          ) : (
            <NoRooms />
          )
        }
      </Answer>
      {dialog}
    </Page>
  )
}

const booked = (bookings: number) => (bookings === 0 ? 'nothing booked' : count(bookings, 'booking'))

function sentenceOf(view: RoomView, date: string, today: string): string {
  const words = daysInWords(view === 'week' ? 'week' : 'day', date)
  return date === today && view !== 'week' ? `Today, ${words}` : words
}
