import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'
import { ask } from '../../api/queries.ts'
import { usePrintReady } from '../../ui/print-ready.ts'
import { Answer } from '../../ui/states.tsx'
import { MAY_BE_SHOWN } from '../../../shared/classification.ts'
import type { RoomDays } from '../../../shared/exports/paper.contract.ts'
import { roomId } from '../../../shared/ids.ts'
import { fullDate, longDate, timeRange } from '../../../shared/time/format.ts'
import { closedInWords } from './day-words.ts'
import { Sheet } from './sheet.tsx'
import { useOnePage } from './use-one-page.ts'
import classes from './paper.module.css'

/** What is in a room today, to be read across a corridor: `#/print/door/:roomId/:date`. */
export function DoorCardPage() {
  const { room = '', date = '' } = useParams()
  const asked = { roomId: roomId.parse(room), from: date, to: date }
  const query = useQuery(ask('exports', 'roomDays', asked))
  usePrintReady(`${query.data?.roomName ?? 'Room'}, ${longDate(date)}`, query.data !== undefined)
  return (
    <Answer query={query}>
      {(days) => (
        <main className={classes.pages}>
          {days.days.map((day) => (
            <Card key={day.date} room={days} day={day} />
          ))}
        </main>
      )}
    </Answer>
  )
}

function Card({ room, day }: { room: RoomDays; day: RoomDays['days'][number] }) {
  const sheetRef = useOnePage<HTMLElement>(263, { largest: 26, smallest: 10 })
  // A door says what is on: what may yet come to nothing would only send people to it.
  const lines = day.lines.filter((line) => line.uncertain === null)
  return (
    <Sheet
      classification={MAY_BE_SHOWN}
      kind="Door card"
      title={room.roomName}
      period={fullDate(day.date)}
      about=""
      printedBy={false}
      sheetRef={sheetRef}
      door
    >
      {day.closures.map((closure) => (
        <p key={closure.startsAt} className={classes.shut}>
          {closedInWords(closure, day.date)}
        </p>
      ))}
      {lines.length === 0 && <p className={classes.none}>Nothing is booked today.</p>}
      <ul className={classes.card}>
        {lines.map((line) => (
          <li key={line.bookingId}>
            <span>{timeRange(line.startsAt, line.endsAt)}</span>
            <strong>
              {line.title}
              {line.byRoom !== null && <em> ({line.byRoom})</em>}
            </strong>
          </li>
        ))}
      </ul>
      <p className={classes.building}>{room.buildingName}</p>
    </Sheet>
  )
}
