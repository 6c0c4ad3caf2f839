/**
 * What the letters in a register mean, in the order the register offers them. No national set exists for
 * early-help groups, and schools' codes are for schools. That a session did not run is a fact of the session, not
 * a mark; that nobody has said is no mark at all.
 */
export interface ReferenceMarkCode {
  readonly letter: string
  readonly label: string
  /** Whether the person came. */
  readonly attended: boolean
  /** Whether the person counts in the denominator. */
  readonly expected: boolean
  /** Somebody was in touch who did not come. */
  readonly contact?: true
  /** They told us: counts in "attended or apologised". */
  readonly apology?: true
  /** Whether it takes minutes, and of what. */
  readonly minutes?: 'late' | 'early'
}

export const markCodes: readonly ReferenceMarkCode[] = [
  { letter: 'P', label: 'Present', attended: true, expected: true },
  { letter: 'L', label: 'Late', attended: true, expected: true, minutes: 'late' },
  { letter: 'A', label: 'Apologies', attended: false, expected: true, apology: true },
  { letter: 'N', label: 'Did not attend', attended: false, expected: true },
  { letter: 'E', label: 'Left early', attended: true, expected: true, minutes: 'early' },
  { letter: 'O', label: 'Attended online', attended: true, expected: true },
  {
    letter: 'M',
    label: 'Materials sent or phone contact only',
    attended: false,
    expected: false,
    contact: true,
  },
  { letter: 'X', label: 'Not expected', attended: false, expected: false },
]
