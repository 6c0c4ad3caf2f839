import type { StaffId } from '../ids.ts'
import type { Who } from '../users/scope.rules.ts'

/**
 * Whether somebody may read and write what an alert is about, and whom a person must not meet and why: managers and
 * administrators, and those who lead a group that the person has a history with. Everybody else who sees people sees
 * the neutral marker. `leaderIds`: who leads any group of the person's.
 */
export const maySeeAlerts = ({ role, staffId }: Who, leaderIds: readonly StaffId[]): boolean =>
  role === 'manager' || role === 'administrator' || (staffId !== null && leaderIds.includes(staffId))

/** `Speak to Jo Price or Amir Khan before the session.` Where nobody leads a group of theirs, a manager knows. */
export const speakTo = (leaders: readonly string[]): string =>
  `Speak to ${leaders.length === 0 ? 'a manager' : inWords(leaders)} before the session.`

const inWords = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`
