import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/axe.ts'
import { expect, test } from '../support/gather-app.ts'
import { PASSPHRASE } from '../support/test-county.ts'
import { aCountyWithRooms, goTo } from '../support/window-api.ts'

/** Before what is booked in a day begins: what is over is nobody's to decide any more. */
const MORNING = '2026-11-23T08:00:00.000Z'

const panel = (page: Page) => page.getByRole('complementary')
const press = (page: Page, name: string | RegExp) => panel(page).getByRole('button', { name }).press('Enter')

/** Opens the form from the screen of the rooms, by its keys. */
async function newBooking(page: Page, title: string, from = '10', to = '11'): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: 'Book a room', exact: true }).press('Enter')
  await page.keyboard.type(title)
  await panel(page).getByRole('textbox', { name: 'From' }).fill(from)
  await panel(page).getByRole('textbox', { name: 'To', exact: true }).fill(to)
}

/** Picks a room in a list by typing its name. */
async function pickRoom(page: Page, name: string): Promise<void> {
  await page.getByLabel('Rooms').and(page.locator('input')).focus()
  await page.keyboard.type(name)
  await page.getByRole('option', { name: new RegExp(`^${name}`) }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

async function aCountyWithProjectors(page: Page) {
  const county = await aCountyWithRooms(page)
  await county.api.buildings.addEquipment({
    buildingId: county.hall.buildingId,
    name: 'Projector',
    quantity: 2,
  })
  await county.api.buildings.createRoom({ buildingId: county.hall.buildingId, name: 'Crèche', capacity: 8, setupMinutes: 0, cleardownMinutes: 0 }) // prettier-ignore
  await goTo(page, '/rooms')
  return county
}

test('two rooms, people, layout, equipment and a note are booked as one, and all of it is seen again', async ({
  launch,
}) => {
  const app = await launch()
  const { page } = app
  await aCountyWithProjectors(page)
  await newBooking(page, 'Baby massage')
  await pickRoom(page, 'Hall')
  await pickRoom(page, 'Crèche')
  await page.keyboard.press('Escape')
  await panel(page).getByLabel('People expected (optional)').fill('50')
  await expect(panel(page).getByText('Hall is safe for 40 people, and 50 are expected.')).toBeVisible()
  await panel(page).getByText('Layout, equipment, note and more').click()
  await panel(page).getByLabel('Layout (optional)').fill('Circle of mats')
  await panel(page).getByLabel('Projector (of 2)').fill('1')
  await panel(page).getByLabel('Note (optional)').fill('Ask Sam for the side door')
  await expectAccessible(page)
  await app.screenshot('booking-new')
  await panel(page).getByLabel('Layout (optional)').press('Enter')
  await expect(panel(page).getByRole('heading', { name: 'Baby massage' })).toBeVisible()
  for (const words of [
    'Hall and Crèche, Wigston Magna',
    '50 people',
    'Circle of mats',
    'Projector: 1',
    'Ada Administrator',
    'Ask Sam for the side door',
  ])
    // prettier-ignore
    await expect(panel(page).getByText(words, { exact: true })).toBeVisible()
  await expectAccessible(page)
  await app.screenshot('booking-details')
})

test('what is about a family is private from the start, says so, and its kind can be put right', async ({
  launch,
}) => {
  const app = await launch()
  const { page } = app
  const { api } = await aCountyWithProjectors(page)
  const { today } = await api.county.status({})
  const only = async () => (await api.bookings.listBetween({ from: today, to: today }))[0]
  await newBooking(page, 'Supervision')
  await pickRoom(page, 'Room 2')
  await page.keyboard.press('Escape')
  await expect(panel(page).getByLabel('Private')).toBeChecked()
  await panel(page).getByRole('combobox', { name: 'Kind of booking' }).click()
  await page.getByRole('option', { name: 'Staff' }).click()
  await expect(panel(page).getByLabel('Private')).not.toBeChecked()
  await panel(page).getByLabel('What for').press('Enter')
  await expect(panel(page).getByRole('heading', { name: 'Supervision' })).toBeVisible()
  await expect(panel(page).getByText('Others see only that the room is taken.')).toHaveCount(0)
  expect(await only()).toMatchObject({ purpose: 'staff', private: false })
  await press(page, 'Change')
  await panel(page).getByRole('combobox', { name: 'Kind of booking' }).click()
  await page.getByRole('option', { name: 'Contact visit' }).click()
  await expect(panel(page).getByLabel('Private')).toBeChecked()
  await panel(page).getByLabel('What for').press('Enter')
  await expect(panel(page).getByRole('heading', { name: 'Supervision', exact: true })).toBeVisible()
  await expect(panel(page).getByText('Others see only that the room is taken.')).toBeVisible()
  expect(await only()).toMatchObject({ purpose: 'contact', private: true })
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(2)
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Undone: change a booking')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(1)
  expect(await only()).toMatchObject({ purpose: 'staff', private: false })
})

test('what is typed is kept when Esc closes the form', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  await aCountyWithProjectors(page)
  await newBooking(page, 'Baby massage')
  await page.keyboard.press('Escape')
  await expect(panel(page)).toHaveCount(0)
  await page.getByRole('main').getByRole('button', { name: 'Book a room', exact: true }).press('Enter')
  await expect(panel(page).getByLabel('What for')).toHaveValue('Baby massage')
})

test('rooms are dropped, what it says is changed, and it is cancelled for a usual reason, by keyboard alone', async ({
  launch,
}) => {
  const app = await launch()
  const { page } = app
  const { api, hall, small } = await aCountyWithProjectors(page)
  const { today } = await api.county.status({})
  const times = { startsAt: `${today}T10:00`, endsAt: `${today}T11:00` }
  await api.bookings.create({ roomIds: [hall.id, small.id], ...times, purpose: 'partner', title: 'Clinic' })
  await page
    .getByRole('gridcell', { name: /Clinic.*Hall/ })
    .getByRole('button')
    .first()
    .press('Enter')
  await press(page, 'Rooms')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Escape')
  await press(page, 'Save the rooms')
  await expect(panel(page).getByText('Hall, Wigston Magna', { exact: true })).toBeVisible()
  await press(page, 'Change')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Health visitor clinic')
  await page.keyboard.press('Enter')
  await expect(panel(page).getByRole('heading', { name: 'Health visitor clinic' })).toBeVisible()
  await press(page, 'Cancel the booking')
  await page.keyboard.type('Wea')
  await app.screenshot('booking-cancel')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Cancelled Health visitor clinic. The room is free again.')).toBeVisible()
  const all = await api.bookings.listBetween({ from: today, to: today, includeCancelled: true })
  expect(all.map((one) => one.cancelledReason).toSorted()).toEqual([
    'This room is no longer needed',
    'Weather',
  ])
})

test('a room that is taken is explained, and each way on is one press away', async ({ launch }) => {
  const app = await launch({ now: MORNING })
  const { page } = app
  const { api, hall } = await aCountyWithProjectors(page)
  const { today } = await api.county.status({})
  const taken = { roomIds: [hall.id], startsAt: `${today}T10:00`, endsAt: `${today}T11:00` }
  await api.bookings.create({
    ...taken,
    purpose: 'partner',
    title: 'Baby massage',
    contact: 'Sam, ext. 5479',
  })
  const long = 'The Former Methodist Church Rooms and Community Kitchen'
  const { id: buildingId } = await api.buildings.create({ name: long })
  await api.buildings.createRoom({ buildingId, name: 'Meeting room on the upper floor', capacity: 40, setupMinutes: 0, cleardownMinutes: 0 }) // prettier-ignore
  await newBooking(page, 'Weaning', '11:05', 'midday')
  const wide = (await panel(page).boundingBox())?.width
  await pickRoom(page, 'Hall')
  await page.keyboard.press('Escape')
  await panel(page).getByLabel('What for').press('Enter')
  await expect(panel(page).getByRole('alert')).toContainText('Hall is taken from 10am to 11:15am by Baby massage (Sam, ext. 5479).') // prettier-ignore
  await expect(panel(page).getByRole('button', { name: 'Use Room 2 (seats 14)' })).toBeVisible()
  await expect(panel(page).getByRole('button', { name: /^15 minutes later/ })).toBeVisible()
  await expect(panel(page).getByRole('button', { name: new RegExp(long) })).toBeVisible()
  expect((await panel(page).boundingBox())?.width).toBe(wide)
  await expectAccessible(page)
  await app.screenshot('booking-ways-on')
  await press(page, 'Keep the time, with 5 minutes between')
  await expect(panel(page).getByRole('heading', { name: 'Weaning' })).toBeVisible()
})

test('a closed building is booked all the same by somebody who may, for a reason that is kept', async ({
  launch,
}) => {
  const app = await launch()
  const { page } = app
  const { api, hall } = await aCountyWithProjectors(page)
  const building = (await api.buildings.list({})).find((one) => one.id === hall.buildingId)
  await api.buildings.setOpening({ id: hall.buildingId, version: building?.version ?? 1, week: Array.from({ length: 7 }, () => [{ opens: '09:00', closes: '12:00' }]), opensOnBankHolidays: true }) // prettier-ignore
  await newBooking(page, 'Choir', '6pm', '7pm')
  await pickRoom(page, 'Hall')
  await page.keyboard.press('Escape')
  await panel(page).getByLabel('What for').press('Enter')
  await panel(page).getByLabel('Or book it although it is closed, because').fill('The choir has its own key')
  await expectAccessible(page)
  await app.screenshot('booking-override')
  await panel(page).getByLabel('Or book it although it is closed, because').press('Enter')
  await expect(panel(page).getByText('The choir has its own key')).toBeVisible()
})

test('a booking in pencil says what it overlaps, is confirmed, and stands on Today before it lapses', async ({
  launch,
}) => {
  const app = await launch({ now: MORNING })
  const { page } = app
  const { api, small } = await aCountyWithProjectors(page)
  const { today } = await api.county.status({})
  await newBooking(page, 'Perhaps yoga')
  await pickRoom(page, 'Room 2')
  await page.keyboard.press('Escape')
  await panel(page).getByLabel('Pencil it in').press('Space')
  await panel(page).getByLabel('What for').press('Enter')
  await expect(panel(page).getByText(/^Pencilled in until/)).toBeVisible()
  await api.bookings.create({ roomIds: [small.id], startsAt: `${today}T10:30`, endsAt: `${today}T11:30`, purpose: 'staff', title: 'Supervision' }) // prettier-ignore
  await expect(panel(page).getByText(/Room 2 is taken from 10:30am to 11:45am by Supervision/)).toBeVisible()
  await expectAccessible(page)
  await app.screenshot('booking-pencil')
  await press(page, /^Use Hall/)
  await expect(panel(page).getByText('Hall, Wigston Magna', { exact: true })).toBeVisible()
  await goTo(page, '/today')
  await page.getByRole('button', { name: /Confirm or let go/ }).press('Enter')
  await page.getByRole('button', { name: 'Perhaps yoga' }).press('Enter')
  await press(page, 'Confirm')
  await expect(page.getByText(/^Booked Hall/)).toBeVisible()
})

test('what is asked for is decided beside what competes with it', async ({ launch }) => {
  const app = await launch({ now: MORNING })
  const { page } = app
  const { api, hall, small } = await aCountyWithProjectors(page)
  const { today } = await api.county.status({})
  const at10 = { startsAt: `${today}T10:00`, endsAt: `${today}T11:00`, purpose: 'partner' } as const
  await api.users.create({ name: 'Fay Facilitator', passphrase: PASSPHRASE, role: 'facilitator' })
  await api.users.signOut({})
  await api.users.signIn({ name: 'Fay Facilitator', passphrase: PASSPHRASE })
  await api.bookings.create({ roomIds: [hall.id], ...at10, title: 'Drumming', people: 12 })
  await api.bookings.create({ roomIds: [hall.id], ...at10, title: 'Singing' })
  await api.bookings.create({ roomIds: [small.id], ...at10, title: 'Quiet reading' })
  await api.users.signOut({})
  await api.users.signIn({ name: 'Ada Administrator', passphrase: PASSPHRASE })
  await page.reload()
  await goTo(page, '/today')
  await page.getByRole('button', { name: /Say yes or no/ }).press('Enter')
  await expect(
    page
      .getByRole('listitem')
      .filter({ hasText: 'Drumming' })
      .getByText(/Singing, Hall/),
  ).toBeVisible()
  await expectAccessible(page)
  await app.screenshot('booking-requests')
  await page.getByRole('button', { name: 'Say yes to Drumming' }).press('Enter')
  await expect(page.getByText(/^Booked Hall/)).toBeVisible()
  await page.getByRole('button', { name: /See it or say no to Singing/ }).press('Enter')
  await expect(panel(page).getByText(/Hall is taken from 10am to 11:15am by Drumming/)).toBeVisible()
  await press(page, 'Say no')
  await page.keyboard.type('The hall has gone to drumming')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Said no to Singing')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Singing' })).toHaveCount(0)
})

test('while it is on, somebody is checked in and the room is given back', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  const { api, hall } = await aCountyWithProjectors(page)
  const { today } = await api.county.status({})
  const allDay = { startsAt: `${today}T00:00`, endsAt: `${today}T23:59` }
  await api.bookings.create({ roomIds: [hall.id], ...allDay, purpose: 'partner', title: 'Open day' })
  await page
    .getByRole('gridcell', { name: /Open day.*Hall/ })
    .getByRole('button')
    .first()
    .press('Enter')
  await press(page, 'Check in')
  await expect(page.getByText('Checked in: Open day')).toBeVisible()
  await expect(panel(page).getByRole('button', { name: 'Check in' })).toHaveCount(0)
  await expect(panel(page).getByText('Checked in', { exact: true })).toBeVisible()
  await expect(panel(page).getByRole('heading', { name: 'Open day' })).toBeFocused()
  await expectAccessible(page)
  await press(page, 'Give the room back now')
  await expect(panel(page).getByText('Ended early. The rest of the time was given back.')).toBeVisible()
})
