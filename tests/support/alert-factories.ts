import type { StaffId } from '../../shared/ids.ts'
import type { Person } from '../../shared/people/people.contract.ts'
import { aGroup, aProgramme, aWorker } from './group-factories.ts'
import { enrol } from './register-factories.ts'
import type { Api, TestCounty } from './test-county.ts'

/** Somebody who leads a group that this person is enrolled in, signed in. */
export async function aLeadOf(
  county: TestCounty,
  { id }: Pick<Person, 'id'>,
  name = 'Jo Price',
): Promise<{ api: Api; staffId: StaffId }> {
  const { id: staffId } = await aWorker(county, name)
  const programme = await aProgramme(county, { name: `Group of ${name}` })
  const group = await aGroup(county, { programmeId: programme.id, facilitatorIds: [staffId] })
  await enrol(county, group.id, id)
  return { staffId, api: await county.as('facilitator', { staffId, name: `${name} as facilitator` }) }
}

/** An alert of a person, written by the administrator on 20 November 2026. */
export const anAlert = ({ api }: Pick<TestCounty, 'api'>, { id }: Pick<Person, 'id'>, note = 'Dad may come to the door') =>
  api.people.addAlert({ id, note, onDate: '2026-11-20' }) // prettier-ignore
