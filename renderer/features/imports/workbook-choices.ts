import { comingBack } from '../../../shared/exports/coming-back.rules.ts'
import type { Accepted, Difference } from '../../../shared/imports/comparing.contract.ts'

/** One difference by its place, the same every time the file is compared. */
export const keyOf = ({ sheet, row, place }: Difference): string => `${sheet}|${row}|${place}`

/** What may be accepted at all. */
export const canTake = ({ state }: Difference): boolean => state === 'offer' || state === 'conflict'

/**
 * What is accepted until somebody says otherwise: what only the file has changed. Two answers to one question, and
 * anything that would be taken away, wait for a person.
 */
export const takenAtFirst = (differences: readonly Difference[]): ReadonlySet<string> =>
  new Set(differences.filter((one) => one.state === 'offer' && !one.clears).map(keyOf))

/** With these taken or left. */
export function withTaken(
  taken: ReadonlySet<string>,
  some: readonly Difference[],
  take: boolean,
): ReadonlySet<string> {
  const next = new Set(taken)
  for (const one of some) {
    if (take) next.add(keyOf(one))
    else next.delete(keyOf(one))
  }
  return next
}

/** As the command has it. */
export const toAccepted = ({ sheet, row, place, now, file }: Difference): Accepted => ({
  sheet,
  row,
  place,
  seen: now,
  to: file,
})

export interface Section {
  readonly key: string
  readonly title: string
  readonly about: string | null
  readonly differences: readonly Difference[]
}

/** What is to be chosen first, then each sheet's own changes. */
export function sectionsOf(differences: readonly Difference[]): Section[] {
  const conflicts = differences.filter((one) => one.state === 'conflict')
  const sheets = Object.entries(comingBack).map(([key, name]) => ({
    key,
    title: name,
    about: null,
    differences: differences.filter((one) => one.state === 'offer' && one.sheet === key),
  }))
  const both = {
    key: 'both',
    title: 'Changed in the file and here: choose',
    about: 'What is here stays unless you tick the change.',
    differences: conflicts,
  }
  return [both, ...sheets].filter((one) => one.differences.length > 0)
}
