import { count } from '../text.ts'
import { clockTime, shortDay, timeRange, weekdayName } from '../time/format.ts'
import { ownFields, type EditRow, type KeptReason, type SeriesChange } from './edit.contract.ts'
import { movesInTime } from './edit.rules.ts'

const keptWords: Readonly<Record<KeptReason, readonly [one: string, many: string]>> = {
  past: ['is over', 'are over'],
  marked: ['is marked already', 'are marked already'],
  cancelled: ['is cancelled', 'are cancelled'],
  'did-not-run': ['did not run', 'did not run'],
  'by-hand': ['was changed by hand', 'were changed by hand'],
  'in-the-way': ['has something in its way', 'have something in their way'],
  'no-room': ['holds no room', 'hold no room'],
  same: ['is so already', 'are so already'],
}

/** Why occurrences stay as they are, in words: `is over`, `were moved by hand`. */
export function keptInWords(kept: KeptReason, change: SeriesChange, n = 1): string {
  if (kept === 'same' && change.ends !== undefined)
    return n === 1 ? 'is before its end' : 'are before its end'
  const words = keptWords[kept][n === 1 ? 0 : 1]
  const moved = kept === 'by-hand' && (movesInTime(change) || change.roomId !== undefined)
  return moved ? words.replace('changed', 'moved') : words
}

/** What one occurrence of a series is called where people read of it. */
export type Noun = 'session' | 'booking'

interface About {
  readonly change: SeriesChange
  readonly noun: Noun
  /** The name of the room it moves to; null where no room changes. */
  readonly roomName: string | null
}

/** `6 sessions move to Mondays at 10:30am; 4 stay: 3 are over, 1 was moved by hand.` */
export function editInWords(rows: readonly EditRow[], about: About): string {
  const of = (outcome: EditRow['outcome']) => rows.filter((row) => row.outcome === outcome)
  const parts = [
    changedInWords(of('changed'), about),
    addedInWords(of('added'), about),
    cancelledInWords(of('cancelled'), about),
    ownInWords(of('changed')),
    inTheWayInWords([...of('changed'), ...of('added')]),
    keptList(of('kept'), about.change),
  ].filter((part) => part !== null)
  return parts.length === 0 ? 'Nothing would change.' : `${parts.join('; ')}.`
}

function changedInWords(rows: readonly EditRow[], { change, noun, roomName }: About): string | null {
  const [first] = rows
  if (first === undefined) return null
  const which =
    rows.length === 1 && change.date !== undefined && first.from
      ? shortDay(first.from.startsAt)
      : count(rows.length, noun)
  const when = timeWords(change)
  const whereTo = [...when, ...(roomName === null ? [] : [`${when.length > 0 ? 'in' : 'to'} ${roomName}`])]
  const one = rows.length === 1
  if (whereTo.length === 0) return `${which} ${one ? 'changes' : 'change'}`
  return `${which} ${one ? 'moves' : 'move'} ${whereTo.join(' ')}`
}

function timeWords({ date, weekday, startTime, endTime }: SeriesChange): string[] {
  const day = date === undefined ? weekday && `${weekdayName(weekday)}s` : shortDay(date)
  const at = day === undefined || day === 0 ? [] : [`to ${day}`]
  if (startTime !== undefined && endTime !== undefined)
    return [...at, `${at.length > 0 ? 'at' : 'to'} ${timeRange(startTime, endTime)}`]
  if (startTime !== undefined) return [...at, `${at.length > 0 ? 'at' : 'to'} ${clockTime(startTime)}`]
  return endTime === undefined ? at : [...at, `to end at ${clockTime(endTime)}`]
}

/** `1 of them keeps its own time`: of those that change, what somebody had decided about one by hand. */
function ownInWords(rows: readonly EditRow[]): string | null {
  const parts = ownFields.flatMap((field) => {
    const n = rows.filter((row) => row.keeps.includes(field)).length
    return n === 0 ? [] : [`${n} of them ${n === 1 ? 'keeps its own' : 'keep their own'} ${field}`]
  })
  return parts.length === 0 ? null : parts.join(', ')
}

function inTheWayInWords(rows: readonly EditRow[]): string | null {
  const n = rows.filter((row) => row.problems.length > 0).length
  if (n === 1 && rows.length === 1) return 'something is in its way'
  return n === 0 ? null : `${n} of them ${keptWords['in-the-way'][n === 1 ? 0 : 1]}`
}

function addedInWords(rows: readonly EditRow[], { noun }: About): string | null {
  const last = rows.at(-1)?.to
  if (!last) return null
  return `${count(rows.length, `${noun} is`, `${noun}s are`)} added, up to ${shortDay(last.startsAt)}`
}

function cancelledInWords(rows: readonly EditRow[], { noun }: About): string | null {
  if (rows.length === 0) return null
  return `${count(rows.length, `${noun} is`, `${noun}s are`)} cancelled and ${rows.length === 1 ? 'its room' : 'their rooms'} free`
}

function keptList(rows: readonly EditRow[], change: SeriesChange): string | null {
  if (rows.length === 0) return null
  const byReason = Map.groupBy(rows, (row) => row.kept ?? 'same')
  const parts = [...byReason].map(
    ([kept, these]) => `${these.length} ${keptInWords(kept, change, these.length)}`,
  )
  return `${rows.length} ${rows.length === 1 ? 'stays' : 'stay'}: ${parts.join(', ')}`
}
