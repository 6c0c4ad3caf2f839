import type { ParticipantRole } from '../enrolments/participants.rules.ts'
import { count } from '../text.ts'
import type { RoleCount } from './record.contract.ts'

/**
 * How many of a role came. A count of heads is all told, those with a name among them, so the two are never added: the
 * larger is what is known.
 */
export const cameOf = ({ named, counted }: Pick<RoleCount, 'named' | 'counted'>): number =>
  Math.max(named, counted ?? 0)

/** `23 children and young people in the room, 8 by name`; by name alone where nobody counted. */
export function roomInWords(row: RoleCount): string {
  const [one, many] = roleNouns[row.role]
  const came = count(cameOf(row), one, many)
  return row.counted === null ? `${came} by name` : `${came} in the room, ${row.named} by name`
}

const roleNouns: Readonly<Record<ParticipantRole, readonly [string, string]>> = {
  child: ['child or young person', 'children and young people'],
  adult: ['adult', 'adults'],
  volunteer: ['volunteer', 'volunteers'],
}

/** Why heads cannot have been so few, in words; null when they can. */
export function headcountProblem({ role, named }: RoleCount, people: number | null): string | null {
  if (people === null || people >= named) return null
  const [one, many] = roleNouns[role]
  return `${count(named, one, many)} ${named === 1 ? 'is' : 'are'} marked by name as having come, so ${people} cannot be all of them. Nothing was saved. Count those with a name too.`
}
