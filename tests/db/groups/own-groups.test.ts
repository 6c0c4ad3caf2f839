import { describe, expect, test } from 'vitest'
import { aRoom } from '../../support/booking-factories.ts'
import { aPlan, aProgramme, aWorker } from '../../support/group-factories.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

const refused = { code: 'NOT_ALLOWED', message: expect.stringContaining('Jo Price') }

/** A group that Jo leads, with somebody who leads it and somebody who does not. */
async function aGroupOfJo() {
  const county: TestCounty = await aCounty()
  const room = await aRoom(county)
  const jo = await aWorker(county)
  const amir = await aWorker(county, 'Amir Khan', 'youth-justice')
  const programme = await aProgramme(county)
  const group = await county.api.groups.plan(aPlan(programme.id, room.id, { facilitatorIds: [jo.id] }))
  const own = await county.as('facilitator', { staffId: jo.id, name: 'Jo Price' })
  const other = await county.as('facilitator', { staffId: amir.id, name: 'Amir Khan' })
  return { county, room, group, own, other, jo }
}

describe('a facilitator', () => {
  test('changes a group they lead, and is told whom to ask about one they do not', async () => {
    const { group, own, other, jo } = await aGroupOfJo()
    const change = {
      id: group.id,
      version: group.version,
      name: 'Kite makers',
      publicTitle: group.publicTitle,
      facilitatorIds: [jo.id],
    }
    await expect(other.groups.update(change)).rejects.toMatchObject(refused)
    expect((await own.groups.get({ id: group.id })).name).toBe(group.name)
    expect((await own.groups.update(change)).name).toBe('Kite makers')
  })

  test('neither moves, adds nor cancels a session of somebody else, nor the whole group', async () => {
    const { room, group, own, other } = await aGroupOfJo()
    const [first] = group.sessions
    if (!first) throw new Error('The group has no session.')
    const place = { date: '2026-12-04', startTime: '10:00', endTime: '12:00', roomId: room.id }
    const { id, version } = first
    await expect(other.groups.moveSession({ id, version, ...place })).rejects.toMatchObject(refused)
    await expect(other.groups.addSession({ groupId: group.id, ...place })).rejects.toMatchObject(refused)
    await expect(other.groups.cancelSession({ id, version, reason: 'Snow' })).rejects.toMatchObject(refused)
    await expect(
      other.groups.cancel({ id: group.id, version: group.version, reason: 'Snow' }),
    ).rejects.toMatchObject(refused)
    expect((await own.groups.get({ id: group.id })).sessions).toEqual(group.sessions)
    await own.groups.moveSession({ id, version, ...place })
  })

  test('is told by the group itself whether it is theirs, as a manager is', async () => {
    const { county, group, own, other } = await aGroupOfJo()
    const manager = await county.as('manager')
    const mayChange = async (api: typeof own) => (await api.groups.get({ id: group.id })).mayChange
    expect([await mayChange(own), await mayChange(other), await mayChange(manager)]).toEqual([
      true,
      false,
      true,
    ])
  })
})
