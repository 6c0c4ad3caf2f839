import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import exceljs from 'exceljs'
import { expectAccessible } from '../support/axe.ts'
import { expect, test } from '../support/gather-app.ts'
import { aCountyIn, goTo } from '../support/window-api.ts'

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gather-test-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('the county is taken out in one file, which is then checked, edited and checked again', async ({
  launch,
}) => {
  const { page, answerSave, answerOpen, screenshot } = await launch({ now: '2026-11-24T10:00:00.000Z' })
  await aCountyIn(page, 'sample')
  await goTo(page, '/reports')
  await page.getByRole('link', { name: /Which files can I take/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Files')
  await expect(page.getByText('No file has been made yet.')).toBeVisible()
  await expectAccessible(page)

  const path = join(folder, 'county.xlsx')
  await answerSave(path)
  await page.getByRole('button', { name: 'Make the county workbook' }).click()
  await expect(page.getByText(/^Saved county.xlsx\./)).toBeVisible({ timeout: 20_000 })
  await expect(page.getByRole('row', { name: /County workbook/ })).toBeVisible()

  const tables = join(folder, 'tables.xlsx')
  await answerSave(tables)
  await page.getByRole('button', { name: 'Make long tables for analysts' }).click()
  await expect(page.getByText(/^Saved tables.xlsx\./)).toBeVisible({ timeout: 20_000 })
  await answerSave(join(folder, 'keys.xlsx'))
  await page.getByRole('button', { name: 'Make its keys' }).click()
  await expect(page.getByText(/^Saved keys.xlsx\./)).toBeVisible()
  expect(existsSync(join(folder, 'keys.xlsx'))).toBe(true)

  await answerOpen(path)
  await page.getByRole('button', { name: 'Check a file' }).click()
  await expect(page.getByRole('heading', { name: 'county.xlsx is as Gather made it' })).toBeVisible()
  const file = new exceljs.Workbook()
  await file.xlsx.readFile(path)
  const sheet = file.getWorksheet('Attendance')
  if (!sheet) throw new Error('The workbook has its attendance.')
  sheet.getCell('F3').value = 'Q'
  await file.xlsx.writeFile(path)
  await answerOpen(path)
  await page.getByRole('button', { name: 'Check a file' }).click()
  await expect(
    page.getByRole('heading', { name: 'county.xlsx was changed after Gather made it' }),
  ).toBeVisible()
  await expect(page.getByText('Attendance: F3')).toBeVisible()
  await expectAccessible(page)
  await screenshot('files')
  await page.emulateMedia({ colorScheme: 'dark' })
  await screenshot('files-dark')
})

test('a file that takes long says how far it is, and stopped it leaves nothing', async ({ launch }) => {
  const { page, answerSave } = await launch({ now: '2026-11-24T10:00:00.000Z' })
  await aCountyIn(page, 'sample')
  const call = 'a call of mine'
  await answerSave(join(folder, 'county.xlsx'))
  const reply = await page.evaluate(
    async ([name, from, to]) => {
      const heard: unknown[] = []
      window.bridge.onProgress((progress) => {
        heard.push(progress)
        if (progress.words === 'Writing the file') window.bridge.cancel(progress.call)
      })
      const filters = [{ name: 'Excel workbook', extensions: ['xlsx'] }]
      const place = await window.bridge.native('saveFile', { title: '', suggestedName: 'county.xlsx', filters }) // prettier-ignore
      const answer = await window.bridge.invoke('exports', 'countyWorkbook', { from, to, grant: place?.grant }, name) // prettier-ignore
      return { answer, heard }
    },
    [call, '2025-12-01', '2026-11-30'] as const,
  )
  expect(reply.answer).toMatchObject({ ok: false, error: { code: 'CANCELLED' } })
  expect(reply.heard[0]).toMatchObject({ call, words: 'Reading' })
  expect(readdirSync(folder)).toEqual([])
})
