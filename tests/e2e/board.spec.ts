import { expectAccessible } from '../support/axe.ts'
import { anHour, bookingOf, carry, NOW_TUESDAY, piece, TUESDAY } from '../support/board.ts'
import { expect, test } from '../support/gather-app.ts'
import { aRun } from '../support/series-factories.ts'
import { aCountyWithRooms, goTo } from '../support/window-api.ts'

test('a booking is dragged to another time and room, says where it would go, and goes back with Undo', async ({
  launch,
}) => {
  const app = await launch({ now: NOW_TUESDAY })
  const { page } = app
  const { api, hall } = await aCountyWithRooms(page)
  await bookingOf(api)(hall, 'Baby massage', '10:00', '12:00')
  await goTo(page, '/rooms')
  const booking = piece(page, /Baby massage, 10am to midday, Hall/)
  const hour = await anHour(booking, 2)
  // Another window that opens meanwhile may take the pointer away, which lets go of what was carried.
  await expect(async () => {
    await page.mouse.up()
    await carry(page, booking, { x: hour * 1.02, y: 45 })
    await expect(page.getByText('Room 2, Tue 24 Nov, 11am to 1pm. Free.').last()).toBeVisible({
      timeout: 3_000,
    })
  }).toPass()
  await app.screenshot('board-drag-free')
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await expect(async () => {
    await carry(page, booking, { x: hour * 1.02, y: 45 })
    await page.mouse.up()
    await expect(piece(page, /Baby massage, 11am to 1pm, Room 2/)).toBeVisible({ timeout: 3_000 })
  }).toPass()
  await expect(page.getByText('Moved to Room 2, Tue 24 Nov, 11am to 1pm')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(piece(page, /Baby massage, 10am to midday, Hall/)).toBeVisible()
})

test('an edge is dragged to make a booking longer, by quarters of an hour', async ({ launch }) => {
  const { page } = await launch({ now: NOW_TUESDAY })
  const { api, hall } = await aCountyWithRooms(page)
  await bookingOf(api)(hall, 'Baby massage', '10:00', '12:00')
  await goTo(page, '/rooms')
  const booking = piece(page, /Baby massage/)
  const hour = await anHour(booking, 2)
  await carry(page, booking.locator('[data-edge="end"]'), { x: hour * 0.55 })
  await page.mouse.up()
  await expect(piece(page, /Baby massage, 10am to 12:30pm, Hall/)).toBeVisible()
  await carry(page, piece(page, /Baby massage/).locator('[data-edge="start"]'), { x: -hour * 0.3 })
  await page.mouse.up()
  await expect(piece(page, /Baby massage, 9:45am to 12:30pm, Hall/)).toBeVisible()
})

test('a clash is said while dragging, Esc lets go, and what is put there all the same is refused in words', async ({
  launch,
}) => {
  const app = await launch({ now: NOW_TUESDAY })
  const { page } = app
  const { api, hall, small } = await aCountyWithRooms(page)
  const book = bookingOf(api)
  await book(hall, 'Baby massage', '10:00', '12:00')
  await book(small, 'Weaning', '10:00', '11:30')
  await goTo(page, '/rooms')
  const words = 'Room 2 is taken from 10am to 11:45am by Weaning (Sam, ext. 5479)'
  await carry(page, piece(page, /Baby massage/), { y: 45 })
  await expect(page.getByText(words).last()).toBeVisible()
  await app.screenshot('board-drag-clash')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await expect(page.getByText(words)).toHaveCount(0)
  await expect(page.getByRole('complementary')).toHaveCount(0)
  await expect(piece(page, /Baby massage, 10am to midday, Hall/)).toBeVisible()

  await carry(page, piece(page, /Baby massage/), { y: 45 })
  await page.mouse.up()
  await expect(page.getByText('That was not done')).toBeVisible()
  await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible()
  await expect(piece(page, /Baby massage, 10am to midday, Hall/)).toBeVisible()
})

test('the keys do what the pointer does: to another time and room, longer, refused, back and undone', async ({
  launch,
}) => {
  const app = await launch({ now: NOW_TUESDAY })
  const { page } = app
  const { api, hall, small } = await aCountyWithRooms(page)
  const book = bookingOf(api)
  await book(hall, 'Baby massage', '10:00', '11:00')
  await book(small, 'Weaning', '13:00', '14:00')
  await goTo(page, '/rooms')
  await piece(page, /Baby massage/).focus()
  for (const key of ['Alt+ArrowRight', 'Alt+ArrowRight', 'Alt+ArrowDown', 'Shift+Alt+ArrowRight'])
    await page.keyboard.press(key)
  const said = page.getByRole('status').filter({ hasText: 'Room 2, Tue 24 Nov, 10:30am to 11:45am. Free.' })
  await expect(said).toContainText('Enter puts it there, Esc leaves it.')
  await app.screenshot('board-keys')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  const moved = piece(page, /Baby massage, 10:30am to 11:45am, Room 2/)
  await expect(moved).toBeFocused()

  for (let quarters = 0; quarters < 6; quarters++) await page.keyboard.press('Alt+ArrowRight')
  await expect(page.getByRole('status').filter({ hasText: 'Room 2 is taken from 1pm' })).toBeAttached()
  await page.keyboard.press('Escape')
  await expect(moved).toBeVisible()
  await page.keyboard.press('Control+Z')
  await expect(piece(page, /Baby massage, 10am to 11am, Hall/)).toBeVisible()
})

test('a longer free time is chosen with Shift and the arrows, and the form begins with it', async ({
  launch,
}) => {
  const { page } = await launch({ now: NOW_TUESDAY })
  await aCountyWithRooms(page)
  await goTo(page, '/rooms')
  await page.getByRole('button', { name: /^Hall, free from 8am/ }).focus()
  await page.keyboard.press('ArrowRight')
  for (let quarters = 0; quarters < 4; quarters++) await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary').getByRole('textbox', { name: 'From' })).toHaveValue('8:30am')
  await expect(page.getByRole('complementary').getByRole('textbox', { name: 'To' })).toHaveValue('10am')
})

test('what is only pencilled in says so and leaves its time free', async ({ launch }) => {
  const app = await launch({ now: NOW_TUESDAY })
  const { page } = app
  const { api, hall, small } = await aCountyWithRooms(page)
  const book = bookingOf(api)
  await book(hall, 'Job club', '10:00', '12:00', { status: 'tentative' })
  await book(small, 'Weaning', '14:00', '15:00')
  await goTo(page, '/rooms')
  await expect(piece(page, /Job club, Pencilled in, 10am to midday, Hall/)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Hall, free from 8am/ })).toBeVisible()
  await expectAccessible(page)
  await app.screenshot('board-tentative')
})

test('a closure is hatched with its reason, and hours when the building is shut are told', async ({
  launch,
}) => {
  const app = await launch({ now: NOW_TUESDAY })
  const { page } = app
  const { api, hall } = await aCountyWithRooms(page)
  const { buildingId } = hall
  const [building] = await api.buildings.list({})
  if (!building) throw new Error('There is no building.')
  const week = Array.from({ length: 7 }, (_, day) => (day === 1 ? [{ opens: '09:00', closes: '17:00' }] : []))
  await api.buildings.setOpening({
    id: buildingId,
    version: building.version,
    week,
    opensOnBankHolidays: false,
  })
  await api.closures.create({
    reason: 'Boiler',
    everywhere: false,
    places: [{ buildingId, roomId: hall.id }],
    when: { kind: 'times', startsAt: `${TUESDAY}T09:00`, endsAt: `${TUESDAY}T12:00` },
  })
  await goTo(page, '/rooms')
  await expect(page.getByRole('button', { name: 'Hall, closed 9am to midday: Boiler' })).toBeVisible()
  await expectAccessible(page)
  await app.screenshot('board-closed')
  await page.getByRole('button', { name: 'Day after' }).click()
  await expect(page.getByRole('button', { name: 'Wigston Magna not open' })).toBeVisible()
})

test('moving one date of a series asks how far it goes, with the numbers, and does what was chosen', async ({
  launch,
}) => {
  const app = await launch({ now: NOW_TUESDAY })
  const { page } = app
  const { api, small } = await aCountyWithRooms(page)
  await api.series.book(aRun([small.id], { title: 'Toy library' }))
  await goTo(page, '/rooms')
  await expect(page.getByRole('grid')).toBeVisible()
  await page.keyboard.press('Control+g')
  await expect(page.getByRole('textbox', { name: 'Go to' })).toBeFocused()
  await page.keyboard.type('1/12/26')
  await page.keyboard.press('Enter')
  await piece(page, /Toy library, 10am/).focus()
  await page.keyboard.press('Alt+ArrowRight')
  await page.keyboard.press('Enter')
  const panel = page.getByRole('complementary')
  await expect(panel.getByRole('textbox', { name: 'Starts' })).toHaveValue('10:15am')
  await panel.getByRole('radio', { name: 'This booking and those after it' }).check()
  await expectAccessible(page)
  await app.screenshot('board-series')
  await panel.locator('button[type="submit"]').click()
  await expect(piece(page, /Toy library, 10:15am/)).toBeVisible()
})
