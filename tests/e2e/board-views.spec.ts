import { addDays } from '../../shared/time/civil.ts'
import { expectAccessible } from '../support/axe.ts'
import { bookingOf, NOW_TUESDAY, piece, sentenceOf, TUESDAY } from '../support/board.ts'
import { expect, test } from '../support/gather-app.ts'
import { aCountyIn, aCountyWithRooms, goTo } from '../support/window-api.ts'

test('the keys go to other days and views, and nowhere while something is typed', async ({ launch }) => {
  const { page } = await launch({ now: NOW_TUESDAY })
  await aCountyWithRooms(page)
  await goTo(page, '/rooms')
  const sentence = (words: string) => expect(sentenceOf(page)).toContainText(words)
  await page.getByRole('button', { name: /^Hall, free from 8am/ }).focus()
  await page.keyboard.press('PageDown')
  await sentence('Wednesday 25 November 2026')
  await page.keyboard.press('t')
  await sentence('Today, Tuesday 24 November 2026')
  await page.keyboard.press('Control+g')
  await expect(page.getByRole('textbox', { name: 'Go to' })).toBeFocused()
  await page.keyboard.type('12/1/27')
  await page.keyboard.press('Enter')
  await sentence('Tuesday 12 January 2027')
  await page.getByRole('button', { name: /^Hall, free from 8am/ }).focus()
  await page.keyboard.press('w')
  await sentence('11 January to 17 January 2027')
  await page.getByRole('button', { name: /^Hall, Monday 11 January 2027, free/ }).focus()
  await page.keyboard.press('d')
  await sentence('Tuesday 12 January 2027')
})

test('a building’s week has each room’s days; a booking goes to another day there', async ({ launch }) => {
  const app = await launch({ now: NOW_TUESDAY })
  const { page } = app
  const { api, hall, small } = await aCountyWithRooms(page)
  const book = bookingOf(api)
  await book(hall, 'Baby massage', '10:00', '12:00')
  await book(small, 'Saturday dads', '10:00', '11:00', { date: '2026-11-28' })
  await goTo(page, '/rooms')
  await page.getByText('Week', { exact: true }).click()
  await expect(page.getByRole('rowheader', { name: 'Sat 28 Nov' })).toHaveCount(2)
  await expect(page.getByRole('rowheader', { name: 'Sun 29 Nov' })).toHaveCount(0)
  await expect(piece(page, /Saturday dads, 10am to 11am, Room 2, Saturday 28 November 2026/)).toBeVisible()
  await piece(page, /Baby massage/).focus()
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('Enter')
  await expect(piece(page, /Baby massage, 10am to midday, Hall, Wednesday 25 November 2026/)).toBeFocused()
  await expectAccessible(page)
  await app.screenshot('board-week')
})

test('filters are said in words, leave taken time taken, and are there after a restart', async ({
  launch,
}) => {
  const app = await launch({ now: NOW_TUESDAY })
  const { page } = app
  const { api, hall, small } = await aCountyWithRooms(page)
  await bookingOf(api)(hall, 'Baby massage', '10:00', '12:00')
  await api.bookings.create({ roomIds: [small.id], title: 'Supervision', purpose: 'staff', startsAt: `${TUESDAY}T10:00`, endsAt: `${TUESDAY}T11:00` }) // prettier-ignore
  await goTo(page, '/rooms')
  // With a panel open the bar lies lower: all that is asked stays inside the window, which does not begin to scroll.
  await piece(page, /Supervision/).click()
  await page.getByRole('button', { name: 'Filter' }).click()
  await expect(page.getByRole('button', { name: 'Show everything' })).toBeInViewport({ ratio: 1 })
  expect(await page.evaluate(() => document.documentElement.scrollHeight <= window.innerHeight)).toBe(true)
  await page.getByRole('combobox', { name: 'What for' }).click()
  await page.getByRole('option', { name: 'Staff' }).click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Filter (1)' })).toBeVisible()
  await expect(sentenceOf(page)).toContainText('1 booking')
  await expect(
    page.getByRole('button', { name: /^Hall, taken 10am to 12:15pm, left out by the filter/ }),
  ).toBeVisible()
  await expectAccessible(page)
  await app.screenshot('board-filtered')
  await page.reload()
  await expect(page.getByRole('button', { name: 'Filter (1)' })).toBeVisible()
  await page.getByRole('button', { name: 'Stop showing only Staff' }).click()
  await expect(piece(page, /Baby massage/)).toBeVisible()
})

test('a view is kept under a name, found with Ctrl+K, renamed and removed', async ({ launch }) => {
  const app = await launch({ now: NOW_TUESDAY })
  const { page } = app
  const { api, hall } = await aCountyWithRooms(page)
  await bookingOf(api)(hall, 'Baby massage', '10:00', '12:00')
  await goTo(page, '/rooms')
  await page.getByRole('button', { name: 'Filter' }).click()
  await page.getByText('Nothing booked', { exact: true }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('rowheader', { name: 'Hall' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByLabel('Keep what is shown now as').fill('Empty rooms')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Kept the view Empty rooms')).toBeVisible()
  await expectAccessible(page)
  await app.screenshot('board-views')
  await page.getByRole('button', { name: 'Everything, as usual' }).click()
  await expect(page.getByRole('rowheader', { name: 'Hall' })).toBeVisible()

  await goTo(page, '/today')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('textbox', { name: 'Find anything' })).toBeFocused()
  await page.keyboard.type('empty r')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Rooms', exact: true })).toBeVisible()
  await expect(page.getByRole('rowheader', { name: 'Room 2' })).toBeVisible()
  await expect(page.getByRole('rowheader', { name: 'Hall' })).toHaveCount(0)

  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('button', { name: 'Rename Empty rooms' }).click()
  await page.getByLabel('New name of Empty rooms').fill('Unused')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Remove Unused' }).click()
  await expect(page.getByText('Removed the view Unused')).toBeVisible()
})

test('buildings fold away, by pointer and by keys, and stay so', async ({ launch }) => {
  const app = await launch({ now: NOW_TUESDAY, colorScheme: 'dark' })
  const { page } = app
  const { api } = await aCountyWithRooms(page)
  const { id: buildingId } = await api.buildings.create({ name: 'Blaby' })
  await api.buildings.createRoom({ buildingId, name: 'Studio', setupMinutes: 0, cleardownMinutes: 0 })
  await goTo(page, '/rooms')
  await page.getByRole('button', { name: 'Blaby' }).click()
  await expect(page.getByRole('rowheader', { name: 'Studio' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Blaby nothing booked' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('button', { name: 'Wigston Magna' })).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('rowheader', { name: 'Hall' })).toHaveCount(0)
  await app.screenshot('board-folded')
  await page.reload()
  await expect(page.getByRole('button', { name: 'Wigston Magna nothing booked' })).toBeVisible()
  await page.getByRole('button', { name: 'Unfold all' }).click()
  await expect(page.getByRole('rowheader', { name: 'Hall' })).toBeVisible()
})

test('now and next stands for each room, alone on the screen if wanted', async ({ launch }) => {
  const app = await launch({ now: NOW_TUESDAY })
  const { page } = app
  const { api, hall } = await aCountyWithRooms(page)
  await bookingOf(api)(hall, 'Open all day', '00:00', '23:59')
  await goTo(page, '/rooms')
  await page.getByText('Now and next', { exact: true }).click()
  await expect(page.getByRole('button', { name: 'Hall Open all day until 11:59pm' })).toBeVisible()
  await expect(page.getByText('Free for the rest of the day')).toBeVisible()
  await expectAccessible(page)
  await app.screenshot('board-now')
  await page.getByRole('button', { name: 'Full screen' }).click()
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true)
})

test('the year shows how much is on each day and is walked by the arrow keys', async ({ launch }) => {
  const app = await launch({ now: NOW_TUESDAY })
  const { page } = app
  const { api, hall, small } = await aCountyWithRooms(page)
  const book = bookingOf(api)
  await book(hall, 'Baby massage', '10:00', '12:00')
  await book(small, 'Weaning', '10:00', '12:00')
  await book(small, 'Weaning', '10:00', '12:00', { date: addDays(TUESDAY, 7) })
  await goTo(page, '/calendar')
  await page.getByText('Year', { exact: true }).click()
  const day = (words: string) => page.getByRole('button', { name: words })
  await day('Tuesday 24 November 2026: 2 bookings').focus()
  await page.keyboard.press('ArrowDown')
  await expect(day('Tuesday 1 December 2026: 1 booking')).toBeFocused()
  await expectAccessible(page)
  await app.screenshot('calendar-year')
  await page.keyboard.press('Enter')
  await expect(sentenceOf(page)).toContainText('Tuesday 1 December 2026 · 1 booking')
  await expect(page.getByText('Weaning').first()).toBeVisible()
})

test('every view of one week shows the same bookings', async ({ launch }) => {
  const { page } = await launch({ now: NOW_TUESDAY })
  const api = await aCountyIn(page, 'sample')
  const week = await api.bookings.listBetween({ from: '2026-11-23', to: '2026-11-29' })
  const said = sentenceOf(page)
  await goTo(page, '/calendar')
  for (const view of ['Week', 'List']) {
    await page.getByText(view, { exact: true }).click()
    await expect(said).toContainText(`23 November to 29 November 2026 · ${week.length} bookings`)
  }
  await expect(
    page.locator('[data-view="list"] tr:has(a), [data-view="list"] [class*="event"]').first(),
  ).toBeVisible()
  await goTo(page, '/rooms')
  for (const date of ['2026-11-24', '2026-11-25']) {
    const onDay = week.filter((booking) => booking.startsAt.startsWith(date))
    await expect(said).toContainText(`· ${onDay.length} booking`)
    await expect(page.locator('[data-booking]')).toHaveCount(onDay.length)
    await page.getByRole('button', { name: 'Day after' }).click()
  }
})
