import { expect, test } from 'vitest'
import { measures as libraryOfNew } from '../../../db/county/reference/measures.ts'
import type { Measure } from '../../../shared/outcomes/outcomes.contract.ts'
import { aMeasure, measureFields } from '../../support/outcome-factories.ts'
import { aRegister, at } from '../../support/register-factories.ts'
import { aCounty } from '../../support/test-county.ts'

async function aMeasureInUse(value = 8) {
  const county = await aCounty()
  const { groupId, people } = await aRegister(county)
  const measure = await aMeasure(county, groupId)
  const read = (reading: number, timePoint: 'before' | 'after' = 'before') =>
    county.api.outcomes.setReading({ groupId, personId: at(people, 0), measureId: measure.id, timePoint, item: 2, value: reading, takenOn: '2026-11-23' }) // prettier-ignore
  await read(value)
  const current = async () => {
    const all = await county.api.outcomes.listMeasures({})
    return at(all.filter((one) => one.id === measure.id), 0) // prettier-ignore
  }
  const update = async (change: object) =>
    county.api.outcomes.updateMeasure({ ...measureFields(await current()), ...change })
  const editions = () => county.api.outcomes.measureEditions({ id: measure.id })
  return { county, groupId, measure, read, update, editions }
}

test('a new county has goal-based outcomes, and measures can be added', async () => {
  const { api } = await aCounty()
  const added = await api.outcomes.createMeasure({ name: 'Confidence', kind: 'scale', minimum: 1, maximum: 5, wholeNumbers: true, direction: 'higher-is-better', goalLimit: 3 }) // prettier-ignore
  // A scale is one number: what the form still held about goals means nothing.
  expect(added).toMatchObject({ goalLimit: 0, version: 1, edition: 1, retired: false })
  const names = (await api.outcomes.listMeasures({})).map((m) => m.name)
  expect(names).toContain('Goal-based outcomes')
  expect(names).toContain('Confidence')
})

test('a measure that could not be counted with is refused by the field that is wrong', async () => {
  const { api } = await aCounty()
  const made = { name: 'None', kind: 'goals', minimum: 0, maximum: 10, wholeNumbers: true, direction: 'higher-is-better', goalLimit: 0 } as const // prettier-ignore
  await expect(api.outcomes.createMeasure(made)).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    details: { fields: { goalLimit: expect.any(String) } },
  })
  const stages = { source: 'Test', confirmed: false, highFrom: 2, list: [{ from: 0, to: 4, label: 'Low' }, { from: 6, to: 10, label: 'High' }] } // prettier-ignore
  await expect(
    api.outcomes.createMeasure({ ...made, kind: 'scale', details: { stages } }),
  ).rejects.toMatchObject({ details: { fields: { 'details.stages': expect.stringContaining('below 6') } } })
})

test('a change of what the readings mean keeps them in the edition they were taken by', async () => {
  const { update, editions, measure } = await aMeasureInUse(8)
  expect(await update({ maximum: 7 })).toMatchObject({ edition: 2, maximum: 7, version: measure.version + 1 })
  expect(await editions()).toMatchObject([
    { number: 2, until: null, readings: 0, measure: { maximum: 7 } },
    { number: 1, until: '2026-11-23', readings: 1, measure: { maximum: 10, edition: 1 } },
  ])
})

test('range, direction and whole numbers each begin a new edition, once numbers were taken by the one before', async () => {
  const { update, read, editions } = await aMeasureInUse(5)
  expect(await update({ direction: 'lower-is-better' })).toMatchObject({ edition: 2 })
  // Nothing was taken by the second edition yet, so that there is nothing to keep apart.
  expect(await update({ wholeNumbers: false })).toMatchObject({ edition: 2 })
  await read(4.5, 'after')
  expect(await update({ wholeNumbers: true })).toMatchObject({ edition: 3 })
  expect((await editions()).map((one) => one.number)).toEqual([3, 2, 1])
})

test('names, sources, bands and stages change nothing about a number', async () => {
  const { update, editions, measure } = await aMeasureInUse()
  const bandTables = [{ item: 0, of: 'entered', edition: 'Own', source: 'Own', bands: [{ from: 0, to: 10, label: 'All' }] }] // prettier-ignore
  const next = await update({ name: 'Renamed', source: 'Elsewhere', details: { ...measure.details, bandTables } }) // prettier-ignore
  expect(next).toMatchObject({ name: 'Renamed', edition: 1, details: { bandTables } })
  expect(await editions()).toHaveLength(1)
})

test('goals in words belong to no edition: they stay goals, and no goal in use is cut off', async () => {
  const { county, groupId, measure, update } = await aMeasureInUse()
  const personId = at((await county.api.outcomes.sheet({ groupId })).people, 0).personId
  await county.api.outcomes.setGoal({ groupId, personId, measureId: measure.id, item: 2, text: 'Sleep' })
  await expect(update({ kind: 'scale' })).rejects.toMatchObject({ code: 'CONFLICT' })
  await expect(update({ goalLimit: 1 })).rejects.toMatchObject({ code: 'CONFLICT' })
  expect(await update({ goalLimit: 2, name: 'Renamed', retired: true })).toMatchObject({ retired: true })
})

test('somebody else’s change is never written over', async () => {
  const { county, measure } = await aMeasureInUse()
  const update = (name: string) =>
    county.api.outcomes.updateMeasure({ ...measureFields(measure), name, maximum: 20 })
  await update('First')
  await expect(update('Second')).rejects.toMatchObject({ code: 'CHANGED' })
  expect(await county.api.outcomes.measureEditions({ id: measure.id })).toHaveLength(2)
})

test('a county takes from the library what it lacks, once, and may then change it', async () => {
  const { api } = await aCounty()
  const missing = (await api.outcomes.library({})).filter((one) => one.measureId === null)
  expect(missing.map((one) => one.key)).toEqual(['family-star-plus-2'])
  const added = await api.outcomes.addFromLibrary({ key: 'family-star-plus-2' })
  expect(added).toMatchObject({ name: 'Family Star Plus, second edition', edition: 1 })
  expect((await api.outcomes.library({})).every((one) => one.measureId !== null)).toBe(true)
  await expect(api.outcomes.addFromLibrary({ key: 'family-star-plus-2' })).rejects.toMatchObject({ code: 'CONFLICT' }) // prettier-ignore
  await expect(api.outcomes.addFromLibrary({ key: 'nothing' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('every measure of a new county can be saved again as it is, and begins in its first edition', async () => {
  const { api } = await aCounty()
  const all = await api.outcomes.listMeasures({})
  expect(all).toHaveLength(libraryOfNew.length)
  for (const measure of all)
    expect(await api.outcomes.updateMeasure(measureFields(measure))).toMatchObject({ edition: 1 })
})

test('the library holds what is published, with its source, and none of the wording', async () => {
  const { api } = await aCounty()
  const all = await api.outcomes.listMeasures({})
  const named = (name: string): Measure => at(all.filter((one) => one.name === name), 0) // prettier-ignore
  expect(all.every((one) => one.source !== null)).toBe(true)

  const star = named('Family Star Plus').details
  expect(star.parts).toHaveLength(10)
  expect(star.countsBy).toEqual(['worker-and-family', 'worker'])
  expect(star.stages).toMatchObject({ confirmed: false, highFrom: 4 })
  expect(star.stages?.list.map((s) => [s.from, s.to])).toEqual([[1, 2], [3, 4], [5, 6], [7, 8], [9, 10]]) // prettier-ignore

  const table = named('SWEMWBS, 7 questions').details.conversion?.table ?? []
  expect(table).toHaveLength(29)
  expect([table[0], table[13], table.at(-1)]).toEqual([[7, 7], [20, 18.59], [35, 35]]) // prettier-ignore

  const teacher = named('SDQ, teacher, 4 to 17').details
  const ends = (item: number) => teacher.bandTables.find((t) => t.item === item)?.bands.map((b) => [b.from, b.to]) // prettier-ignore
  expect(ends(0)).toEqual([[0, 11], [12, 15], [16, 18], [19, 40]]) // prettier-ignore
  expect(ends(5)).toEqual([[0, 3], [4, 4], [5, 5], [6, 10]]) // prettier-ignore
  expect(teacher.parts.map((part) => part.inTotal)).toEqual([true, true, true, true, false])
  // Bands that were not found in a source to rely on are not there, rather than guessed.
  expect(named('SDQ, young person, 11 to 17').details.bandTables).toEqual([])
  expect(named('Three listening questions').details.parts).toHaveLength(3)
})

test('a change of direction begins anew, and what was taken before stays what it was on every screen and in every report', async () => {
  const { county, read, update, groupId } = await aMeasureInUse(4)
  await read(8, 'after')
  await update({ direction: 'lower-is-better' })
  const { change } = await county.api.outcomes.sheet({ groupId })
  expect(change).toMatchObject([{ matched: 1, improved: 1, worse: 0 }])
  const { report } = await county.api.reports.run({ report: 'outcomes', from: '2026-04-01', to: '2027-03-31' }) // prettier-ignore
  expect(report.finding).toContain('1 of 1 person improved')
})
