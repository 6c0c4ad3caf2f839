import { expectAccessible } from '../support/axe.ts'
import { expect, test } from '../support/gather-app.ts'
import { goTo, windowApi } from '../support/window-api.ts'

/** Ten seconds before a Monday. */
const sundayNight = '2026-11-29T23:59:50Z'
const asked = { report: 'waiting', from: '2026-10-01', to: '2026-12-31' } as const

test('when Monday turns the people waiting are counted once, by nobody, and the missed week stays a gap', async ({
  launch,
}) => {
  const { page, screenshot } = await launch({ sample: true, now: sundayNight })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const api = windowApi(page)
  const days = async () => (await api.reports.waitingSnapshots({})).snapshots.map((one) => one.onDate)
  expect(await days()).not.toContain('2026-11-30')
  await expect.poll(async () => (await api.county.status({})).today, { timeout: 30_000 }).toBe('2026-11-30')
  // Anything that is saved is noticed by the window, which then asks whether the day has come.
  await api.staff.create({ name: 'Jo Price', stream: 'family' })
  await expect.poll(days).toContain('2026-11-30')
  await api.staff.create({ name: 'Kim Price', stream: 'family' })
  const entries = await api.audit.list({})
  expect(entries.filter((entry) => entry.operation === 'reports.takeWaitingSnapshot')).toHaveLength(1)

  const { report } = await api.reports.run(asked)
  const weeks = report.tables.find((table) => table.key === 'weeks')
  const gaps = weeks?.lines.filter((line) => line.cells[0]?.value === null) ?? []
  expect(gaps).toHaveLength(1)
  expect(weeks?.lines.at(-1)?.key).toBe('2026-11-30')

  await goTo(page, `/reports/waiting/from=${asked.from},to=${asked.to}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Who waits for a place, and for how long?')
  await expect(page.getByRole('row', { name: `${gaps[0]?.name}` })).toBeVisible()
  await expectAccessible(page)
  await screenshot('report-waiting')

  await goTo(page, '/settings/names')
  await expect(page.getByLabel('Day on which people waiting are counted').first()).toHaveValue('Monday')
  await expectAccessible(page)
  await screenshot('settings-weekly-count')
})
