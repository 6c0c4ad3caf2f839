import { contactOutcomeLabels, contactWayLabels } from '../../../shared/contacts/contact.ts'
import { leavingReasonLabels } from '../../../shared/enrolments/reasons.ts'
import type { StageRow, WaitingRow } from '../../../shared/enrolments/waiting.contract.ts'
import { shortDate } from '../../../shared/time/format.ts'

/** `Moved away: to Derby`: the kind of reason and its words. */
export function reasonWords({ reasonKind, reason }: Pick<StageRow, 'reasonKind' | 'reason'>): string | null {
  const kinds: Readonly<Record<string, string>> = leavingReasonLabels
  const kind = reasonKind === null ? null : (kinds[reasonKind] ?? reasonKind)
  if (kind === null || reason === null) return kind ?? reason
  return `${kind}: ${reason}`
}

/** `No answer by phone, 20 Nov 2026`; null when nobody has tried. */
export const lastTryWords = ({ lastContact }: Pick<WaitingRow, 'lastContact'>): string | null =>
  lastContact &&
  `${contactOutcomeLabels[lastContact.outcome]}, ${contactWayLabels[lastContact.way].toLowerCase()}, ${shortDate(lastContact.at)}`

/** `9 of 12 places taken, 2 offered, 1 free` */
export function placesWords(stages: {
  readonly capacity: number | null
  readonly enrolled: number
  readonly offered: number
  readonly free: number | null
  readonly placeKind: 'person' | 'family'
}): string {
  const { capacity, enrolled, offered, free, placeKind } = stages
  const offers = offered === 0 ? '' : `, ${offered} offered`
  if (capacity === null) return `${enrolled} taken${offers}; as many as come`
  const family = placeKind === 'family' ? ' for families' : ''
  const over = enrolled + offered > capacity ? `, ${enrolled + offered - capacity} more than there are` : ''
  const places = capacity === 1 ? 'place' : 'places'
  return `${enrolled} of ${capacity} ${places}${family} taken${offers}, ${free ?? 0} free${over}`
}
