import { describe, expect, test } from 'vitest'
import { topicsLeft } from '../../../shared/groups/topics.rules.ts'
import { aGroup, aProgramme, sentBack } from '../../support/group-factories.ts'
import { aPerson } from '../../support/people-factories.ts'
import { at, enrol } from '../../support/register-factories.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

const sessions = [
  { title: 'At home', kind: 'home-visit', minutes: null },
  { title: 'Hello', kind: 'group', minutes: 90 },
  { title: 'Feelings', kind: 'group', minutes: 90 },
  { title: 'Goodbye', kind: 'workshop', minutes: 60 },
] as const

async function planned(county: TestCounty, change: Parameters<typeof aGroup>[1] = {}) {
  const programme = await aProgramme(county, { sessions: [...sessions], completeAt: 2, usualPlaces: 8 })
  const group = await aGroup(county, { programmeId: programme.id, ...change })
  return { programme, group }
}
const again = ({ api }: TestCounty, { id }: { id: string }) => api.groups.get({ id })

describe('planning a group', () => {
  test('gives each date the next title of the manual with its kind, and no date to a visit at home', async () => {
    const county = await aCounty()
    const { group } = await planned(county)
    expect(group.sessions.map((one) => [one.topic, one.kind])).toEqual([
      ['Hello', 'group'],
      ['Feelings', 'group'],
      ['Goodbye', 'workshop'],
    ])
    expect(topicsLeft(group.manual, group.sessions)).toEqual([])
  })

  test('leaves dates after the last title without one, and names the titles that found no date', async () => {
    const county = await aCounty()
    const { group: long } = await planned(county, { sessions: 4 })
    expect(long.sessions.map((one) => one.topic)).toEqual(['Hello', 'Feelings', 'Goodbye', null])
    const programmeId = long.programmeId
    const short = await aGroup(county, { programmeId, sessions: 1, firstDate: '2027-02-02' })
    expect(topicsLeft(short.manual, short.sessions).map((one) => one.title)).toEqual(['Feelings', 'Goodbye'])
  })

  test('takes the edition and the rule of completing, unless another is said', async () => {
    const county = await aCounty()
    const { programme, group } = await planned(county)
    expect(group).toMatchObject({ edition: 1, completeAt: 2, mode: 'in-person' })
    const own = await aGroup(county, {
      programmeId: programme.id,
      completeAt: 1,
      mode: 'online',
      firstDate: '2027-02-02',
    })
    expect(own).toMatchObject({ completeAt: 1, mode: 'online' })
  })
})

describe('a group planned before its programme was changed', () => {
  test('keeps its titles, its ages, its kind of place and its rule', async () => {
    const county = await aCounty()
    const { programme, group } = await planned(county)
    const changed = await county.api.programmes.update({
      ...sentBack(programme),
      placeKind: 'family',
      ageFrom: 8,
      completeAt: 1,
      sessions: [{ title: 'All new', kind: 'group', minutes: 60 }],
    })
    const kept = await again(county, group)
    expect(kept).toMatchObject({
      edition: 1,
      programmeEdition: 2,
      completeAt: 2,
      placeKind: 'person',
      ageFrom: null,
    })
    expect(kept.manual).toEqual(programme.sessions)
    expect(kept.sessions.map((one) => one.topic)).toEqual(['Hello', 'Feelings', 'Goodbye'])
    const next = await aGroup(county, { programmeId: programme.id, firstDate: '2027-02-02', sessions: 1 })
    expect(next).toMatchObject({
      edition: 2,
      completeAt: 1,
      placeKind: 'family',
      ageFrom: 8,
      manual: changed.sessions,
    })
  })
})

describe('what a session delivered', () => {
  test('is said in the words of the manual or in others, also once its register is complete', async () => {
    const county = await aCounty()
    const { group, programme } = await planned(county, { firstDate: '2026-11-17' })
    const { id, version } = at(group.sessions, 0)
    const goodbye = at(programme.sessions, 3)
    const told = await county.api.groups.describeSession({ id, version, topicId: goodbye.id })
    expect(told).toMatchObject({ topic: 'Goodbye', topicId: goodbye.id })
    const mia = await aPerson(county)
    await enrol(county, group.id, mia.id)
    await county.api.registers.mark({ sessionId: id, personId: mia.id, code: 'P' })
    await county.api.registers.complete({ sessionId: id })
    const { version: now } = at((await again(county, group)).sessions, 0)
    const own = await county.api.groups.describeSession({ id, version: now, topic: 'A walk', mode: 'online' })
    expect(own).toMatchObject({ topic: 'A walk', topicId: null, mode: 'online', registerState: 'complete' })
  })

  test('is no title of another programme', async () => {
    const county = await aCounty()
    const { group } = await planned(county)
    const other = await aProgramme(county, { name: 'Kite makers', sessions: [...sessions] })
    const { id, version } = at(group.sessions, 0)
    const say = county.api.groups.describeSession({ id, version, topicId: at(other.sessions, 0).id })
    await expect(say).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('said by hand stays when the whole series moves', async () => {
    const county = await aCounty()
    const { group } = await planned(county)
    const second = at(group.sessions, 1)
    await county.api.groups.describeSession({ id: second.id, version: second.version, topic: 'A walk' })
    const asked = {
      bookingId: second.bookingId ?? '',
      scope: 'all',
      change: { startTime: '13:00', endTime: '15:00' },
    } as const
    const { seen } = await county.api.series.previewEdit(asked)
    await county.api.series.edit({ ...asked, seen })
    const moved = (await again(county, group)).sessions
    expect(moved.map((one) => [one.startsAt.slice(11), one.topic])).toEqual([
      ['13:00', 'Hello'],
      ['13:00', 'A walk'],
      ['13:00', 'Goodbye'],
    ])
  })

  test('that did not run is among the titles left, until another session takes it up', async () => {
    const county = await aCounty()
    const { group } = await planned(county)
    const { id, version, topicId } = at(group.sessions, 1)
    await county.api.groups.cancelSession({ id, version, reason: 'Snow' })
    const short = await again(county, group)
    expect(topicsLeft(short.manual, short.sessions).map((one) => one.title)).toEqual(['Feelings'])
    const when = {
      date: '2026-12-29',
      startTime: '10:00',
      endTime: '12:00',
      roomId: at(group.sessions, 0).roomId ?? '',
    }
    await county.api.groups.addSession({ groupId: group.id, ...when, topicId })
    const whole = await again(county, group)
    expect(topicsLeft(whole.manual, whole.sessions)).toEqual([])
  })

  test('is a session of a programme in use: one taken out of the catalogue is retired and keeps its name', async () => {
    const county = await aCounty()
    const { programme, group } = await planned(county)
    await county.api.programmes.update({ ...sentBack(programme), completeAt: null, sessions: [] })
    expect((await again(county, group)).sessions.map((one) => one.topic)).toEqual([
      'Hello',
      'Feelings',
      'Goodbye',
    ])
  })

  test('of a sensitive group is not told to those who may not see its people', async () => {
    const county = await aCounty()
    const programme = await aProgramme(county, { sessions: [...sessions], sensitive: true })
    const group = await aGroup(county, { programmeId: programme.id })
    const facilities = await county.as('facilities')
    const seen = await facilities.groups.get({ id: group.id })
    expect(JSON.stringify(seen)).not.toMatch(/Feelings|Kite flyers/)
  })
})

test('materials that are sent never count as attended, by the group or by the one session', async () => {
  const county = await aCounty()
  const { id: programmeId } = await aProgramme(county)
  const mia = await aPerson(county)
  const marked = async (mode: 'materials' | 'in-person', own: 'materials' | 'online' | null) => {
    const group = await aGroup(county, { programmeId, firstDate: '2026-11-17', mode })
    await enrol(county, group.id, mia.id)
    const { id, version } = at(group.sessions, 0)
    await county.api.groups.describeSession({ id, version, topic: null, mode: own })
    await county.api.registers.mark({ sessionId: id, personId: mia.id, code: 'P' })
    return at((await again(county, group)).sessions, 0)
  }
  expect(await marked('in-person', null)).toMatchObject({ expected: 1, attended: 1 })
  expect(await marked('materials', null)).toMatchObject({ expected: 1, attended: 0 })
  expect(await marked('in-person', 'materials')).toMatchObject({ expected: 1, attended: 0 })
  expect(await marked('materials', 'online')).toMatchObject({ expected: 1, attended: 1 })
})
