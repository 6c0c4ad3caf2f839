import { describe, expect, test } from 'vitest'
import { aCounty } from '../../support/test-county.ts'

const autumn = { name: 'Autumn term, first half', startsOn: '2026-08-26', endsOn: '2026-10-16' }

describe('the names of the service', () => {
  test('start as they are today and can be changed', async () => {
    const { api } = await aCounty()
    expect(await api.settings.get({})).toMatchObject({
      serviceName: 'Children and Family Wellbeing Service',
    })
    const names = { serviceName: 'Family Help Service', buildingWord: 'Family hub' }
    expect(await api.settings.update(names)).toMatchObject({ ...names, askAgain: true, snapshotWeekday: 1 })
    expect(await api.settings.get({})).toMatchObject({ ...names, askAgain: true, snapshotWeekday: 1 })
    expect(await api.county.status({})).toMatchObject(names)
  })

  test('change without changing whether bookings are asked for again', async () => {
    const { api } = await aCounty()
    const names = { serviceName: 'Family Help', buildingWord: 'Hub' }
    expect((await api.settings.update({ ...names, askAgain: false })).askAgain).toBe(false)
    expect((await api.settings.update(names)).askAgain).toBe(false)
    expect((await api.settings.update({ ...names, askAgain: true })).askAgain).toBe(true)
  })

  test('come with the day of the week on which people waiting are counted, Monday until it is said', async () => {
    const { api } = await aCounty()
    const names = { serviceName: 'Family Help', buildingWord: 'Hub' }
    expect((await api.settings.get({})).snapshotWeekday).toBe(1)
    expect((await api.settings.update({ ...names, snapshotWeekday: 7 })).snapshotWeekday).toBe(7)
    expect((await api.settings.update(names)).snapshotWeekday).toBe(7)
    for (const snapshotWeekday of [0, 8, 1.5])
      await expect(api.settings.update({ ...names, snapshotWeekday })).rejects.toMatchObject({ code: 'INVALID_INPUT' }) // prettier-ignore
  })

  test('are not for a facilitator to change', async () => {
    const facilitator = await (await aCounty()).as('facilitator')
    const names = { serviceName: 'Mine', buildingWord: 'Mine' }
    await expect(facilitator.settings.update(names)).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
  })
})

describe('term dates', () => {
  test('are added, changed and removed, earliest first', async () => {
    const { api } = await aCounty()
    const later = await api.settings.createTerm({ name: 'Second half', startsOn: '2026-10-26', endsOn: '2026-12-18' }) // prettier-ignore
    const first = await api.settings.createTerm(autumn)
    expect((await api.settings.listTerms({})).map((term) => term.id)).toEqual([first.id, later.id])
    const change = { id: first.id, version: 1, ...autumn, endsOn: '2026-10-15' }
    expect(await api.settings.updateTerm(change)).toMatchObject({ endsOn: '2026-10-15', version: 2 })
    await api.settings.removeTerm({ id: later.id })
    expect(await api.settings.listTerms({})).toHaveLength(1)
    await expect(api.settings.removeTerm({ id: later.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('that share one day with another term are refused; the day after is fine', async () => {
    const { api } = await aCounty()
    const { id } = await api.settings.createTerm(autumn)
    const next = (startsOn: string) =>
      api.settings.createTerm({ name: 'Next', startsOn, endsOn: '2026-12-18' })
    await expect(next('2026-10-16')).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('Autumn term, first half (26 August to 16 October 2026)'),
      details: { term: id },
    })
    expect(await next('2026-10-17')).toMatchObject({ startsOn: '2026-10-17' })
  })

  test('may be changed without clashing with themselves, and may last one day, but not end before they start', async () => {
    const { api } = await aCounty()
    const { id, version } = await api.settings.createTerm(autumn)
    const oneDay = { id, version, ...autumn, endsOn: autumn.startsOn }
    expect(await api.settings.updateTerm(oneDay)).toMatchObject({ endsOn: autumn.startsOn })
    const backwards = { id, version: 2, ...autumn, endsOn: '2026-08-25' }
    await expect(api.settings.updateTerm(backwards)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await expect(api.settings.updateTerm(oneDay)).rejects.toMatchObject({ code: 'CHANGED' })
  })
})

describe('bank holidays', () => {
  test('of one-off kinds are added by hand, once, and can be removed', async () => {
    const { api } = await aCounty()
    const oneOff = { date: '2027-06-04', name: 'National day of thanks' }
    expect(await api.settings.addBankHoliday(oneOff)).toEqual(oneOff)
    expect(await api.settings.listBankHolidays({})).toContainEqual(oneOff)
    await expect(api.settings.addBankHoliday(oneOff)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: '4 June 2027 is already a bank holiday: National day of thanks.',
    })
    await api.settings.removeBankHoliday({ date: oneOff.date })
    expect(await api.settings.listBankHolidays({})).not.toContainEqual(oneOff)
    await expect(api.settings.removeBankHoliday({ date: oneOff.date })).rejects.toMatchObject({ code: 'NOT_FOUND' }) // prettier-ignore
  })

  test('are dates that exist', async () => {
    const { api } = await aCounty()
    const wrong = api.settings.addBankHoliday({ date: '2027-02-29', name: 'Nothing' })
    await expect(wrong).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })
})
