import {
  contactOutcomeLabels,
  contactWayLabels,
  type ContactOutcome,
  type ContactWay,
} from '../contacts/contact.ts'
import { addDays, dateOf } from '../time/civil.ts'
import { dayInWords } from '../time/format.ts'
import type { Thresholds } from './thresholds.ts'

/** A try to reach somebody: when, by the wall clock, and what came of it. */
export interface Try {
  readonly at: string
  readonly outcome: ContactOutcome
}

type Waits = Pick<Thresholds, 'againDays' | 'replyDays'>

/**
 * The first day on which somebody is to be called again after a try; null when it was answered, and that is the end of
 * it. A call nobody took is tried again soon; a message and a letter are given time for an answer.
 */
export function callAgainOn({ at, outcome }: Try, { againDays, replyDays }: Waits): string | null {
  if (outcome === 'reached') return null
  const days = outcome === 'message-left' || outcome === 'sent' ? replyDays : againDays
  return addDays(dateOf(at), days)
}

/**
 * Whether there is nothing to do about somebody on a day because of what was tried since something happened (a local
 * date-time, itself included). What was tried before is an answer to something else.
 */
export const isQuiet = (tries: readonly Try[], since: string, today: string, waits: Waits): boolean =>
  tries
    .filter((one) => one.at >= since)
    .some((one) => {
      const again = callAgainOn(one, waits)
      return again === null || today < again
    })

/** `Phone, Tue 24 Nov: No answer` */
export const tryInWords = (one: Try & { readonly way: ContactWay }, today: string): string =>
  `${contactWayLabels[one.way]}, ${dayInWords(dateOf(one.at), today)}: ${contactOutcomeLabels[one.outcome].toLowerCase()}`
