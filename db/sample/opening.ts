import { isOpenFor, openOn, type Hours, type OpenDay } from '../../shared/buildings/opening.rules.ts'
import { openingExceptionId, type BuildingId } from '../../shared/ids.ts'
import { addDays, at, mondayOf } from '../../shared/time/civil.ts'
import type { Making, Row } from './invented.ts'
import { rowId } from './row-id.ts'
import { turn } from './random.ts'

type Day = readonly Hours[]
interface Pattern {
  /** Monday first. */
  readonly week: readonly Day[]
  readonly bankHolidays: boolean
}

const day = (...stretches: readonly string[]): Day =>
  stretches.map((text) => ({ opens: text.slice(0, 5), closes: text.slice(6) }))
const shut = day()
const week = (weekdays: Day, friday = weekdays, saturday = shut, sunday = shut): readonly Day[] => [
  weekdays,
  weekdays,
  weekdays,
  weekdays,
  friday,
  saturday,
  sunday,
]
const [short, late] = [day('09:00-18:00'), day('09:00-20:30')]
const always = day('08:00-21:00')

/** How centres open: all day, shut over lunch, late with a Saturday morning, late twice a week, or always. */
const patterns: readonly Pattern[] = [
  { week: week(day('08:30-18:00')), bankHolidays: false },
  { week: week(day('09:00-12:00', '12:45-18:00'), day('09:00-12:00', '12:45-17:00')), bankHolidays: false },
  { week: week(day('08:30-20:30'), day('08:30-17:00'), day('09:30-13:00')), bankHolidays: false },
  { week: [short, late, short, late, day('09:00-17:00'), day('10:00-16:00'), shut], bankHolidays: false },
  { week: week(always, always, always, always), bankHolidays: true },
]

/** When one invented building is open, as rows and as an answer. */
export interface InventedOpening {
  readonly opensOnBankHolidays: 0 | 1
  readonly hours: readonly Row<'opening_hours'>[]
  readonly exceptions: readonly Row<'opening_exception'>[]
  readonly exceptionHours: readonly Row<'opening_exception_hours'>[]
  /** Whether it is open for all of a time: a local date and wall times. */
  readonly isOpen: (date: string, start: string, end: string) => boolean
}

type Given = Pick<Making, 'newId' | 'reference' | 'today'>

export function inventOpening(
  { newId, reference, today }: Given,
  id: BuildingId,
  index: number,
): InventedOpening {
  const pattern = turn(patterns, index)
  const changes = pattern.bankHolidays ? [] : changesOf(today, index)
  const exceptions = changes.map((change) => ({ ...change, id: newId(openingExceptionId) }))
  const days = new Map<string, OpenDay>()
  const opening = {
    weekly: pattern.week.flatMap((hours, i) => hours.map((one) => ({ weekday: i + 1, ...one }))),
    exceptions,
    opensOnBankHolidays: pattern.bankHolidays,
  }
  const dayOn = (date: string): OpenDay => {
    const known = days.get(date) ?? openOn(opening, date, reference.bankHolidays.get(date) ?? null)
    days.set(date, known)
    return known
  }
  return {
    opensOnBankHolidays: pattern.bankHolidays ? 1 : 0,
    hours: opening.weekly.map((one) => ({ id: newId(rowId), building_id: id, ...one })),
    exceptions: exceptions.map(({ id: own, fromDate, toDate, reason }) => ({
      id: own,
      building_id: id,
      from_date: fromDate,
      to_date: toDate,
      reason,
      version: 1,
    })),
    exceptionHours: exceptions.flatMap(({ id: own, hours }) =>
      hours.map((one) => ({ id: newId(rowId), exception_id: own, ...one })),
    ),
    isOpen: (date, start, end) => isOpenFor(dayOn(date), { start: at(date, start), end: at(date, end) }),
  }
}

/** Christmas Eve until midday, and in some a day of training in the third week from now. */
function changesOf(today: string, index: number) {
  const christmasEve = `${today.slice(0, 4)}-12-24`
  const training = addDays(mondayOf(today), 21 + (index % 5))
  const changes = [
    { fromDate: christmasEve, toDate: christmasEve, reason: 'Christmas Eve', hours: day('09:00-12:00') },
  ]
  if (index % 6 === 2 && training !== christmasEve)
    changes.push({ fromDate: training, toDate: training, reason: 'Staff training', hours: shut })
  return changes
}
