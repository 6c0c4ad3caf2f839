import { roomId } from '../../shared/ids.ts'
import { planDates, type ClosedOn } from '../../shared/series/plan.rules.ts'
import type { Rule } from '../../shared/series/rule.ts'
import type { DateEdit } from '../../shared/series/series.contract.ts'
import { dateOf } from '../../shared/time/civil.ts'
import { calendar2026 } from './plan-calendar.ts'
import { aRule } from './series-rules.ts'

export const room2 = roomId.parse('01900000-0000-7000-8000-000000000002')

/** What of the ten Mondays is different. */
export interface Change extends Partial<Rule> {
  readonly edits?: readonly DateEdit[]
  readonly closed?: ClosedOn
}
/** The dates of the rule. */
export const plan = ({ edits = [], closed, ...rule }: Change = {}, calendar = calendar2026) =>
  planDates(aRule(rule), edits, calendar, closed)
/** The dates that are held. */
export const kept = (change: Change = {}) =>
  plan(change)
    .rows.filter((row) => row.state === 'keep')
    .map((row) => dateOf(row.startsAt))
/** The row that is named by a date. */
export const rowOn = (date: string, change: Change = {}) => plan(change).rows.find((row) => row.date === date)
