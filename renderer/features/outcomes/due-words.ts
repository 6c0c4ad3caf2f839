import type { DueOfGroup } from '../../../shared/outcomes/due.contract.ts'
import { rateOf } from '../../../shared/outcomes/due.rules.ts'
import type { OutcomeGroup } from '../../../shared/outcomes/outcomes.contract.ts'
import { count } from '../../../shared/text.ts'

type Counts = OutcomeGroup['due']

/** Whether forms are collected now. */
export const isOpen = ({ state }: Pick<Counts, 'state'>): boolean =>
  state === 'collecting' || state === 'overdue'

/** `63%, 5 of 8`; a dash where nobody has a before. */
export function rateWords({ matched, withBefore }: Pick<Counts, 'matched' | 'withBefore'>): string {
  const rate = rateOf(matched, withBefore)
  return rate === null ? '–' : `${rate}%, ${matched} of ${withBefore}`
}

/** What the rate becomes if everybody who still comes fills in their after. */
export function predictionWords({ predicted, matched, withBefore }: Pick<Counts, 'predicted' | 'matched' | 'withBefore'>): string | null {
  if (predicted === matched) return null
  return `It becomes ${rateOf(predicted, withBefore)}% if ${count(predicted - matched, 'person fills', 'people fill')} in theirs: everybody matched now, and whoever has a before and still comes, of all with a before.`
} // prettier-ignore

/** `5 after and 1 before to collect` of people; null where nothing is. */
export function dueWords(due: Counts): string | null {
  if (!isOpen(due) || due.lackAfter + due.lackBefore === 0) return null
  const after = due.lackAfter === 0 ? [] : [`${due.lackAfter} after`]
  const before = due.lackBefore === 0 ? [] : [`${due.lackBefore} before`]
  return `${[...after, ...before].join(' and ')} ${due.state === 'overdue' ? 'overdue' : 'to collect'}`
}

/** `Confidence, after; Family star, before` */
export const formsInWords = (forms: DueOfGroup['people'][number]['forms']): string =>
  forms.map(({ measureName, timePoint }) => `${measureName}, ${timePoint}`).join('; ')
