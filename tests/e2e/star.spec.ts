import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expectAccessible } from '../support/axe.ts'
import { expect, test } from '../support/gather-app.ts'
import { signInTo } from '../support/register-on-disk.ts'
import { aStarOnDisk } from '../support/star-on-disk.ts'
import { goTo, windowApi } from '../support/window-api.ts'

const folders: string[] = []
const aFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'gather-test-'))
  folders.push(folder)
  return folder
}
test.afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

test('a star of a group is typed by keyboard alone, a wrong number is refused where it stands, and a fall asks why', async ({
  launch,
}) => {
  const data = aFolder()
  const { groupId } = await aStarOnDisk(data, 12)
  const { page, screenshot } = await launch({ data })
  await signInTo(page, `/groups/${groupId}/outcomes`)
  const grid = page.getByRole('grid', { name: 'Family star, before' })
  await grid.getByRole('gridcell').first().focus()
  const readings = async () => (await windowApi(page).outcomes.sheet({ groupId })).readings
  for (const key of ['3', 'Tab', '4', 'Tab', 'decl', 'Tab', '1', '1', 'Enter']) {
    if (/^[a-z0-9]+$/.test(key)) await page.keyboard.type(key)
    else await page.keyboard.press(key)
  }
  // What is out of range stays where it was typed, and nothing else is lost.
  await expect(grid.locator('[aria-invalid="true"]')).toHaveText('11')
  await expect(page.getByText('Enter a whole number from 1 to 10')).toBeVisible()
  await expect.poll(async () => (await readings()).map((one) => one.value ?? one.notDoneReason)).toEqual([3, 4, 'Declined']) // prettier-ignore

  // Typing went on: what is saved next says that something was refused, until it is put right.
  await page.keyboard.press('Home')
  await page.keyboard.type('5')
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 marked entry not saved')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await readings()).length).toBe(3)
  await page.keyboard.press('ArrowUp')

  // Esc puts back what was there; F2 changes it, and the day and who completed it stand at the end of the row.
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.type('9')
  await page.keyboard.press('Escape')
  await expect(grid.getByRole('gridcell', { name: 'Amina Ahmed, Physical health, 3' })).toBeFocused()
  await expect(page.getByText('Physical health 3: Lower band (Two bands: Made up.)')).toBeVisible()
  await page.keyboard.press('End')
  await page.keyboard.type('20/11/2026')
  await page.keyboard.press('Shift+Tab')
  await expect.poll(async () => (await readings()).map((one) => one.takenOn)).toEqual(['2026-11-20', '2026-11-20', '2026-11-20']) // prettier-ignore
  await page.keyboard.press('F2')
  await page.getByRole('combobox', { name: 'Amina Ahmed, completed by' }).selectOption('worker')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await readings())[0]?.completedBy).toBe('worker')
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await readings())[0]?.completedBy).toBe('worker-and-family')
  await expect(grid.getByRole('gridcell', { name: 'Amina Ahmed, completed by, Worker and family together' })).toBeVisible() // prettier-ignore
  await expect(grid.locator(':focus')).toHaveCount(1)

  // One reading filled down over everybody, and undone in one step.
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Shift+Control+ArrowDown')
  await page.keyboard.press('Control+d')
  await expect.poll(async () => (await readings()).length).toBe(14)
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await readings()).length).toBe(3)
  await expect(grid).toHaveAttribute('data-saving', 'false')
  await expectAccessible(page)
  await screenshot('star-entry')

  await page.getByText('After', { exact: true }).click()
  const after = page.getByRole('grid', { name: 'Family star, after' })
  await after.getByRole('gridcell').nth(1).focus()
  await page.keyboard.type('2')
  await page.keyboard.press('Enter')
  const why = page.getByRole('dialog')
  await expect(why).toContainText('4, then 2')
  await expect(why.getByRole('textbox')).toBeFocused()
  await page.keyboard.type('Lost the tenancy')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await readings()).find((one) => one.fallReason !== null)?.fallReason).toBe('Lost the tenancy') // prettier-ignore
})

test('a star shows the first and the latest with every form there is, and goes to the family without the service’s own words', async ({
  launch,
}) => {
  const data = aFolder()
  const { groupId, personId, measureId } = await aStarOnDisk(data, 3, true)
  const { page, screenshot } = await launch({ data })
  await signInTo(page, `/stars/${groupId}/${personId}/${measureId}`)
  await expect(page.getByRole('heading', { name: '7 of 9 areas moved up' })).toBeVisible()
  await expect(page.getByRole('img', { name: /Of 9 areas known both times, 7 moved up/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /Home and money/ })).toContainText('Because: Lost the tenancy')
  await expect(page.getByRole('row', { name: /Physical health/ })).toContainText(
    /3.*Lower band.*5.*Upper band/,
  )
  await expect(page.getByText('Not used: completed by the family alone')).toBeVisible()
  await expectAccessible(page)
  await screenshot('star')
  await goTo(page, `/print/star/${groupId}/${personId}/${measureId}`)
  const paper = page.getByRole('main')
  await expect(paper).toContainText('Tuesday group')
  await expect(paper).not.toContainText(/stage|worker|measure|band|Ahmed|Bounce Back|tenancy/i)
  await screenshot('star-paper')
})
