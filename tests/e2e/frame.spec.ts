import { expectAccessible } from '../support/axe.ts'
import { expect, test } from '../support/gather-app.ts'
import { aCountyIn, aCountyWithRooms, goTo } from '../support/window-api.ts'

test('a search leads to a building’s rooms, and to the panel of a member of staff', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  const { api } = await aCountyWithRooms(page)
  await api.staff.create({ name: 'Samira Okafor', stream: 'family' })
  const find = async (name: string) => {
    const palette = page.getByRole('textbox', { name: 'Find anything' })
    await page.keyboard.press('Control+k')
    await expect(palette).toBeFocused()
    await page.keyboard.type(name)
    await expect(page.getByRole('status').filter({ hasText: name })).toBeAttached()
    await page.keyboard.press('Enter')
    await expect(palette).toHaveCount(0)
  }
  await find('Wigston Magna')
  await expect(page.getByRole('heading', { name: 'Rooms', level: 1 })).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Building' })).toHaveValue('Wigston Magna')
  await find('Samira Okafor')
  await expect(page.getByRole('complementary').getByLabel('Name')).toHaveValue('Samira Okafor')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('complementary')).toHaveCount(0)
})

test('an empty county leads step by step to its first group', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  const api = await aCountyIn(page)
  const next = page.locator('[aria-current="step"]').getByRole('button')
  await expect(next).toHaveText('Add your buildings')
  await expectAccessible(page)
  await app.screenshot('today-first-steps')
  await next.click()
  await page.getByRole('button', { name: 'Add a building' }).click()
  await page.keyboard.type('Wigston Magna')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Add a room' }).first()).toBeVisible()
  // The button that opened the panel is gone with the empty list, but the focus is not.
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await goTo(page, '/today')
  await expect(next).toHaveText('Add rooms')
  const [building] = await api.buildings.list({})
  if (building === undefined) throw new Error('The building was not added.')
  await api.buildings.createRoom({
    buildingId: building.id,
    name: 'Hall',
    setupMinutes: 0,
    cleardownMinutes: 0,
  })
  await expect(next).toHaveText('Add staff')
  await api.staff.create({ name: 'Samira Okafor', stream: 'family' })
  await expect(next).toHaveText('Set term dates')
  await api.settings.createTerm({ name: 'Spring', startsOn: '2027-01-04', endsOn: '2027-02-12' })
  await expect(next).toHaveText('Plan the first group')
})

test('nobody is led to what their role does not include', async ({ launch }) => {
  const app = await launch()
  const { page, chooseMenu } = app
  const { api } = await aCountyWithRooms(page)
  await api.users.create({ name: 'Fay Facilities', role: 'facilities', passphrase: 'three plain words' })
  await page.getByRole('button', { name: 'your menu' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByLabel('Your name').fill('Fay Facilities')
  await page.getByLabel('Passphrase', { exact: true }).fill('three plain words')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: 'Rooms', exact: true })).toBeVisible()
  await chooseMenu('Go', 'People')
  await expect(page.getByText('This is not part of your role.')).toBeVisible()
  await page.keyboard.press('Control+1')
  await page.keyboard.press('Control+n')
  await expect(page.getByRole('heading', { name: 'Book a room' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+,')
  await expect(page.getByRole('heading', { name: 'Buildings and rooms' })).toBeVisible()
})
