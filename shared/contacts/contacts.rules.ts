import type { ContactOutcome, ContactWay } from './contact.ts'

/** What can come of each way: a letter is sent, and nobody answers it there and then. */
export const outcomesOf: Readonly<Record<ContactWay, readonly ContactOutcome[]>> = {
  phone: ['reached', 'message-left', 'no-answer', 'wrong-number'],
  text: ['sent', 'reached', 'wrong-number'],
  letter: ['sent', 'reached'],
  email: ['sent', 'reached', 'wrong-number'],
  visit: ['reached', 'message-left', 'no-answer'],
  'in-person': ['reached'],
}

/** Whether an outcome can come of a way. */
export const outcomeFits = ({ way, outcome }: { way: ContactWay; outcome: ContactOutcome }): boolean =>
  outcomesOf[way].includes(outcome)

export const outcomeMessage = 'That cannot come of this way of reaching somebody. Choose another outcome.'

interface Reach {
  readonly call: string | null
  readonly text: string | null
  readonly email: string | null
  readonly write: string | null
}

/** The ways that are safe for a person: what staff are offered to use. Meeting them is always one. */
export const safeWays = ({ call, text, email, write }: Reach): ContactWay[] => [
  ...(call === null ? [] : (['phone'] as const)),
  ...(text === null ? [] : (['text'] as const)),
  ...(email === null ? [] : (['email'] as const)),
  ...(write === null ? [] : (['letter', 'visit'] as const)),
  'in-person',
]
