import { addDays } from '../time/civil.ts'
import { longDate } from '../time/format.ts'

/** What a family is asked to agree to. */
export const consentKinds = ['taking-part', 'photos', 'first-aid', 'sharing', 'outings'] as const
export type ConsentKind = (typeof consentKinds)[number]
export const consentLabels: Readonly<Record<ConsentKind, string>> = {
  'taking-part': 'Taking part',
  photos: 'Photos',
  'first-aid': 'First aid and emergency treatment',
  sharing: 'Sharing information',
  outings: 'Outings',
}

/** A consent that runs out within so many days is warned of. */
export const WARNED_DAYS = 28

/** One line of the dated history of a consent. */
export interface ConsentLine {
  readonly answer: 'yes' | 'no'
  readonly onDate: string
  /** Orders what was said on one day. */
  readonly step: number
  /** The last day on which it holds. */
  readonly untilDate: string | null
}

/** `not-asked` is not `no`: nobody has refused. `run-out` was yes, and must be asked again. */
export const consentStates = ['yes', 'runs-out', 'run-out', 'no', 'not-asked'] as const
export type ConsentState = (typeof consentStates)[number]

/** The line that holds on a day: the last one on or before it. */
export function lineAsAt<L extends ConsentLine>(lines: readonly L[], day: string): L | null {
  return lines
    .filter((line) => line.onDate <= day)
    .reduce<L | null>((last, line) => (last === null || isAfter(line, last) ? line : last), null)
}
const isAfter = (a: ConsentLine, b: ConsentLine) =>
  a.onDate > b.onDate || (a.onDate === b.onDate && a.step > b.step)

/** How a consent stands on a day. */
export function consentState(lines: readonly ConsentLine[], day: string): ConsentState {
  const line = lineAsAt(lines, day)
  if (line === null) return 'not-asked'
  if (line.answer === 'no') return 'no'
  if (line.untilDate === null) return 'yes'
  if (line.untilDate < day) return 'run-out'
  return line.untilDate <= addDays(day, WARNED_DAYS) ? 'runs-out' : 'yes'
}

/** Whether it may be done: a consent that is about to run out still holds. */
export const isGiven = (state: ConsentState): boolean => state === 'yes' || state === 'runs-out'

/** `Photos: no`, `Outings: ran out on 3 March 2026`: what stands against it, in words; null when it is given for good. */
export function consentWarning(
  kind: ConsentKind,
  state: ConsentState,
  untilDate: string | null,
): string | null {
  const until = untilDate === null ? '' : ` on ${longDate(untilDate)}`
  switch (state) {
    case 'yes':
      return null
    case 'runs-out':
      return `${consentLabels[kind]}: runs out${until}`
    case 'run-out':
      return `${consentLabels[kind]}: ran out${until}`
    case 'no':
      return `${consentLabels[kind]}: no`
    case 'not-asked':
      return `${consentLabels[kind]}: not asked`
  }
}
