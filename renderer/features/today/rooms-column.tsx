import { Link } from 'wouter'
import type { Today } from '../../../shared/today/today.contract.ts'
import { count } from '../../../shared/text.ts'
import { clockTime } from '../../../shared/time/format.ts'
import classes from './today.module.css'

type Room = Today['rooms'][number]

/** `Baby massage until 11:30am, then Weaning at 1pm` */
export function roomInWords({ now, next }: Room): string {
  const then = next === null ? null : `${next.title} at ${clockTime(next.startsAt)}`
  if (now !== null)
    return `${now.title} until ${clockTime(now.endsAt)}${then === null ? '' : `, then ${then}`}`
  if (next !== null) return `Free until ${clockTime(next.startsAt)}, then ${next.title}`
  return 'Free for the rest of the day'
}

/** What is in each room and what follows. In a whole county only rooms with something on are worth a line. */
export function RoomsColumn({ rooms, oneBuilding }: { rooms: readonly Room[]; oneBuilding: boolean }) {
  const used = rooms.filter((room) => room.now !== null || room.next !== null)
  const shown = oneBuilding ? rooms : used
  const free = rooms.length - shown.length
  const buildings = Map.groupBy(shown, (room) => room.buildingName)
  return (
    <section aria-labelledby="now-and-next">
      <h2 id="now-and-next" className={classes.heading}>
        Now and next
      </h2>
      {used.length === 0 && (
        <p className={classes.kind}>
          {rooms.length === 0
            ? 'There are no rooms here yet.'
            : 'Nothing more is booked today. Every room is free.'}
          <br />
          <Link to="/rooms">{rooms.length === 0 ? 'See the rooms' : 'Book a room'}</Link>
        </p>
      )}
      {[...buildings].map(([name, inside]) => (
        <div key={name}>
          {!oneBuilding && <h3 className={classes.part}>{name}</h3>}
          <ul className={classes.list} aria-label={name}>
            {inside.map((room) => (
              <RoomLine key={room.roomId} room={room} />
            ))}
          </ul>
        </div>
      ))}
      {used.length > 0 && free > 0 && (
        <p className={classes.kind}>
          <Link to="/rooms">{count(free, 'other room')} free for the rest of the day</Link>
        </p>
      )}
    </section>
  )
}

function RoomLine({ room }: { room: Room }) {
  return (
    <li className={classes.line}>
      <span className={classes.main}>{room.roomName}</span>{' '}
      <span className={room.now === null ? classes.quiet : undefined}>{roomInWords(room)}</span>
    </li>
  )
}
