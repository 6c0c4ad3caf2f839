import { describe, expect, test } from 'vitest'
import { weekly } from '../../../shared/series/rule.ts'
import { aBooking, aBuilding, aRoom, undoOf } from '../../support/booking-factories.ts'
import { aClosure } from '../../support/closure-factories.ts'
import { aGroup } from '../../support/group-factories.ts'
import { at } from '../../support/register-factories.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

/** A building of one half of the county. */
async function aBuildingIn({ api }: Pick<TestCounty, 'api'>, half: 'east' | 'west') {
  const locality = (await api.buildings.listLocalities({})).find((one) => one.half === half)
  return api.buildings.create({ name: `In the ${half}`, localityId: locality?.id ?? null })
}

describe('closing a place', () => {
  test('leaves what is booked there, and says how much that is', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const group = await aGroup(county, {
      roomId: hall.id,
      firstDate: '2026-11-24',
      sessions: 1,
      startTime: '09:00',
      endTime: '10:00',
    })
    const booking = await aBooking(county, hall.id)
    const closure = await aClosure(county, { places: [{ buildingId: hall.buildingId }] })
    expect(closure).toMatchObject({ hits: { sessions: 1, bookings: 1 }, state: 'to-come', where: 'Wigston Magna', when: 'Tuesday 24 November 2026' }) // prettier-ignore
    expect((await county.api.bookings.get({ id: booking.id })).booking.status).toBe('confirmed')
    expect(at((await county.api.groups.get({ id: group.id })).sessions, 0).roomId).toBe(hall.id)
  })

  test.each([
    ['ends when it starts', '08:00', '10:00', 0],
    ['shares its first minute', '08:00', '10:01', 1],
    ['starts when it ends', '11:00', '12:00', 0],
    ['shares its last minute', '10:59', '12:00', 1],
  ])('a closure that %s hits a booking from 10 to 11 or does not', async (_edge, from, to, hits) => {
    const county = await aCounty()
    const hall = await aRoom(county, { setupMinutes: 30, cleardownMinutes: 30 })
    await aBooking(county, hall.id)
    const when = { kind: 'times', startsAt: `2026-11-24T${from}`, endsAt: `2026-11-24T${to}` } as const
    expect((await aClosure(county, { when })).hits.bookings).toBe(hits)
  })

  test('half a hall shuts the hall, the hall both halves, and one half not the other', async () => {
    const county = await aCounty()
    const { id: buildingId } = await aBuilding(county)
    const hall = await aRoom(county, { buildingId })
    const half = await aRoom(county, { buildingId, name: 'Half', partOfId: hall.id })
    const other = await aRoom(county, { buildingId, name: 'Other half', partOfId: hall.id })
    await aBooking(county, half.id)
    await aBooking(county, other.id)
    await aBooking(county, hall.id, { from: '14:00', to: '15:00' })
    const hits = async (roomId: typeof hall.id) =>
      (await aClosure(county, { places: [{ buildingId, roomId }] })).hits.bookings
    expect(await hits(half.id)).toBe(2)
    expect(await hits(hall.id)).toBe(3)
  })

  test('a closure to midnight does not hit the next day [FEATURES D9]', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    await aBooking(county, hall.id, { date: '2026-11-25', from: '00:00', to: '01:00' })
    await aBooking(county, hall.id, { date: '2026-11-23', from: '22:00', to: '23:59' })
    expect((await aClosure(county)).hits.bookings).toBe(0)
    const night = { kind: 'times', startsAt: '2026-11-23T23:00', endsAt: '2026-11-25T00:30' } as const
    expect((await aClosure(county, { when: night })).hits.bookings).toBe(2)
  })

  test('one booking that two times of a closure hit counts once, and one that two closures hit for each', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    await aBooking(county, hall.id, { from: '09:00', to: '17:00' })
    const closed = await aClosure(county)
    const again = await aClosure(county)
    expect([closed.hits.bookings, again.hits.bookings]).toEqual([1, 1])
  })

  test('a booking that is over, lapsed or cancelled is not hit', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    await aBooking(county, hall.id, { from: '08:00', to: '09:00' })
    const { id, version } = await aBooking(county, hall.id)
    await county.api.bookings.cancel({ id, version, reason: 'Snow' })
    await aBooking(county, hall.id, { from: '13:00', to: '14:00', status: 'tentative' })
    expect((await aClosure(county)).hits.bookings).toBe(2)
    county.setNow('2026-11-24T09:00:00.000Z')
    expect((await aClosure(county)).hits.bookings).toBe(1)
  })

  test('a rule closes its dates, whole days or at its times, and says so in words', async () => {
    const county = await aCounty()
    const rule = weekly({
      firstDate: '2026-12-01',
      startTime: '09:00',
      endTime: '12:00',
      weekday: 2,
      sessions: 3,
    })
    const mornings = await aClosure(county, { when: { kind: 'repeating', rule } })
    expect(mornings.times).toEqual(['2026-12-01', '2026-12-08', '2026-12-15'].map((day) => ({ startsAt: `${day}T09:00`, endsAt: `${day}T12:00` }))) // prettier-ignore
    expect(mornings.when).toBe('Tuesdays, 9am to midday, every week, from Tue 1 Dec to Tue 15 Dec 2026')
    const days = await aClosure(county, { when: { kind: 'repeating', rule, wholeDays: true } })
    expect(at(days.times, 0)).toEqual({ startsAt: '2026-12-01T00:00', endsAt: '2026-12-02T00:00' })
    expect(days.when).toBe('Tuesdays, every week, from Tue 1 Dec to Tue 15 Dec 2026')
  })

  test('days across the clock change are whole days by the wall clock', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    await aBooking(county, hall.id, { date: '2027-03-28', from: '23:00', to: '23:59' })
    await aBooking(county, hall.id, { date: '2027-03-29', from: '00:00', to: '01:00' })
    const when = { kind: 'days', from: '2027-03-27', to: '2027-03-28' } as const
    expect((await aClosure(county, { when })).hits.bookings).toBe(1)
    const skipped = { kind: 'times', startsAt: '2027-03-28T01:30', endsAt: '2027-03-28T09:00' } as const
    await expect(aClosure(county, { when: skipped })).rejects.toMatchObject({ code: 'INVALID_INPUT', message: expect.stringContaining('clocks go forward') }) // prettier-ignore
  })

  test('nowhere, backwards and nothing are refused', async () => {
    const county = await aCounty()
    const { id: buildingId } = await aBuilding(county)
    await expect(aClosure(county, { places: [] })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await expect(aClosure(county, { everywhere: true, places: [{ buildingId }] })).rejects.toMatchObject({ code: 'INVALID_INPUT' }) // prettier-ignore
    const backwards = { kind: 'days', from: '2026-11-25', to: '2026-11-24' } as const
    await expect(aClosure(county, { when: backwards })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await expect(aClosure(county, { reason: ' ' })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    const elsewhere = await aRoom(county, { buildingId: (await aBuilding(county, 'Other')).id })
    await expect(aClosure(county, { places: [{ buildingId, roomId: elsewhere.id }] })).rejects.toMatchObject({ code: 'NOT_FOUND' }) // prettier-ignore
  })

  test('a facilities officer closes in the own half, a manager everywhere, an assistant nowhere', async () => {
    const county = await aCounty()
    const [east, west] = [await aBuildingIn(county, 'east'), await aBuildingIn(county, 'west')]
    const officer = await county.as('facilities', { half: 'east' })
    await aClosure({ api: officer }, { places: [{ buildingId: east.id }] })
    const refused = { code: 'NOT_ALLOWED', message: expect.stringContaining('not yours to close') }
    await expect(aClosure({ api: officer }, { places: [{ buildingId: east.id }, { buildingId: west.id }] })).rejects.toMatchObject(refused) // prettier-ignore
    await expect(aClosure({ api: officer })).rejects.toMatchObject(refused)
    const everywhere = await aClosure({ api: await county.as('manager') })
    expect(everywhere.where).toBe('Everywhere')
    await expect(officer.closures.lift({ id: everywhere.id, version: 1, reason: 'No' })).rejects.toMatchObject(refused) // prettier-ignore
    expect((await officer.closures.get({ id: everywhere.id })).mayChange).toBe(false)
    await expect(aClosure({ api: await county.as('assistant') })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    })
  })
})

describe('a closure later on', () => {
  test('is lifted with a reason, frees what is ahead, and stays in the list of the past', async () => {
    const county = await aCounty()
    const { api } = county
    const hall = await aRoom(county)
    const { id, version } = await aClosure(county, {
      when: { kind: 'days', from: '2026-11-22', to: '2026-11-26' },
    })
    const lifted = await api.closures.lift({ id, version, reason: 'Mended' })
    expect(lifted).toMatchObject({ state: 'lifted', liftedReason: 'Mended', liftedAt: '2026-11-23T09:00' })
    await aBooking(county, hall.id)
    expect(await api.closures.list({})).toEqual([])
    expect(await api.closures.list({ past: true })).toMatchObject([{ id, state: 'lifted' }])
    const before = await api.closures.between({ from: '2026-11-22', to: '2026-11-26' })
    expect(before).toMatchObject([{ startsAt: '2026-11-22T00:00', endsAt: '2026-11-23T09:00' }])
    await expect(api.closures.lift({ id, version: lifted.version, reason: 'Again' })).rejects.toMatchObject({ code: 'CONFLICT' }) // prettier-ignore
  })

  test('ends by itself when its dates are over', async () => {
    const county = await aCounty()
    const { id, version } = await aClosure(county)
    county.setNow('2026-11-24T23:59:00.000Z')
    expect((await county.api.closures.get({ id })).state).toBe('now')
    county.setNow('2026-11-25T00:00:00.000Z')
    expect((await county.api.closures.get({ id })).state).toBe('over')
    expect(await county.api.closures.list({})).toEqual([])
    await expect(county.api.closures.lift({ id, version, reason: 'Late' })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
  })

  test('is changed from now on: what was closed stays closed, what was open stays open', async () => {
    const county = await aCounty()
    const { api } = county
    const { id, version } = await aClosure(county, {
      when: { kind: 'days', from: '2026-11-22', to: '2026-11-26' },
    })
    const when = { kind: 'days', from: '2026-11-21', to: '2026-11-24' } as const
    const shorter = await api.closures.update({ id, version, everywhere: true, when, reason: 'Boiler' })
    expect(shorter.times).toEqual([{ startsAt: '2026-11-22T00:00', endsAt: '2026-11-25T00:00' }])
    await expect(api.closures.update({ id, version, everywhere: true, reason: 'Boiler' })).rejects.toMatchObject({ code: 'CHANGED' }) // prettier-ignore
    const gone = { kind: 'days', from: '2026-11-20', to: '2026-11-21' } as const
    await expect(api.closures.update({ id, version: shorter.version, everywhere: true, when: gone, reason: 'Boiler' })).rejects.toMatchObject({ code: 'INVALID_INPUT' }) // prettier-ignore
  })

  test('moves to other places from now on as another closure, and its own history stays', async () => {
    const county = await aCounty()
    const { api } = county
    const { id: buildingId } = await aBuilding(county)
    const old = await aClosure(county, { when: { kind: 'days', from: '2026-11-22', to: '2026-11-26' } })
    const next = await api.closures.update({
      id: old.id,
      version: old.version,
      places: [{ buildingId }],
      reason: 'Boiler',
    })
    expect(next.id).not.toBe(old.id)
    expect(next.times).toEqual([{ startsAt: '2026-11-23T09:00', endsAt: '2026-11-27T00:00' }])
    expect((await api.closures.get({ id: old.id })).times).toEqual([{ startsAt: '2026-11-22T00:00', endsAt: '2026-11-23T09:00' }]) // prettier-ignore
    await (
      await undoOf(county)
    )()
    expect((await api.closures.get({ id: old.id })).times).toEqual(old.times)
  })

  test('is listed with the next first, and of a building with what is closed everywhere', async () => {
    const county = await aCounty()
    const [one, other] = [await aBuilding(county, 'One'), await aBuilding(county, 'Other')]
    const on = (day: string) => ({ kind: 'days', from: day, to: day }) as const
    await aClosure(county, { places: [{ buildingId: one.id }], when: on('2026-12-01'), reason: 'Third' })
    await aClosure(county, { when: on('2026-11-23'), reason: 'First' })
    await aClosure(county, { places: [{ buildingId: other.id }], when: on('2026-11-30'), reason: 'Second' })
    const reasons = async (input: Parameters<typeof county.api.closures.list>[0]) =>
      (await county.api.closures.list(input)).map((closure) => closure.reason)
    expect(await reasons({})).toEqual(['First', 'Second', 'Third'])
    expect(await reasons({ buildingId: one.id })).toEqual(['First', 'Third'])
  })
})

describe('what waits to be decided', () => {
  test('is shown to those who may decide it, the most urgent first, until it is', async () => {
    const county = await aCounty()
    const east = await aBuildingIn(county, 'east')
    const hall = await aRoom(county, { buildingId: east.id })
    await aBooking(county, hall.id, { date: '2026-11-25' })
    await aBooking(county, hall.id)
    const closure = await aClosure(county, { when: { kind: 'days', from: '2026-11-24', to: '2026-11-25' } })
    const [own, elsewhere] = [await county.as('facilities', { half: 'east' }), await county.as('facilities', { half: 'west', name: 'West' })] // prettier-ignore
    expect(await own.closures.unresolved({})).toMatchObject([
      { id: closure.id, hits: 2, firstAt: '2026-11-24T10:00' },
    ])
    expect(await elsewhere.closures.unresolved({})).toEqual([])
    const { rows } = await own.closures.desk({ closureId: closure.id })
    const choices = rows.map(({ bookingId, version }) => ({
      bookingId,
      version,
      do: 'keep' as const,
      reason: 'Heaters',
    }))
    await own.closures.rehome({ closureId: closure.id, choices })
    expect(await own.closures.unresolved({})).toEqual([])
  })
})

test('the sample county has a closure to come that hits much, one that repeats, and one that is over', async () => {
  const { api } = await aCounty('sample')
  const closures = await api.closures.list({ past: true })
  expect(closures.map((one) => one.state).toSorted()).toEqual(['over', 'to-come', 'to-come'])
  expect(closures.some((one) => one.when.startsWith('Mondays'))).toBe(true)
  const boiler = closures.find((one) => one.reason.startsWith('Boiler'))
  expect((boiler?.hits.bookings ?? 0) + (boiler?.hits.sessions ?? 0)).toBeGreaterThan(4)
})
