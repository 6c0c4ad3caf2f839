import { ageOn } from '../time/civil.ts'
import { longDate } from '../time/format.ts'

/** The ages a programme is for, in whole years, both ends included; null is no limit. */
export interface AgeRange {
  readonly from: number | null
  readonly to: number | null
}

/** `8 to 12`, `8 and over`, `12 and under`; null when any age will do. */
export function ageRangeWords({ from, to }: AgeRange): string | null {
  if (from === null && to === null) return null
  if (from === null) return `${to} and under`
  return to === null ? `${from} and over` : `${from} to ${to}`
}

/**
 * What to warn of, in words, when a person's age on a day (the first session's) is outside the programme's ages;
 * null when it is inside, or not known. A warning, never a block: who comes is for the worker to decide.
 */
export function ageWarning(dateOfBirth: string | null, day: string, range: AgeRange): string | null {
  const age = ageOn(dateOfBirth, day)
  const words = ageRangeWords(range)
  if (age === null || words === null) return null
  const inside = (range.from === null || age >= range.from) && (range.to === null || age <= range.to)
  return inside ? null : `Aged ${age} on ${longDate(day)}. The programme is for ages ${words}.`
}
