import type { PersonId } from '../ids.ts'
import type { Answer } from './contact-safety.rules.ts'

/** An adult of somebody, as far as it matters here. */
interface AdultOf {
  readonly mayCollect: Answer
  /** Their own record; null for somebody of whom only the name is kept. */
  readonly adultId: PersonId | null
}

/**
 * Whether an adult may be told of somebody: rung, written to or texted about them. Never one who must not collect them,
 * nor one of those whom they must not meet (`apart`): either would learn where they are to be found, however safe it is
 * to reach the adult themselves.
 */
export const mayBeTold = ({ mayCollect, adultId }: AdultOf, apart: ReadonlySet<PersonId>): boolean =>
  mayCollect !== 'no' && (adultId === null || !apart.has(adultId))

/** In place of a number, where an adult is named and may not be told: it says nothing of why. */
export const NOT_TOLD = 'Do not ring about them before you have spoken to who leads the group.'
