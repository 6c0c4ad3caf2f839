import type { BookingId, RoomId, SessionId } from '../ids.ts'
import { addDays, at, dateOf, mondayOf, timeOf, weekdayOf } from '../time/civil.ts'
import type { EditScope, KeptReason, OwnField, SeriesChange } from './edit.contract.ts'

/** What of a booking is neither its time nor its room. */
export interface Details {
  readonly title: string
  readonly contact: string | null
  readonly note: string | null
  readonly people: number | null
  readonly layout: string | null
  readonly private: boolean
  readonly setupMinutes: number
  readonly cleardownMinutes: number
}
const detailNames = [
  'title',
  'contact',
  'note',
  'people',
  'layout',
  'private',
  'setupMinutes',
  'cleardownMinutes',
] as const
type DetailName = (typeof detailNames)[number]

/** One date of a series as it stands: a session with its booking, or a booking of a run. Local date-times. */
export interface Occurrence {
  readonly bookingId: BookingId | null
  readonly sessionId: SessionId | null
  /** The date that the rule gave: its name in the series. */
  readonly date: string
  readonly startsAt: string
  readonly endsAt: string
  readonly roomId: RoomId | null
  readonly details: Details
  readonly state: 'standing' | 'cancelled' | 'did-not-run'
  /** Its register is complete, or has a mark that is only known on the day. Apologies sent ahead are none. */
  readonly marked: boolean
  /** What was changed on this date alone. */
  readonly own: Readonly<Record<OwnField, boolean>>
}

/** What is asked: which occurrence the person stands at, how far it goes, and what is to be different. */
export interface AskedEdit<O extends Occurrence> {
  readonly anchor: O
  readonly scope: EditScope
  readonly change: SeriesChange
  readonly localNow: string
}

/** One occurrence in scope as it would be, before anybody has looked whether its room is free. */
export interface EditDraft<O extends Occurrence> {
  readonly occurrence: O
  readonly outcome: 'changed' | 'cancelled' | 'kept'
  readonly kept: KeptReason | null
  readonly keeps: readonly OwnField[]
  readonly startsAt: string
  readonly endsAt: string
  readonly roomId: RoomId | null
  /** Only what is different. */
  readonly details: Partial<Details>
}

/** The occurrences that a change is about, in the order of time: from the one on, by where each stands now. */
export const inScope = <O extends Occurrence>(all: readonly O[], anchor: O, scope: EditScope): O[] =>
  all
    .filter((one) => {
      if (scope === 'all') return true
      return scope === 'this' ? one === anchor : one.startsAt >= anchor.startsAt
    })
    .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))

/**
 * What would become of each occurrence in scope. A change to more than one date never touches what has begun, is
 * marked or was cancelled, and of a date changed by hand only what nobody had changed on it [FEATURES S6, S7].
 */
export function draftEdit<O extends Occurrence>(all: readonly O[], asked: AskedEdit<O>): EditDraft<O>[] {
  const usual = usualDetails(all)
  return inScope(all, asked.anchor, asked.scope).map((occurrence) => {
    const fixed = fixedBecause(occurrence, asked)
    return fixed === null ? changedDraft(occurrence, asked, usual) : keptDraft(occurrence, fixed)
  })
}

/** Why an occurrence stays whatever the change is; null when it may change. One chosen by itself may be over. */
export function fixedBecause(
  { state, startsAt, marked }: Occurrence,
  { scope, localNow }: Pick<AskedEdit<Occurrence>, 'scope' | 'localNow'>,
): KeptReason | null {
  if (state !== 'standing') return state
  if (scope === 'this') return null
  if (startsAt <= localNow) return 'past'
  return marked ? 'marked' : null
}

/** An occurrence that stays as it is. */
export const keptDraft = <O extends Occurrence>(occurrence: O, kept: KeptReason): EditDraft<O> => ({
  occurrence,
  outcome: 'kept',
  kept,
  keeps: [],
  startsAt: occurrence.startsAt,
  endsAt: occurrence.endsAt,
  roomId: occurrence.roomId,
  details: {},
})

function changedDraft<O extends Occurrence>(
  occurrence: O,
  asked: AskedEdit<O>,
  usual: Partial<Details>,
): EditDraft<O> {
  if (occurrence.bookingId === null && !movesInTime(asked.change)) return keptDraft(occurrence, 'no-room')
  const keeps = ownFieldsOf(occurrence, asked)
  const times = keeps.includes('time') ? occurrence : newTimes(occurrence, asked)
  const roomId = keeps.includes('room') ? occurrence.roomId : (asked.change.roomId ?? occurrence.roomId)
  const wanted = differing(asked.change, occurrence.details)
  const details =
    asked.scope === 'this' || !occurrence.own.details ? wanted : withoutOwn(wanted, occurrence.details, usual)
  const ownDetails = Object.keys(details).length < Object.keys(wanted).length
  const kept = [...keeps, ...(ownDetails ? (['details'] as const) : [])]
  const { startsAt, endsAt } = times
  if (isSame(occurrence, { startsAt, endsAt, roomId, details }))
    return keptDraft(occurrence, kept.length > 0 ? 'by-hand' : 'same')
  return { occurrence, outcome: 'changed', kept: null, keeps: kept, startsAt, endsAt, roomId, details }
}

/** Whether a change is about when. */
export const movesInTime = ({ startTime, endTime, weekday, date }: SeriesChange): boolean =>
  [startTime, endTime, weekday, date].some((part) => part !== undefined)

function ownFieldsOf({ own }: Occurrence, { scope, change }: AskedEdit<Occurrence>): OwnField[] {
  if (scope === 'this') return []
  return [
    ...(own.time && movesInTime(change) ? (['time'] as const) : []),
    ...(own.room && change.roomId !== undefined ? (['room'] as const) : []),
  ]
}

function newTimes({ startsAt, endsAt, date }: Occurrence, { anchor, scope, change }: AskedEdit<Occurrence>) {
  const moved = scope === 'this' ? change.date : otherWeekday(date, anchor.date, change.weekday)
  const day = moved ?? dateOf(startsAt)
  return {
    startsAt: at(day, change.startTime ?? timeOf(startsAt)),
    endsAt: at(day, change.endTime ?? timeOf(endsAt)),
  }
}

/** The same week on another weekday, of those that share the weekday of the one the person stands at. */
function otherWeekday(date: string, anchorDate: string, weekday: number | undefined): string | undefined {
  if (weekday === undefined || weekdayOf(date) !== weekdayOf(anchorDate)) return undefined
  return inSameWeek(date, weekday)
}

/** That weekday (1 Monday … 7 Sunday) of the week that a date lies in. */
export const inSameWeek = (date: string, weekday: number): string => addDays(mondayOf(date), weekday - 1)

/** What the series is usually like: the commonest of each detail where nobody changed any by hand. */
function usualDetails(all: readonly Occurrence[]): Partial<Details> {
  const plain = all.filter((one) => one.state === 'standing' && !one.own.details)
  return Object.fromEntries(
    detailNames.map((name) => [name, commonest(plain.map((one) => one.details[name]))]),
  )
}

/** The value that stands most often; the earlier of two. */
export function commonest<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  let best: T | undefined
  for (const [value, n] of counts) if (best === undefined || n > (counts.get(best) ?? 0)) best = value
  return best
}

function differing(change: SeriesChange, now: Details): Partial<Details> {
  const names = detailNames.filter((name) => change[name] !== undefined && change[name] !== now[name])
  return Object.fromEntries(names.map((name) => [name, change[name]]))
}

/** Of a date whose details were changed by hand, each detail that still is as in the rest of the series [FEATURES D46]. */
function withoutOwn(wanted: Partial<Details>, now: Details, usual: Partial<Details>): Partial<Details> {
  const asUsual = (name: DetailName) => usual[name] === undefined || now[name] === usual[name]
  const names = detailNames.filter((name) => name in wanted && asUsual(name))
  return Object.fromEntries(names.map((name) => [name, wanted[name]]))
}

const isSame = (
  now: Occurrence,
  to: Pick<EditDraft<Occurrence>, 'startsAt' | 'endsAt' | 'roomId' | 'details'>,
): boolean =>
  now.startsAt === to.startsAt &&
  now.endsAt === to.endsAt &&
  now.roomId === to.roomId &&
  Object.keys(to.details).length === 0

/** Whether a draft takes its occurrence to another time or room: only then is anything looked up [FEATURES D34]. */
export const isMove = <O extends Occurrence>({ outcome, occurrence, ...to }: EditDraft<O>): boolean =>
  outcome === 'changed' &&
  (to.startsAt !== occurrence.startsAt ||
    to.endsAt !== occurrence.endsAt ||
    to.roomId !== occurrence.roomId ||
    to.details.setupMinutes !== undefined ||
    to.details.cleardownMinutes !== undefined)
