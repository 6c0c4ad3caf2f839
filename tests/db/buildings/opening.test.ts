import { describe, expect, test } from 'vitest'
import { aBooking, aBuilding, aRoom, undoOf } from '../../support/booking-factories.ts'
import { hours, openBuilding, weekdays } from '../../support/place-factories.ts'
import { aCounty } from '../../support/test-county.ts'

describe('opening hours', () => {
  test('are read day by day, with why they are not the usual ones, and are unknown until somebody says', async () => {
    const county = await aCounty()
    const asked = await aBuilding(county, 'Barwell')
    const unasked = await aBuilding(county, 'Bagworth')
    await openBuilding(county, asked.id, weekdays('13:00-17:00', '09:00-12:00'))
    await county.api.buildings.addOpeningException({ buildingId: asked.id, fromDate: '2026-12-24', toDate: '2026-12-24', reason: 'Christmas Eve', hours: hours('09:00-12:00') }) // prettier-ignore
    const days = await county.api.buildings.openHours({ from: '2026-12-23', to: '2026-12-26' })
    expect(days.filter((day) => day.buildingId === unasked.id)).toHaveLength(4)
    expect(days.filter((day) => day.known).map(({ buildingId: _building, ...day }) => day)).toEqual([
      { date: '2026-12-23', known: true, hours: hours('09:00-12:00', '13:00-17:00'), reason: null },
      { date: '2026-12-24', known: true, hours: hours('09:00-12:00'), reason: 'Christmas Eve' },
      { date: '2026-12-25', known: true, hours: [], reason: 'Christmas Day' },
      { date: '2026-12-26', known: true, hours: [], reason: null },
    ])
  })

  test('of one building are asked about alone, and of an archived one only by name', async () => {
    const county = await aCounty()
    const one = await aBuilding(county, 'Barwell')
    const gone = await aBuilding(county, 'Bagworth')
    await county.api.buildings.update({ id: gone.id, version: 1, name: gone.name, archived: true })
    const day = { from: '2026-11-23', to: '2026-11-23' }
    expect(await county.api.buildings.openHours(day)).toMatchObject([{ buildingId: one.id }])
    expect(await county.api.buildings.openHours({ ...day, buildingId: gone.id })).toHaveLength(1)
  })

  test('that overlap on one day are refused and touching ones are not', async () => {
    const county = await aCounty()
    const { id } = await aBuilding(county)
    const late = openBuilding(county, id, weekdays('09:00-12:30', '12:00-17:00'))
    await expect(late).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { fields: { 'week.0': 'Two stretches of this day overlap.' } } }) // prettier-ignore
    await expect(openBuilding(county, id, weekdays('17:00-09:00'))).rejects.toMatchObject({ code: 'INVALID_INPUT' }) // prettier-ignore
    expect(await openBuilding(county, id, weekdays('09:00-12:00', '12:00-17:00'))).toMatchObject({ version: 2 }) // prettier-ignore
  })

  test('that leave bookings to come outside are saved, and say which', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    await aBooking(county, hall.id, { date: '2026-11-20', from: '18:00', to: '19:00' })
    await aBooking(county, hall.id, { date: '2026-11-24', from: '16:00', to: '17:00' })
    const evening = await aBooking(county, hall.id, { date: '2026-11-24', from: '17:00', to: '18:00' })
    const saved = await openBuilding(county, hall.buildingId)
    expect(saved.outside).toMatchObject({ count: 1, first: [{ bookingId: evening.id, title: 'Baby massage' }] }) // prettier-ignore
    expect(await county.api.bookings.listBetween({ from: '2026-11-24', to: '2026-11-24' })).toHaveLength(2)
    const again = await openBuilding(county, hall.buildingId, weekdays('09:00-18:00'))
    expect(again.outside.count).toBe(0)
  })

  test('are not overwritten when the building was changed meanwhile', async () => {
    const county = await aCounty()
    const { id, version } = await aBuilding(county)
    await openBuilding(county, id)
    const late = county.api.buildings.setOpening({ id, version, week: weekdays(), opensOnBankHolidays: true })
    await expect(late).rejects.toMatchObject({ code: 'CHANGED' })
  })

  test('on bank holidays are the usual ones where the building opens on them', async () => {
    const county = await aCounty()
    const { id } = await aBuilding(county)
    const boxingDay = { from: '2026-12-28', to: '2026-12-28' }
    await openBuilding(county, id)
    expect(await county.api.buildings.openHours(boxingDay)).toMatchObject([{ hours: [] }])
    await openBuilding(county, id, weekdays('09:00-17:00'), true)
    expect(await county.api.buildings.openHours(boxingDay)).toMatchObject([{ hours: hours('09:00-17:00') }])
  })
})

describe('a change of hours', () => {
  const summer = { fromDate: '2027-08-01', toDate: '2027-08-31', reason: 'Summer hours', hours: hours('10:00-14:00') } // prettier-ignore

  test('within another goes before it, and one that only overlaps it is refused', async () => {
    const county = await aCounty()
    const { id: buildingId } = await aBuilding(county)
    const add = county.api.buildings.addOpeningException
    await add({ buildingId, ...summer })
    const training = { fromDate: '2027-08-11', toDate: '2027-08-11', reason: 'Training day', hours: [] }
    await add({ buildingId, ...training })
    const days = await county.api.buildings.openHours({ from: '2027-08-10', to: '2027-08-11' })
    expect(days).toMatchObject([{ reason: 'Summer hours' }, { reason: 'Training day', hours: [] }])
    const half = { ...summer, fromDate: '2027-08-31', toDate: '2027-09-01' }
    await expect(add({ buildingId, ...half })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('1 August to 31 August 2027'),
    })
    await expect(add({ buildingId, ...summer })).rejects.toMatchObject({ code: 'CONFLICT' })
    const after = { ...summer, fromDate: '2027-09-01', toDate: '2027-09-01' }
    expect(await add({ buildingId, ...after })).toMatchObject({ outside: { count: 0 } })
  })

  test('is changed, and taken away, and says each time which bookings lie outside', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    await openBuilding(county, hall.buildingId)
    await aBooking(county, hall.id, { date: '2027-08-10', from: '10:00', to: '11:00' })
    const { api } = county
    const added = await api.buildings.addOpeningException({ buildingId: hall.buildingId, ...summer, hours: [] }) // prettier-ignore
    expect(added.outside.count).toBe(1)
    const { id, version } = added.exception
    const changed = await api.buildings.updateOpeningException({ id, version, ...summer })
    expect(changed).toMatchObject({ exception: { hours: hours('10:00-14:00'), version: 2 }, outside: { count: 0 } }) // prettier-ignore
    await expect(api.buildings.removeOpeningException({ id, version })).rejects.toMatchObject({ code: 'CHANGED' }) // prettier-ignore
    expect(await api.buildings.removeOpeningException({ id, version: 2 })).toMatchObject({ outside: { count: 0 } }) // prettier-ignore
    expect(await api.buildings.openHours({ from: '2027-08-10', to: '2027-08-10' })).toMatchObject([{ reason: null }]) // prettier-ignore
  })

  test('whose last day is before the first is refused', async () => {
    const county = await aCounty()
    const { id: buildingId } = await aBuilding(county)
    const wrong = county.api.buildings.addOpeningException({ buildingId, ...summer, toDate: '2027-07-31' })
    await expect(wrong).rejects.toMatchObject({ details: { fields: { toDate: expect.any(String) } } })
  })

  test('is not brought back by undo where another has since been made for the same days', async () => {
    const county = await aCounty()
    const { id: buildingId } = await aBuilding(county)
    const { exception } = await county.api.buildings.addOpeningException({ buildingId, ...summer })
    await county.api.buildings.removeOpeningException({ id: exception.id, version: 1 })
    const undo = await undoOf(county)
    await county.api.buildings.addOpeningException({ buildingId, ...summer, reason: 'Other hours' })
    await expect(undo()).rejects.toMatchObject({
      code: 'CHANGED',
      message: expect.stringContaining('Other hours'),
    })
  })
})
