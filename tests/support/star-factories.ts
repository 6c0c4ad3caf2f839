import { measureDetailsSchema } from '../../shared/outcomes/measure-details.ts'
import type { Measure, TimePoint } from '../../shared/outcomes/outcomes.contract.ts'
import type { NewCell } from '../../shared/outcomes/readings.contract.ts'
import type { PersonId } from '../../shared/ids.ts'
import { aMeasure } from './outcome-factories.ts'
import { aRegister, at } from './register-factories.ts'
import { aCounty, type TestCounty } from './test-county.ts'

const AREAS = 10
export const areas = Array.from({ length: AREAS }, (_, i) => i + 1)

/** Ten areas from 1 to 10, five stages of two, whose readings count when the worker agreed them, and a fall asks why. */
export const starDetails = measureDetailsSchema.parse({
  respondent: 'family',
  completedBy: ['worker-and-family', 'worker', 'family'],
  countsBy: ['worker-and-family', 'worker'],
  parts: areas.map((item) => ({ item, name: `Area ${item}`, minimum: 1, maximum: 10, direction: 'higher-is-better', inTotal: false, prorate: null })),
  total: 'none',
  stages: { source: 'The county', confirmed: true, highFrom: 5, list: [1, 3, 5, 7, 9].map((from, i) => ({ from, to: from + 1, label: `Stage ${i + 1}` })) },
  fallAsksWhy: true,
}) // prettier-ignore

/** A measure of that kind, to try rules on. */
export const aStarMeasure = (id: Measure['id'], change: Partial<Measure> = {}): Measure => ({
  id,
  name: 'Star',
  kind: 'scale',
  minimum: 1,
  maximum: 10,
  wholeNumbers: true,
  direction: 'higher-is-better',
  goalLimit: 0,
  source: null,
  details: starDetails,
  edition: 1,
  retired: false,
  version: 1,
  ...change,
})

/** A group of three whose programme uses a star, and ways of filling it in. */
export async function aStarredGroup(county?: TestCounty) {
  const own = county ?? (await aCounty())
  const { groupId, people } = await aRegister(own)
  const measure = await aMeasure(own, groupId, { name: 'Star', kind: 'scale', minimum: 1, maximum: 10, goalLimit: 0, details: starDetails }) // prettier-ignore
  const cellOf = (person: PersonId, timePoint: TimePoint, item: number, value: number | null, more: Partial<NewCell> = {}): NewCell => ({ personId: person, measureId: measure.id, timePoint, item, value, notDoneReason: null, takenOn: '2026-10-05', completedBy: 'worker-and-family', ...more }) // prettier-ignore
  const form = (person: PersonId, timePoint: TimePoint, values: readonly number[], more: Partial<NewCell> = {}) => own.api.outcomes.setReadings({ groupId, cells: values.map((value, i) => cellOf(person, timePoint, i + 1, value, more)) }) // prettier-ignore
  const star = (person: PersonId) => own.api.outcomes.star({ groupId, personId: person, measureId: measure.id }) // prettier-ignore
  return { county: own, groupId, people, amy: at(people, 0), measure, cellOf, form, star }
}
