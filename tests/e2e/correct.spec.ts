import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expectAccessible } from '../support/axe.ts'
import { expect, test } from '../support/gather-app.ts'
import { aGridOnDisk } from '../support/grid-on-disk.ts'
import { signInTo } from '../support/register-on-disk.ts'

const folders: string[] = []
const aFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'gather-test-'))
  folders.push(folder)
  return folder
}
test.afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

const plan = { people: 8, sessions: 4, begun: 3 }

test('a complete register is corrected by keyboard, says why after a week, and shows old and new', async ({
  launch,
}) => {
  const data = aFolder()
  const { sessionId } = await aGridOnDisk(data, plan)
  // It was completed on 24 November: more than a week ago.
  const app = await launch({ data, now: '2026-12-03T09:00:00Z' })
  const { page } = app
  await signInTo(page, `/registers/${sessionId}`)
  await page.getByRole('button', { name: 'Correct this mark of Amina Ahmed' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Present')
  await page.keyboard.type('Did')
  await dialog.getByRole('button', { name: 'Correct the mark' }).press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('Say why')
  await expectAccessible(page)
  await app.screenshot('correct-reason')
  await dialog.getByRole('textbox', { name: 'Why' }).fill('Marked the wrong Amina')
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  const made = page.getByRole('region', { name: 'Corrections' })
  await expect(made).toContainText('Amina Ahmed: Present became Did not attend')
  await expect(made).toContainText('Jo Patel, 3 December 2026 at 9am: Marked the wrong Amina')
  await expectAccessible(page)
  await app.screenshot('correct-done')
})

test('somebody who came is added to a complete register', async ({ launch }) => {
  const data = aFolder()
  const { sessionId } = await aGridOnDisk(data, plan)
  const { page } = await launch({ data })
  await signInTo(page, `/registers/${sessionId}`)
  await page.getByRole('button', { name: 'Add somebody who came' }).click()
  await page.keyboard.type('Zeller')
  await page.getByRole('option', { name: 'Zoe Zeller' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Correct the mark' }).click()
  await expect(page.getByRole('grid')).toContainText('Zoe Zeller')
  await expect(page.getByRole('region', { name: 'Corrections' })).toContainText('Zoe Zeller: added, Present')
})

test('a register is shown and printed as it stood on another day', async ({ launch }) => {
  const data = aFolder()
  const { sessionId } = await aGridOnDisk(data, plan)
  const app = await launch({ data, now: '2026-11-26T09:00:00Z' })
  const { page } = app
  await signInTo(page, `/registers/${sessionId}`)
  await page.getByRole('button', { name: 'Correct this mark of Amina Ahmed' }).click()
  await page.getByLabel('Mark', { exact: true }).selectOption('A')
  await page.getByRole('dialog').getByRole('button', { name: 'Correct the mark' }).click()
  await expect(page.getByRole('region', { name: 'Corrections' })).toContainText('became Apologies')

  await page.getByRole('textbox', { name: 'As it stood on' }).fill('24/11/2026')
  await page.keyboard.press('Enter')
  await expect(page.getByText('This is how the register stood at the end of 24 November 2026')).toBeVisible()
  await expect(page.getByRole('row', { name: /Amina Ahmed/ })).toContainText('Present')
  await expect(page.getByRole('row', { name: /Amina Ahmed/ })).toContainText('Apologies')
  await expectAccessible(page)
  await app.screenshot('register-as-at')

  const path = join(data, 'past.pdf')
  await app.answerSave(path)
  await page.getByRole('button', { name: 'Save as PDF' }).click()
  await expect(page.getByText('Saved past.pdf')).toBeVisible({ timeout: 20_000 })
  expect(readFileSync(path).length).toBeGreaterThan(1000)
})
