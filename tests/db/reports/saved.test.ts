import { expect, test } from 'vitest'
import { undoOf } from '../../support/booking-factories.ts'
import { anAsked, aSavedReport } from '../../support/report-commands.ts'
import { aCounty } from '../../support/test-county.ts'

test('a kept report keeps what was asked, and its named period moves on with the calendar', async () => {
  const county = await aCounty()
  const kept = await aSavedReport(county.api)
  expect(kept).toMatchObject({ own: true, asked: { from: '2026-07-01', to: '2026-09-30' } })
  county.setNow('2027-01-04T09:00:00.000Z')
  const [later] = await county.api.reports.listSaved({})
  expect(later?.asked).toMatchObject({ from: '2026-10-01', to: '2026-12-31' })
})

test('dates of one’s own stay, whatever the day is', async () => {
  const county = await aCounty()
  await county.api.reports.save({ name: 'Then', shared: false, asked: anAsked(), period: 'dates' })
  county.setNow('2028-01-04T09:00:00.000Z')
  expect((await county.api.reports.listSaved({}))[0]?.asked).toEqual(anAsked())
})

test('others see a report only once it is shared, under its owner’s name, and cannot change it', async () => {
  const county = await aCounty()
  const other = await county.as('manager')
  const { id, version, name, asked, period } = await aSavedReport(county.api)
  expect(await other.reports.listSaved({})).toEqual([])
  const shared = await county.api.reports.changeSaved({ id, version, name, asked, period, shared: true })
  const [seen] = await other.reports.listSaved({})
  expect(seen).toMatchObject({ id, own: false, by: 'Ada Administrator' })
  const change = { id, version: shared.version, name, asked, period, shared: false }
  await expect(other.reports.changeSaved(change)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(other.reports.removeSaved({ id, version: 2 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a name is used once by each person, however it is written', async () => {
  const county = await aCounty()
  await aSavedReport(county.api, 'Mondays')
  await expect(aSavedReport(county.api, ' MONDAYS')).rejects.toMatchObject({ code: 'CONFLICT' })
  await expect(aSavedReport(await county.as('manager'), 'Mondays')).resolves.toMatchObject({ own: true })
})

test('a removed report is gone, and undo brings it back; a change of an older state is refused', async () => {
  const { api } = await aCounty()
  const { id, version, ...kept } = await aSavedReport(api)
  await api.reports.removeSaved({ id, version })
  expect(await api.reports.listSaved({})).toEqual([])
  const undo = await undoOf({ api })
  await undo()
  expect(await api.reports.listSaved({})).toMatchObject([{ id, name: kept.name }])
  const change = { id, version: 7, name: 'x', shared: false, asked: kept.asked, period: kept.period }
  await expect(api.reports.changeSaved(change)).rejects.toMatchObject({ code: 'CHANGED' })
})

test('periods have their dates of today; a half term only where there is one', async () => {
  const { api } = await aCounty()
  const kinds = async () => Object.fromEntries((await api.reports.periods({})).map((one) => [one.kind, [one.from, one.to]])) // prettier-ignore
  expect(await kinds()).toMatchObject({
    'this-quarter': ['2026-10-01', '2026-12-31'],
    'last-year': ['2025-04-01', '2026-03-31'],
  })
  expect(await kinds()).not.toHaveProperty('this-term')
  await api.settings.createTerm({ name: 'Autumn 2', startsOn: '2026-11-02', endsOn: '2026-12-18' })
  expect(await kinds()).toMatchObject({ 'this-term': ['2026-11-02', '2026-12-18'] })
})
