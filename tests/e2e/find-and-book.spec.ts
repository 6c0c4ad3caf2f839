import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/axe.ts'
import { expect, test } from '../support/gather-app.ts'
import { aCountyWithRooms, goTo } from '../support/window-api.ts'

/** A Monday in term. */
const MONDAY = '2026-11-23T09:00:00.000Z'
/** The most key presses and pointer actions from any screen to a room booked. */
const MOST = 15

/** A person with a keyboard, of whom every key is counted: each key of a chord by itself. */
function aKeyboard(page: Page) {
  let pressed = 0
  return {
    press: async (key: string) => {
      pressed += key.split('+').length
      await page.keyboard.press(key)
    },
    type: async (text: string) => {
      pressed += text.length
      await page.keyboard.type(text)
    },
    pressed: () => pressed,
  }
}

const firstBlank = (page: Page) =>
  page.getByRole('searchbox', { name: 'People, or the whole of it in one line' })
const answers = (page: Page) => page.getByRole('region', { name: 'Find a room' }).getByRole('listitem')

test('a room is found from a time and booked in 15 key presses at most', async ({ launch }) => {
  const app = await launch({ now: MONDAY })
  const { page } = app
  const { api } = await aCountyWithRooms(page)
  const keyboard = aKeyboard(page)
  await keyboard.press('Control+3')
  await expect(firstBlank(page)).toBeFocused()
  await keyboard.type('10-12')
  await keyboard.press('Enter')
  await expect(answers(page).first().getByRole('button')).toBeFocused()
  await keyboard.press('Enter')
  await expect(page.getByLabel('What for')).toBeFocused()
  await keyboard.type('Chat')
  await keyboard.press('Enter')
  await expect(page.getByText('Booked Room 2, Wigston Magna, Mon 23 Nov')).toBeVisible()
  expect(keyboard.pressed()).toBeLessThanOrEqual(MOST)
  const bookings = await api.bookings.listBetween({ from: '2026-11-23', to: '2026-11-23' })
  expect(bookings).toMatchObject([{ roomName: 'Room 2', title: 'Chat', startsAt: '2026-11-23T10:00', endsAt: '2026-11-23T12:00' }]) // prettier-ignore
  await expectAccessible(page)
})

test('so is a run of ten weeks, and one Undo takes all of it back', async ({ launch }) => {
  const app = await launch({ now: MONDAY })
  const { page } = app
  const { api } = await aCountyWithRooms(page)
  const keyboard = aKeyboard(page)
  await keyboard.press('Control+3')
  await expect(firstBlank(page)).toBeFocused()
  await keyboard.type('10-12 10w')
  await keyboard.press('Enter')
  await expect(
    answers(page)
      .first()
      .getByRole('button', { name: /10 of 10/ }),
  ).toBeFocused()
  await keyboard.press('Enter')
  await expect(page.getByLabel('What for')).toBeFocused()
  await keyboard.press('Enter')
  await expect(page.getByText('Booked Room 2, Wigston Magna, 10 dates from 23 November 2026')).toBeVisible()
  expect(keyboard.pressed()).toBeLessThanOrEqual(MOST)
  const booked = () => api.bookings.listBetween({ from: '2026-11-23', to: '2027-03-01' })
  const mondays = await booked()
  expect(mondays.map((booking) => booking.startsAt.slice(0, 10))).toEqual([
    '2026-11-23',
    '2026-11-30',
    '2026-12-07',
    '2026-12-14',
    '2026-12-21',
    // Monday 28 December is a bank holiday.
    '2027-01-04',
    '2027-01-11',
    '2027-01-18',
    '2027-01-25',
    '2027-02-01',
  ])
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect.poll(async () => (await booked()).length).toBe(0)
})

test('what was found is pencilled in with a crèche beside it, without being asked for twice', async ({
  launch,
}) => {
  const app = await launch({ now: MONDAY })
  const { page } = app
  const { api, hall } = await aCountyWithRooms(page)
  await api.buildings.createRoom({ buildingId: hall.buildingId, name: 'Playroom', capacity: 8, setupMinutes: 0, cleardownMinutes: 0, features: ['Crèche'] }) // prettier-ignore
  await goTo(page, '/rooms')
  await firstBlank(page).fill('12 10-12 creche')
  await page.keyboard.press('Enter')
  await expect(answers(page).first().getByRole('button')).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Weaning')
  await page.getByRole('button', { name: 'Pencil it in or say more' }).press('Enter')
  const panel = page.getByRole('complementary')
  await expect(panel.getByLabel('What for')).toHaveValue('Weaning')
  await expect(panel.getByLabel('People expected (optional)')).toHaveValue('12')
  await panel.getByLabel('Pencil it in').press('Space')
  await expectAccessible(page)
  await panel.getByLabel('What for').press('Enter')
  await expect(panel.getByText(/^Pencilled in until/)).toBeVisible()
  const bookings = await api.bookings.listBetween({ from: '2026-11-23', to: '2026-11-23' })
  const where = bookings.map((one) => [one.roomName, one.status, one.startsAt])
  expect(where.toSorted()).toEqual(['Playroom', 'Room 2'].map((name) => [name, 'tentative', '2026-11-23T10:00'])) // prettier-ignore
})

test('the sentence fills itself in from one line, says the dots in words, and books what it shows', async ({
  launch,
}) => {
  const app = await launch({ now: MONDAY })
  const { page } = app
  const { api, hall, small } = await aCountyWithRooms(page)
  await api.buildings.createRoom({ buildingId: hall.buildingId, name: 'Playroom', capacity: 8, setupMinutes: 0, cleardownMinutes: 0, features: ['Crèche'] }) // prettier-ignore
  const taken = { purpose: 'partner', title: 'Health visitor clinic', contact: 'Sam, ext. 5479' } as const
  await api.bookings.create({ ...taken, roomIds: [hall.id], startsAt: '2027-01-19T09:00', endsAt: '2027-01-19T11:00' }) // prettier-ignore
  await api.bookings.create({ ...taken, roomIds: [small.id], startsAt: '2027-01-26T09:00', endsAt: '2027-01-26T11:00' }) // prettier-ignore
  await goTo(page, '/rooms')
  await firstBlank(page).fill('12 tue 10-12 10 weeks from 12 jan creche')
  await page.keyboard.press('Enter')
  const best = answers(page)
    .first()
    .getByRole('button', { name: /Room 2, Wigston Magna/ })
  await expect(best).toBeFocused()
  await expect(page.getByRole('textbox', { name: 'Day', exact: true })).toHaveValue('Tuesdays')
  await expect(page.getByRole('textbox', { name: 'How long' })).toHaveValue('10 weeks')
  await expect(page.getByRole('textbox', { name: 'First date' })).toHaveValue('12 January 2027')
  await expect(firstBlank(page)).toHaveValue('12')
  await expect(best).toContainText('Tue 26 Jan: Room 2 is taken from 9am to 11:15am by Health visitor clinic')
  await expect(best).toContainText('in Hall on 1 date')
  await app.screenshot('find-run')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await app.screenshot('find-run-book')
  await expectAccessible(page)
  await page.keyboard.type('Weaning')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Booked Room 2 and Playroom, Wigston Magna, 10 dates')).toBeVisible()
  const booked = await api.bookings.listBetween({ from: '2027-01-12', to: '2027-03-30' })
  const weaning = booked.filter((one) => one.title === 'Weaning' && one.leadId === null)
  expect(weaning.map((one) => one.roomName)).toEqual(['Room 2', 'Room 2', 'Hall', ...Array.from({ length: 7 }, () => 'Room 2')]) // prettier-ignore
  expect(weaning.every((one) => one.together.some((room) => room.roomName === 'Playroom'))).toBe(true)
})

test('what cannot be read stays as it was typed, and the arrow keys go from answer to answer', async ({
  launch,
}) => {
  const app = await launch({ now: MONDAY })
  const { page } = app
  await aCountyWithRooms(page)
  await goTo(page, '/rooms')
  await expect(page.getByText('Say from when to when')).toBeVisible()
  await app.screenshot('find-empty')
  await firstBlank(page).fill('bouncy 10-12')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('alert').filter({ hasText: '“bouncy” is not understood' })).toBeVisible()
  await expect(firstBlank(page)).toHaveValue('bouncy 10-12')
  await firstBlank(page).fill('20')
  await page.getByRole('textbox', { name: 'From' }).fill('9.30')
  await page.getByRole('textbox', { name: 'To', exact: true }).fill('2pm')
  await page.keyboard.press('ArrowDown')
  await expect(answers(page).first().getByRole('button', { name: /Hall/ })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(
    answers(page)
      .nth(1)
      .getByRole('button', { name: /seats 14, you asked for 20/ }),
  ).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowUp')
  await expect(firstBlank(page)).toBeFocused()
  await app.screenshot('find-one-day')
  await expectAccessible(page)
})

test('forty rooms with long names are told the best first, and one line in the palette finds them too', async ({
  launch,
}) => {
  const app = await launch({ now: MONDAY })
  const { page } = app
  const { api } = await aCountyWithRooms(page)
  const long = 'The Former Methodist Church Rooms and Community Kitchen, Wigston'
  const { id: buildingId } = await api.buildings.create({ name: long })
  for (let n = 1; n <= 38; n++)
    await api.buildings.createRoom({ buildingId, name: `Meeting and activity room number ${n} on the upper floor`, capacity: 10 + n, setupMinutes: 0, cleardownMinutes: 0 }) // prettier-ignore
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('textbox', { name: 'Find anything' })).toBeFocused()
  await page.keyboard.type('room 14 tue 10-12 10 weeks term time')
  await expect(page.getByRole('button', { name: /^A room for 14 people on Tuesdays from 10am to midday for 10 weeks/ })).toBeVisible() // prettier-ignore
  await page.keyboard.press('Enter')
  await expect(answers(page).first().getByRole('button')).toBeFocused()
  await expect(answers(page)).toHaveCount(6)
  await app.screenshot('find-forty')
  await page.getByRole('button', { name: 'Show 34 more rooms' }).click()
  await expect(answers(page)).toHaveCount(40)
  await expect(answers(page).nth(6).getByRole('button')).toBeFocused()
  await app.screenshot('find-forty-all')
  await answers(page).first().getByRole('button').press('Enter')
  await page.getByRole('button', { name: 'Plan a group here' }).click()
  await expect(page.getByRole('heading', { name: 'Plan a group' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'From' })).toHaveValue('24/11/2026')
  await expect(page.getByRole('textbox', { name: 'Places' })).toHaveValue('14')
})
