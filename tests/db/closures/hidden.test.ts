import { expect, test } from 'vitest'
import { aBooking, aBuilding, aRoom, twoRooms } from '../../support/booking-factories.ts'
import { aClosure, everyProposal } from '../../support/closure-factories.ts'
import { aGroup, aProgramme } from '../../support/group-factories.ts'
import { aPerson } from '../../support/people-factories.ts'
import { at, enrol } from '../../support/register-factories.ts'
import { aCounty } from '../../support/test-county.ts'

const secret = { title: 'Mia and her father', purpose: 'contact' } as const

test('what cannot be done at the desk names no private booking to who may not see it', async () => {
  const county = await aCounty()
  const hall = await aRoom(county)
  const { id: bookingId, version } = await aBooking(county, hall.id, { ...secret, date: '2026-12-15' })
  const { id: closureId } = await aClosure(county)
  const facilitator = await county.as('facilitator')
  const cancel = (api = county.api) =>
    api.closures.rehome({ closureId, choices: [{ bookingId, version, do: 'cancel', reason: 'Boiler' }] })
  await expect(cancel(facilitator)).rejects.toMatchObject({
    code: 'NOT_ALLOWED',
    message: expect.not.stringContaining('Mia'),
    details: expect.not.objectContaining({ problems: expect.anything() }),
  })
  await expect(cancel()).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('Mia') })
})

test('the desk says of a private booking that it was let run, and not why', async () => {
  const county = await aCounty()
  const hall = await aRoom(county)
  const { id: bookingId, version } = await aBooking(county, hall.id, secret)
  const { id: closureId } = await aClosure(county)
  const reason = 'The father leaves on Friday'
  await county.api.closures.rehome({ closureId, choices: [{ bookingId, version, do: 'keep', reason }] })
  const facilitator = await county.as('facilitator')
  const row = at((await facilitator.closures.desk({ closureId })).rows, 0)
  expect(row.keptBecause).toBe('Decided by those who look after it')
  expect(row.purpose).toBe('other')
  expect(at((await county.api.closures.desk({ closureId })).rows, 0).keptBecause).toBe(reason)
})

test('the desk does not say how many came to a session that must not be named', async () => {
  const county = await aCounty()
  const programme = await aProgramme(county, { sensitive: true })
  const group = await aGroup(county, { programmeId: programme.id, firstDate: '2026-11-23', weekday: 1, startTime: '08:00', endTime: '12:00' }) // prettier-ignore
  const { id: personId } = await aPerson(county)
  await enrol(county, group.id, personId)
  await county.api.registers.mark({ sessionId: at(group.sessions, 0).id, personId, code: 'P' })
  const day = '2026-11-23'
  const { id: closureId } = await aClosure(county, { when: { kind: 'days', from: day, to: day } })
  const facilitator = await county.as('facilitator')
  const cancelProblem = async (api = county.api) =>
    at((await api.closures.desk({ closureId })).rows, 0).cancelProblem
  expect(await cancelProblem()).toContain('1 person is marked as having come')
  expect(await cancelProblem(facilitator)).toBeNull()
})

test('a room with longer clear-down is neither offered nor given where its equipment is needed next', async () => {
  const county = await aCounty()
  const { hall, creche, equipment } = await twoRooms(county)
  const slow = await aRoom(county, { name: 'Kitchen', buildingId: hall.buildingId, cleardownMinutes: 60 })
  const both = [{ ...at(equipment, 0), quantity: 2 }]
  const one = await aBooking(county, creche.id, { equipment: both })
  await aBooking(county, hall.id, { from: '11:15', to: '12:00', equipment: both })
  const { id: buildingId } = await aBuilding(county, 'Elsewhere')
  await aRoom(county, { buildingId })
  const places = [{ buildingId: hall.buildingId, roomId: creche.id }]
  const { id: closureId } = await aClosure(county, { places })
  const desk = await county.api.closures.desk({ closureId })
  expect(at(desk.rows, 0).proposal?.rooms[0]?.roomId).not.toBe(slow.id)
  const choice = { bookingId: one.id, version: one.version, do: 'move' as const, roomIds: [slow.id] }
  await expect(county.api.closures.rehome({ closureId, choices: [choice] })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('Projector'),
  })
  await county.api.closures.rehome({ closureId, choices: everyProposal(desk) })
})
