import { assertNever } from '../errors.ts'
import { count } from '../text.ts'
import { shortDate, timeRange, weekdayName } from '../time/format.ts'
import type { Repeats, Rule } from './rule.ts'

const ordinals = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', 5: 'fifth', [-1]: 'last' } as const

/** `Tuesdays, 10am to midday, every week`: a rule as a colleague would say it; whole days have no times. */
export function patternInWords(
  rule: Pick<Rule, 'firstDate' | 'startTime' | 'endTime' | 'repeats'>,
  wholeDays = false,
): string {
  const [days, how] = repeatsInWords(rule.repeats, rule.firstDate)
  const times = wholeDays ? [] : [timeRange(rule.startTime, rule.endTime)]
  return [days, ...times, ...(how === null ? [] : [how])].join(', ')
}

function repeatsInWords(repeats: Repeats, firstDate: string): readonly [string, string | null] {
  switch (repeats.kind) {
    case 'once':
      return [shortDate(firstDate), null]
    case 'days':
      return [repeats.every === 1 ? 'Every day' : `Every ${repeats.every} days`, null]
    case 'weeks':
      return [
        listed(repeats.weekdays.toSorted().map((day) => `${weekdayName(day)}s`)),
        everyWords(repeats.every, 'week'),
      ]
    case 'month-date':
      return [`Day ${repeats.day} of the month`, monthWords(repeats.every, missingWords(repeats))]
    case 'month-weekday':
      return [
        `The ${ordinals[repeats.nth]} ${weekdayName(repeats.weekday)} of the month`,
        monthWords(repeats.every, null),
      ]
    case 'years':
      return [shortDate(firstDate).split(' ').slice(0, 2).join(' '), 'every year']
    case 'dates':
      return [`${count(repeats.dates.length, 'date')} picked by hand`, null]
    default:
      return assertNever(repeats, 'way of repeating')
  }
}

const everyWords = (every: number, unit: string) =>
  every === 1 ? `every ${unit}` : `every ${every} ${unit}s`

function monthWords(every: number, more: string | null): string {
  const words = everyWords(every, 'month')
  return more === null ? words : `${words}, ${more}`
}

/** What happens in a month without the day, said only where there is such a month. */
function missingWords({ day, missing }: Extract<Repeats, { kind: 'month-date' }>): string | null {
  if (day <= 28) return null
  return missing === 'skip' ? 'left out in a month without it' : 'or the last day of a shorter month'
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}
