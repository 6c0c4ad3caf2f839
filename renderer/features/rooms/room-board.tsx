import { useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { KeyLegend } from '../../ui/keys.tsx'
import type { Booking } from '../../../shared/bookings/bookings.contract.ts'
import { alongBoard, hourMarks, hoursOf } from '../../../shared/bookings/day-board.rules.ts'
import type { Hours } from '../../../shared/bookings/day-board.rules.ts'
import type { Building } from '../../../shared/buildings/buildings.contract.ts'
import { sharedFloor } from '../../../shared/buildings/floor.rules.ts'
import type { RoomId } from '../../../shared/ids.ts'
import { addDays, dateOf } from '../../../shared/time/civil.ts'
import { clockTime } from '../../../shared/time/format.ts'
import { useLocalNow } from '../bookings/use-local-now.ts'
import { BoardRow } from './board-row.tsx'
import { moveOnBoard, useOneTabStop } from './board-keys.ts'
import classes from './rooms.module.css'

/** What a day shows at least: most groups are over by 8pm. */
const USUAL: Hours = { from: '08:00', to: '20:00' }
const none: ReadonlySet<string> = new Set()

interface RoomBoardProps {
  readonly buildings: readonly Building[]
  readonly bookings: readonly Booking[]
  readonly date: string
  readonly openedId: string | null
  readonly onOpen: (booking: Booking) => void
  /** null: this person may only look. */
  readonly onBook: ((room: RoomId, from: string) => void) | null
  readonly onDate: (date: string) => void
}

/**
 * The rooms whose free time is drawn in half hours: those that the pointer or the focus has been in. The rest have one
 * piece for each gap, which is what makes a county's day quick to draw.
 */
function useCutRows() {
  const [rooms, setRooms] = useState<ReadonlySet<string>>(new Set())
  const cut = (inRow: unknown) => {
    const row = inRow instanceof Element ? inRow.closest<HTMLElement>('[data-room]') : null
    const room = row?.dataset['room']
    if (room !== undefined && !rooms.has(room)) setRooms(new Set([...rooms, room]))
  }
  return { cutRooms: rooms, cut }
}

/** One day, rooms down and time across. Every piece is a button, and the arrow keys go from piece to piece. */
export function RoomBoard({ buildings, bookings, date, openedId, onOpen, onBook, onDate }: RoomBoardProps) {
  const grid = useRef<HTMLDivElement>(null)
  useOneTabStop(grid)
  const { cutRooms, cut } = useCutRows()
  const sharing = useMemo(() => sharedFloor(buildings.flatMap((building) => building.rooms)), [buildings])
  const hours = useMemo(() => hoursOf(bookings, USUAL), [bookings])
  const openedRoom = bookings.find((booking) => booking.id === openedId)?.roomId
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'PageUp' || event.key === 'PageDown') {
      event.preventDefault()
      onDate(addDays(date, event.key === 'PageUp' ? -1 : 1))
    } else moveOnBoard(event, (row) => flushSync(() => cut(row)))
  }
  return (
    <>
      <div
        ref={grid}
        className={classes.board}
        role="grid"
        tabIndex={-1}
        aria-label="Rooms by time"
        onKeyDown={keys}
        onFocus={(event) => cut(event.target)}
        onPointerOver={(event) => cut(event.target)}
      >
        <HourRow date={date} hours={hours} />
        {buildings.map((building) => (
          <div key={building.id} role="rowgroup" aria-label={building.name}>
            <div role="row" className={classes.building}>
              <div role="rowheader" className={classes.buildingName}>
                {building.name}
              </div>
            </div>
            {building.rooms.map((room) => (
              <BoardRow
                key={room.id}
                room={room}
                sharing={sharing.get(room.id) ?? none}
                date={date}
                hours={hours}
                cut={cutRooms.has(room.id)}
                bookings={bookings}
                openedId={openedRoom === room.id ? openedId : null}
                onOpen={onOpen}
                onBook={onBook}
              />
            ))}
          </div>
        ))}
        <NowLine date={date} hours={hours} />
      </div>
      <KeyLegend
        items={[
          { keys: ['←', '→', '↑', '↓'], does: 'move about the day' },
          { keys: ['Enter'], does: 'book a free time, or open a booking' },
          { keys: ['Page Up'], does: 'day before' },
          { keys: ['Page Down'], does: 'day after' },
        ]}
      />
    </>
  )
}

interface DayProps {
  readonly date: string
  readonly hours: Hours
}

/** This moment, when the board shows it. */
function useNowOn({ date, hours }: DayProps): string | null {
  const now = useLocalNow()
  const time = now.slice(11)
  return dateOf(now) === date && time >= hours.from && time < hours.to ? now : null
}

function HourRow({ date, hours }: DayProps) {
  const now = useNowOn({ date, hours })
  return (
    <div role="row" className={classes.row} data-head>
      <div role="columnheader" className={classes.room}>
        Room
      </div>
      <div role="columnheader" className={classes.track} aria-label="Time">
        {hourMarks(hours).map((hour) => (
          <span
            key={hour}
            className={classes.hour}
            style={{ insetInlineStart: `${alongBoard(hour, hours) * 100}%` }}
          >
            {clockTime(hour)}
          </span>
        ))}
        {now !== null && (
          <span className={classes.nowTime} style={{ insetInlineStart: `${alongBoard(now, hours) * 100}%` }}>
            {clockTime(now)}
          </span>
        )}
      </div>
    </div>
  )
}

/** Where the day has got to; nothing on another day or outside the hours shown. */
function NowLine({ date, hours }: DayProps) {
  const now = useNowOn({ date, hours })
  if (now === null) return null
  return (
    <div className={classes.nowLayer} aria-hidden>
      <div className={classes.now} style={{ insetInlineStart: `${alongBoard(now, hours) * 100}%` }} />
    </div>
  )
}
