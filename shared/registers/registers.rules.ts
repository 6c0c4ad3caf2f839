import type { registerStates } from '../groups/groups.contract.ts'
import { longDate } from '../time/format.ts'
import { dateOf } from '../time/civil.ts'

export type RegisterState = (typeof registerStates)[number]

/** The one mark that can be known ahead of the day: the person told us they will not come. */
export const APOLOGIES = 'A'
/** What a walk-in is marked: they are standing at the door. */
export const PRESENT = 'P'
/** What "everyone else absent" writes: did not attend, and nobody told us. */
export const DID_NOT_ATTEND = 'N'

/** What is known of a session when its register is looked at. */
export interface RegisterFacts {
  /** Local wall time. */
  readonly startsAt: string
  readonly didNotRun: boolean
  readonly complete: boolean
  /** Whether any mark is recorded. */
  readonly marked: boolean
}

/**
 * The state of a register on a day. Before its day it is not due, even with apologies already noted; from its
 * day on it is owed until it is complete.
 */
export function registerState(facts: RegisterFacts, today: string): RegisterState {
  if (facts.didNotRun) return 'did-not-run'
  if (facts.complete) return 'complete'
  if (dateOf(facts.startsAt) > today) return 'not-due'
  return facts.marked ? 'started' : 'due'
}

/** Why no mark may be changed in this register, in words for staff; null when one may. */
export function closedProblem(state: RegisterState): string | null {
  if (state === 'complete')
    return 'This register is complete, so nothing was changed. Reopen it first, then make the change.'
  if (state === 'did-not-run') return 'This session did not run, so it has no register. Nothing was changed.'
  return null
}

/**
 * Why this mark may not be given, in words for staff; null when it may. Nobody can have come, or stayed away, before
 * the day: only apologies are known ahead.
 */
export function markProblem(state: RegisterState, startsAt: string, code: string): string | null {
  const closed = closedProblem(state)
  if (closed !== null) return closed
  if (state === 'not-due' && code !== APOLOGIES)
    return `This session is on ${longDate(startsAt)}. Until then only apologies (${APOLOGIES}) can be marked.`
  return null
}

/**
 * Why the register cannot be completed, in words for staff; null when it can. Blank is not absent: everyone on it
 * needs a mark first. Where heads were `counted`, nobody needs a name.
 */
export function completeProblem(
  state: RegisterState,
  startsAt: string,
  rows: { readonly all: number; readonly unmarked: number; readonly counted?: boolean },
): string | null {
  if (state === 'complete') return 'This register is complete already.'
  if (state === 'did-not-run') return 'This session did not run, so it has no register to complete.'
  if (state === 'not-due')
    return `This session is on ${longDate(startsAt)}. Its register can be completed on the day.`
  if (rows.all === 0 && !rows.counted)
    return 'Nobody is on this register. Enrol people in the group, add a walk-in, count heads, or record that the session did not run.'
  if (rows.unmarked > 0)
    return `${rows.unmarked === 1 ? '1 person has' : `${rows.unmarked} people have`} no mark yet. Mark everyone, then complete the register.`
  return null
}
