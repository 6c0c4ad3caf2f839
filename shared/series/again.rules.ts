import type { Term } from '../settings/settings.contract.ts'
import { addDays, daysBetween, weekdayOf } from '../time/civil.ts'
import { datesOf } from './expand.rules.ts'
import type { Repeats, Rule } from './rule.ts'

/** What is known of a run that is to be planned again. Local dates. */
export interface Past {
  readonly rule: Rule
  readonly lastDate: string
  /** How many were held, or are to be. */
  readonly delivered: number
}

/**
 * The rule of the run after this one: the same days and times, as many of them, from the first that fits in the term
 * that follows its last date; where no term is known, from the first that fits after it. Never in the past.
 */
export function ruleAgain(
  { rule, lastDate, delivered }: Past,
  terms: readonly Pick<Term, 'startsOn' | 'endsOn'>[],
  today: string,
): Rule {
  const after = addDays(lastDate, 1) > today ? addDays(lastDate, 1) : today
  const firstDate = nextTermStart(terms, after) ?? after
  const next: Rule = {
    ...rule,
    firstDate,
    repeats: movedTo(rule.repeats, firstDate),
    ends: { kind: 'after', sessions: Math.min(400, Math.max(1, delivered)) },
  }
  const [first] = datesOf(next)
  return { ...next, firstDate: first ?? firstDate }
}

/** When the term begins that comes after a date, or the date itself where that term has begun already. */
function nextTermStart(terms: readonly Pick<Term, 'startsOn' | 'endsOn'>[], after: string): string | null {
  const coming = terms.map((term) => term.startsOn).filter((date) => date >= after)
  return coming.toSorted()[0] ?? null
}

/** Dates picked by hand keep their weekdays and the gaps between them; a rule finds its own. */
function movedTo(repeats: Repeats, firstDate: string): Repeats {
  if (repeats.kind !== 'dates') return repeats
  const [first, ...rest] = repeats.dates.toSorted()
  if (first === undefined) return repeats
  const start = addDays(firstDate, (weekdayOf(first) - weekdayOf(firstDate) + 7) % 7)
  return { kind: 'dates', dates: [start, ...rest.map((date) => addDays(start, daysBetween(first, date)))] }
}
