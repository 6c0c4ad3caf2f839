import { describe, expect, test } from 'vitest'
import type { StaffId } from '../../../shared/ids.ts'
import { callsOf, setThresholds } from '../../support/call-factories.ts'
import { aGroup, aProgramme, aWorker } from '../../support/group-factories.ts'
import { aPerson } from '../../support/people-factories.ts'
import { aRegister, at, enrol } from '../../support/register-factories.ts'
import { putRows } from '../../support/rows.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

/** A group that first meets on Tuesday 24 November, tomorrow, with so many children of an age. */
async function aGroupOf(
  county: TestCounty,
  children: number,
  { born = '2019-01-01', adults = 2, capacity = children } = {},
) {
  const facilitatorIds: StaffId[] = []
  for (let n = 0; n < adults; n++) facilitatorIds.push((await aWorker(county, `Worker ${n + 1}`)).id)
  const programme = await aProgramme(county, { name: `Kites ${children}`, coDelivered: false })
  const group = await aGroup(county, { programmeId: programme.id, firstDate: '2026-11-24', facilitatorIds, capacity: Math.max(1, capacity) }) // prettier-ignore
  const people = []
  for (let n = 0; n < children; n++) {
    const { id } = await aPerson(county, { firstName: `Child ${n + 1}`, dateOfBirth: born })
    await enrol(county, group.id, id)
    people.push(id)
  }
  return { group, people }
}

const why = async (county: TestCounty, kind: Parameters<typeof callsOf>[1]) =>
  (await callsOf(county, kind)).map((call) => call.why)

describe('sessions to come without enough adults', () => {
  test('two adults are enough for twelve seven-year-olds, and not for thirteen', async () => {
    const twelve = await aCounty()
    await aGroupOf(twelve, 12)
    expect(await why(twelve, 'too-few-adults')).toEqual([])
    const thirteen = await aCounty()
    const { group } = await aGroupOf(thirteen, 13)
    expect(await callsOf(thirteen, 'too-few-adults')).toMatchObject([
      {
        why: 'Tue 24 Nov at 10am. 2 adults are down for it, and 13 children need 3.',
        sessionId: at(group.sessions, 0).id,
        title: 'Kite flyers, winter',
        on: '2026-11-24',
        person: null,
      },
    ])
  })

  test('one adult is never enough, and the sessions a week ahead are looked at and no more', async () => {
    const county = await aCounty()
    await aGroupOf(county, 1, { adults: 1 })
    expect(await why(county, 'too-few-adults')).toEqual(['Tue 24 Nov at 10am. Only 1 adult is down for it, and there must be 2.']) // prettier-ignore
    await setThresholds(county, { sessionDays: 8 })
    expect(await why(county, 'too-few-adults')).toHaveLength(2)
  })

  test('a volunteer of 18 is an adult, one of 17 is not, and a parent who comes along is not', async () => {
    const helper = async (dateOfBirth: string, role: 'volunteer' | 'adult') => {
      const county = await aCounty()
      const { group } = await aGroupOf(county, 3, { adults: 1, capacity: 6 })
      const { id } = await aPerson(county, { firstName: 'Helper', dateOfBirth })
      await enrol(county, group.id, id)
      await putRows(county, (tx) =>
        tx.updateTable('enrolment').set({ role }).where('person_id', '=', id).execute(),
      )
      return why(county, 'too-few-adults')
    }
    expect(await helper('2008-11-24', 'volunteer')).toEqual([])
    expect(await helper('2008-11-25', 'volunteer')).toHaveLength(1)
    expect(await helper('1990-01-01', 'adult')).toHaveLength(1)
  })

  test('who has sent apologies needs no adult, and ages are those of the day', async () => {
    const county = await aCounty()
    const { group, people } = await aGroupOf(county, 7, { born: '2024-11-25' })
    // Still one year old tomorrow: seven of three each.
    expect(await why(county, 'too-few-adults')).toEqual(['Tue 24 Nov at 10am. 2 adults are down for it, and 7 children need 3.']) // prettier-ignore
    await county.api.registers.mark({
      sessionId: at(group.sessions, 0).id,
      personId: at(people, 0),
      code: 'A',
    })
    expect(await why(county, 'too-few-adults')).toEqual([])
  })

  test('a session online, and one with a family at home, ask for nobody', async () => {
    const county = await aCounty()
    const { group } = await aGroupOf(county, 1, { adults: 0 })
    const first = at(group.sessions, 0).id
    expect(await why(county, 'too-few-adults')).toHaveLength(1)
    await putRows(county, (tx) => tx.updateTable('session').set({ mode: 'online' }).where('id', '=', first).execute()) // prettier-ignore
    expect(await why(county, 'too-few-adults')).toEqual([])
    await putRows(county, (tx) => tx.updateTable('session').set({ mode: null, kind: 'home-visit' }).where('id', '=', first).execute()) // prettier-ignore
    expect(await why(county, 'too-few-adults')).toEqual([])
  })

  test('the ratios are a setting', async () => {
    const county = await aCounty()
    await aGroupOf(county, 12)
    await setThresholds(county, { ratios: [{ under: 19, children: 5 }] })
    expect(await why(county, 'too-few-adults')).toEqual(['Tue 24 Nov at 10am. 2 adults are down for it, and 12 children need 3.']) // prettier-ignore
  })
})

describe('groups under strength', () => {
  test('half of the places taken is enough, fewer is not; volunteers and the waiting take none (D61, D63)', async () => {
    const county = await aCounty()
    const { group, people } = await aGroupOf(county, 5, { capacity: 10 })
    expect(await why(county, 'under-strength')).toEqual([])
    const waiting = await aPerson(county, { firstName: 'Waiting' })
    await county.api.enrolments.enrol({ groupId: group.id, personId: waiting.id, status: 'waiting', onDate: '2026-11-01' }) // prettier-ignore
    await putRows(county, (tx) =>
      tx.updateTable('enrolment').set({ role: 'volunteer' }).where('person_id', '=', at(people, 0)).execute(),
    )
    expect(await why(county, 'under-strength')).toEqual(['Only 4 people for 10 places. It begins on Tue 24 Nov.']) // prettier-ignore
  })

  test('three weeks before it begins it is looked at, and not before', async () => {
    const county = await aCounty()
    await aGroupOf(county, 1, { capacity: 10 })
    county.setNow('2026-11-03T09:00:00.000Z')
    expect(await why(county, 'under-strength')).toHaveLength(1)
    county.setNow('2026-11-02T09:00:00.000Z')
    expect(await why(county, 'under-strength')).toEqual([])
  })
})

describe('registers not taken', () => {
  test('are asked for the day after, with the oldest named', async () => {
    const county = await aCounty()
    const { groupId, sessions } = await aRegister(county, {
      dates: ['2026-11-09', '2026-11-16', '2026-11-23'],
    })
    expect(await callsOf(county, 'register-not-taken')).toMatchObject([
      { why: '2 registers not complete, the oldest of Mon 9 Nov.', groupId, to: `/registers/${at(sessions, 0)}` },
    ]) // prettier-ignore
    await setThresholds(county, { registerDays: 8 })
    expect(await why(county, 'register-not-taken')).toEqual(['The register of Mon 9 Nov is not complete.'])
    await setThresholds(county, { registerDays: 15 })
    expect(await why(county, 'register-not-taken')).toEqual([])
  })

  test('a session that did not run asks for none (D77)', async () => {
    const county = await aCounty()
    await aRegister(county, { dates: ['2026-11-16'], didNotRun: ['2026-11-16'] })
    expect(await why(county, 'register-not-taken')).toEqual([])
  })
})

describe('an answer', () => {
  test('lets a group go until its day, and no other of its calls', async () => {
    const county = await aCounty()
    const { group } = await aGroupOf(county, 1, { adults: 1, capacity: 10 })
    const answer = { kind: 'under-strength', subjectId: group.id, answer: 'Three more are coming', until: '2026-11-25' } as const // prettier-ignore
    await county.api.calls.answer(answer)
    expect(await why(county, 'under-strength')).toEqual([])
    expect(await why(county, 'too-few-adults')).toHaveLength(1)
    county.setNow('2026-11-24T09:00:00.000Z')
    expect(await why(county, 'under-strength')).toEqual([])
    county.setNow('2026-11-25T09:00:00.000Z')
    expect(await why(county, 'under-strength')).toHaveLength(1)
  })

  test('needs a day to come, and something that is there', async () => {
    const county = await aCounty()
    const { group } = await aGroupOf(county, 1, { capacity: 10 })
    const answer = (change: object) =>
      county.api.calls.answer({ kind: 'under-strength', subjectId: group.id, answer: 'Known', until: '2026-11-24', ...change }) // prettier-ignore
    await expect(answer({ until: '2026-11-23' })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await expect(answer({ until: '2027-11-25' })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await expect(answer({ subjectId: at(group.sessions, 0).id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(answer({ kind: 'too-few-adults' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await answer({})
  })

  test('is for who leads the group, and for managers', async () => {
    const county = await aCounty()
    const { group } = await aGroupOf(county, 1, { capacity: 10 })
    const answer = {
      kind: 'under-strength',
      subjectId: group.id,
      answer: 'Known',
      until: '2026-12-01',
    } as const
    const leader = at(group.facilitators, 0).staffId
    const other = await county.as('facilitator', { name: 'Another' })
    await expect(other.calls.answer(answer)).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    await (await county.as('facilitator', { staffId: leader })).calls.answer(answer)
    expect(await why(county, 'under-strength')).toEqual([])
  })
})

describe('whose calls', () => {
  test('facilitators see the groups they lead, the others their building or all', async () => {
    const county = await aCounty()
    const { group } = await aGroupOf(county, 1, { adults: 1, capacity: 10 })
    const leader = await county.as('facilitator', { staffId: at(group.facilitators, 0).staffId })
    const other = await county.as('facilitator', { name: 'Another' })
    expect(await leader.calls.list({})).toHaveLength(2)
    expect(await other.calls.list({})).toEqual([])
    expect(await (await county.as('manager')).calls.list({})).toHaveLength(2)
    expect(await county.api.calls.list({ buildingId: group.buildingId })).toHaveLength(2)
    const elsewhere = await county.api.buildings.list({})
    for (const building of elsewhere.filter((one) => one.id !== group.buildingId))
      expect(await county.api.calls.list({ buildingId: building.id })).toEqual([])
    await expect((await county.as('facilities')).calls.list({})).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    })
  })

  test('a sensitive group is called by the title that others may read', async () => {
    const county = await aCounty()
    await aGroupOf(county, 1, { adults: 1, capacity: 10 })
    await putRows(county, (tx) => tx.updateTable('programme').set({ sensitive: 1 }).execute())
    for (const call of await county.api.calls.list({})) expect(call.title).toBe('Tuesday group')
  })

  test('the thresholds are for managers to change, and are kept', async () => {
    const county = await aCounty()
    const facilitator = await county.as('facilitator')
    const now = await facilitator.calls.thresholds({})
    expect(now).toMatchObject({ absences: 2, adults: 2, offerDays: 3 })
    await expect(facilitator.calls.changeThresholds(now)).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    const manager = await county.as('manager')
    expect(await manager.calls.changeThresholds({ ...now, absences: 3 })).toEqual({ ...now, absences: 3 })
    expect(await facilitator.calls.thresholds({})).toEqual({ ...now, absences: 3 })
  })
})
