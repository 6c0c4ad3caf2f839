import { count } from '../text.ts'
import { addDays, daysBetween } from '../time/civil.ts'
import { longDate } from '../time/format.ts'
import type { Thresholds } from './thresholds.ts'

/** What is taken of a group's usual places. Null places: nobody has said, so nobody can say that it is too few. */
export interface Strength {
  readonly taken: number
  readonly places: number | null
  readonly placeKind: 'person' | 'family'
}

/** Why a group is under strength, in words; null when it is not, at exactly the share it is not. Volunteers take no place. */
export function strengthProblem(
  { taken, places, placeKind }: Strength,
  { strengthPercent }: Pick<Thresholds, 'strengthPercent'>,
): string | null {
  if (places === null || taken * 100 >= places * strengthPercent) return null
  const who = placeKind === 'family' ? 'family' : 'person'
  const has = count(taken, who, who === 'family' ? 'families' : 'people')
  return taken === 0 ? `None of its ${places} places is taken.` : `Only ${has} for ${places} places.`
}

/** The words for an offer that is about to lapse, or has; null while there is time, or when it has no last day. */
export function offerProblem(
  expiresOn: string | null,
  today: string,
  { offerDays }: Pick<Thresholds, 'offerDays'>,
): string | null {
  if (expiresOn === null || expiresOn > addDays(today, offerDays)) return null
  const days = daysBetween(today, expiresOn)
  if (days < 0)
    return `The offer of a place lapsed after ${longDate(expiresOn)}, and nobody has taken it back.`
  if (days === 0) return 'The offer of a place lapses after today.'
  return days === 1
    ? 'The offer of a place lapses after tomorrow.'
    : `The offer of a place lapses after ${longDate(expiresOn)}.`
}
