import type { GroupId, PersonId, SessionId } from '../../shared/ids.ts'
import { aPerson } from './people-factories.ts'
import { aGroupWithSessions } from './rows.ts'
import type { TestCounty } from './test-county.ts'

export interface Taken {
  readonly groupId: GroupId
  readonly sessions: readonly SessionId[]
  readonly people: readonly PersonId[]
}

interface Plan {
  /** Local dates of its sessions; the clock of the tests stands on Monday 23 November 2026. */
  readonly dates?: readonly string[]
  readonly didNotRun?: readonly string[]
  /** Last names: the order of the register is by them. */
  readonly people?: readonly string[]
  readonly enrolledOn?: string
  readonly name?: string
}

/** A group with sessions and enrolled people, in the order of `people`. */
export async function aRegister(
  county: TestCounty,
  {
    dates = ['2026-11-23'],
    didNotRun = [],
    people = ['Ahmed', 'Brown', 'Clarke'],
    enrolledOn = '2026-09-01',
    name = 'Bounce Back',
  }: Plan = {},
): Promise<Taken> {
  const group = await aGroupWithSessions(county, { dates, didNotRun, name })
  const ids: PersonId[] = []
  for (const lastName of people) {
    const { id } = await aPerson(county, { firstName: 'Sam', lastName, dateOfBirth: '2018-05-04' })
    await enrol(county, group.groupId, id, enrolledOn)
    ids.push(id)
  }
  return { ...group, people: ids }
}

export const enrol = (
  { api }: Pick<TestCounty, 'api'>,
  groupId: GroupId,
  personId: PersonId,
  onDate = '2026-09-01',
) => api.enrolments.enrol({ groupId, personId, status: 'enrolled', onDate })

/** The item at a place, or a plain failure: tests ask only for what they made. */
export function at<T>(list: readonly T[], place: number): T {
  const value = list.at(place)
  if (value === undefined) throw new Error(`There is no item ${place} in a list of ${list.length}.`)
  return value
}
