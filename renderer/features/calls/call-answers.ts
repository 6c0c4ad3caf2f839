import type { Call } from '../../../shared/calls/calls.contract.ts'
import type { ContactOutcome, ContactWay } from '../../../shared/contacts/contact.ts'
import { addDays } from '../../../shared/time/civil.ts'

/** What can be said of a call, each on a key: how somebody was tried, or what was decided about a group and until when. */
export type CallAnswer =
  | {
      readonly kind: 'tried'
      readonly label: string
      readonly way: ContactWay
      readonly outcome: ContactOutcome
    }
  | { readonly kind: 'decided'; readonly label: string; readonly days: number }

const byPhone = (label: string, outcome: ContactOutcome): CallAnswer => ({ kind: 'tried', label, way: 'phone', outcome }) // prettier-ignore

/** In the order of their keys, 1 first. Nothing that is not safe is offered: no text where a text is not safe. */
export function answersOf(call: Pick<Call, 'about' | 'reach'>): readonly CallAnswer[] {
  if (call.about === null) return decisions
  const can = (way: 'call' | 'text' | 'email' | 'write') => call.reach.some((one) => one[way] !== null)
  const sent = (label: string, way: ContactWay): CallAnswer => ({
    kind: 'tried',
    label,
    way,
    outcome: 'sent',
  })
  return [
    ...(can('call')
      ? [byPhone('Spoke to them', 'reached'), byPhone('Left a message', 'message-left'), byPhone('No answer', 'no-answer'), byPhone('Wrong number', 'wrong-number')]
      : []),
    ...(can('text') ? [sent('Sent a text', 'text')] : []),
    ...(can('email') ? [sent('Sent an email', 'email')] : []),
    ...(can('write') ? [sent('Sent a letter', 'letter')] : []),
    // Meeting somebody is always a way.
    { kind: 'tried', label: 'Spoke to them in person', way: 'in-person', outcome: 'reached' },
  ] // prettier-ignore
}

const decisions: readonly CallAnswer[] = [
  { kind: 'decided', label: 'In hand: ask again tomorrow', days: 1 },
  { kind: 'decided', label: 'In hand: ask again in a week', days: 7 },
  { kind: 'decided', label: 'Known, and left as it is for four weeks', days: 28 },
]

/** The first day on which a decision may be asked about again. */
export const untilOf = (days: number, today: string): string => addDays(today, days)

/** A call's own place in the list, whatever comes and goes round it. */
export const keyOf = (call: Pick<Call, 'kind' | 'subjectId'>): string => `${call.kind} ${call.subjectId}`

/** Where the list goes when a call has been answered: to what stood after it, or else before it. */
export function afterIt(keys: readonly string[], gone: string): string | null {
  const at = keys.indexOf(gone)
  return keys[at + 1] ?? keys[at - 1] ?? null
}
