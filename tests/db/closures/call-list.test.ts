import { expect, test } from 'vitest'
import { aBooking, aBuilding, aRoom } from '../../support/booking-factories.ts'
import { aClosure, moveTo } from '../../support/closure-factories.ts'
import { aGroup } from '../../support/group-factories.ts'
import { aPerson } from '../../support/people-factories.ts'
import { at, enrol } from '../../support/register-factories.ts'
import { aCounty } from '../../support/test-county.ts'

/** Three sessions in a hall that is closed on their days, with people of every answer to whether calling is safe. */
async function aClosedGroup() {
  const county = await aCounty()
  const { id: buildingId } = await aBuilding(county, 'Shut')
  const hall = await aRoom(county, { buildingId })
  const free = await aRoom(county, { name: 'Room 2', buildingId: (await aBuilding(county, 'Open')).id })
  const group = await aGroup(county, { roomId: hall.id, firstDate: '2026-11-24', sessions: 4 })
  const answers = [['Zoe', 'Ahmed', 'yes'], ['Adam', 'Ahmed', 'no'], ['Mia', 'Brown', 'not-asked']] as const // prettier-ignore
  for (const [firstName, lastName, safeToCall] of answers) {
    const { id } = await aPerson(county, { firstName, lastName, safeToCall, phone: `0116 ${firstName}`, family: { kind: 'new', name: lastName } }) // prettier-ignore
    await enrol(county, group.id, id)
  }
  const when = { kind: 'days', from: '2026-11-24', to: '2026-12-15' } as const
  const { id: closureId } = await aClosure(county, { places: [{ buildingId }], when })
  return { county, api: county.api, hall, free, closureId }
}

test('everybody expected is on the call list, also of a session that was cancelled, with what to say', async () => {
  const { api, free, closureId } = await aClosedGroup()
  const { rows } = await api.closures.desk({ closureId })
  const [first, second, third] = [at(rows, 0), at(rows, 1), at(rows, 2)]
  const reason = 'Boiler'
  await api.closures.rehome({
    closureId,
    choices: [
      moveTo(first, [free.id]),
      { bookingId: second.bookingId, version: second.version, do: 'cancel', reason },
      { bookingId: third.bookingId, version: third.version, do: 'keep', reason: 'Heaters' },
    ],
  })
  const list = await api.closures.callList({ closureId })
  expect(list.sessions.map((session) => session.say)).toEqual([
    'Runs on Tue 24 Nov, 10am to midday, in another room: Room 2, Open.',
    'Does not run on Tue 1 Dec, 10am to midday.',
    'Not decided yet. Ring when it is.',
  ])
  expect(list.sessions.map((session) => session.people.length)).toEqual([3, 3, 3])
  expect(list.sessions.map((session) => session.roomName)).toEqual(['Hall', 'Hall', 'Hall'])
})

test('no number is given of somebody who did not say that calling is safe', async () => {
  const { api, closureId } = await aClosedGroup()
  const list = await api.closures.callList({ closureId })
  expect(at(list.sessions, 0).people).toEqual([
    { name: 'Adam Ahmed', familyName: 'Ahmed', phone: null, safeToCall: 'no' },
    { name: 'Zoe Ahmed', familyName: 'Ahmed', phone: '0116 Zoe', safeToCall: 'yes' },
    { name: 'Mia Brown', familyName: 'Brown', phone: null, safeToCall: 'not-asked' },
  ])
  expect(JSON.stringify(list)).not.toMatch(/0116 (Adam|Mia)/)
})

test('every call list is in the audit trail, and nobody without people gets one', async () => {
  const { county, api, closureId } = await aClosedGroup()
  await api.closures.callList({ closureId })
  expect(await api.audit.list({ limit: 1 })).toMatchObject([{ operation: 'closures.callList' }])
  const officer = await county.as('facilities')
  await expect(officer.closures.callList({ closureId })).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
})

test('what is no session is listed with its contact, and a private booking is only counted for others', async () => {
  const { county, api, hall, closureId } = await aClosedGroup()
  const override = { overrideReason: 'Booked before' }
  await aBooking(county, hall.id, { from: '13:00', to: '14:00', contact: 'Sam, 0116 1', ...override })
  await aBooking(county, hall.id, { from: '15:00', to: '16:00', purpose: 'contact', ...override })
  const { rows } = await api.closures.desk({ closureId })
  const others = rows.filter((row) => row.sessionId === null)
  const choices = others.map(({ bookingId, version }) => ({ bookingId, version, do: 'cancel' as const, reason: 'Boiler' })) // prettier-ignore
  await api.closures.rehome({ closureId, choices })
  expect((await api.closures.callList({ closureId })).others).toMatchObject([{ contact: 'Sam, 0116 1' }, { title: 'Baby massage' }]) // prettier-ignore
  const facilitator = await county.as('facilitator')
  expect(await facilitator.closures.callList({ closureId })).toMatchObject({ others: [{ title: 'Baby massage' }], hidden: 1 }) // prettier-ignore
})
