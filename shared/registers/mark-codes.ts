import type { MarkCode } from './registers.contract.ts'

/**
 * The marks a county starts with. No national set exists for early-help groups (the codes of schools must not be
 * used), so these are our own: labels may be changed, what a letter counts as may not.
 */
export const startingCodes: readonly Omit<MarkCode, 'key' | 'retired'>[] = [
  { code: 'P', label: 'Present', attended: true, expected: true },
  { code: 'L', label: 'Late', attended: true, expected: true },
  { code: 'E', label: 'Left early', attended: true, expected: true },
  { code: 'O', label: 'Attended online', attended: true, expected: true },
  { code: 'A', label: 'Apologies', attended: false, expected: true },
  { code: 'N', label: 'Did not attend, no contact', attended: false, expected: true },
  { code: 'C', label: 'Cancelled by the service', attended: false, expected: false },
  { code: 'X', label: 'Not expected', attended: false, expected: false },
  { code: 'M', label: 'Materials or a call only', attended: false, expected: false },
]
