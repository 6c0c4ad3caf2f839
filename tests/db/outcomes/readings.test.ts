import { expect, test } from 'vitest'
import type { TimePoint } from '../../../shared/outcomes/outcomes.contract.ts'
import { aBuilding } from '../../support/booking-factories.ts'
import { aMeasure } from '../../support/outcome-factories.ts'
import { aPerson } from '../../support/people-factories.ts'
import { aRegister, at } from '../../support/register-factories.ts'
import { aCounty } from '../../support/test-county.ts'

async function aSheet(fields: Parameters<typeof aMeasure>[2] = {}) {
  const county = await aCounty()
  const { groupId, people } = await aRegister(county)
  const measure = await aMeasure(county, groupId, fields)
  const set = (person: number, timePoint: TimePoint, value: number | null, more: { item?: number; notDoneReason?: string | null; takenOn?: string } = {}) => // prettier-ignore
    county.api.outcomes.setReading({ groupId, personId: at(people, person), measureId: measure.id, timePoint, item: 1, value, notDoneReason: null, takenOn: '2026-11-23', ...more }) // prettier-ignore
  const sheet = () => county.api.outcomes.sheet({ groupId })
  return { county, groupId, people, measure, set, sheet }
}

test('a sheet has the measures of the programme, the people by last name, and nothing made up', async () => {
  const { sheet, measure } = await aSheet()
  expect(await sheet()).toMatchObject({
    measures: [{ id: measure.id }],
    people: [{ name: 'Sam Ahmed', enrolled: true }, { name: 'Sam Brown' }, { name: 'Sam Clarke' }],
    goals: [],
    readings: [],
    change: [{ people: 0, matchedPeople: 0, matched: 0, improved: 0, same: 0, worse: 0 }],
  })
})

test('a number is saved once for its place, and changed there', async () => {
  const { sheet, set } = await aSheet()
  await set(0, 'before', 3)
  await set(0, 'before', 4)
  await set(0, 'before', 0, { item: 2 })
  const { readings } = await sheet()
  expect(readings.map((r) => [r.timePoint, r.item, r.value])).toEqual([
    ['before', 1, 4],
    ['before', 2, 0],
  ])
})

test('a number outside the range, or with a decimal point, is refused with the range in words', async () => {
  const { sheet, set } = await aSheet()
  await expect(set(0, 'before', 11)).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    details: { fields: { value: expect.stringContaining('0 to 10') } },
  })
  await expect(set(0, 'before', 3.5)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  await set(0, 'before', 10)
  expect((await sheet()).readings).toHaveLength(1)
})

test('what was not done has a reason and no number; both empty is nothing recorded', async () => {
  const { sheet, set } = await aSheet()
  await set(0, 'after', null, { notDoneReason: 'Moved away' })
  expect(at((await sheet()).readings, 0)).toMatchObject({ value: null, notDoneReason: 'Moved away' })
  await set(0, 'after', null)
  expect((await sheet()).readings).toEqual([])
  await expect(set(0, 'after', 3, { notDoneReason: 'Moved away' })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
  })
})

test('a reading is of today or earlier', async () => {
  const { set } = await aSheet()
  await set(0, 'before', 3, { takenOn: '2026-11-23' })
  await expect(set(0, 'after', 3, { takenOn: '2026-11-24' })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
})

test('goals count to their limit, and a scale has none', async () => {
  const goals = await aSheet({ goalLimit: 2 })
  await goals.set(0, 'before', 3, { item: 2 })
  await expect(goals.set(0, 'before', 3, { item: 3 })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  const scale = await aSheet({ kind: 'scale', goalLimit: 0 })
  await scale.set(0, 'before', 3, { item: 0 })
  await expect(scale.set(0, 'before', 3, { item: 1 })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
})

test('change is of matched pairs only, with those left out said', async () => {
  const { set, sheet } = await aSheet()
  await set(0, 'before', 3)
  await set(0, 'after', 6)
  await set(0, 'before', 5, { item: 2 })
  await set(0, 'after', 5, { item: 2 })
  await set(1, 'before', 7)
  await set(1, 'after', null, { notDoneReason: 'Did not want to' })
  await set(2, 'after', 9)
  expect((await sheet()).change).toMatchObject([
    { people: 3, matchedPeople: 1, matched: 2, improved: 1, same: 1, worse: 0 },
  ])
})

test('the words of a goal are kept, and stay while it has readings', async () => {
  const { county, groupId, people, measure, set, sheet } = await aSheet()
  const goal = { groupId, personId: at(people, 0), measureId: measure.id, item: 1 }
  await county.api.outcomes.setGoal({ ...goal, text: ' Sleep  through ' })
  await county.api.outcomes.setGoal({ ...goal, text: 'Sleep through the night' })
  expect((await sheet()).goals).toMatchObject([{ item: 1, text: 'Sleep through the night' }])
  await set(0, 'before', 2)
  await expect(county.api.outcomes.setGoal({ ...goal, text: null })).rejects.toMatchObject({
    code: 'CONFLICT',
  })
  await set(0, 'before', null)
  await county.api.outcomes.setGoal({ ...goal, text: null })
  expect((await sheet()).goals).toEqual([])
})

test('somebody never enrolled in the group has no readings in it', async () => {
  const { county, groupId, measure } = await aSheet()
  const stranger = await aPerson(county)
  await expect(
    county.api.outcomes.setReading({ groupId, personId: stranger.id, measureId: measure.id, timePoint: 'before', item: 1, value: 3, takenOn: '2026-11-23' }), // prettier-ignore
  ).rejects.toMatchObject({ code: 'CONFLICT' })
})

test('readings of one group never show in another', async () => {
  const { county, people, set } = await aSheet()
  await set(0, 'before', 3)
  const other = await aRegister(county, { people: [], name: 'Other' })
  await county.api.enrolments.enrol({ groupId: other.groupId, personId: at(people, 0), status: 'enrolled', onDate: '2026-09-01' }) // prettier-ignore
  expect(await county.api.outcomes.sheet({ groupId: other.groupId })).toMatchObject({
    people: [{ name: 'Sam Ahmed' }],
    readings: [],
  })
})

test('an assistant sees no outcomes', async () => {
  const { county, groupId } = await aSheet()
  const assistant = await county.as('assistant')
  await expect(assistant.outcomes.sheet({ groupId })).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
})

test('the overview counts people with a before, an after and both, in groups that run or ended lately', async () => {
  const county = await aCounty()
  const plan = { people: ['Ahmed', 'Brown'] }
  const running = await aRegister(county, { ...plan, name: 'Running', dates: ['2026-11-02', '2026-11-30'] })
  await aRegister(county, { people: [], name: 'Ended lately', dates: ['2026-10-26'] })
  await aRegister(county, { people: [], name: 'Ended long ago', dates: ['2026-10-25'] })
  await aRegister(county, { people: [], name: 'To come', dates: ['2026-11-24'] })
  const measure = await aMeasure(county, running.groupId)
  const set = (who: number, timePoint: TimePoint, value: number) =>
    county.api.outcomes.setReading({ groupId: running.groupId, personId: at(running.people, who), measureId: measure.id, timePoint, item: 1, value, takenOn: '2026-11-23' }) // prettier-ignore
  await set(0, 'before', 3)
  await set(0, 'after', 3)
  await set(1, 'before', 4)
  const list = await county.api.outcomes.overview({})
  expect(list.map((row) => row.groupName)).toEqual(['Ended lately', 'Running'])
  expect(list[1]).toMatchObject({
    enrolled: 2,
    before: 2,
    after: 1,
    matched: 1,
    measured: true,
    finished: false,
  })
  expect(list[0]).toMatchObject({ enrolled: 0, before: 0, measured: false, finished: true })
})

test('the overview counts nobody who left, and those who completed, so that no count is above who is there', async () => {
  const county = await aCounty()
  const { groupId, people } = await aRegister(county, { people: ['Ahmed', 'Brown', 'Clarke'], dates: ['2026-11-02'] }) // prettier-ignore
  const measure = await aMeasure(county, groupId)
  for (const personId of people)
    for (const timePoint of ['before', 'after'] as const)
      await county.api.outcomes.setReading({ groupId, personId, measureId: measure.id, timePoint, item: 1, value: 5, takenOn: '2026-11-23' }) // prettier-ignore
  const roster = await county.api.enrolments.roster({ groupId })
  for (const [n, status] of [[0, 'withdrawn'], [1, 'completed']] as const) {
    const { enrolmentId } = at(roster, n)
    await county.api.enrolments.change({ enrolmentId, version: 1, status, onDate: '2026-11-20' })
  } // prettier-ignore
  expect(await county.api.outcomes.overview({})).toMatchObject([
    { enrolled: 2, before: 2, after: 2, matched: 2 },
  ])
})

test('the overview can be narrowed to a building', async () => {
  const county = await aCounty()
  await aRegister(county, { people: [] })
  const elsewhere = await aBuilding(county, 'Oadby')
  expect(await county.api.outcomes.overview({ buildingId: elsewhere.id })).toEqual([])
  expect(await county.api.outcomes.overview({ buildingId: null })).toHaveLength(1)
})
