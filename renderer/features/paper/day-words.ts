import { addDays } from '../../../shared/time/civil.ts'
import { clockTime, shortDay, timeRange } from '../../../shared/time/format.ts'
import type { DaySheetLine, PaperDay } from '../../../shared/exports/paper.contract.ts'

type Closed = PaperDay['closures'][number]

/** `Open 9am to midday and 1pm to 5pm`, `Not open: Polling`; nothing where nobody has said. */
export function openInWords({ hours, hoursKnown, hoursReason }: PaperDay): string | null {
  if (!hoursKnown) return null
  const why = hoursReason === null ? '' : `: ${hoursReason}`
  if (hours.length === 0) return `Not open${why}`
  return `Open ${hours.map(({ opens, closes }) => timeRange(opens, closes)).join(' and ')}${why}`
}

/** `Closed: Crèche, 9am to 1pm. Boiler`, as far as it touches the day. */
export function closedInWords({ where, reason, startsAt, endsAt }: Closed, date: string): string {
  const from = startsAt <= `${date}T00:00` ? null : clockTime(startsAt)
  const until = endsAt >= `${addDays(date, 1)}T00:00` ? null : clockTime(endsAt)
  return `Closed: ${[where, timesInWords(from, until)].join(', ')}. ${reason}${onwards(endsAt, date)}`
}

function timesInWords(from: string | null, until: string | null): string {
  if (from === null && until === null) return 'all day'
  if (from === null) return `until ${until}`
  return until === null ? `from ${from}` : `${from} to ${until}`
}

const onwards = (endsAt: string, date: string) =>
  endsAt > `${addDays(date, 1)}T00:00` ? `, until ${shortDay(addDays(endsAt.slice(0, 10), endsAt.endsWith('T00:00') ? -1 : 0))}` : '' // prettier-ignore

type Held = Pick<DaySheetLine, 'startsAt' | 'endsAt' | 'heldFrom' | 'heldUntil'>

/** `9:45am to 12:15pm`, with set-up and clear-down; nothing when the room is held no longer than people are in it. */
export const heldInWords = ({ startsAt, endsAt, heldFrom, heldUntil }: Held): string =>
  heldFrom < startsAt || heldUntil > endsAt ? timeRange(heldFrom, heldUntil) : ''
