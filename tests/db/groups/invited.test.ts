import { describe, expect, test } from 'vitest'
import { callsLeft } from '../../../shared/groups/topics.rules.ts'
import { aGroup, aProgramme, aRoomElsewhere } from '../../support/group-factories.ts'
import { aPerson } from '../../support/people-factories.ts'
import { at, enrol } from '../../support/register-factories.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

const call = { title: 'How is it going?', kind: 'phone', minutes: null } as const

/** Mondays from 16 November; Ahmed came to the first, Brown missed it, and today is the second. */
async function halfway(county: TestCounty) {
  const programme = await aProgramme(county, {
    sessions: [{ title: 'Hello', kind: 'group', minutes: 60 }, call],
  })
  const group = await aGroup(county, { programmeId: programme.id, firstDate: '2026-11-16', weekday: 1 })
  const people = []
  for (const lastName of ['Ahmed', 'Brown']) {
    const person = await aPerson(county, { firstName: 'Sam', lastName, dateOfBirth: '2018-05-04' })
    await enrol(county, group.id, person.id)
    people.push(person.id)
  }
  const [first] = group.sessions
  const [ahmed, brown] = [at(people, 0), at(people, 1)]
  const sessionId = at(group.sessions, 0).id
  await county.api.registers.mark({ sessionId, personId: ahmed, code: 'P' })
  await county.api.registers.mark({ sessionId, personId: brown, code: 'N' })
  return { programme, group, first, sessionId, ahmed, brown }
}
const thursday = { date: '2026-11-26', startTime: '13:00', endTime: '14:00' }

describe('a session that makes up for one', () => {
  test('is for those who missed it, delivers the same, and is no date of the group', async () => {
    const county = await aCounty()
    const { group, sessionId, brown } = await halfway(county)
    expect(await county.api.groups.missed({ id: sessionId })).toMatchObject([
      { name: 'Sam Ahmed', came: 'came' },
      { name: 'Sam Brown', came: 'missed' },
    ])
    const { id: roomId } = await aRoomElsewhere(county)
    const made = await county.api.groups.addInvited({ groupId: group.id, kind: 'group', makeUpForId: sessionId, personIds: [brown], roomId, ...thursday }) // prettier-ignore
    expect(made).toMatchObject({
      number: null,
      makeUpForId: sessionId,
      topic: 'Hello',
      expected: 1,
      roomName: 'Hall',
    })
    const now = await county.api.groups.get({ id: group.id })
    expect(now.sessionCount).toBe(3)
    expect(now.sessions.map((one) => one.number)).toEqual([1, 2, null, 3])
    expect(await county.api.groups.invited({ groupId: group.id })).toEqual([
      { sessionId: made.id, personId: brown, name: 'Sam Brown' },
    ])
  })

  test('is not held while the group meets, nor without a room', async () => {
    const county = await aCounty()
    const { group, sessionId, brown } = await halfway(county)
    const { id: roomId } = await aRoomElsewhere(county)
    const asked = { groupId: group.id, kind: 'group' as const, makeUpForId: sessionId, personIds: [brown] }
    const meeting = { date: '2026-11-23', startTime: '11:00', endTime: '13:00', roomId }
    await expect(county.api.groups.addInvited({ ...asked, ...meeting })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    await expect(county.api.groups.addInvited({ ...asked, ...thursday })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    })
  })

  test('is for people who are in the group on that day', async () => {
    const county = await aCounty()
    const { group } = await halfway(county)
    const stranger = await aPerson(county, { lastName: 'Else' })
    const asked = { groupId: group.id, kind: 'phone' as const, personIds: [stranger.id], ...thursday }
    await expect(county.api.groups.addInvited(asked)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('not in this group on 26 November 2026'),
    })
  })
})

describe('a phone call', () => {
  test('is with those invited, needs no room, and may be at the time of the group', async () => {
    const county = await aCounty()
    const { group, programme, ahmed } = await halfway(county)
    const topicId = at(programme.sessions, 1).id
    const made = await county.api.groups.addInvited({ groupId: group.id, kind: 'phone', topicId, personIds: [ahmed], date: '2026-11-23', startTime: '10:30', endTime: '10:50' }) // prettier-ignore
    expect(made).toMatchObject({ kind: 'phone', mode: 'phone', topic: 'How is it going?', roomId: null, expected: 1, number: null }) // prettier-ignore
    const [, second] = (await county.api.groups.get({ id: group.id })).sessions
    expect(second).toMatchObject({ number: 2, expected: 2 })
  })

  test('of the manual is missed for as long as no family has one', async () => {
    const county = await aCounty()
    const { group, programme, ahmed } = await halfway(county)
    const left = async () => {
      const { manual, sessions } = await county.api.groups.get({ id: group.id })
      return callsLeft(manual, sessions).map((one) => one.title)
    }
    expect(await left()).toEqual(['How is it going?'])
    const topicId = at(programme.sessions, 1).id
    const call = { kind: 'phone', date: '2026-11-23', startTime: '10:30', endTime: '10:50' } as const
    const { id, version } = await county.api.groups.addInvited({ ...call, groupId: group.id, topicId, personIds: [ahmed] }) // prettier-ignore
    expect(await left()).toEqual([])
    await county.api.groups.cancelSession({ id, version, reason: 'Family away' })
    expect(await left()).toEqual(['How is it going?'])
  })

  test('may be with others instead, until somebody is marked', async () => {
    const county = await aCounty()
    const { group, ahmed, brown } = await halfway(county)
    const today = { date: '2026-11-23', startTime: '08:00', endTime: '08:20' }
    const made = await county.api.groups.addInvited({ groupId: group.id, kind: 'phone', personIds: [ahmed], ...today }) // prettier-ignore
    const changed = await county.api.groups.setInvitees({
      id: made.id,
      version: made.version,
      personIds: [brown],
    })
    expect(await county.api.groups.invited({ groupId: group.id })).toMatchObject([{ personId: brown }])
    await county.api.registers.mark({ sessionId: made.id, personId: brown, code: 'P' })
    const away = county.api.groups.setInvitees({ id: made.id, version: changed.version, personIds: [ahmed] })
    await expect(away).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  test('is the only kind of session with invitations: the others are for everybody', async () => {
    const county = await aCounty()
    const { group, ahmed } = await halfway(county)
    const { id, version } = at(group.sessions, 2)
    await expect(county.api.groups.setInvitees({ id, version, personIds: [ahmed] })).rejects.toMatchObject({ code: 'CONFLICT' }) // prettier-ignore
  })
})
