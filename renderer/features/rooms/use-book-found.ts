import { useCommand } from '../../api/commands.ts'
import type { Output } from '../../api/client.ts'
import type { purposes } from '../../../shared/bookings/bookings.contract.ts'
import type { ToBook } from '../../../shared/rooms/book.rules.ts'
import type { FoundRoom } from '../../../shared/rooms/rooms.contract.ts'
import type { Rule } from '../../../shared/series/rule.ts'
import { at } from '../../../shared/time/civil.ts'
import { longDate, shortDay } from '../../../shared/time/format.ts'

export type Purpose = Exclude<(typeof purposes)[number], 'session'>

interface Booking {
  readonly answer: FoundRoom
  readonly rule: Rule
  readonly people: number | null
  readonly onBooked: (date: string) => void
}

/** `Hall and Crèche, Wigston Magna, 10 dates from 12 January 2027`. */
function bookedWords({ roomName, buildingName, besideRoom }: FoundRoom, { roomIds, dates }: ToBook): string {
  const rooms =
    roomIds.length > 1 && besideRoom !== null ? `${roomName} and ${besideRoom.roomName}` : roomName
  const [first = ''] = dates
  const when = dates.length === 1 ? shortDay(first) : `${dates.length} dates from ${longDate(first)}`
  return `${rooms}, ${buildingName}, ${when}`
}

/** Books an answer: one date as a booking, a run as a series, each in one command that can be undone. */
export function useBookFound({ answer, rule, people, onBooked }: Booking, run: ToBook) {
  const said = ({ status }: Pick<Output<'bookings', 'create'>, 'status'>) =>
    `${status === 'requested' ? 'Asked for' : 'Booked'} ${bookedWords(answer, run)}`
  const options = {
    failure: 'inline',
    undo: true,
    done: said,
    onDone: () => onBooked(run.dates[0] ?? rule.firstDate),
  } as const
  const one = useCommand('bookings', 'create', options)
  const many = useCommand('series', 'book', options)
  const book = (title: string, purpose: Purpose) => {
    const { roomIds, edits, dates } = run
    const [date] = dates
    if (date === undefined) return
    if (rule.repeats.kind !== 'once')
      return many.mutate({ roomIds, rule: run.rule, edits, purpose, title, people })
    const times = { startsAt: at(date, rule.startTime), endsAt: at(date, rule.endTime) }
    one.mutate({ roomIds, ...times, purpose, title, people })
  }
  return { book, pending: one.isPending || many.isPending, error: one.error ?? many.error }
}
