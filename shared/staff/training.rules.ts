import type { Programme } from '../programmes/programmes.contract.ts'
import { count } from '../text.ts'
import { dateOf } from '../time/civil.ts'
import { longDate } from '../time/format.ts'
import type { Training } from './training.contract.ts'

type Needs = Pick<Programme, 'name' | 'staffNeeded' | 'needsTraining'>
export interface Leader {
  readonly name: string
  /** Null for somebody who was never trained in the programme. */
  readonly training: Pick<Training, 'trainedOn' | 'expiresOn'> | null
}

/** Why somebody's training does not cover a local date, as a kind; null when it does. Its last day is covered. */
export function untrainedOn(
  training: Leader['training'],
  date: string,
): 'never' | 'not-yet' | 'expired' | null {
  if (training === null) return 'never'
  if (training.trainedOn !== null && date < training.trainedOn) return 'not-yet'
  return training.expiresOn !== null && training.expiresOn < date ? 'expired' : null
}

/**
 * What to say of those who lead a group with sessions at these starts: too few, or not trained for it on a day. They
 * are warnings: nobody is stopped from saving.
 */
export function leaderWarnings(
  needs: Needs,
  leaders: readonly Leader[],
  starts: readonly string[],
): string[] {
  return [...tooFew(needs, leaders), ...(needs.needsTraining ? leaders.flatMap((one) => untrained(needs, one, starts)) : [])] // prettier-ignore
}

function tooFew({ name, staffNeeded }: Needs, { length }: readonly Leader[]): string[] {
  if (staffNeeded === null || length >= staffNeeded) return []
  const there = length === 0 ? 'nobody yet' : `${length}`
  return [`${name} is led by ${count(staffNeeded, 'person', 'people')}. This group has ${there}.`]
}

function untrained({ name }: Needs, leader: Leader, starts: readonly string[]): string[] {
  if (leader.training === null) return [`${leader.name} is not trained in ${name}.`]
  const dates = starts.map(dateOf).toSorted()
  const [early] = dates.filter((date) => untrainedOn(leader.training, date) === 'not-yet')
  const late = dates.filter((date) => untrainedOn(leader.training, date) === 'expired')
  const { trainedOn, expiresOn } = leader.training
  return [
    ...(early !== undefined && trainedOn !== null ? [`${leader.name} is trained in ${name} on ${longDate(trainedOn)}, after the first session.`] : []),
    ...(late.length > 0 && expiresOn !== null ? [`${leader.name}’s training in ${name} ends on ${longDate(expiresOn)}, before ${count(late.length, 'of the sessions', 'of the sessions')}.`] : []),
  ] // prettier-ignore
}
