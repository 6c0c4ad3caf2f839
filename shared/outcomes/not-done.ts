import { fold } from '../text.ts'

/**
 * Why a reading that is due was not taken: the usual reasons, so that they can be counted; anybody may write their own
 * words instead. Funders ask for codes of the same kind (not discussed, does not apply, not known). Never a 0.
 */
export const notDoneReasons = [
  'Not discussed',
  'Does not apply to this family',
  'Declined',
  'Away that day',
  'No contact with the family',
  'Left before it was due',
  'Not offered',
] as const

/** The usual reason that these are the first letters of; what was typed, where there is none or more than one. */
export function reasonMeant(typed: string): string {
  const begun = fold(typed)
  const meant = notDoneReasons.filter((reason) => fold(reason).startsWith(begun))
  const [only, another] = meant
  return only !== undefined && another === undefined ? only : typed
}
