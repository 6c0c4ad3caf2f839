import type { RoomId } from '../ids.ts'
import type { Rule } from '../series/rule.ts'
import type { DateEdit } from '../series/series.contract.ts'
import type { FoundDay, FoundRoom } from './rooms.contract.ts'

/** What to book of an answer: its rooms, and the dates that differ from the rule. */
export interface ToBook {
  readonly roomIds: RoomId[]
  readonly rule: Rule
  readonly edits: DateEdit[]
  /** The dates that are booked, earliest first. */
  readonly dates: readonly string[]
}

/** Whether a date can be booked: with the room beside it, too, where that is wanted. */
const canBeHad = (day: FoundDay, beside: boolean) => day.state !== 'taken' && (!beside || day.beside)

/**
 * The run that an answer shows and no other: dates on which it moves go to their other room, those that are taken are
 * left out with the reason; and then it ends on the last date shown, so that no date follows for one left out.
 */
export function toBook(answer: FoundRoom, rule: Rule, beside: boolean): ToBook {
  const { roomId, besideRoom, days } = answer
  const withBeside = beside && besideRoom !== null
  const had = days.filter((day) => canBeHad(day, withBeside))
  const last = days.at(-1)?.date ?? rule.firstDate
  return {
    roomIds: withBeside ? [roomId, besideRoom.roomId] : [roomId],
    rule: had.length === days.length ? rule : { ...rule, ends: { kind: 'on', date: last } },
    edits: days.flatMap((day): DateEdit[] => {
      if (!had.includes(day)) return [leftOut(day)]
      return day.state === 'moved' ? [{ date: day.date, roomId: day.roomId }] : []
    }),
    dates: had.map((day) => day.date),
  }
}

const leftOut = ({ date, words }: FoundDay): DateEdit => ({
  date,
  choice: 'skip',
  because: { kind: 'clash', reason: words.slice(0, 500) || 'The room is taken' },
})
