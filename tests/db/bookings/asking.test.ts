import { describe, expect, test } from 'vitest'
import { aBooking, aBuilding, aRequest, aRoom } from '../../support/booking-factories.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

const at10 = { startsAt: '2026-11-25T10:00', endsAt: '2026-11-25T11:00' }
const names = { serviceName: 'Family Help', buildingWord: 'Building' }

describe('a booking in pencil [FEATURES S14]', () => {
  test('is kept for two weeks, and no longer than its own day', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const pencilled = (date: string) => aBooking(county, hall.id, { date, status: 'tentative' })
    expect(await pencilled('2026-12-24')).toMatchObject({ status: 'tentative', expiresOn: '2026-12-07' })
    expect(await pencilled('2026-11-30')).toMatchObject({ expiresOn: '2026-11-30' })
  })

  test('blocks nothing and is blocked by nothing, but both say what they overlap', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const pencilled = await aBooking(county, hall.id, { status: 'tentative', title: 'Perhaps yoga' })
    const certain = await aBooking(county, hall.id, { from: '10:30', title: 'Clinic' })
    expect(await county.api.bookings.get({ id: pencilled.id })).toMatchObject({
      obstacles: [{ kind: 'booking', title: 'Clinic' }],
      overlaps: [],
    })
    expect(await county.api.bookings.get({ id: certain.id })).toMatchObject({
      obstacles: [],
      overlaps: [{ title: 'Perhaps yoga', status: 'tentative' }],
    })
  })

  test('lapses after its last day and not on it', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const { id } = await aBooking(county, hall.id, { date: '2026-12-24', status: 'tentative' })
    const status = async () => (await county.api.bookings.get({ id })).booking.status
    county.setNow('2026-12-07T23:00:00.000Z')
    expect(await status()).toBe('tentative')
    county.setNow('2026-12-08T09:00:00.000Z')
    expect(await status()).toBe('lapsed')
  })

  test('is listed in the week before it lapses, for those who look after it', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const { id } = await aBooking(county, hall.id, { date: '2026-12-24', status: 'tentative' })
    const lapsing = async (api = county.api) => (await api.bookings.listLapsing({})).map((one) => one.id)
    county.setNow('2026-11-29T12:00:00.000Z')
    expect(await lapsing()).toEqual([])
    county.setNow('2026-11-30T12:00:00.000Z')
    expect(await lapsing()).toEqual([id])
    expect(await lapsing(await county.as('facilitator'))).toEqual([])
  })

  test('becomes certain when it is confirmed, if the room is still free', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const one = await aBooking(county, hall.id, { status: 'tentative' })
    const other = await aBooking(county, hall.id, { status: 'tentative' })
    expect(await county.api.bookings.confirm({ id: one.id, version: 1 })).toMatchObject({
      status: 'confirmed',
      expiresOn: null,
    })
    await expect(county.api.bookings.confirm({ id: other.id, version: 1 })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('Hall is taken'),
    })
    await expect(county.api.bookings.confirm({ id: one.id, version: 2 })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
  })

  test('can be kept longer, but not into the past', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const { id, version, title } = await aBooking(county, hall.id, {
      date: '2026-12-24',
      status: 'tentative',
    })
    const change = { id, version, title, private: false }
    await expect(county.api.bookings.update({ ...change, expiresOn: '2026-11-22' })).rejects.toMatchObject({ details: { fields: { expiresOn: expect.any(String) } } }) // prettier-ignore
    expect(await county.api.bookings.update({ ...change, expiresOn: '2026-12-20' })).toMatchObject({ expiresOn: '2026-12-20' }) // prettier-ignore
  })
})

describe('a room that is not one’s own to book is asked for [FEATURES S15, G1]', () => {
  test('by a facilitator everywhere, and by an assistant outside own buildings', async () => {
    const county = await aCounty()
    const [own, other] = [await aBuilding(county, 'Own'), await aBuilding(county, 'Other')]
    const [mine, theirs] = [await aRoom(county, { buildingId: own.id }), await aRoom(county, { buildingId: other.id })] // prettier-ignore
    const assistant = { api: await county.as('assistant', { buildingIds: [own.id] }) }
    const facilitator = { api: await county.as('facilitator') }
    expect((await aBooking(assistant, mine.id)).status).toBe('confirmed')
    expect((await aBooking(assistant, theirs.id)).status).toBe('requested')
    expect((await aBooking(facilitator, theirs.id)).status).toBe('requested')
    expect((await aBooking(county, theirs.id)).status).toBe('confirmed')
  })

  test('holds nothing until somebody who looks after the building says yes', async () => {
    const county = await aCounty()
    const asked = await aRequest(county)
    expect(await county.api.bookings.listRequests({})).toMatchObject([
      { booking: { id: asked.id }, askedBy: 'Test facilitator', obstacles: [], overlaps: [] },
    ])
    const certain = await county.api.bookings.decide({ id: asked.id, version: 1, accept: true })
    expect(certain).toMatchObject({ status: 'confirmed', expiresOn: null })
    expect(await county.api.bookings.listRequests({})).toEqual([])
    await expect(county.api.bookings.decide({ id: asked.id, version: 2, accept: true })).rejects.toMatchObject({ code: 'CONFLICT' }) // prettier-ignore
  })

  test('is not given when it has gone meanwhile, and says to whom', async () => {
    const county = await aCounty()
    const asked = await aRequest(county)
    await aBooking(county, asked.roomId, { title: 'Clinic' })
    expect(await county.api.bookings.listRequests({})).toMatchObject([{ obstacles: [{ title: 'Clinic' }] }])
    await expect(county.api.bookings.decide({ id: asked.id, version: 1, accept: true })).rejects.toMatchObject({ message: expect.stringContaining('Clinic') }) // prettier-ignore
  })

  test('is seen beside what else wants it', async () => {
    const county = await aCounty()
    const asked = await aRequest(county, { title: 'Drumming' })
    await aBooking(county, asked.roomId, { title: 'Perhaps yoga', status: 'tentative', to: '10:30' })
    const [request] = await county.api.bookings.listRequests({})
    expect(request?.overlaps).toMatchObject([{ title: 'Perhaps yoga', status: 'tentative' }])
  })

  test('is refused with a reason, which stays with it', async () => {
    const county = await aCounty()
    const { id } = await aRequest(county)
    const no = { id, version: 1, accept: false }
    await expect(county.api.bookings.decide(no)).rejects.toMatchObject({ details: { fields: { reason: expect.any(String) } } }) // prettier-ignore
    expect(await county.api.bookings.decide({ ...no, reason: 'Staff only' })).toMatchObject({
      status: 'cancelled',
      cancelledReason: 'Not agreed: Staff only',
    })
  })

  test('that was refused is told on Today to who asked, private as it may be, until it would have begun', async () => {
    const county = await aCounty()
    const own = await aBuilding(county, 'Oadby')
    const hall = await aRoom(county)
    const assistant = await county.as('assistant', { buildingIds: [own.id] })
    const [asked, cancelled] = [
      await aBooking({ api: assistant }, hall.id, { title: 'Chat', purpose: 'one-to-one' }),
      await aBooking({ api: assistant }, hall.id, { title: 'Not wanted any more' }),
    ]
    const no = { id: asked.id, version: 1, accept: false, reason: 'The hall is for baby massage' }
    await county.api.bookings.decide(no)
    await assistant.bookings.cancel({ id: cancelled.id, version: 1, reason: 'No longer needed' })
    const told = async (api: typeof assistant) =>
      (await api.today.overview({})).needs.filter((need) => need.kind === 'bookings-refused')
    expect(await told(assistant)).toMatchObject([
      {
        title: 'Chat was not agreed',
        detail: 'Hall, Tue 24 Nov, 10am to 11am. Not agreed: The hall is for baby massage',
      },
    ])
    expect(await told(await county.as('facilitator'))).toEqual([])
    expect(await told(county.api)).toEqual([])
    county.setNow('2026-11-24T10:00:00.000Z')
    expect(await told(assistant)).toEqual([])
  })

  test('is decided only by those who book there', async () => {
    const county = await aCounty()
    const { id, buildingId } = await aRequest(county)
    const elsewhere = await aBuilding(county, 'Elsewhere')
    const assistant = await county.as('assistant', { buildingIds: [elsewhere.id] })
    expect(await assistant.bookings.listRequests({})).toEqual([])
    await expect(assistant.bookings.decide({ id, version: 1, accept: true })).rejects.toMatchObject({ code: 'NOT_ALLOWED' }) // prettier-ignore
    expect((await assistant.bookings.get({ id })).mayDecide).toBe(false)
    expect((await county.api.bookings.get({ id })).mayDecide).toBe(true)
    expect(buildingId).not.toBe(elsewhere.id)
  })

  test('lapses when its day is over and nobody has decided', async () => {
    const county = await aCounty()
    const { id } = await aRequest(county)
    county.setNow('2026-11-25T09:00:00.000Z')
    expect((await county.api.bookings.get({ id })).booking.status).toBe('lapsed')
    expect(await county.api.bookings.listRequests({})).toEqual([])
  })

  test('in pencil stays so until it is confirmed, which asks for it', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const facilitator = { api: await county.as('facilitator') }
    const { id } = await aBooking(facilitator, hall.id, { status: 'tentative' })
    expect((await facilitator.api.bookings.confirm({ id, version: 1 })).status).toBe('requested')
  })
})

describe('a booking that was agreed', () => {
  async function agreed(county: TestCounty) {
    const asked = await aRequest(county)
    await county.api.bookings.decide({ id: asked.id, version: 1, accept: true })
    return { id: asked.id, version: 2 }
  }
  /** The county of that facilitator, who is signed in already. */
  async function asTheFacilitator(county: TestCounty) {
    const hall = await aRoom(county)
    const api = await county.as('facilitator')
    const asked = await aBooking({ api }, hall.id)
    await county.api.bookings.decide({ id: asked.id, version: 1, accept: true })
    return { api, which: { id: asked.id, version: 2 } }
  }

  test('is asked for again when the person who asked changes its time', async () => {
    const county = await aCounty()
    const { api, which } = await asTheFacilitator(county)
    expect((await api.bookings.get({ id: which.id })).asksAgain).toBe(true)
    expect(await api.bookings.move({ ...which, ...at10 })).toMatchObject({ status: 'requested' })
  })

  test('unless the service does not want that', async () => {
    const county = await aCounty()
    const { api, which } = await asTheFacilitator(county)
    await county.api.settings.update({ ...names, askAgain: false })
    expect((await api.bookings.get({ id: which.id })).asksAgain).toBe(false)
    expect(await api.bookings.move({ ...which, ...at10 })).toMatchObject({ status: 'confirmed' })
  })

  test('but not when nothing moves', async () => {
    const county = await aCounty()
    const { api, which } = await asTheFacilitator(county)
    const { roomId, startsAt, endsAt } = (await api.bookings.get({ id: which.id })).booking
    expect(await api.bookings.move({ ...which, startsAt, endsAt })).toMatchObject({ status: 'confirmed' })
    expect(await api.bookings.setRooms({ ...which, version: 3, roomIds: [roomId] })).toMatchObject({ status: 'confirmed' }) // prettier-ignore
  })

  test('is asked for in a building that is not one’s own, whatever the service wants', async () => {
    const county = await aCounty()
    await county.api.settings.update({ ...names, askAgain: false })
    const own = await aRoom(county)
    const place = await county.api.buildings.create({ name: 'Elsewhere' })
    const far = await aRoom(county, { buildingId: place.id })
    const assistant = await county.as('assistant', { buildingIds: [own.buildingId] })
    const { id, version } = await aBooking({ api: assistant }, own.id)
    expect(await assistant.bookings.move({ id, version, roomId: far.id, ...at10 })).toMatchObject({ status: 'requested' }) // prettier-ignore
  })

  test('and is not when what it says changes', async () => {
    const county = await aCounty()
    const { api, which } = await asTheFacilitator(county)
    expect(await api.bookings.update({ ...which, title: 'Drums', private: false })).toMatchObject({ status: 'confirmed' }) // prettier-ignore
  })

  test('nor when somebody who looks after the building moves it', async () => {
    const county = await aCounty()
    const which = await agreed(county)
    expect(await county.api.bookings.move({ ...which, ...at10 })).toMatchObject({ status: 'confirmed' })
  })
})
