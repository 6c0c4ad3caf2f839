import { waysToReach, type Answer, type WaysToReach } from '../people/contact-safety.rules.ts'

/** The ways that a list can be made for. Calls have their own list on Today. */
export const reachWays = ['text', 'write', 'email'] as const satisfies readonly (keyof WaysToReach)[]
export type ReachWay = (typeof reachWays)[number]
export const reachWayLabels: Readonly<Record<ReachWay, string>> = {
  text: 'Text list',
  write: 'Letter list',
  email: 'Email list',
}
/** What each way goes to, as a heading. */
export const reachToLabels: Readonly<Record<ReachWay, string>> = {
  text: 'Mobile number',
  write: 'Address',
  email: 'Email',
}

/** Somebody with what is known of reaching them. */
export interface Reached {
  readonly name: string
  readonly safeToCall: Answer
  readonly safeToText: Answer
  readonly safeToWrite: Answer
  readonly phone: string | null
  readonly email: string | null
  readonly address: string | null
}

const answerFor = (person: Reached, way: ReachWay): Answer =>
  way === 'text' ? person.safeToText : person.safeToWrite

const missing: Readonly<Record<ReachWay, string>> = {
  text: 'No number is known.',
  write: 'No address is known.',
  email: 'No email is known.',
}
const unsafe: Readonly<Record<ReachWay, string>> = {
  text: 'Not safe to text.',
  write: 'Not safe to write to.',
  email: 'Not safe to write to.',
}
const notAsked: Readonly<Record<ReachWay, string>> = {
  text: 'Nobody has asked whether it is safe to text.',
  write: 'Nobody has asked whether it is safe to write.',
  email: 'Nobody has asked whether it is safe to write.',
}

/** Where something goes to, or why it goes nowhere. */
export type ReachAnswer =
  | { readonly to: string; readonly toName: string; readonly why: null }
  | { readonly to: null; readonly toName: null; readonly why: string }

/**
 * Where a letter or a text about a person goes: to themselves where that is safe, else (for a child) to the first adult
 * with parental responsibility for whom it is. A "no" of the person's own stands for all who may open their letters, and
 * so does that of any of those adults: what is not safe for one of a home is sent to none of it. So it does of those who
 * may not be told of the person (`untold`), to whom it never goes.
 */
export function whereTo(
  person: Reached,
  adults: readonly Reached[],
  way: ReachWay,
  untold: readonly Reached[] = [],
): ReachAnswer {
  const all = [person, ...adults]
  if ([...all, ...untold].some((one) => answerFor(one, way) === 'no'))
    return { to: null, toName: null, why: unsafe[way] }
  for (const one of all) {
    const to = waysToReach(one)[way]
    if (to !== null) return { to, toName: one.name, why: null }
  }
  const asked = all.some((one) => answerFor(one, way) === 'yes')
  return { to: null, toName: null, why: asked ? missing[way] : notAsked[way] }
}
