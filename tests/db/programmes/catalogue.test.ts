import { describe, expect, test } from 'vitest'
import type { Programme } from '../../../shared/programmes/programmes.contract.ts'
import { aGroup, aProgramme, sentBack } from '../../support/group-factories.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

const change = async (county: TestCounty, programme: Programme, part: Partial<Programme>) =>
  county.api.programmes.update({ ...sentBack(programme), ...part })
const again = async ({ api }: TestCounty, { id }: Programme): Promise<Programme> => {
  const found = (await api.programmes.list({ includeRetired: true })).find((one) => one.id === id)
  if (!found) throw new Error('The programme is gone.')
  return found
}
const titles = ({ sessions }: Pick<Programme, 'sessions'>) => sessions.map((one) => one.title)
const three = ['Hello', 'Feelings', 'Goodbye'].map((title) => ({
  title,
  kind: 'group' as const,
  minutes: 90,
}))

describe('the sessions of the manual', () => {
  test('stand in the order they are given, each with its kind and length', async () => {
    const county = await aCounty()
    const call = { title: 'How are you?', kind: 'phone', minutes: null } as const
    const made = await aProgramme(county, { sessions: [...three.slice(0, 2), call] })
    expect(made.sessions).toMatchObject([...three.slice(0, 2), call])
    const moved = await change(county, made, { sessions: made.sessions.toReversed() })
    expect(titles(moved)).toEqual(['How are you?', 'Feelings', 'Hello'])
    expect(moved.sessions.map((one) => one.id)).toEqual(made.sessions.map((one) => one.id).toReversed())
  })

  test('one that no group was planned with is taken away for good', async () => {
    const county = await aCounty()
    const made = await aProgramme(county, { sessions: three })
    const [, ...rest] = made.sessions
    expect(titles(await change(county, made, { sessions: rest }))).toEqual(['Feelings', 'Goodbye'])
  })

  test('one of another programme cannot be made its own', async () => {
    const county = await aCounty()
    const made = await aProgramme(county, { sessions: three })
    const other = await aProgramme(county, { name: 'Kite makers' })
    await expect(change(county, other, { sessions: made.sessions })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await again(county, other)).toEqual(other)
  })
})

describe('completing', () => {
  test('takes no more sessions than there are', async () => {
    const county = await aCounty()
    const made = await aProgramme(county, { sessions: three })
    expect(await change(county, made, { completeAt: 3 })).toMatchObject({ completeAt: 3 })
    await expect(change(county, await again(county, made), { completeAt: 4 })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: { completeAt: 'A group has 3 sessions, so nobody could come to 4.' } },
    })
  })

  test('of a programme whose length nobody knows may take any number', async () => {
    const county = await aCounty()
    expect(await aProgramme(county, { completeAt: 40 })).toMatchObject({ completeAt: 40 })
  })
})

describe('a change', () => {
  test('keeps how the programme stood, and counts up its edition', async () => {
    const county = await aCounty()
    const made = await aProgramme(county, { sessions: three, usualPlaces: 12 })
    expect(await county.api.programmes.editions({ id: made.id })).toEqual([])
    const changed = await change(county, made, { usualPlaces: 8, sessions: made.sessions.slice(1) })
    expect([made.edition, changed.edition]).toEqual([1, 2])
    const { id: _id, version: _version, edition: _edition, ...content } = made
    expect(await county.api.programmes.editions({ id: made.id })).toEqual([
      { number: 1, untilDate: '2026-11-23', content },
    ])
  })

  test('that changes nothing is no edition', async () => {
    const county = await aCounty()
    const made = await aProgramme(county, { sessions: three })
    expect(await change(county, made, {})).toMatchObject({ edition: 1, version: 2 })
    expect(await county.api.programmes.editions({ id: made.id })).toEqual([])
  })
})

describe('a programme that retires on a day', () => {
  test('is offered until the day before, and not from that day', async () => {
    const county = await aCounty()
    const made = await aProgramme(county, { retiresOn: '2026-11-24' })
    const offered = async () => (await county.api.programmes.list({})).some((one) => one.id === made.id)
    expect(await offered()).toBe(true)
    await change(county, made, { retiresOn: '2026-11-23' })
    expect(await offered()).toBe(false)
  })

  test('has no group planned of it any more, while those planned stay', async () => {
    const county = await aCounty()
    const made = await aProgramme(county)
    const group = await aGroup(county, { programmeId: made.id })
    await change(county, made, { retiresOn: '2026-11-23' })
    await expect(aGroup(county, { programmeId: made.id, firstDate: '2027-01-05' })).rejects.toMatchObject({ code: 'CONFLICT' }) // prettier-ignore
    expect(await county.api.groups.get({ id: group.id })).toMatchObject({ status: 'planned' })
  })
})

describe('two programmes run in one slot', () => {
  test('each name the other', async () => {
    const county = await aCounty()
    const children = await aProgramme(county)
    const parents = await aProgramme(county, { name: 'Parents', linkedProgrammeId: children.id })
    expect(parents.linkedProgrammeId).toBe(children.id)
    expect(await again(county, children)).toMatchObject({ linkedProgrammeId: parents.id })
  })

  test('let a third go when one of them is linked to another', async () => {
    const county = await aCounty()
    const children = await aProgramme(county)
    const parents = await aProgramme(county, { name: 'Parents', linkedProgrammeId: children.id })
    const carers = await aProgramme(county, { name: 'Carers', linkedProgrammeId: children.id })
    expect(await again(county, parents)).toMatchObject({ linkedProgrammeId: null })
    expect(await again(county, children)).toMatchObject({ linkedProgrammeId: carers.id })
    await change(county, await again(county, carers), { linkedProgrammeId: null })
    expect(await again(county, children)).toMatchObject({ linkedProgrammeId: null })
  })

  test('are two: none is linked to itself', async () => {
    const county = await aCounty()
    const made = await aProgramme(county)
    await expect(change(county, made, { linkedProgrammeId: made.id })).rejects.toMatchObject({ code: 'INVALID_INPUT' }) // prettier-ignore
  })
})

test('a measure is asked at the time points chosen, in the order of time', async () => {
  const county = await aCounty()
  const [goals] = await county.api.outcomes.listMeasures({})
  if (!goals) throw new Error('There is no measure.')
  const made = await aProgramme(county, {
    measures: [{ measureId: goals.id, timePoints: ['follow-up', 'before'] }],
  })
  expect(made.measures).toEqual([{ measureId: goals.id, timePoints: ['before', 'follow-up'] }])
})

test('the catalogue a county starts with says what is published, and no more', async () => {
  const { api } = await aCounty()
  const all = await api.programmes.list({})
  const solihull = all.find((one) => one.name === 'Solihull Approach Parenting')
  expect(solihull).toMatchObject({ usualSessions: 10, sessionMinutes: 120, usualPlaces: 12, placeKind: 'family', staffNeeded: 2 }) // prettier-ignore
  expect(solihull?.sessions.map((one) => one.kind)).toEqual(['home-visit'])
  const teen = all.find((one) => one.name === 'Triple P for parents of teenagers')
  expect(teen?.sessions.map((one) => one.kind)).toEqual(['phone', 'phone', 'phone'])
  expect(all.every((one) => one.completeAt === null)).toBe(true)
})
