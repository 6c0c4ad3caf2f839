import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/axe.ts'
import { expect, test, type GatherApp } from '../support/gather-app.ts'
import { aGridOnDisk } from '../support/grid-on-disk.ts'
import { signInTo } from '../support/register-on-disk.ts'

const folders: string[] = []
const aFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'gather-test-'))
  folders.push(folder)
  return folder
}
test.afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

const sheet = (page: Page) => page.getByRole('grid')
const cell = (page: Page, row: number, column: number) => sheet(page).locator(`[data-at="${row}:${column}"]`)
/** The letters of a column, top to bottom. */
const column = (page: Page, at: number) =>
  sheet(page)
    .locator(`[data-at$=":${at}"]`)
    .allInnerTexts()
    .then((texts) => texts.join(''))
const expectColumn = (page: Page, at: number, letters: string) =>
  expect.poll(() => column(page, at), { timeout: 10_000 }).toBe(letters)
const settled = (page: Page) => expect(sheet(page)).toHaveAttribute('data-saving', 'false')
const said = (page: Page) => page.locator('main').getByRole('status').first()

/** Puts a block on the clipboard as Excel does, and pastes it. */
async function paste({ page, electron }: GatherApp, text: string) {
  await electron.evaluate(({ clipboard }, block) => clipboard.writeText(block), text)
  await page.keyboard.press('Control+v')
}

async function aGrid(
  launch: (options: { data: string }) => Promise<GatherApp>,
  people = 11,
  sessions = 10,
  begun = 7,
) {
  const data = aFolder()
  const made = await aGridOnDisk(data, { people, sessions, begun })
  const app = await launch({ data })
  await signInTo(app.page, `/groups/${made.groupId}/registers`)
  return { app, page: app.page, ...made }
}

test('a run of registers is typed into like a spreadsheet, and undone a step at a time', async ({
  launch,
}) => {
  const { app, page } = await aGrid(launch)
  await expect(sheet(page).locator('tbody tr')).toHaveCount(12)
  await app.screenshot('grid-12')
  await expectAccessible(page)

  // The first blank of the oldest register that is owed is where the work is.
  await cell(page, 0, 1).focus()
  await page.keyboard.type('pplan')
  await settled(page)
  await expectColumn(page, 1, 'PPLAN······–')
  await expect(said(page)).toContainText('Ctrl + Z undoes it')
  await expect(cell(page, 5, 1)).toBeFocused()

  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Delete')
  await expectColumn(page, 1, 'PPLA·······–')
  await page.keyboard.press('Control+z')
  await expectColumn(page, 1, 'PPLAN······–')

  // From the first row down over the late joiner, who had not joined by then.
  await page.keyboard.press('Control+ArrowUp')
  await page.keyboard.press('Control+Shift+ArrowDown')
  await expect(page.getByText('12 people by 1 session chosen')).toBeVisible()
  await page.keyboard.press('Control+d')
  await expectColumn(page, 1, 'PPPPPPPPPPP–')
  await page.keyboard.press('Control+z')
  await expectColumn(page, 1, 'PPLAN······–')

  // Right into the third session.
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Control+r')
  await settled(page)
  await app.screenshot('grid-12-typed')
})

test('where somebody had not joined yet, or the day is to come, a letter is refused in words', async ({
  launch,
}) => {
  const { page } = await aGrid(launch)
  await cell(page, 11, 1).focus()
  await page.keyboard.type('p')
  await expect(said(page)).toContainText('Zoe Zeller')
  await expect(said(page)).toContainText('had not joined yet')
  await cell(page, 0, 8).focus()
  await page.keyboard.type('p')
  await expect(said(page)).toContainText('only apologies')
  await page.keyboard.type('a')
  await settled(page)
  await expect(cell(page, 0, 8)).toHaveText('A')
})

test('a block from Excel is pasted whole or not at all, and one step undoes it', async ({ launch }) => {
  const { app, page } = await aGrid(launch)
  await cell(page, 0, 2).focus()
  await paste(app, '/\tabs\r\n✓\tLate\r\n1\tapols\r\n')
  await settled(page)
  await expectColumn(page, 2, 'PPP·········')
  await expectColumn(page, 3, 'NLA·········')
  await page.keyboard.press('Control+z')
  await expectColumn(page, 2, '············')
  await expectColumn(page, 3, '············')

  // One word that nobody can know stops all of it, and is named.
  await paste(app, 'P\r\nmaybe\r\n')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('“maybe” is not a mark')
  await app.screenshot('grid-paste-refused')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(cell(page, 0, 2)).toBeFocused()
  await expectColumn(page, 2, '············')

  // Other marks are never written over unseen.
  await page.keyboard.type('n')
  await settled(page)
  await cell(page, 0, 2).focus()
  await paste(app, 'P\r\nP\r\n')
  await expect(dialog).toContainText('1 mark becomes another')
  await expect(dialog).toContainText('N becomes P')
  await expectAccessible(page)
  await app.screenshot('grid-paste')
  await page.keyboard.press('Enter')
  await settled(page)
  await expectColumn(page, 2, 'PP··········')
})

test('a block that is copied is what a spreadsheet reads', async ({ launch }) => {
  const { app, page } = await aGrid(launch)
  await cell(page, 10, 0).focus()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Control+c')
  await expect(said(page)).toContainText('4 cells copied')
  expect(await app.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe('P\t\n–\t–\n')
})

test('a complete register in the grid is corrected, and shows that it was', async ({ launch }) => {
  const { app, page } = await aGrid(launch)
  await cell(page, 2, 0).focus()
  await page.keyboard.type('n')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('The register is complete')
  await expectAccessible(page)
  await app.screenshot('grid-correct')
  await dialog.getByRole('button', { name: 'Correct the mark' }).click()
  await expect(cell(page, 2, 0)).toHaveText('N')
  await expect(cell(page, 2, 0)).toHaveAttribute('aria-label', /corrected/)
})

test('forty people by thirty sessions are drawn at once and typed into without a wait', async ({
  launch,
}) => {
  const { app, page } = await aGrid(launch, 39, 30, 25)
  await expect(sheet(page).locator('tbody tr')).toHaveCount(40)
  await app.screenshot('grid-40x30')
  await expectAccessible(page)

  // From pressing the tab to the frame in which the grid stands.
  await page.getByRole('tab', { name: 'Sessions' }).click()
  await expect(sheet(page)).toHaveCount(0)
  const drawn = await page.evaluate(async () => {
    const tab = [...document.querySelectorAll<HTMLElement>('[role="tab"]')].find((one) => one.textContent === 'Registers') // prettier-ignore
    const begun = performance.now()
    tab?.click()
    while (!document.querySelector('[data-at="39:29"]')) await new Promise(requestAnimationFrame)
    return performance.now() - begun
  })
  test.info().annotations.push({ type: 'drawn', description: `${Math.round(drawn)} ms` })

  await cell(page, 0, 10).focus()
  const begun = Date.now()
  await page.keyboard.type('p'.repeat(38))
  const typed = Date.now() - begun
  test.info().annotations.push({ type: '38 letters', description: `${typed} ms` })
  await settled(page)
  await expectColumn(page, 10, `${'P'.repeat(38)}··`)
  expect(typed / 38).toBeLessThan(100)
  await app.screenshot('grid-40x30-typed')
})

test('at 200 % the grid is within reach, and the names stay beside the marks', async ({ launch }) => {
  const { app, page } = await aGrid(launch)
  await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2),
  )
  await cell(page, 0, 9).focus()
  await expect(cell(page, 0, 9)).toBeInViewport()
  await expect(sheet(page).getByRole('rowheader').first()).toBeInViewport()
  await app.screenshot('grid-zoomed')
})

test('a group of nobody says what to do next', async ({ launch }) => {
  const { app, page } = await aGrid(launch, 0)
  await expect(page.getByRole('button', { name: 'Enrol people' })).toBeVisible()
  await app.screenshot('grid-nobody')
})
