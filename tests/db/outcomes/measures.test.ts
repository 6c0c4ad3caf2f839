import { expect, test } from 'vitest'
import { aMeasure, measureFields } from '../../support/outcome-factories.ts'
import { aRegister, at } from '../../support/register-factories.ts'
import { aCounty } from '../../support/test-county.ts'

async function aMeasureInUse(value = 8) {
  const county = await aCounty()
  const { groupId, people } = await aRegister(county)
  const measure = await aMeasure(county, groupId)
  await county.api.outcomes.setReading({ groupId, personId: at(people, 0), measureId: measure.id, timePoint: 'before', item: 2, value, takenOn: '2026-11-23' }) // prettier-ignore
  const update = (change: object) => county.api.outcomes.updateMeasure({ ...measureFields(measure), ...change })
  return { county, measure, update }
}

test('a new county has goal-based outcomes, and measures can be added', async () => {
  const { api } = await aCounty()
  const added = await api.outcomes.createMeasure({ name: 'Confidence', kind: 'scale', minimum: 1, maximum: 5, wholeNumbers: true, direction: 'higher-is-better', goalLimit: 3 }) // prettier-ignore
  // A scale is one number: what the form still held about goals means nothing.
  expect(added).toMatchObject({ goalLimit: 0, version: 1, retired: false })
  const names = (await api.outcomes.listMeasures({})).map((m) => m.name)
  expect(names).toContain('Goal-based outcomes')
  expect(names).toContain('Confidence')
})

test('a measure of goals says how many', async () => {
  const { api } = await aCounty()
  await expect(
    api.outcomes.createMeasure({ name: 'None', kind: 'goals', minimum: 0, maximum: 10, wholeNumbers: true, direction: 'higher-is-better', goalLimit: 0 }), // prettier-ignore
  ).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { fields: { goalLimit: expect.any(String) } } })
})

test('the range cannot leave a reading outside, but may move up to it', async () => {
  const { update, measure } = await aMeasureInUse(8)
  await expect(update({ maximum: 7 })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('8'),
  })
  await expect(update({ minimum: 9 })).rejects.toMatchObject({ code: 'CONFLICT' })
  expect(await update({ maximum: 8, minimum: 8 - 1 })).toMatchObject({
    maximum: 8,
    version: measure.version + 1,
  })
})

test('direction, kind and the goals in use cannot change under readings', async () => {
  const { update } = await aMeasureInUse()
  await expect(update({ direction: 'lower-is-better' })).rejects.toMatchObject({ code: 'CONFLICT' })
  await expect(update({ kind: 'scale' })).rejects.toMatchObject({ code: 'CONFLICT' })
  await expect(update({ goalLimit: 1 })).rejects.toMatchObject({ code: 'CONFLICT' })
  await update({ goalLimit: 2, name: 'Renamed', retired: true })
})

test('somebody else’s change is never written over', async () => {
  const { update } = await aMeasureInUse()
  await update({ name: 'First' })
  await expect(update({ name: 'Second' })).rejects.toMatchObject({ code: 'CHANGED' })
})
