import {
  shares,
  halfEmpty,
  neverBooked,
  totalOf,
  usageDefinitions,
} from '../../../shared/usage/figures.rules.ts'
import type { RoomUse, Usage } from '../../../shared/usage/usage.contract.ts'
import { together } from '../../../shared/usage/usage.rules.ts'
import { periodInWords } from '../../../shared/usage/words.rules.ts'
import { count } from '../../../shared/text.ts'
import { longDate } from '../../../shared/time/format.ts'
import classes from './usage.module.css'

/** The finding in one sentence. */
export function findingOf(usage: Usage): string {
  const { booked, used } = shares(totalOf(usage))
  const period = periodInWords(usage)
  if (booked === null) return `Nothing can be measured for ${period}: no opening hours are set.`
  const sentence = `${booked}% of open hours are booked in ${period}`
  return used === null
    ? `${sentence}.`
    : `${sentence}, and ${used}% were used up to ${longDate(usage.until)}.`
}

const nameOf = ({ roomName, buildingName }: RoomUse) => `${roomName}, ${buildingName}`

/** Half full is what it sounds like: `Hall, Wigston Magna (9 of 60 on average)`. */
function fullness(room: RoomUse): string {
  const use = together(room.use)
  const sessions = room.capacity === null ? 0 : use.seats / room.capacity
  return `${nameOf(room)} (${Math.round(use.people / sessions)} of ${room.capacity} on average)`
}

/** Rooms that stand empty, by name, and what the numbers mean. */
export function UsageFindings({ usage }: { usage: Usage }) {
  return (
    <div className={classes.findings}>
      <Named
        title="Never booked"
        rooms={neverBooked(usage)}
        words={nameOf}
        none="Every open room was booked."
      />
      <Named
        title="Half empty"
        rooms={halfEmpty(usage)}
        words={fullness}
        none="No room was less than half full."
      />
      <details className={classes.definitions}>
        <summary>What the numbers mean</summary>
        <dl>
          {usageDefinitions.map(({ name, definition }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{definition}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  )
}

interface NamedProps {
  readonly title: string
  readonly rooms: readonly RoomUse[]
  readonly words: (room: RoomUse) => string
  readonly none: string
}

function Named({ title, rooms, words, none }: NamedProps) {
  if (rooms.length === 0) return <p>{none}</p>
  return (
    <details className={classes.named}>
      <summary>
        {title}: {count(rooms.length, 'room')}
      </summary>
      <ul>
        {rooms.map((room) => (
          <li key={room.roomId}>{words(room)}</li>
        ))}
      </ul>
    </details>
  )
}
