import type { PersonId } from '../../shared/ids.ts'
import { aGroup } from './group-factories.ts'
import { aPerson } from './people-factories.ts'
import { at, enrol } from './register-factories.ts'
import type { TestCounty } from './test-county.ts'

/** A group that began today, with a room, two people and their register. */
export async function aGroupToday(county: Pick<TestCounty, 'api'>) {
  const group = await aGroup(county, { firstDate: '2026-11-23', weekday: 1, sessions: 3 })
  const people: PersonId[] = []
  for (const lastName of ['Ahmed', 'Brown']) {
    const { id } = await aPerson(county, { lastName, dateOfBirth: '2018-05-04' })
    await enrol(county, group.id, id)
    people.push(id)
  }
  const [today, next] = [at(group.sessions, 0), at(group.sessions, 1)]
  return { group, today, next, people, sessionId: today.id }
}
