import { ageOn } from '../time/civil.ts'

/** As what somebody takes part in a group. Volunteers take no place, and are no attendance. */
export const participantRoles = ['child', 'adult', 'volunteer'] as const
export type ParticipantRole = (typeof participantRoles)[number]
export const participantRoleLabels: Readonly<Record<ParticipantRole, string>> = {
  child: 'Child or young person',
  adult: 'Adult',
  volunteer: 'Volunteer',
}

/**
 * As what somebody counts at a session: what was said of them, else by their age on its day (18 and over is an adult).
 * Where nobody knows the age they count as a child: the stricter side for how many adults are needed.
 */
export function roleOn(
  said: ParticipantRole | null,
  dateOfBirth: string | null,
  day: string,
): ParticipantRole {
  if (said !== null) return said
  const age = ageOn(dateOfBirth, day)
  return age !== null && age >= 18 ? 'adult' : 'child'
}
