import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import exceljs from 'exceljs'
import { hoursOf, linesOf, shares } from '../../shared/usage/figures.rules.ts'
import { expectAccessible } from '../support/axe.ts'
import { expect, test } from '../support/gather-app.ts'
import { aCountyIn, goTo } from '../support/window-api.ts'

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gather-test-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('how well the buildings are used is one finding, and the same figures on screen, on paper and in the file', async ({
  launch,
}) => {
  const { page, answerSave, screenshot } = await launch({ now: '2026-11-24T10:00:00.000Z' })
  const api = await aCountyIn(page, 'sample')
  await goTo(page, '/reports/buildings-now')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How well are the buildings used?')
  await expect(page.getByText(/% of open hours are booked in September to November 2026/)).toBeVisible()
  const report = await api.usage.report({ from: '2026-09', to: '2026-11' })
  const [first] = linesOf(report, 'building')
  if (first === undefined) throw new Error('The sample has buildings.')
  const row = page.getByRole('row', { name: new RegExp(`^${first.name} `) })
  await expect(row).toContainText(`${shares(first.use).booked}%`)
  await expectAccessible(page)
  await screenshot('usage')

  const path = join(folder, 'use.xlsx')
  await answerSave(path)
  await page.getByRole('button', { name: 'Save as Excel' }).click()
  await expect(page.getByText('Saved use.xlsx')).toBeVisible()
  const book = new exceljs.Workbook()
  await book.xlsx.load(new Uint8Array(readFileSync(path)).buffer)
  const line = book.getWorksheet('Buildings')?.getColumn(1).values.indexOf(first.name) ?? -1
  expect(book.getWorksheet('Buildings')?.getRow(line).getCell(3).value).toBe(hoursOf(first.use.booked))

  await page.getByText('Half', { exact: true }).click()
  await expect(page.getByRole('table', { name: 'Use by half' }).getByRole('row')).toHaveCount(3)
  await goTo(page, '/print/usage/2026-09/2026-11/building/all')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Use of buildings, September to November 2026',
  )
  await expect(page.getByRole('row', { name: new RegExp(`^${first.name} `) })).toContainText(`${shares(first.use).booked}%`) // prettier-ignore
  await expectAccessible(page)
})

test('a county without hours says what to do, and a month by itself can be chosen', async ({ launch }) => {
  const { page, screenshot } = await launch({ now: '2026-11-24T10:00:00.000Z' })
  const api = await aCountyIn(page)
  await goTo(page, '/reports/buildings-now')
  await expect(page.getByText('no opening hours are set')).toBeVisible()
  await expect(page.getByText('There are no rooms yet.')).toBeVisible()
  const { id } = await api.buildings.create({ name: 'Oadby' })
  await api.buildings.createRoom({ buildingId: id, name: 'Hall', setupMinutes: 0, cleardownMinutes: 0 })
  await page.reload()
  await expect(page.getByRole('row', { name: /^Oadby \(no opening hours set\) – – –/ })).toBeVisible()
  await expect(page.getByText('1 building', { exact: true })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'Booked hours' })).toBeVisible()
  await page.getByRole('combobox', { name: 'Period' }).click()
  await page.getByRole('option', { name: 'Last month' }).click()
  await expect(page.getByRole('combobox', { name: 'From' })).toHaveValue('October 2026')
  // The list of periods fades, and is outside of every landmark for as long.
  await expect(page.getByRole('option')).toHaveCount(0)
  await expectAccessible(page)
  await screenshot('usage-empty')
})
