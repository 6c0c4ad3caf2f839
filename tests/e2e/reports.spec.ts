import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/axe.ts'
import { expect, test } from '../support/gather-app.ts'
import { anAsked } from '../support/report-commands.ts'
import { aCountyIn, goTo } from '../support/window-api.ts'

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gather-test-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a question opens to its numbers, each number to its rows, and Back goes where one was', async ({
  launch,
}) => {
  const { page, screenshot } = await launch({ now: '2026-11-24T08:30:00.000Z' })
  const api = await aCountyIn(page, 'sample')
  await goTo(page, '/reports')
  const question = (await api.reports.list({})).find((one) => one.key === 'reach')?.question ?? ''
  const link = page.getByRole('link', { name: question })
  await expect(link).toBeVisible()
  await expectAccessible(page)
  await screenshot('reports-gallery')
  await link.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(question)
  const asked = anAsked({ from: '2026-10-01', to: '2026-12-31', by: 'programme' })
  const { report } = await api.reports.run(asked)
  await expect(page.getByText(report.finding)).toBeVisible()
  const [table] = report.tables
  const line = table?.total
  const column = table?.columns[0]
  if (!table || !line || !column) throw new Error('The report has a table with a total.')
  const figure = page.getByRole('button', { name: `, ${column.name}, ${line.name}: show the rows` }).first()
  await expect(figure).toBeVisible()
  await expectAccessible(page)
  await screenshot('report-reach')

  await figure.focus()
  await page.keyboard.press('Enter')
  const behind = await api.reports.behind({ asked, table: table.key, line: line.key, column: column.key })
  const panel = page.getByRole('complementary')
  await expect(panel.getByText(`${behind.count} rows`)).toBeVisible()
  await expect(panel.getByRole('listitem')).toHaveCount(Math.min(behind.count, 200))
  await expectAccessible(page)
  await screenshot('report-rows')
  await panel.getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(question)
  await page.goBack()
  await expect(page.getByRole('complementary').getByText(`${behind.count} rows`)).toBeVisible()
  await page.keyboard.press('Escape')

  await page.getByRole('combobox', { name: 'Lines' }).click()
  await page.getByRole('option', { name: 'Month' }).click()
  await expect(page.getByRole('rowheader', { name: 'November 2026' }).first()).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('rowheader', { name: 'November 2026' })).toHaveCount(0)
})

/** What can be scrolled sideways on the screen: the role of each, or else its tag. */
const scrollingSideways = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('main, main *, :has(main)')]
      .filter((one) => one.scrollWidth > one.clientWidth && getComputedStyle(one).overflowX !== 'visible')
      .filter((one) => getComputedStyle(one).overflowX !== 'hidden')
      .map((one) => one.getAttribute('role') ?? one.tagName),
  )

test('of a wide table the table scrolls sideways, and never the page around it', async ({ launch }) => {
  const { page } = await launch({ now: '2026-11-24T08:30:00.000Z' })
  await aCountyIn(page, 'sample')
  await goTo(page, '/reports/feedback/from=2026-10-01,to=2026-12-31,by=programme')
  await expect(page.getByRole('columnheader', { name: 'Response rate' }).first()).toBeVisible()
  const wide = await scrollingSideways(page)
  expect(wide.length).toBeGreaterThan(0)
  expect([...new Set(wide)]).toEqual(['region'])
})

test('a report leaves with small numbers hidden, the same on paper and in the file, and is kept under a name', async ({
  launch,
}) => {
  const { page, screenshot, answerSave } = await launch({ now: '2026-11-24T08:30:00.000Z' })
  const api = await aCountyIn(page, 'sample')
  const asked = anAsked({ report: 'attendance', from: '2026-10-01', to: '2026-12-31', by: 'programme', beside: 'period-before' }) // prettier-ignore
  const route = '/reports/attendance/from=2026-10-01,to=2026-12-31,by=programme,beside=period-before'
  await goTo(page, route)
  const { report } = await api.reports.leaving(asked)
  const hidden = report.tables
    .flatMap((table) => [...table.lines, ...(table.total ? [table.total] : [])])
    .flatMap((line) => line.cells)
    .filter((cell) => cell.hidden).length
  await expect(page.getByText(`${hidden} of`, { exact: false }).first()).toBeVisible()
  await page.getByText('As it leaves', { exact: true }).click()
  await expect(page.getByRole('cell', { name: '[c]' })).toHaveCount(hidden)
  await expectAccessible(page)
  await screenshot('report-leaving')

  const path = join(folder, 'report.csv')
  await answerSave(path)
  await page.getByRole('button', { name: 'Save as' }).click()
  await page.getByRole('menuitem', { name: 'Text with commas (CSV)' }).click()
  await expect(page.getByText('Saved report.csv')).toBeVisible()
  const text = readFileSync(path, 'utf8')
  const said = text.split('\r\n').filter((row) => row.split(',')[4] === '[c]')
  expect(said).toHaveLength(hidden)

  await page.getByRole('button', { name: 'Keep' }).click()
  await page.getByRole('textbox', { name: 'Keep this report as' }).fill('Coming, for the board')
  await page.getByRole('button', { name: 'Keep the report' }).click()
  await expect(page.getByText('Kept the report Coming, for the board')).toBeVisible()
  await goTo(page, '/reports')
  await page.getByRole('link', { name: 'Coming, for the board' }).click()
  await expect(page.getByRole('group', { name: 'What is asked' })).toBeVisible()

  await goTo(page, `/print${route.replace('/reports', '/report')}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(report.title)
  await expect(page.getByRole('cell', { name: '[c]' })).toHaveCount(hidden)
  await expectAccessible(page)
  await screenshot('report-paper')
})
