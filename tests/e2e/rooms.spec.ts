import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/axe.ts'
import { expect, test, type GatherApp } from '../support/gather-app.ts'
import { aCountyIn, goTo } from '../support/window-api.ts'

/** A county with two rooms at Wigston Magna and nothing booked. */
async function aCountyWithRooms({ page }: GatherApp) {
  const api = await aCountyIn(page)
  const { id: buildingId } = await api.buildings.create({ name: 'Wigston Magna', phone: '0116 496 0000' })
  const room = (name: string, capacity: number) =>
    api.buildings.createRoom({ buildingId, name, capacity, setupMinutes: 0, cleardownMinutes: 15 })
  const hall = await room('Hall', 40)
  await room('Room 2', 14)
  return { api, hall }
}

/** Types into what has the focus and goes on to the next field. */
async function typeAndTab(page: Page, ...texts: string[]): Promise<void> {
  for (const text of texts) {
    await page.keyboard.type(text)
    await page.keyboard.press('Tab')
  }
}

test('a room is found from a time and booked without a mouse', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  await aCountyWithRooms(app)
  await page.keyboard.press('Control+3')
  await page.getByLabel('Number of people').focus()
  await typeAndTab(page, '12')
  await page.getByRole('textbox', { name: 'From' }).focus()
  await typeAndTab(page, '10')
  await page.keyboard.type('midday')
  await page.keyboard.press('Enter')
  const best = page.getByRole('button', { name: 'Book Room 2, Wigston Magna' })
  await expect(best).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('What for')).toBeFocused()
  await page.keyboard.type('Baby massage')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('gridcell', { name: /Baby massage.*10am to midday.*Room 2/ })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Baby massage' })).toBeVisible()
  await expectAccessible(page)
  await app.screenshot('rooms-booked')
})

test('the arrow keys go about the day, and Enter books the time they stand on', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  await aCountyWithRooms(app)
  await goTo(page, '/rooms')
  await page.getByRole('button', { name: 'Hall, free from 8am. Book' }).focus()
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key)
  await expect(page.getByRole('button', { name: 'Room 2, free from 9am. Book' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'From' }).last()).toHaveValue('9am')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Room 2, free from 9am. Book' })).toBeFocused()
})

test('a clash says who has the room, and another room is one press away', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  const { api, hall } = await aCountyWithRooms(app)
  await goTo(page, '/rooms')
  const { today } = await api.county.status({})
  const taken = {
    roomId: hall.id,
    startsAt: `${today}T10:00`,
    endsAt: `${today}T11:15`,
    purpose: 'partner',
  } as const
  await api.bookings.create({ ...taken, title: 'Baby massage', contact: 'Sam, ext. 5479' })
  await page.getByRole('button', { name: 'Hall, free from 9:30am. Book' }).click()
  await page.keyboard.type('Weaning')
  await page.getByRole('button', { name: 'Book Hall' }).click()
  const problem = page.getByRole('alert').filter({ hasText: 'There is a problem' })
  await expect(problem).toContainText('Hall is taken from 10am to 11:30am by Baby massage (Sam, ext. 5479).')
  await expectAccessible(page)
  await app.screenshot('rooms-clash')
  await page.getByRole('button', { name: /Use Room 2, Wigston Magna/ }).click()
  await expect(page.getByRole('gridcell', { name: /Weaning.*9:30am to 10:30am.*Room 2/ })).toBeVisible()
})

test('a booking is moved and cancelled from its panel, and undone', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  await aCountyWithRooms(app)
  await goTo(page, '/rooms')
  await page.getByRole('button', { name: 'Hall, free from 9am. Book' }).click()
  await page.keyboard.type('Weaning')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Move', exact: true }).click()
  await page.getByRole('complementary').getByRole('textbox', { name: 'From' }).fill('9.30')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('gridcell', { name: /Weaning.*9:30am to 10am.*Hall/ })).toBeVisible()
  await page.getByRole('button', { name: 'Cancel the booking' }).click()
  await page.keyboard.type('Not needed')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('gridcell', { name: /Weaning/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(page.getByRole('gridcell', { name: /Weaning.*9:30am to 10am.*Hall/ })).toBeVisible()
})

test('the calendar shows what is booked by week, month and list', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  await aCountyWithRooms(app)
  await goTo(page, '/rooms')
  await page.getByRole('button', { name: 'Hall, free from 9am. Book' }).click()
  await page.keyboard.type('Weaning')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Weaning' })).toBeVisible()
  await page.keyboard.press('Control+2')
  for (const view of ['Month', 'List', 'Week']) {
    await page.getByText(view, { exact: true }).click()
    await expect(page.getByText('Weaning').first()).toBeVisible()
    await expectAccessible(page)
    await app.screenshot(`calendar-${view.toLowerCase()}`)
  }
  await page.getByText('Weaning').first().click()
  await expect(page.getByRole('heading', { name: 'Weaning' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'New booking' }).click()
  await expect(page.getByLabel('What for')).toBeFocused()
})

const sections = [
  'buildings',
  'programmes',
  'staff',
  'terms',
  'bank-holidays',
  'measures',
  'users',
  'names',
  'audit',
]

test('every section of the settings can be read by everyone', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  await aCountyWithRooms(app)
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
  await aCountyWithRooms(app)
  await goTo(page, '/settings/buildings')
  await page.getByRole('button', { name: 'Add a room to Wigston Magna' }).click()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('Enter the name of the room.')
  await page.getByLabel('Name').fill('Sensory room')
  await expectAccessible(page)
  await app.screenshot('settings-room')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('rowheader', { name: 'Sensory room' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('rowheader', { name: 'Sensory room' })).toHaveCount(0)
})

test('an empty county says how to begin', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  await aCountyIn(page)
  await goTo(page, '/rooms')
  await expect(page.getByText('There are no rooms here yet.')).toBeVisible()
  await app.screenshot('rooms-empty')
  await page.getByRole('link', { name: 'Add buildings and rooms' }).click()
  await expect(page.getByRole('heading', { name: 'Buildings and rooms' })).toBeVisible()
})
