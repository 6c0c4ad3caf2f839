import { describe, expect, test } from 'vitest'
import { aBooking, aLedSession, aRoom, twoRooms } from '../../support/booking-factories.ts'
import { aClosedTime } from '../../support/closure-factories.ts'
import { openBuilding, weekdays } from '../../support/place-factories.ts'
import { aCounty } from '../../support/test-county.ts'

describe('changing what a booking says', () => {
  test('changes all its rooms alike', async () => {
    const county = await aCounty()
    const { hall, creche } = await twoRooms(county)
    const { id, version } = await aBooking(county, hall.id, { further: [creche.id] })
    const change = { title: 'Clinic', note: 'Side door', contact: 'Sam, ext. 5479', people: 12, layout: 'Circle', private: true } // prettier-ignore
    await county.api.bookings.update({ id, version, ...change })
    const rows = await county.api.bookings.listBetween({ from: '2026-11-24', to: '2026-11-24' })
    expect(rows).toMatchObject([change, change])
  })

  test('puts right what it is for, of all its rooms, and leaves it where nothing is said', async () => {
    const county = await aCounty()
    const { hall, creche } = await twoRooms(county)
    const { id, version } = await aBooking(county, hall.id, { further: [creche.id] })
    const contact = await county.api.bookings.update({ id, version, title: 'Visit', purpose: 'contact', private: true }) // prettier-ignore
    expect(contact).toMatchObject({ purpose: 'contact', private: true })
    await county.api.bookings.update({ id, version: contact.version, title: 'Long visit', private: true })
    const rows = await county.api.bookings.listBetween({ from: '2026-11-24', to: '2026-11-24' })
    expect(rows).toMatchObject([{ title: 'Long visit', purpose: 'contact' }, { purpose: 'contact' }])
  })

  test('does not keep a room for longer than was agreed, where that is for others to agree', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const own = await county.as('facilitator')
    const { id } = await aBooking({ api: own }, hall.id)
    await county.api.bookings.decide({ id, version: 1, accept: true })
    const change = { id, version: 2, title: 'Drums', private: false, setupMinutes: 60 }
    await expect(own.bookings.update(change)).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
      message: expect.stringContaining('Wigston Magna'),
    })
    expect(await county.api.bookings.update(change)).toMatchObject({ setupMinutes: 60, title: 'Drums' })
  })

  test('leaves the time alone, so one that would not be allowed today can still be renamed [FEATURES D34]', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const { id, version } = await aBooking(county, hall.id)
    await openBuilding(county, hall.buildingId, weekdays('14:00-17:00'))
    await aClosedTime(county, { buildingId: hall.buildingId })
    const renamed = await county.api.bookings.update({ id, version, title: 'Clinic', private: false })
    expect(renamed).toMatchObject({ title: 'Clinic', startsAt: '2026-11-24T10:00' })
    expect((await county.api.bookings.get({ id })).obstacles.map((one) => one.kind)).toEqual([
      'closure',
      'hours',
    ])
  })

  test('of one that is over, changes it without looking at anything again', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const { id, version } = await aBooking(county, hall.id)
    await aBooking(county, hall.id, { from: '11:00', to: '12:00' })
    county.setNow('2026-11-25T09:00:00.000Z')
    await aClosedTime(county, { buildingId: hall.buildingId })
    const people = await county.api.bookings.update({
      id,
      version,
      title: 'Clinic',
      people: 9,
      private: false,
    })
    expect(people).toMatchObject({ people: 9 })
  })

  test('looks at longer minutes before and after, and only at those', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const { id, title } = await aBooking(county, hall.id)
    await aBooking(county, hall.id, { from: '11:10', to: '12:00', title: 'Next' })
    const change = (version: number, cleardownMinutes: number) =>
      county.api.bookings.update({ id, version, title, private: false, cleardownMinutes })
    await expect(change(1, 11)).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('Next') }) // prettier-ignore
    const changed = await change(1, 10)
    expect(changed.heldUntil).toBe('2026-11-24T11:10')
    expect((await change(changed.version, 0)).heldUntil).toBe('2026-11-24T11:00')
  })

  test('looks at more equipment, and not at the same or less', async () => {
    const county = await aCounty()
    const { hall, creche, projector } = await twoRooms(county)
    const with2 = (quantity: number) => ({ equipment: [{ equipmentId: projector.id, quantity }] })
    const { id, title } = await aBooking(county, hall.id, with2(1))
    await aBooking(county, creche.id, with2(1))
    const change = (version: number, quantity: number) =>
      county.api.bookings.update({ id, version, title, private: false, ...with2(quantity) })
    await expect(change(1, 2)).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await change(1, 1)).toMatchObject({ equipment: [{ quantity: 1 }] })
  })

  test('of a session keeps it a session with the title of its group, and counts as changed by hand', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const { id } = await aLedSession(county, hall.id)
    const changed = await county.api.bookings.update({
      id,
      version: 1,
      title: 'Mine',
      purpose: 'staff',
      people: 9,
      private: false,
    })
    expect(changed).toMatchObject({ title: 'Bounce Back', purpose: 'session', people: 9 })
  })

  test('that somebody else changed meanwhile is refused', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const { id, title } = await aBooking(county, hall.id)
    await county.api.bookings.update({ id, version: 1, title, private: false })
    await expect(county.api.bookings.update({ id, version: 1, title, private: false })).rejects.toMatchObject({ code: 'CHANGED' }) // prettier-ignore
  })
})

describe('names as people write them [FEATURES D43]', () => {
  test.each([
    ['an apostrophe', 'O’Neill’s room'],
    ['a straight apostrophe', "O'Neill's room"],
    ['emoji', 'Rainbow 🌈 room 👩‍👧'],
    ['accents', 'Crèche Noël'],
    ['120 letters', 'x'.repeat(120)],
  ])('a room and a title with %s are kept exactly, and found', async (_what, name) => {
    const county = await aCounty()
    const room = await aRoom(county, { name })
    const { id } = await aBooking(county, room.id, { title: name })
    expect((await county.api.bookings.get({ id })).booking).toMatchObject({ roomName: name, title: name })
    await expect(aBooking(county, room.id)).rejects.toMatchObject({ message: expect.stringContaining(name) })
  })

  test('double spaces are one, so that a room is not there twice', async () => {
    const county = await aCounty()
    const room = await aRoom(county, { name: '  Room   2 ' })
    expect(room.name).toBe('Room 2')
    await expect(aRoom(county, { name: 'ROOM  2', buildingId: room.buildingId })).rejects.toMatchObject({ code: 'CONFLICT' }) // prettier-ignore
  })

  test('a title of 121 letters is refused in words', async () => {
    const county = await aCounty()
    const room = await aRoom(county)
    await expect(aBooking(county, room.id, { title: 'x'.repeat(121) })).rejects.toMatchObject({ details: { fields: { title: 'Use 120 letters or fewer.' } } }) // prettier-ignore
  })
})
