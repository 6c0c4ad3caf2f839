import { describe, expect, test } from 'vitest'
import { aBooking } from '../../support/booking-factories.ts'
import { aGroup, aPlan, aProgramme, aRoomElsewhere, aWorker, ruleOf } from '../../support/group-factories.ts'
import { aPairPlan } from '../../support/pair-factories.ts'
import { at } from '../../support/register-factories.ts'
import { aCounty } from '../../support/test-county.ts'

describe('two groups planned in one slot', () => {
  test('meet at the same times in two rooms, and each names the other', async () => {
    const county = await aCounty()
    const { plan } = await aPairPlan(county)
    const children = await county.api.groups.plan(plan)
    expect(children.linked).toMatchObject({ name: 'Parents, winter', apart: 0 })
    const parents = await county.api.groups.get({ id: children.linked?.id ?? '' })
    expect(parents.linked).toEqual({ id: children.id, name: 'Children, winter', apart: 0 })
    expect(parents.sessions.map((one) => [one.startsAt, one.roomName])).toEqual(
      children.sessions.map((one) => [one.startsAt, 'Lounge']),
    )
    expect(children.sessions.map((one) => one.roomName)).toEqual(['Hall', 'Hall', 'Hall'])
  })

  test('are not planned when one of the rooms is taken, and neither is made', async () => {
    const county = await aCounty()
    const { plan, lounge } = await aPairPlan(county)
    await aBooking(county, lounge.id, { date: '2026-12-08', from: '11:00', to: '12:00' })
    await expect(county.api.groups.plan(plan)).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await county.api.groups.list({})).toEqual([])
  })

  test('say on how many dates they no longer meet together', async () => {
    const county = await aCounty()
    const { plan } = await aPairPlan(county)
    const children = await county.api.groups.plan(plan)
    const { id, version } = at(children.sessions, 1)
    await county.api.groups.cancelSession({ id, version, reason: 'Snow' })
    expect((await county.api.groups.get({ id: children.id })).linked).toMatchObject({ apart: 1 })
  })

  test('are planned again together in the next term', async () => {
    const county = await aCounty()
    const { plan, lounge, parents } = await aPairPlan(county)
    const children = await county.api.groups.plan(plan)
    const again = await county.api.groups.planAgain({ id: children.id })
    expect(again.linked).toMatchObject({
      programmeId: parents.id,
      roomId: lounge.id,
      publicTitle: 'Parents’ group',
    })
  })
})

describe('planning warns, and saves all the same', () => {
  test('when somebody is to lead both of two groups in one slot, by name, and not when each has their own', async () => {
    const county = await aCounty()
    const { plan, jo, sam } = await aPairPlan(county)
    const { programmeId, roomId } = plan.linked
    const warnings = async (staffIds: typeof jo.id[]) => (await county.api.groups.previewPlan({ ...ruleOf(plan), linked: { programmeId, roomId, facilitatorIds: staffIds } })).warnings // prettier-ignore
    expect(await warnings([jo.id, sam.id])).toContain('Jo Price is to lead both groups, which meet at the same time.') // prettier-ignore
    expect((await warnings([sam.id])).filter((one) => one.includes('lead both'))).toEqual([])
  })

  test('when a leader already leads another group then, and not when that one ends as this begins', async () => {
    const county = await aCounty()
    const jo = await aWorker(county)
    await aGroup(county, { facilitatorIds: [jo.id], startTime: '11:00', endTime: '13:00' })
    const programme = await aProgramme(county, { name: 'Kite makers', coDelivered: false })
    const { id: roomId } = await aRoomElsewhere(county)
    const warnings = async (startTime: string, endTime: string) =>
      (await county.api.groups.previewPlan(ruleOf(aPlan(programme.id, roomId, { facilitatorIds: [jo.id], startTime, endTime })))).warnings // prettier-ignore
    expect(await warnings('12:00', '14:00')).toEqual([
      'Jo Price also leads Tuesday group on 3 of these dates, first on Tue 1 Dec.',
    ])
    expect((await warnings('13:00', '14:00'))[0]).toContain('less than 20 minutes to get to or from')
    expect(await warnings('13:20', '14:00')).toEqual([])
  })

  test('when fewer lead than the programme needs, or one is not trained', async () => {
    const county = await aCounty()
    const jo = await aWorker(county)
    const programme = await aProgramme(county, { coDelivered: false, staffNeeded: 2, needsTraining: true })
    const group = await aGroup(county, { programmeId: programme.id, facilitatorIds: [jo.id] })
    expect(group.warnings).toEqual([
      'Kite flyers is led by 2 people. This group has 1.',
      'Jo Price is not trained in Kite flyers.',
    ])
    await county.api.staff.setTraining({ staffId: jo.id, training: [{ programmeId: programme.id, trainedOn: '2025-01-01', expiresOn: '2026-12-10' }] }) // prettier-ignore
    expect((await county.api.groups.get({ id: group.id })).warnings[1]).toBe(
      'Jo Price’s training in Kite flyers ends on 10 December 2026, before 1 of the sessions.',
    )
  })

  test('when the room lacks what the programme needs', async () => {
    const county = await aCounty()
    const roomNeeds = { stepFree: true, features: ['Kitchen'], beside: ['Crèche'] }
    const programme = await aProgramme(county, { coDelivered: false, roomNeeds })
    const { id: roomId } = await aRoomElsewhere(county)
    const { warnings } = await county.api.groups.previewPlan(ruleOf(aPlan(programme.id, roomId)))
    expect(warnings).toEqual([
      'Nobody has said whether Hall is step-free, which this programme needs.',
      'Hall has no kitchen, which this programme needs.',
      'This programme needs a crèche beside the room, and none is booked.',
    ])
  })
})
