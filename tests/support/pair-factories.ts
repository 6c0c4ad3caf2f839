import { aBuilding, aRoom } from './booking-factories.ts'
import { aPlan, aProgramme, aWorker, type PlanChange } from './group-factories.ts'
import type { TestCounty } from './test-county.ts'

/** A plan of a children's group in the hall and a parents' group in the lounge next to it, each with a leader. */
export async function aPairPlan(county: TestCounty, change: PlanChange = {}) {
  const { id: buildingId } = await aBuilding(county, 'Pair House')
  const hall = await aRoom(county, { buildingId, name: 'Hall' })
  const lounge = await aRoom(county, { buildingId, name: 'Lounge' })
  const children = await aProgramme(county, { name: 'Children together' })
  const parents = await aProgramme(county, { name: 'Parents together', linkedProgrammeId: children.id })
  const [jo, sam] = [await aWorker(county, 'Jo Price'), await aWorker(county, 'Sam Okoro')]
  const linked = { programmeId: parents.id, roomId: lounge.id, facilitatorIds: [sam.id], name: 'Parents, winter', publicTitle: 'Parents’ group' } // prettier-ignore
  const plan = { ...aPlan(children.id, hall.id, { facilitatorIds: [jo.id], name: 'Children, winter', ...change }), linked } // prettier-ignore
  return { plan, hall, lounge, children, parents, jo, sam }
}
