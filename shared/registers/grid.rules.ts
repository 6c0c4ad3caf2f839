import type { EnrolmentStatus } from '../enrolments/enrolments.contract.ts'
import { longDate } from '../time/format.ts'
import { markProblem, type RegisterState } from './registers.rules.ts'

/**
 * Where a person stands at a session. expected: on its register. walk-in: marked, though not expected. The others are
 * not expected, by why: nothing can be marked there, and they are in no denominator.
 */
export const cellPlaces = [
  'expected',
  'walk-in',
  'not-joined',
  'left',
  'not-enrolled',
  'not-invited',
  'after-completion',
  'did-not-run',
] as const
export type CellPlace = (typeof cellPlaces)[number]

/** Each place in words, as a cell is read out. */
export const placeWords: Readonly<Record<CellPlace, string>> = {
  expected: 'Not recorded',
  'walk-in': 'Walk-in',
  'not-joined': 'Not expected: had not joined yet',
  left: 'Not expected: had left',
  'not-enrolled': 'Not expected: not in the group',
  'not-invited': 'Not expected: not invited to this session',
  'after-completion': 'Not expected: joined after this register was completed',
  'did-not-run': 'The session did not run',
}

/** What is known of a person on the day of a session. */
export interface Standing {
  readonly didNotRun: boolean
  readonly complete: boolean
  readonly marked: boolean
  /** Whether the session expects them, once they are enrolled: all, or its invitees only. */
  readonly invited: boolean
  /** Null before their history with the group begins; undefined when they have none. */
  readonly status: EnrolmentStatus | null | undefined
}

/** The same rule as `expectedRows` keeps in SQL, with the reason where it says no. */
export function placeOf({ didNotRun, complete, marked, invited, status }: Standing): CellPlace {
  if (didNotRun) return 'did-not-run'
  const expected = status === 'enrolled' && invited
  if (marked) return expected ? 'expected' : 'walk-in'
  if (expected) return complete ? 'after-completion' : 'expected'
  return whyNotExpected(status)
}

function whyNotExpected(status: Standing['status']): CellPlace {
  if (status === undefined) return 'not-enrolled'
  if (status === 'enrolled') return 'not-invited'
  return status === 'withdrawn' || status === 'completed' ? 'left' : 'not-joined'
}

/** Whether a mark can stand here at all, the register's own state apart. */
export const isOnRegister = (place: CellPlace): boolean => place === 'expected' || place === 'walk-in'

/** A session, as far as what may be marked in it goes. */
export interface SessionToMark {
  readonly state: RegisterState
  /** Local wall time. */
  readonly startsAt: string
}

/**
 * Why this cell may not be marked so, in words for staff; null when it may. What is there already is never a problem.
 * The rules are those of a single mark, in the register itself.
 */
export function cellProblem(
  session: SessionToMark,
  cell: { readonly place: CellPlace; readonly code: string | null },
  code: string | null,
): string | null {
  if (cell.code === code) return null
  if (session.state === 'did-not-run') return 'This session did not run, so it has no register.'
  if (session.state === 'complete') return 'This register is complete: correct the mark by itself.'
  if (code === null) return null
  if (!isOnRegister(cell.place)) return `${placeWords[cell.place]}.`
  return markProblem(session.state, session.startsAt, code)
}

/** `Session 3, 10 November 2026` */
export const sessionInWords = (session: { readonly number: number | null; readonly startsAt: string }) =>
  session.number === null
    ? `The session of ${longDate(session.startsAt)}`
    : `Session ${session.number}, ${longDate(session.startsAt)}`
