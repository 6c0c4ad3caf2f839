/** "Not asked" differs from "no". */
export const answers = ['yes', 'no', 'not-asked'] as const
export type Answer = (typeof answers)[number]

/** Whether each way of reaching a person is safe for them: somebody else may pick up, or open the letter. */
export interface ContactSafety {
  readonly safeToCall: Answer
  readonly safeToText: Answer
  readonly safeToWrite: Answer
}
interface Reachable extends ContactSafety {
  readonly phone: string | null
  readonly email: string | null
  readonly address: string | null
}

/**
 * What may be used to reach a person, and nothing else: a number or an address leaves the database for a list, a card
 * or a sheet only where the person said that it is safe. Not asked is not yes.
 */
export const waysToReach = (person: Reachable) => ({
  call: person.safeToCall === 'yes' ? person.phone : null,
  text: person.safeToText === 'yes' ? person.phone : null,
  email: person.safeToWrite === 'yes' ? person.email : null,
  write: person.safeToWrite === 'yes' ? person.address : null,
})
export type WaysToReach = ReturnType<typeof waysToReach>

/** Why there is no number to ring, in words for staff; null when there is one. */
export function noCallReason({ phone, safeToCall }: Pick<Reachable, 'phone' | 'safeToCall'>): string | null {
  if (phone === null) return 'No phone number is known.'
  if (safeToCall === 'no') return 'Not safe to call.'
  return safeToCall === 'yes' ? null : 'Nobody has asked whether it is safe to call.'
}
