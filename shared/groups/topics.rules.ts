import { isWithFamily } from '../programmes/catalogue.rules.ts'
import type { ProgrammeSession } from '../programmes/programmes.contract.ts'
import type { Session } from './group.schema.ts'

type Delivers = Pick<Session, 'topicId' | 'registerState'>

/**
 * The sessions of the manual that no date of the group delivers, or is to deliver: what a session that did not run
 * would have been about is among them until another takes it up.
 */
export function topicsLeft(
  manual: readonly ProgrammeSession[],
  sessions: readonly Delivers[],
): ProgrammeSession[] {
  const delivered = deliveredBy(sessions)
  return manual.filter((one) => !isWithFamily(one) && !delivered.has(one.id))
}

/** The calls and visits of the manual that have been arranged with no family of the group yet. */
export function callsLeft(
  manual: readonly ProgrammeSession[],
  sessions: readonly Delivers[],
): ProgrammeSession[] {
  const delivered = deliveredBy(sessions)
  return manual.filter((one) => isWithFamily(one) && !delivered.has(one.id))
}

const deliveredBy = (sessions: readonly Delivers[]) =>
  new Set(sessions.filter((one) => one.registerState !== 'did-not-run').map((one) => one.topicId))

/** The topic of each of so many dates in order: as the manual has them, and none once it is through. */
export const topicsInOrder = <S extends Pick<ProgrammeSession, 'kind'>>(
  manual: readonly S[],
  dates: number,
): (S | null)[] => {
  const topics = manual.filter((one) => !isWithFamily(one))
  return Array.from({ length: dates }, (_, index) => topics[index] ?? null)
}
