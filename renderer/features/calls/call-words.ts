import type { CallKind } from '../../../shared/calls/calls.contract.ts'
import { count } from '../../../shared/text.ts'

/** What the calls of each kind are, as a heading over them. */
export const kindHeadings: Readonly<Record<CallKind, string>> = {
  'too-few-adults': 'Sessions without enough adults',
  'offer-lapsing': 'Offers about to lapse',
  absences: 'Stopped coming',
  'register-not-taken': 'Registers not taken',
  falling: 'Coming less than before',
  'under-strength': 'Groups under strength',
}

/** `6 people to call and 3 groups to see to. The most pressing first.` */
export function sentenceOf(
  calls: readonly { readonly person: { readonly id: string } | null; readonly groupId: string }[],
): string {
  const people = new Set(calls.flatMap((call) => call.person?.id ?? [])).size
  const groups = new Set(calls.filter((call) => call.person === null).map((call) => call.groupId)).size
  const parts = [
    ...(people > 0 ? [`${count(people, 'person', 'people')} to call`] : []),
    ...(groups > 0 ? [`${count(groups, 'group')} to see to`] : []),
  ]
  return parts.length === 0 ? 'Nobody, for now.' : `${parts.join(' and ')}. The most pressing first.`
}
