import type { Programme, ProgrammeSession } from './programmes.contract.ts'

/** Whether groups of a programme can be planned on a local date: one that retires on a day is not offered from that day. */
export const isOffered = (
  { retired, retiresOn }: Pick<Programme, 'retired' | 'retiresOn'>,
  today: string,
): boolean => !retired && (retiresOn === null || today < retiresOn)

/** A phone call or a home visit is with one family: it is planned with that family, and not on the dates of the group. */
export const isWithFamily = ({ kind }: Pick<ProgrammeSession, 'kind'>): boolean =>
  kind === 'phone' || kind === 'home-visit'

/** The sessions of the manual that everybody comes to, in order: one for each date of a group. */
export const groupSessions = <S extends Pick<ProgrammeSession, 'kind'>>(sessions: readonly S[]): S[] =>
  sessions.filter((session) => !isWithFamily(session))

/** How many dates a group of it usually has: those the manual names, or else what is said; null is not known. */
export function usualLength({
  sessions,
  usualSessions,
  delivery,
}: Pick<Programme, 'usualSessions' | 'delivery'> & {
  readonly sessions: readonly Pick<ProgrammeSession, 'kind'>[]
}): number | null {
  const named = groupSessions(sessions).length
  if (named > 0) return named
  return usualSessions ?? (delivery === 'workshop' ? 1 : null)
}

/** Why somebody could not complete by a rule of n of m sessions; null when they can, or m is not known. */
export function completionProblem(
  completeAt: number | null,
  programme: Parameters<typeof usualLength>[0],
): string | null {
  const length = usualLength(programme)
  if (completeAt === null || length === null || completeAt <= length) return null
  return `A group has ${length} sessions, so nobody could come to ${completeAt}.`
}
