import { describe, expect, test } from 'vitest'
import type { AppError } from '../../../shared/errors.ts'
import { aMeasure, measureFields } from '../../support/outcome-factories.ts'
import { aPerson } from '../../support/people-factories.ts'
import { aRegister, at } from '../../support/register-factories.ts'
import type { TimePoint } from '../../../shared/outcomes/time-points.ts'
import { areas, aStarredGroup, starDetails } from '../../support/star-factories.ts'

const tens = (value: number) => areas.map(() => value)
const failure = (work: Promise<unknown>): Promise<AppError> => work.then(() => Promise.reject(new Error('It was saved.')), (error: AppError) => error) // prettier-ignore

describe('many readings at once', () => {
  test('are all saved, counted, and taken back by one undo', async () => {
    const { county, groupId, people, amy, cellOf } = await aStarredGroup()
    const cells = people.flatMap((person) => areas.map((item) => cellOf(person, 'before', item, item)))
    expect(await county.api.outcomes.setReadings({ groupId, cells })).toEqual({ changed: 30 })
    // What stands there already is left alone, and a form is of the edition it was begun by.
    const again = cellOf(amy, 'before', 1, 2)
    expect(await county.api.outcomes.setReadings({ groupId, cells: [again, cellOf(amy, 'before', 2, 2)] })).toEqual({ changed: 1 }) // prettier-ignore
    const sheet = await county.api.outcomes.sheet({ groupId })
    expect(sheet.readings).toHaveLength(30)
    const first = sheet.readings.find((one) => one.personId === amy && one.item === 1)
    expect(first).toMatchObject({ value: 2, completedBy: 'worker-and-family', edition: 1, round: 1 }) // prettier-ignore
    for (const _ of [1, 2]) {
      const { undo } = await county.api.audit.nextUndo({})
      if (undo !== null) await county.api.audit.undo({ id: undo.id })
    }
    expect((await county.api.outcomes.sheet({ groupId })).readings).toEqual([])
  })

  test('are refused whole when one cannot be, with each of those named by whose it is and what', async () => {
    const { county, groupId, people, amy, cellOf } = await aStarredGroup()
    const stranger = await aPerson(county)
    const cells = [
      cellOf(amy, 'before', 1, 10),
      cellOf(amy, 'before', 2, 11),
      cellOf(at(people, 1), 'before', 3, 1, { takenOn: '2026-11-24' }),
      cellOf(at(people, 1), 'before', 4, 0.5),
      cellOf(at(people, 2), 'before', 5, 5, { completedBy: 'teacher' }),
      cellOf(stranger.id, 'before', 1, 5),
      cellOf(amy, 'before', 11, 5),
    ]
    const error = await failure(county.api.outcomes.setReadings({ groupId, cells }))
    expect(error).toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('Sam Ahmed, Area 2: Area 2 goes from 1 to 10.'),
    })
    expect(error.message).toContain('Nothing was saved.')
    expect(error.details['cells']).toMatchObject([
      { at: 1 },
      { at: 2, words: expect.stringContaining('Sam Brown, Area 3: The date is in the future.') },
      { at: 3 },
      { at: 4, words: expect.stringContaining('worker and family together, or the worker alone') },
      { at: 5 },
      { at: 6 },
    ])
    expect((await county.api.outcomes.sheet({ groupId })).readings).toEqual([])
  })

  test('are not written over what another window wrote since, and what is already so is no quarrel', async () => {
    const { county, groupId, amy, cellOf } = await aStarredGroup()
    const set = (value: number, seen: number | null) => county.api.outcomes.setReadings({ groupId, cells: [cellOf(amy, 'before', 1, value, { seen })] }) // prettier-ignore
    await set(5, null)
    await expect(set(7, null)).rejects.toMatchObject({ code: 'CHANGED' })
    expect(await set(5, null)).toEqual({ changed: 0 })
    expect(await set(7, 1)).toEqual({ changed: 1 })
  })

  test('the same place twice is a slip', async () => {
    const { county, groupId, amy, cellOf } = await aStarredGroup()
    const twice = [cellOf(amy, 'before', 1, 5), cellOf(amy, 'before', 1, 6)]
    await expect(county.api.outcomes.setReadings({ groupId, cells: twice })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    })
  })
})

test('several views of one time are all kept, and only those that count are used', async () => {
  const { county, groupId, amy, form, star } = await aStarredGroup()
  await form(amy, 'before', tens(3))
  await form(amy, 'before', tens(9), { completedBy: 'family' })
  await form(amy, 'during', tens(5), { round: 1, takenOn: '2026-10-12' })
  await form(amy, 'during', tens(7), { round: 2, takenOn: '2026-10-19' })
  await form(amy, 'after', tens(8), { takenOn: '2026-11-09', completedBy: 'worker' })
  expect((await county.api.outcomes.sheet({ groupId })).readings).toHaveLength(50)
  const made = await star(amy)
  expect(made.forms.map((one) => [one.timePoint, one.round, one.counts])).toEqual([
    ['before', 1, true],
    ['before', 1, false],
    ['during', 1, true],
    ['during', 2, true],
    ['after', 1, true],
  ])
  expect(made).toMatchObject({
    personName: 'Sam Ahmed',
    firstName: 'Sam',
    first: { takenOn: '2026-10-05' },
    latest: { completedBy: 'worker' },
  })
  expect(made.parts[0]).toMatchObject({ first: { value: 3 }, latest: { value: 8 }, stages: 2, firstStage: 'Stage 2', latestStage: 'Stage 4' }) // prettier-ignore
})

describe('a fall of a stage', () => {
  const later = { takenOn: '2026-11-09' }
  test('is not saved without why; with it, it is, and it stands in the star', async () => {
    const { county, groupId, amy, form, cellOf, star } = await aStarredGroup()
    await form(amy, 'before', tens(5))
    const cell = cellOf(amy, 'after', 1, 4, later)
    const error = await failure(county.api.outcomes.setReading({ groupId, ...cell }))
    expect(error).toMatchObject({
      code: 'CONFLICT',
      message: 'One reading is a stage lower than the one before. Say why, and it is saved. Nothing was saved yet.', // prettier-ignore
      details: { falls: [{ personId: amy, item: 1, from: 5, to: 4, words: 'Sam Ahmed, Area 1: 5, then 4 (after, 9 November 2026)' }] }, // prettier-ignore
    })
    await county.api.outcomes.setReading({ groupId, ...cell, fallReason: 'Lost the tenancy' })
    await county.api.outcomes.setReading({ groupId, ...cellOf(amy, 'after', 2, 5, later) })
    expect((await star(amy)).parts[0]).toMatchObject({ moved: 'worse', stages: -1, fallReason: 'Lost the tenancy' }) // prettier-ignore
    // A reason given where nothing fell is not kept.
    await county.api.outcomes.setReading({ groupId, ...cellOf(amy, 'after', 3, 8, later), fallReason: 'None' }) // prettier-ignore
    const { readings } = await county.api.outcomes.sheet({ groupId })
    expect(readings.flatMap((one) => one.fallReason ?? [])).toEqual(['Lost the tenancy'])
  })

  test('asks as well when it is the earlier number that is put right, and keeps the reason with the later', async () => {
    const { county, groupId, amy, form, cellOf } = await aStarredGroup()
    await form(amy, 'before', tens(5))
    await form(amy, 'after', tens(6), later)
    const put = cellOf(amy, 'before', 1, 8)
    await expect(county.api.outcomes.setReading({ groupId, ...put })).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { falls: [{ timePoint: 'after', from: 8, to: 6 }] },
    })
    await county.api.outcomes.setReading({ groupId, ...put, fallReason: 'A move of school' })
    const { readings } = await county.api.outcomes.sheet({ groupId })
    expect(readings.filter((one) => one.fallReason !== null)).toMatchObject([{ timePoint: 'after', item: 1, fallReason: 'A move of school' }]) // prettier-ignore
  })

  test('asks when taking a number away, or putting a day right, makes one', async () => {
    const { county, groupId, amy, form, cellOf } = await aStarredGroup()
    await form(amy, 'before', [7])
    await form(amy, 'during', [3], { takenOn: '2026-10-12', fallReason: 'Ill' })
    await form(amy, 'after', [3], later)
    const cleared = cellOf(amy, 'during', 1, null)
    await expect(county.api.outcomes.setReading({ groupId, ...cleared })).rejects.toMatchObject({ code: 'CONFLICT' }) // prettier-ignore
    const place = { groupId, personId: amy, measureId: cleared.measureId, timePoint: 'during', completedBy: 'worker-and-family' } as const // prettier-ignore
    // Before everything, the 3 is no fall; from it to 7 is none either, and from 7 to the last 3 is one.
    await expect(county.api.outcomes.changeForm({ ...place, to: { takenOn: '2026-09-07' } })).rejects.toMatchObject({ code: 'CONFLICT' }) // prettier-ignore
    expect(await county.api.outcomes.changeForm({ ...place, to: { takenOn: '2026-09-07', fallReason: 'Ill again' } })).toEqual({ changed: 2 }) // prettier-ignore
  })

  test('that stood there without a reason does not stand in the way of anything else', async () => {
    const { county, groupId, amy, measure, form, cellOf } = await aStarredGroup()
    const { version: _version, ...fields } = measureFields(measure)
    const asks = (fallAsksWhy: boolean, version: number) => county.api.outcomes.updateMeasure({ ...fields, version, details: { ...measure.details, fallAsksWhy } }) // prettier-ignore
    const { version } = await asks(false, measure.version)
    await form(amy, 'before', [9, 9])
    await form(amy, 'after', [1], later)
    await asks(true, version)
    await county.api.outcomes.setReading({ groupId, ...cellOf(amy, 'after', 2, 9, later) })
    await expect(county.api.outcomes.setReading({ groupId, ...cellOf(amy, 'after', 1, 2, later) })).rejects.toMatchObject({ code: 'CONFLICT' }) // prettier-ignore
  })
})

describe('a form put right as a whole', () => {
  const place = async () => {
    const group = await aStarredGroup()
    await group.form(group.amy, 'before', tens(5))
    const at = { groupId: group.groupId, personId: group.amy, measureId: group.measure.id, timePoint: 'before', completedBy: 'worker-and-family' } as const // prettier-ignore
    const change = (to: object) => group.county.api.outcomes.changeForm({ ...at, to })
    return { ...group, change }
  }
  test('has its day, its completer and its worker changed with all its numbers', async () => {
    const { county, groupId, change, star, amy } = await place()
    const worker = await county.api.staff.create({ name: 'Jo Price', stream: 'family' })
    expect(await change({ takenOn: '2026-10-01', completedBy: 'worker', takenBy: worker.id })).toEqual({ changed: 10 }) // prettier-ignore
    expect((await star(amy)).first).toMatchObject({ takenOn: '2026-10-01', completedBy: 'worker' })
    const { readings } = await county.api.outcomes.sheet({ groupId })
    expect(new Set(readings.map((one) => one.takenBy))).toEqual(new Set([worker.id]))
  })
  test('is never put over another one, and never into the future', async () => {
    const { form, amy, change } = await place()
    await form(amy, 'before', tens(6), { completedBy: 'family' })
    await expect(change({ completedBy: 'family' })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('both are kept'),
    })
    await expect(change({ completedBy: 'parent' })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await expect(change({ takenOn: '2026-11-24' })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })
  test('that is not there is not found', async () => {
    const { county, groupId, people, measure } = await place()
    const nobody = { groupId, personId: at(people, 1), measureId: measure.id, timePoint: 'before' } as const
    await expect(county.api.outcomes.changeForm({ ...nobody, to: { takenOn: '2026-10-01' } })).rejects.toMatchObject({ code: 'NOT_FOUND' }) // prettier-ignore
  })
})

test('a total is its parts added up while all are known, and one that they cannot make is refused', async () => {
  const { county, groupId, amy } = await aStarredGroup()
  const part = (item: number, inTotal: boolean) => ({ item, name: `Scale ${item}`, minimum: 0, maximum: 10, direction: 'lower-is-better' as const, inTotal, prorate: null }) // prettier-ignore
  const sums = await aMeasure(county, groupId, { name: 'Sums', kind: 'scale', maximum: 20, direction: 'lower-is-better', goalLimit: 0, details: { parts: [part(1, true), part(2, true), part(3, false)], total: 'sum' } }) // prettier-ignore
  const set = (item: number, value: number | null) => county.api.outcomes.setReading({ groupId, personId: amy, measureId: sums.id, timePoint: 'before', item, value, takenOn: '2026-11-02' }) // prettier-ignore
  const total = async () => (await county.api.outcomes.sheet({ groupId })).readings.find((one) => one.item === 0)?.value // prettier-ignore
  await set(1, 4)
  expect(await total()).toBeUndefined()
  await set(0, 14)
  expect(await total()).toBe(14)
  await set(0, null)
  await expect(set(0, 15)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  await set(2, 10)
  await set(3, 10)
  expect(await total()).toBe(14)
  await set(2, null)
  expect(await total()).toBeUndefined()
})

test('no undo of a part leaves a total beside it that was typed since and that it cannot make', async () => {
  const { county, groupId, amy } = await aStarredGroup()
  const part = (item: number) => ({ item, name: `Scale ${item}`, minimum: 0, maximum: 10, direction: 'lower-is-better' as const, inTotal: true, prorate: null }) // prettier-ignore
  const sums = await aMeasure(county, groupId, { name: 'Sums', kind: 'scale', maximum: 20, direction: 'lower-is-better', goalLimit: 0, details: { parts: [part(1), part(2)], total: 'sum' } }) // prettier-ignore
  const set = (item: number, value: number | null) => county.api.outcomes.setReading({ groupId, personId: amy, measureId: sums.id, timePoint: 'before', item, value, takenOn: '2026-11-02' }) // prettier-ignore
  const last = async () => (await county.api.audit.nextUndo({})).undo?.id ?? ''
  await set(1, 0)
  await set(1, 9)
  const changed = await last()
  await set(0, 18)
  await expect(county.api.audit.undo({ id: changed })).rejects.toMatchObject({ code: 'CHANGED', message: expect.stringContaining('total') }) // prettier-ignore
  await set(0, 10)
  await county.api.audit.undo({ id: changed })
})

test('a person’s stars are listed by group, with nothing of measures of one number', async () => {
  const { county, groupId, people, amy, measure, form } = await aStarredGroup()
  const sleep = await aMeasure(county, groupId, { name: 'Sleep', kind: 'scale', goalLimit: 0 })
  await county.api.outcomes.setReading({ groupId, personId: amy, measureId: sleep.id, timePoint: 'before', item: 0, value: 3, takenOn: '2026-10-05' }) // prettier-ignore
  await form(amy, 'before', tens(5))
  await form(amy, 'after', tens(6), { takenOn: '2026-11-09' })
  expect(await county.api.outcomes.starsOf({ personId: amy })).toEqual([
    { groupId, measureId: measure.id, measureName: 'Star', groupName: 'Bounce Back', forms: 2, firstOn: '2026-10-05', latestOn: '2026-11-09' }, // prettier-ignore
  ])
  expect(await county.api.outcomes.starsOf({ personId: at(people, 1) })).toEqual([])
  const assistant = await county.as('assistant')
  await expect(assistant.outcomes.starsOf({ personId: amy })).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
})

test('the paper of a star is the star, and each is in the audit trail', async () => {
  const { county, groupId, amy, measure, form } = await aStarredGroup()
  await form(amy, 'before', tens(5))
  const asked = { groupId, personId: amy, measureId: measure.id }
  expect(await county.api.outcomes.starPaper(asked)).toEqual(await county.api.outcomes.star(asked))
  expect((await county.api.audit.list({ limit: 1 }))[0]).toMatchObject({ operation: 'outcomes.starPaper', label: 'Print a star' }) // prettier-ignore
  const assistant = await county.as('assistant')
  await expect(assistant.outcomes.starPaper(asked)).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
})

test('staff see in which band each number of a star is and who published it; the family’s paper has neither', async () => {
  const { county, groupId, amy, cellOf } = await aStarredGroup()
  const table = { item: 1, of: 'entered' as const, edition: 'Two bands', source: 'A paper.', bands: [{ from: 1, to: 4, label: 'Low' }, { from: 5, to: 9, label: 'High' }] } // prettier-ignore
  const measure = await aMeasure(county, groupId, { name: 'Banded', kind: 'scale', minimum: 1, maximum: 10, goalLimit: 0, details: { ...starDetails, stages: null, fallAsksWhy: false, bandTables: [table] } }) // prettier-ignore
  const form = (timePoint: TimePoint, takenOn: string, first: number) => county.api.outcomes.setReadings({ groupId, cells: areas.map((item) => ({ ...cellOf(amy, timePoint, item, item === 1 ? first : 5, { takenOn }), measureId: measure.id })) }) // prettier-ignore
  await form('before', '2026-10-05', 4)
  await form('after', '2026-10-12', 5)
  const asked = { groupId, personId: amy, measureId: measure.id }
  const star = await county.api.outcomes.star(asked)
  expect(star.bandSources).toEqual(['Two bands: A paper.'])
  expect(star.parts[0]).toMatchObject({ first: { band: 'Low' }, latest: { band: 'High' } })
  expect(star.parts[1]).toMatchObject({ first: { value: 5, band: null }, latest: { band: null } })
  const paper = await county.api.outcomes.starPaper(asked)
  expect(paper.bandSources).toEqual([])
  expect(JSON.stringify(paper)).not.toMatch(/"(Low|High)"|Two bands|A paper/)
  expect(paper.parts.map((part) => part.latest.value)).toEqual(star.parts.map((part) => part.latest.value))
})

test('a star of nobody, or of a group that is not there, is not found; of one without readings it is empty', async () => {
  const { county, amy, star, groupId, measure } = await aStarredGroup()
  expect(await star(amy)).toMatchObject({ first: null, latest: null, forms: [] })
  const other = await aRegister(county, { people: [], name: 'Other' })
  expect(await county.api.outcomes.star({ groupId: other.groupId, personId: amy, measureId: measure.id })).toMatchObject({ forms: [] }) // prettier-ignore
  const { id } = await aPerson(county)
  const gone = { ...(await star(amy)), personId: id }
  expect(gone.groupId).toBe(groupId)
})
