import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/axe.ts'
import { expect, test } from '../support/gather-app.ts'
import { aCountyIn, aCountyWithRooms, goTo } from '../support/window-api.ts'

/** Points at a room's free time, which then shows its half hours, and takes one of them. */
async function bookFrom(page: Page, room: string, from: string): Promise<void> {
  await page
    .getByRole('button', { name: new RegExp(`^${room}, free from`) })
    .first()
    .hover()
  await page.getByRole('button', { name: `${room}, free from ${from}. Book` }).click()
}

test('the arrow keys go about the day, and Enter books the time they stand on', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  await aCountyWithRooms(page)
  await goTo(page, '/rooms')
  await page.getByRole('button', { name: /^Hall, free from 8am/ }).focus()
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
  const { api, hall } = await aCountyWithRooms(page)
  await goTo(page, '/rooms')
  const { today } = await api.county.status({})
  const taken = {
    roomIds: [hall.id],
    startsAt: `${today}T10:00`,
    endsAt: `${today}T11:15`,
    purpose: 'partner' as const,
  }
  await api.bookings.create({ ...taken, title: 'Baby massage', contact: 'Sam, ext. 5479' })
  await bookFrom(page, 'Hall', '9:30am')
  await page.keyboard.type('Weaning')
  await page.getByRole('button', { name: 'Book Hall' }).click()
  const problem = page.getByRole('alert').filter({ hasText: 'There is a problem' })
  await expect(problem).toContainText('Hall is taken from 10am to 11:30am by Baby massage (Sam, ext. 5479).')
  await expectAccessible(page)
  await app.screenshot('rooms-clash')
  await page.getByRole('button', { name: 'Use Room 2 (seats 14)' }).click()
  await expect(page.getByRole('gridcell', { name: /Weaning.*9:30am to 10:30am.*Room 2/ })).toBeVisible()
})

test('a booking is moved and cancelled from its panel, and undone', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  await aCountyWithRooms(page)
  await goTo(page, '/rooms')
  await bookFrom(page, 'Hall', '9am')
  await page.keyboard.type('Weaning')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Move', exact: true }).click()
  await page.getByRole('complementary').getByRole('textbox', { name: 'From' }).fill('9.30')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('gridcell', { name: /Weaning.*9:30am to 10am.*Hall/ })).toBeVisible()
  await page.getByRole('button', { name: 'Cancel the booking' }).click()
  await expect(page.getByRole('combobox', { name: 'Why' })).toBeFocused()
  await page.keyboard.type('Not needed')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('gridcell', { name: /Weaning/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(page.getByRole('gridcell', { name: /Weaning.*9:30am to 10am.*Hall/ })).toBeVisible()
})

test('bookings at the same time stand beside each other in the week, each with its words in view', async ({
  launch,
}) => {
  const app = await launch()
  const { page } = app
  const { api, hall, small } = await aCountyWithRooms(page)
  const { today } = await api.county.status({})
  const book = (roomId: typeof hall.id, title: string, from: string, to: string) =>
    api.bookings.create({
      roomIds: [roomId],
      title,
      purpose: 'partner',
      startsAt: `${today}T${from}`,
      endsAt: `${today}T${to}`,
    })
  await book(hall.id, 'Health visitor clinic', '10:00', '12:00')
  await book(small.id, 'Fire alarm test', '10:00', '10:15')
  await book(hall.id, 'Caretaker', '06:30', '07:30')
  await goTo(page, '/calendar')
  const words = (title: string) => page.getByText(title, { exact: true })
  await expect(words('Caretaker')).toBeAttached()
  const [clinic, alarm] = [words('Health visitor clinic'), words('Fire alarm test')]
  await alarm.scrollIntoViewIfNeeded()
  const [first, second] = [await clinic.boundingBox(), await alarm.boundingBox()]
  expect((first?.x ?? 0) + (first?.width ?? 0)).toBeLessThanOrEqual(second?.x ?? 0)
  // The whole height of a line, however short the booking is.
  expect(second?.height).toBeGreaterThanOrEqual(14)
  await expectAccessible(page)
  await app.screenshot('calendar-beside')
})

test('the calendar shows what is booked by week, month and list', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  await aCountyWithRooms(page)
  await goTo(page, '/rooms')
  await bookFrom(page, 'Hall', '9am')
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
