import { dateOf, mondayOf, weekdayOf } from '../time/civil.ts'
import {
  fixedBecause,
  inSameWeek,
  keptDraft,
  type AskedEdit,
  type EditDraft,
  type Occurrence,
} from './edit.rules.ts'
import type { EditScope, SeriesChange } from './edit.contract.ts'
import { datesOf } from './expand.rules.ts'
import type { Ends, Rule } from './rule.ts'

/** Why a change does not fit how far it is to go, in words for staff; null when it does. */
export function misfitProblem(scope: EditScope, change: SeriesChange): string | null {
  const ofSeries = change.weekday !== undefined || change.ends !== undefined || change.repeats !== undefined
  if (scope === 'this' && ofSeries)
    return 'Another weekday or another end is for a whole series. Nothing was changed. Choose this and following, or all to come.'
  if (scope !== 'this' && change.date !== undefined)
    return 'Another date is for one of them alone. Nothing was changed. Choose another weekday instead, or only this one.'
  return null
}

/** Why a change cannot be made to a series of this rule, in words for staff; null when it can. */
export function changeProblem(
  rule: Rule,
  { repeats, weekday }: SeriesChange,
  anchorDate: string,
): string | null {
  if (repeats !== undefined && JSON.stringify(repeats) !== JSON.stringify(rule.repeats))
    return 'A series that stands cannot repeat in another way, because its dates would no longer be the same ones. Nothing was changed. End this series and plan a new one.'
  if (weekday === undefined) return null
  if (rule.repeats.kind !== 'weeks')
    return 'Only a series that meets by the week can move to another weekday. Nothing was changed. Move its dates one by one, or end it and plan a new one.'
  const taken = weekday !== weekdayOf(anchorDate) && rule.repeats.weekdays.includes(weekday)
  return taken ? 'This series meets on that weekday already. Nothing was changed. Choose another day.' : null
}

/**
 * The rule of a series after a change from here on: what is said of it, and what it is made longer by. Its first week
 * stays, so that every second week stays the same one.
 */
export function ruleAfter(rule: Rule, change: SeriesChange, anchorDate: string): Rule {
  const after = {
    ...rule,
    startTime: change.startTime ?? rule.startTime,
    endTime: change.endTime ?? rule.endTime,
    ends: change.ends ?? rule.ends,
  }
  const { repeats } = rule
  if (change.weekday === undefined || repeats.kind !== 'weeks') return after
  const from = weekdayOf(anchorDate)
  const to = change.weekday
  const weekdays = repeats.weekdays.map((day) => (day === from ? to : day)).toSorted((a, b) => a - b)
  return { ...after, firstDate: firstAfter(rule, from, to), repeats: { ...repeats, weekdays } }
}

function firstAfter({ firstDate, repeats }: Rule, from: number, to: number): string {
  const week = weekdayOf(firstDate) > from ? mondayOf(inSameWeek(firstDate, 8)) : firstDate
  const moved = inSameWeek(week, to)
  const alone = repeats.kind === 'weeks' && repeats.weekdays.length === 1
  return alone || moved < firstDate ? moved : firstDate
}

/** Of those that stand, the ones that an earlier end leaves no place for are cancelled; none that is over or marked. */
export function cutShort<O extends Occurrence>(
  drafts: readonly EditDraft<O>[],
  standing: readonly O[],
  ends: Ends,
  asked: AskedEdit<O>,
): EditDraft<O>[] {
  const order = standing.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  const beyond = new Set(
    ends.kind === 'on' ? order.filter((one) => dateOf(one.startsAt) > ends.date) : order.slice(ends.sessions),
  )
  return drafts.map((draft) => {
    if (!beyond.has(draft.occurrence) || draft.kept === 'cancelled' || draft.kept === 'did-not-run')
      return draft
    const fixed = fixedBecause(draft.occurrence, asked)
    return fixed === null
      ? { ...keptDraft(draft.occurrence, 'same'), outcome: 'cancelled', kept: null }
      : draft
  })
}

/**
 * The rule of what a later end adds: it begins on the first date that no occurrence or date left out stands for, and
 * has as many to come as are lacking. Null when nothing is lacking. A date that keeps the name of an older weekday
 * stands for the one of its week, so that none is made twice [FEATURES D53].
 */
export function ruleOfMore(rule: Rule, names: readonly string[], standing: number): Rule | null {
  const { ends } = rule
  if (rule.repeats.kind === 'once' || rule.repeats.kind === 'dates') return null
  const last = names.toSorted().at(-1)
  const more = ends.kind === 'after' ? ends.sessions - standing : 1
  if (last === undefined || more <= 0 || (ends.kind === 'on' && ends.date < last)) return null
  const after = lastTaken(rule, last)
  for (const date of datesOf({ ...rule, ends: { kind: 'after', sessions: 1 } }))
    if (date > after)
      return ends.kind === 'on' && date > ends.date
        ? null
        : { ...rule, firstDate: date, ends: ends.kind === 'on' ? ends : { kind: 'after', sessions: more } }
  return null
}

/** The last date that is spoken for by a name: of an older weekday, its week is. */
function lastTaken({ repeats }: Rule, last: string): string {
  if (repeats.kind !== 'weeks' || repeats.weekdays.includes(weekdayOf(last))) return last
  return inSameWeek(last, 7)
}
