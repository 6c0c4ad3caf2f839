import { Button, Group } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { askKeeping, ask } from '../../api/queries.ts'
import { useBuilding } from '../../api/remembered.ts'
import { useMay, useToday } from '../../api/session.ts'
import { useStartNew } from '../../frame/new-things.ts'
import { useAskedFor } from '../../location.ts'
import { Page } from '../../ui/page.tsx'
import { Answer } from '../../ui/states.tsx'
import type { Building } from '../../../shared/buildings/buildings.contract.ts'
import type { Booking } from '../../../shared/bookings/bookings.contract.ts'
import { buildingId } from '../../../shared/ids.ts'
import type { BuildingId, RoomId } from '../../../shared/ids.ts'
import { count } from '../../../shared/text.ts'
import { addDays, addMinutes, at, dateOf, timeOf } from '../../../shared/time/civil.ts'
import { fullDate } from '../../../shared/time/format.ts'
import { NoRooms, someRooms } from '../bookings/no-rooms.tsx'
import { useBookingPanel } from '../bookings/use-booking-panel.tsx'
import { FindRoom } from './find-room.tsx'
import { RoomBoard } from './room-board.tsx'
import classes from './rooms.module.css'

const none: readonly Booking[] = []

/** The buildings to show: the one of the switcher, or all; only those with rooms. */
function shownBuildings(buildings: readonly Building[], chosen: BuildingId | null): Building[] {
  const known = buildings.some((building) => building.id === chosen) ? chosen : null
  return buildings.filter((b) => b.rooms.length > 0 && (known === null || b.id === known))
}

const inBuilding = (bookings: readonly Booking[], chosen: BuildingId | null) =>
  chosen === null ? bookings : bookings.filter((booking) => booking.buildingId === chosen)

/** An hour to begin with, or what is left of the day. */
function hourLater(date: string, from: string): string {
  const later = addMinutes(at(date, from), 60)
  return dateOf(later) === date ? timeOf(later) : '23:59'
}

/** Rooms by time for one day: what is free, found and booked from a time, without a mouse. */
export function RoomsScreen() {
  const today = useToday()
  const may = useMay()
  const [date, setDate] = useState(today)
  const [building, chooseBuilding] = useBuilding()
  const buildings = useQuery(ask('buildings', 'list', {}))
  const bookings = useQuery(askKeeping('bookings', 'listBetween', { from: date, to: date })).data ?? none
  const { side, openedId, open, openNew } = useBookingPanel(bookings)
  const blank = { roomId: null, date, from: null, to: null }
  const mayBook = may('bookings.edit')
  const bookAt = useCallback(
    (roomId: RoomId, from: string) => openNew({ roomId, date, from, to: hourLater(date, from) }),
    [openNew, date],
  )
  useAskedFor('building', (id) => chooseBuilding(buildingId.safeParse(id).data ?? null))
  useStartNew('booking', () => mayBook && someRooms(buildings.data) && openNew(blank))
  return (
    <Page
      title="Rooms"
      sentence={<DaySentence date={date} today={today} bookings={inBuilding(bookings, building)} />}
      action={
        mayBook &&
        someRooms(buildings.data) && (
          <Button variant="default" onClick={() => openNew(blank)}>
            Book a room
          </Button>
        )
      }
      side={side}
    >
      <Answer query={buildings}>
        {(all) => {
          const shown = shownBuildings(all, building)
          if (shown.length === 0) return <NoRooms />
          return (
            <>
              <FindRoom date={date} onDate={setDate} buildingId={building} onBook={openNew} />
              <DaySteps date={date} today={today} onDate={setDate} />
              <RoomBoard
                buildings={shown}
                bookings={bookings}
                date={date}
                openedId={openedId}
                onOpen={open}
                onBook={mayBook ? bookAt : null}
                onDate={setDate}
              />
            </>
          )
        }}
      </Answer>
    </Page>
  )
}

interface DayProps {
  readonly date: string
  readonly today: string
}

function DaySentence({ date, today, bookings }: DayProps & { readonly bookings: readonly Booking[] }) {
  const day = date === today ? `Today, ${fullDate(date)}` : fullDate(date)
  return (
    <>
      {day} · {bookings.length === 0 ? 'nothing booked' : count(bookings.length, 'booking')}
    </>
  )
}

function DaySteps({ date, today, onDate }: DayProps & { readonly onDate: (date: string) => void }) {
  return (
    <Group className={classes.steps} gap="xs">
      <Button
        variant="default"
        onClick={() => onDate(addDays(date, -1))}
        leftSection={<IconChevronLeft size={16} aria-hidden />}
      >
        Day before
      </Button>
      <Button
        variant="default"
        onClick={() => onDate(addDays(date, 1))}
        rightSection={<IconChevronRight size={16} aria-hidden />}
      >
        Day after
      </Button>
      <Button variant="default" disabled={date === today} onClick={() => onDate(today)}>
        Today
      </Button>
    </Group>
  )
}
