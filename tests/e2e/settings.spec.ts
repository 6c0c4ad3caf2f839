import { expectAccessible } from '../support/axe.ts'
import { expect, test } from '../support/gather-app.ts'
import { aCountyWithRooms, goTo } from '../support/window-api.ts'

const sections = [
  'buildings',
  'programmes',
  'staff',
  'terms',
  'bank-holidays',
  'measures',
  'offers',
  'users',
  'names',
  'audit',
]

test('every section of the settings can be read by everyone', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  await aCountyWithRooms(page)
  for (const section of sections) {
    await goTo(page, `/settings/${section}`)
    await expect(page.locator(`nav a[href="#/settings/${section}"][aria-current="page"]`)).toBeVisible()
    await expect(page.locator('table, form, [class*="empty"]').first()).toBeVisible()
    await expectAccessible(page)
    await app.screenshot(`settings-${section}`)
  }
})

test('a room is added in the settings, with a way back', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  await aCountyWithRooms(page)
  await goTo(page, '/settings/buildings')
  await page.getByRole('button', { name: 'Wigston Magna' }).click()
  await page.getByRole('button', { name: 'Add a room' }).click()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('Enter the name of the room.')
  await page.getByLabel('Name', { exact: true }).fill('Sensory room')
  await expectAccessible(page)
  await app.screenshot('settings-room')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('cell', { name: 'Sensory room' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('cell', { name: 'Sensory room' })).toHaveCount(0)
})

test('the audit trail is found in by words, and shows what a change was', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  await aCountyWithRooms(page)
  await goTo(page, '/settings/audit')
  await expect(page.getByRole('searchbox')).toBeVisible()
  await page.keyboard.press('Control+f')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('add a room')
  await expect(page.getByText('Showing 2 of 4 entries')).toBeVisible()
  await page.getByRole('button', { name: 'Add a room' }).first().click()
  await expect(page.getByRole('complementary').getByText('Room 2')).toBeVisible()
  await expectAccessible(page)
})
