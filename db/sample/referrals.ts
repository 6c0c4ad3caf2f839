import { usualSources } from '../../shared/enrolments/referral.ts'
import type { LeavingReason } from '../../shared/enrolments/reasons.ts'
import type { EnrolmentEvent } from '../../shared/enrolments/roster.rules.ts'
import { turn } from './random.ts'

const NOTES = [
  'Can come after school only.',
  'Mother would like to be rung before noon.',
  'Asked for a group near home.',
]

/** Where somebody came from: by plain choice and not by chance, so that nothing else in the county changes. */
export const referralOf = (history: readonly EnrolmentEvent[], at: number) => ({
  source: turn(usualSources, at),
  referred_on: history[0]?.onDate ?? null,
  reference: at % 3 === 0 ? `MARF ${4100 + at * 7}` : null,
  priority: at % 9 === 4 ? (2 as const) : at % 4 === 1 ? (1 as const) : (0 as const),
  note: at % 5 === 2 ? turn(NOTES, at) : null,
})

/** The kind of reason of each of the withdrawals of names.ts. */
const kinds: Readonly<Record<string, LeavingReason>> = {
  'Moved out of the county': 'moved-away',
  'Clashes with a parent’s new job': 'times-do-not-suit',
  'Did not feel ready for a group': 'not-right-for-them',
  'Has 1:1 support instead': 'other-support',
}

/** The kind of reason that the words of a withdrawal are of. */
export const kindOf = ({ status, reason }: EnrolmentEvent): LeavingReason | null =>
  status === 'withdrawn' ? (kinds[reason ?? ''] ?? 'other') : null
