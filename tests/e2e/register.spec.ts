import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import exceljs from 'exceljs'
import { expectAccessible } from '../support/axe.ts'
import { expect, test } from '../support/gather-app.ts'
import { aRegisterOnDisk, signInTo } from '../support/register-on-disk.ts'

const folders: string[] = []
const aFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'gather-test-'))
  folders.push(folder)
  return folder
}
test.afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

const sheetsOf = (pdf: string) => readFileSync(pdf, 'latin1').match(/\/Type\s*\/Page\b/g)?.length

const sheet = (page: Page) => page.getByRole('grid')
/** The letter of each row, top to bottom; · where nothing is recorded. */
const letters = (page: Page) =>
  sheet(page)
    .locator('tbody tr td:last-child [data-tone] > :first-child')
    .allInnerTexts()
    .then((texts) => texts.join(''))
const expectLetters = (page: Page, expected: string) =>
  expect.poll(() => letters(page), { timeout: 10_000 }).toBe(expected)
const settled = (page: Page) => expect(sheet(page).locator('[data-saving="true"]')).toHaveCount(0)
const nameInHand = (page: Page) => page.getByRole('complementary').getByRole('heading')

test('a register of twelve is taken by keyboard, and is there when the program is opened again', async ({
  launch,
}) => {
  const data = aFolder()
  const { sessionId } = await aRegisterOnDisk(data, 12)
  const app = await launch({ data })
  const { page } = app
  await signInTo(page, `/registers/${sessionId}`)

  await expect(sheet(page).locator('tbody tr')).toHaveCount(12)
  await expectLetters(page, '·'.repeat(12))
  await expect(page.getByText('0 of 12 marked')).toBeVisible()
  await expectAccessible(page)
  await app.screenshot('register-12-new')

  // As fast as keys can be sent: each letter must land in its own row.
  await page.keyboard.type('pplanoe')
  await settled(page)
  await expectLetters(page, 'PPLANOE·····')
  // Said of the row, and not only in the bar below.
  await expect(page.getByText(/^Grace Green: E\. Saved \d{1,2}(:\d\d)?[ap]m$/)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('7 of 12 marked')).toBeVisible()
  await expect(page.getByText('Mark the 5 people left first')).toBeVisible()
  await app.screenshot('register-12-started')

  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Delete')
  await expectLetters(page, 'PPLANO······')
  await page.keyboard.press('Control+z')
  await expectLetters(page, 'PPLANOE·····')

  await page.keyboard.press('r')
  await expectLetters(page, 'PPLANOENNNNN')
  await page.keyboard.press('Home')
  await expect(nameInHand(page)).toContainText('Ahmed')

  await page.keyboard.press('w')
  await page.keyboard.type('Zed Walker')
  await expect(page.getByRole('option', { name: /Add Zed Walker as new/ })).toHaveAttribute('aria-selected', 'true') // prettier-ignore
  await app.screenshot('register-12-walk-in')
  await page.keyboard.press('Enter')
  await expect(sheet(page).locator('tbody tr')).toHaveCount(13)
  await expectLetters(page, 'PPLANOENNNNNP')
  await expect(nameInHand(page)).toHaveText('Zed Walker')

  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Complete.')).toBeVisible()
  await expectAccessible(page)
  await app.screenshot('register-12-complete')
  await app.close()

  const again = await launch({ data })
  await signInTo(again.page, `/registers/${sessionId}`)
  await expectLetters(again.page, 'PPLANOENNNNNP')
  await again.page.keyboard.type('x')
  await expectLetters(again.page, 'PPLANOENNNNNP')
  await again.page.getByRole('button', { name: 'Reopen register' }).click()
  await expect(again.page.getByText('13 of 13 marked')).toBeVisible()
})

/** What a practised typist takes for a key. */
const TYPIST = 120

test('twelve people are marked and completed in fourteen key presses at most, in under twenty seconds', async ({
  launch,
}) => {
  const data = aFolder()
  const { sessionId } = await aRegisterOnDisk(data, 12)
  const { page } = await launch({ data })
  await signInTo(page, `/registers/${sessionId}`)
  await expect(sheet(page).locator('tbody tr')).toHaveCount(12)

  let presses = 0
  const press = async (keys: string) => {
    // Ctrl+Enter is two keys, and is counted as two.
    presses += keys.split('+').length
    await page.keyboard.press(keys, { delay: TYPIST / 2 })
    await page.waitForTimeout(TYPIST / 2)
  }
  const began = Date.now()
  for (const key of 'pplpnpppappp') await press(key)
  await press('Control+Enter')
  await expect(page.getByText('Complete.')).toBeVisible()
  const seconds = (Date.now() - began) / 1000

  await expectLetters(page, 'PPLPNPPPAPPP')
  expect(presses).toBeLessThanOrEqual(14)
  expect(seconds).toBeLessThan(20)
  // Under a second of it is the program's: the rest is the hand.
  test
    .info()
    .annotations.push({ type: 'taken', description: `${presses} keys, ${seconds.toFixed(1)} seconds` })
})

test('forty people fit, marked at typing speed', async ({ launch }) => {
  const data = aFolder()
  const { sessionId } = await aRegisterOnDisk(data, 40)
  const app = await launch({ data })
  await signInTo(app.page, `/registers/${sessionId}`)
  await expect(sheet(app.page).locator('tbody tr')).toHaveCount(40)
  await app.screenshot('register-40')
  await app.page.keyboard.type('p'.repeat(39))
  await settled(app.page)
  await expectLetters(app.page, `${'P'.repeat(39)}·`)
  await app.screenshot('register-40-marked')
  await expectAccessible(app.page)
})

test('a mark that cannot be saved says so in its row, and the letter does not pretend', async ({
  launch,
}) => {
  const data = aFolder()
  const { sessionId } = await aRegisterOnDisk(data, 3)
  const app = await launch({ data })
  await signInTo(app.page, `/registers/${sessionId}`)
  await expect(sheet(app.page).locator('tbody tr')).toHaveCount(3)
  // Somebody completes the register in another window while this one is still open on the old state.
  const held = await app.page.evaluate(
    ([id]) => window.bridge.invoke('registers', 'markRest', { sessionId: id, code: 'P' }),
    [sessionId],
  )
  expect(held.ok).toBe(true)
  await expectLetters(app.page, 'PPP')
  await app.electron.evaluate(({ ipcMain }) => {
    ipcMain.removeHandler('gather:invoke')
    ipcMain.handle('gather:invoke', () => ({
      ok: false,
      error: { code: 'FILE', message: 'The disk is full, so this was not saved.', details: {} },
    }))
  })
  await app.page.keyboard.type('n')
  await expect(sheet(app.page).getByText('N not saved, still P')).toBeVisible()
  await app.screenshot('register-not-saved')
})

test('a register of nobody says what to do next', async ({ launch }) => {
  const data = aFolder()
  const { sessionId } = await aRegisterOnDisk(data, 0)
  const app = await launch({ data })
  await signInTo(app.page, `/registers/${sessionId}`)
  await expect(app.page.getByRole('button', { name: 'Enrol people' })).toBeVisible()
  await app.screenshot('register-nobody')
})

test('the register is saved as a PDF', async ({ launch }) => {
  const data = aFolder()
  const { sessionId } = await aRegisterOnDisk(data, 40)
  const app = await launch({ data })
  const path = join(data, 'register.pdf')
  await signInTo(app.page, `/registers/${sessionId}`)
  await app.answerSave(path)
  await app.page.getByRole('button', { name: 'Print register' }).click()
  await app.page.getByRole('menuitem', { name: 'Save as PDF' }).click()
  await expect(app.page.getByText('Saved register.pdf')).toBeVisible({ timeout: 20_000 })
  expect(sheetsOf(path)).toBe(2)
  await app.page.evaluate((id) => {
    window.location.hash = `/print/register/${id}`
  }, sessionId)
  await expect(app.page.getByText('OFFICIAL-SENSITIVE')).toBeVisible()
  await expect(app.page.locator('body')).not.toContainText('0116')
  await app.screenshot('register-paper')
})

test('the register of twelve people is one sheet of paper', async ({ launch }) => {
  const data = aFolder()
  const { sessionId } = await aRegisterOnDisk(data, 12)
  const { page, answerSave } = await launch({ data })
  const path = join(data, 'register.pdf')
  await signInTo(page, `/registers/${sessionId}`)
  await answerSave(path)
  await page.getByRole('button', { name: 'Print register' }).click()
  await page.getByRole('menuitem', { name: 'Save as PDF' }).click()
  await expect(page.getByText('Saved register.pdf')).toBeVisible({ timeout: 20_000 })
  expect(sheetsOf(path)).toBe(1)
})

test('at 200 % forty people are marked by keys, and the row in hand stays in sight', async ({ launch }) => {
  const data = aFolder()
  const { sessionId } = await aRegisterOnDisk(data, 40)
  const { page, electron } = await launch({ data })
  await signInTo(page, `/registers/${sessionId}`)
  await expect(sheet(page)).toBeVisible()
  await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2),
  )
  await page.keyboard.type('p'.repeat(40))
  await settled(page)
  await expectLetters(page, 'P'.repeat(40))
  await expect(sheet(page).locator('tr[data-current="true"] td:last-child')).toBeInViewport()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Complete.')).toBeVisible()
})

test('at 200 % everything of a register is within reach', async ({ launch }) => {
  const data = aFolder()
  const { sessionId } = await aRegisterOnDisk(data, 12)
  const { page, electron } = await launch({ data })
  await signInTo(page, `/registers/${sessionId}`)
  await expect(sheet(page)).toBeVisible()
  await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2),
  )
  const complete = page.getByRole('button', { name: 'Complete register' })
  await complete.focus()
  await expect(complete).toBeInViewport()
  await expect(page.getByRole('complementary', { name: 'About this person' })).toBeVisible()
})

test('before and after are typed by keyboard, and the workbook has them', async ({ launch }) => {
  const data = aFolder()
  const { groupId } = await aRegisterOnDisk(data, 12)
  const app = await launch({ data })
  const { page } = app
  await signInTo(page, `/groups/${groupId}/outcomes`)
  const before = page.getByRole('textbox', { name: /goal 1, before$/ })
  await before.first().focus()
  for (const value of ['3', '4', '0', '12']) {
    await page.keyboard.type(value)
    await page.keyboard.press('Enter')
  }
  await expect(page.getByRole('alert')).toContainText('0 to 10')
  await page
    .getByRole('textbox', { name: /goal 1, after$/ })
    .first()
    .focus()
  for (const value of ['6', '4', 'Moved away']) {
    await page.keyboard.type(value)
    await page.keyboard.press('Enter')
  }
  await expect(page.getByRole('heading', { name: '1 of 2 goals moved up' })).toBeVisible()
  await expectAccessible(page)
  await app.screenshot('outcomes-tab')

  const path = join(data, 'group.xlsx')
  await app.answerSave(path)
  await page.getByRole('button', { name: 'Make the workbook' }).click()
  await expect(page.getByText('Saved group.xlsx')).toBeVisible({ timeout: 20_000 })
  const file = new exceljs.Workbook()
  await file.xlsx.readFile(path)
  const outcomes = file.getWorksheet('Outcomes')
  expect(outcomes?.getColumn(18).values).toContain('Improved')
  expect(file.getWorksheet('Register')?.rowCount).toBeGreaterThan(12)

  await page.evaluate(() => {
    window.location.hash = '/outcomes'
  })
  await expect(page.getByRole('button', { name: 'Bounce Back, Wigston' }).first()).toBeVisible()
  await expectAccessible(page)
  await app.screenshot('outcomes-screen')
})
