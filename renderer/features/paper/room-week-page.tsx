import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'
import { ask } from '../../api/queries.ts'
import { usePrintReady } from '../../ui/print-ready.ts'
import { Answer } from '../../ui/states.tsx'
import { MAY_BE_SHOWN } from '../../../shared/classification.ts'
import type { RoomDays } from '../../../shared/exports/paper.contract.ts'
import { roomId } from '../../../shared/ids.ts'
import { addDays } from '../../../shared/time/civil.ts'
import { dateRange, longDate, shortDay, timeRange } from '../../../shared/time/format.ts'
import { closedInWords, heldInWords, openInWords } from './day-words.ts'
import { Sheet } from './sheet.tsx'
import { useOnePage } from './use-one-page.ts'
import classes from './paper.module.css'

/** The week of a room for its wall: `#/print/room-week/:roomId/:monday`. */
export function RoomWeekPage() {
  const { room = '', from = '' } = useParams()
  const query = useQuery(
    ask('exports', 'roomDays', { roomId: roomId.parse(room), from, to: addDays(from, 6) }),
  )
  usePrintReady(`${query.data?.roomName ?? 'Room'}, week of ${longDate(from)}`, query.data !== undefined)
  return (
    <Answer query={query}>
      {(week) => (
        <main className={classes.pages}>
          <Week week={week} from={from} />
        </main>
      )}
    </Answer>
  )
}

type Day = RoomDays['days'][number]

function Week({ week, from }: { week: RoomDays; from: string }) {
  const sheetRef = useOnePage<HTMLElement>(263, { largest: 11, smallest: 7 })
  const seats = week.capacity === null ? '' : ` · up to ${week.capacity} people`
  return (
    <Sheet
      classification={MAY_BE_SHOWN}
      kind="Week of a room"
      title={week.roomName}
      period={dateRange(from, addDays(from, 6))}
      about={`${week.buildingName}${seats}`}
      printedBy={false}
      sheetRef={sheetRef}
    >
      <table className={classes.table} data-week>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Time</th>
            <th scope="col">What</th>
            <th scope="col">Layout</th>
            <th scope="col">Set-up to clear‑down</th>
          </tr>
        </thead>
        {week.days.map((day) => (
          <DayRows key={day.date} day={day} />
        ))}
      </table>
    </Sheet>
  )
}

function DayRows({ day }: { day: Day }) {
  const said = [openInWords(day), ...day.closures.map((closure) => closedInWords(closure, day.date))]
  const heading = (
    <th scope="rowgroup" rowSpan={Math.max(1, day.lines.length)} className={classes.day}>
      {shortDay(day.date)}
      {said.filter((part) => part !== null).map((part) => (
        <small key={part}>{part}</small>
      ))}
    </th>
  ) // prettier-ignore
  const [first, ...others] = day.lines
  return (
    <tbody>
      <tr>
        {heading}
        {first === undefined ? (
          <td colSpan={4} className={classes.free}>
            Nothing booked
          </td>
        ) : (
          <LineCells line={first} />
        )}
      </tr>
      {others.map((line) => (
        <tr key={line.bookingId}>
          <LineCells line={line} />
        </tr>
      ))}
    </tbody>
  )
}

function LineCells({ line }: { line: Day['lines'][number] }) {
  return (
    <>
      <td className={classes.time}>{timeRange(line.startsAt, line.endsAt)}</td>
      <td>
        <strong>{line.title}</strong>
        {line.byRoom !== null && <em> (in {line.byRoom})</em>}
        {line.uncertain !== null && <em> ({line.uncertain})</em>}
      </td>
      <td>{line.layout ?? ''}</td>
      <td className={classes.time}>{heldInWords(line)}</td>
    </>
  )
}
