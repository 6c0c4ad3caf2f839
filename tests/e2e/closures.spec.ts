import type { Locator, Page } from '@playwright/test'
import type { BuildingId, RoomId } from '../../shared/ids.ts'
import { addDays } from '../../shared/time/civil.ts'
import { expectAccessible } from '../support/axe.ts'
import { expect, test } from '../support/gather-app.ts'
import type { Api } from '../support/test-county.ts'
import { aCountyIn, goTo } from '../support/window-api.ts'

const NOW = '2026-11-23T09:00:00.000Z'
const tab = async (page: Page, times = 1) => {
  for (let i = 0; i < times; i++) await page.keyboard.press('Tab')
}

/** Goes there as a person without a mouse does. */
async function tabTo(page: Page, field: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await field.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(field, 'can be reached with the Tab key').toBeFocused()
}

const aRoomIn = ({ buildings }: Api, buildingId: BuildingId, name: string, capacity: number) =>
  buildings.createRoom({ buildingId, name, capacity, stepFree: true, setupMinutes: 0, cleardownMinutes: 15 })

const book = ({ bookings }: Api, roomId: RoomId, date: string, from: string, to: string, title: string) =>
  bookings.create({ roomIds: [roomId], title, purpose: 'partner', startsAt: `${date}T${from}`, endsAt: `${date}T${to}`, contact: 'Sam, ext. 5479' }) // prettier-ignore

/** A building with a week of bookings and a group, another to go to, and the window on Today. */
async function aBookedWeek(page: Page) {
  const api = await aCountyIn(page)
  const here = await api.buildings.create({ name: 'Wigston Magna', latitude: 52.58, longitude: -1.09 })
  const there = await api.buildings.create({ name: 'Oadby', latitude: 52.6, longitude: -1.08 })
  const hall = await aRoomIn(api, here.id, 'Hall', 40)
  const small = await aRoomIn(api, here.id, 'Room 2', 14)
  await aRoomIn(api, there.id, 'Main room', 30)
  await aRoomIn(api, there.id, 'Studio', 12)
  for (let day = 0; day < 5; day++) {
    const date = addDays('2026-11-30', day)
    await book(api, hall.id, date, '10:00', '12:00', `Baby massage ${day + 1}`)
    await book(api, small.id, date, '10:30', '11:30', `Advice ${day + 1}`)
    await book(api, hall.id, date, '13:00', '14:30', `Weaning ${day + 1}`)
  }
  return { api, here, hall }
}

test('a building is closed for a week and its week re-homed, by keyboard alone', async ({ launch }) => {
  const app = await launch({ now: NOW })
  const { page } = app
  const { api, here } = await aBookedWeek(page)

  await page.keyboard.press('Control+K')
  await expect(page.getByRole('textbox', { name: 'Find anything' })).toBeFocused()
  await page.keyboard.type('close a b')
  await expect(page.getByRole('option', { name: /Close a building/ }).or(page.getByRole('button', { name: /^Close a building/ })).first()).toBeVisible() // prettier-ignore
  await page.keyboard.press('Enter')
  const what = page.getByRole('combobox', { name: 'What is closed?' })
  await expect(what).toBeFocused()
  await page.keyboard.type('wigston')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByLabel('First day', { exact: true }))
  await page.keyboard.type('30/11/26')
  await tab(page, 2)
  await page.keyboard.type('4/12/26')
  await tab(page, 2)
  await page.keyboard.type('Boiler')
  await expect(page.getByRole('complementary', { name: 'What it would hit' })).toContainText('15')
  await expectAccessible(page)
  await app.screenshot('closures-new')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Wigston Magna closed' })).toBeVisible()

  const first = page.getByLabel('What to do about Baby massage 1, 10am to midday')
  await expect(first).toHaveValue(/^move /)
  await expect(first.locator('option:checked')).toHaveText('Move to Main room, Oadby')
  await expect(page.getByText('1 mile away').first()).toBeVisible()
  await expectAccessible(page)
  await app.screenshot('closures-desk')

  await tabTo(page, page.getByLabel('What to do about Advice 1, 10:30am to 11:30am'))
  await page.keyboard.press('c')
  await expect(page.getByLabel(/^Why it is cancelled: Advice 1/)).toHaveValue('Closed: Boiler')
  await tabTo(page, page.getByLabel('What to do about Weaning 1, 1pm to 2:30pm'))
  await page.keyboard.press('r')
  await page.keyboard.press('Control+Enter')
  const why = page.getByLabel(/^Why it runs: Weaning 1/)
  await expect(page.getByText('Enter a reason.')).toBeVisible()
  await tabTo(page, why)
  await page.keyboard.type('Heaters are in the hall')
  await expect(page.getByRole('button', { name: 'Apply 15 changes' })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('13 bookings moved, 1 cancelled, 1 runs anyway')).toBeVisible()
  await expect(page.getByRole('table', { name: 'Already decided' }).getByRole('row')).toHaveCount(15)
  await expectAccessible(page)
  await app.screenshot('closures-decided')

  const day = { from: '2026-11-30', to: '2026-12-04', buildingId: here.id }
  expect(await api.bookings.listBetween(day)).toMatchObject([{ overrideReason: 'Heaters are in the hall' }])
  await page.keyboard.press('Tab')
  await page.keyboard.press('Control+Z')
  await expect(page.getByRole('button', { name: /^Apply \d+ changes$/ })).toBeVisible()
  expect(await api.bookings.listBetween(day)).toHaveLength(15)
})

test('what a closure still has to be decided about waits on Today, and its list says so', async ({
  launch,
}) => {
  const app = await launch({ now: NOW })
  const { page } = app
  const { api, here } = await aBookedWeek(page)
  const when = { kind: 'days', from: '2026-12-01', to: '2026-12-01' } as const
  await api.closures.create({ places: [{ buildingId: here.id }], when, reason: 'Boiler' })
  const officer = { from: '2026-12-24', to: '2027-01-01' }
  await api.closures.create({
    everywhere: true,
    when: { kind: 'days', ...officer },
    reason: 'Christmas closing',
  })
  await goTo(page, '/today')
  await page.reload()
  await page
    .getByRole('button', { name: /^Find rooms.*Wigston Magna closed: 3 bookings to decide/ })
    .press('Enter')
  await expect(page.getByRole('heading', { name: 'Wigston Magna closed' })).toBeVisible()
  await goTo(page, '/closures')
  await expect(page.getByRole('table', { name: 'Closures' }).getByRole('row')).toHaveCount(3)
  await expectAccessible(page)
  await app.screenshot('closures-list')
  await page.getByRole('button', { name: 'Everywhere' }).press('Enter')
  await expect(page.getByText('Nothing that is booked is hit.')).toBeVisible()
  await expectAccessible(page)
  await app.screenshot('closures-no-hits')
  await page.getByRole('button', { name: 'Lift the closure' }).press('Enter')
  await page.keyboard.type('Open after all')
  await page.getByRole('button', { name: 'Lift the closure' }).last().press('Enter')
  await expect(page.getByText('Lifted: Open after all')).toBeVisible()
})

test('a room that somebody takes meanwhile is no longer proposed, and two choices of one room are named', async ({
  launch,
}) => {
  const app = await launch({ now: NOW })
  const { page } = app
  const { api, here } = await aBookedWeek(page)
  const annexe = await api.buildings.create({ name: 'Annexe' })
  await aRoomIn(api, annexe.id, 'Long room', 50)
  const when = { kind: 'days', from: '2026-11-30', to: '2026-11-30' } as const
  const { id } = await api.closures.create({ places: [{ buildingId: here.id }], when, reason: 'Boiler' })
  await goTo(page, `/closures/${id}`)
  await expect(page.getByRole('button', { name: 'Apply 3 changes' })).toBeVisible()
  const [massage, advice] = [
    page.getByLabel(/^What to do about Baby/),
    page.getByLabel(/^What to do about Advice/),
  ]
  for (const choice of [massage, advice]) await choice.selectOption({ label: 'Move to Long room, Annexe' })
  await advice.press('Control+Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'That was not done' })).toContainText('Advice 1')
  await expect(page.getByText(/^Long room was chosen for Baby massage 1/)).toBeVisible()
  await expectAccessible(page)
  await app.screenshot('closures-conflict')
  await advice.selectOption({ label: 'Move to Studio, Oadby' })
  const studio = (await api.buildings.list({}))
    .flatMap((one) => one.rooms)
    .find((room) => room.name === 'Studio')
  if (!studio) throw new Error('There is no studio.')
  await book(api, studio.id, '2026-11-30', '09:00', '17:00', 'Booked meanwhile')
  await expect(advice.locator('option', { hasText: 'Studio' })).toHaveCount(0)
  await expect(advice.locator('option:checked')).toHaveText('Leave for now')
  // The annexe is all that is left for it, so the annexe is offered to nobody else: no other room takes its place.
  const lost = 'The room that was chosen is taken, or wanted for another booking. Choose again.'
  for (const choice of [massage, advice])
    await expect(page.getByRole('row').filter({ has: choice })).toContainText(lost)
  await expect(page.getByRole('button', { name: 'Apply 1 change' })).toBeVisible()
})

test('forty bookings and long names stay tidy, and the call list can be printed', async ({ launch }) => {
  const app = await launch({ now: NOW })
  const { page } = app
  const { api, here, hall } = await aBookedWeek(page)
  const long = 'Baby massage, weaning and sing and sign for families with twins and more, by appointment'
  for (let day = 0; day < 26; day++)
    await book(api, hall.id, addDays('2027-01-04', day), '10:00', '11:00', `${long} ${day}`)
  const when = { kind: 'days', from: '2026-11-30', to: '2027-02-01' } as const
  const { id } = await api.closures.create({ places: [{ buildingId: here.id }], when, reason: 'Flood or leak, and after it the floor of the hall' }) // prettier-ignore
  await goTo(page, `/closures/${id}`)
  await expect(page.getByRole('button', { name: 'Apply 41 changes' })).toBeVisible()
  await page.evaluate(() => document.querySelector('[data-pane] table')?.scrollIntoView())
  await app.screenshot('closures-forty')
  await goTo(page, `/print/call-list/${id}`)
  await expect(page.getByRole('heading', { name: 'Call list: Wigston Magna closed' })).toBeVisible()
  await app.screenshot('closures-call-list')
})

test('a place closed all day again and again is asked for no times, and what is said of it speaks of closing', async ({
  launch,
}) => {
  const app = await launch({ now: NOW })
  const { page } = app
  await aBookedWeek(page)
  await goTo(page, '/closures/new')
  await page.getByRole('combobox', { name: 'What is closed?' }).fill('everyw')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.getByText('Again and again').click()
  await page.getByLabel('Starts').fill('9am')
  await page.getByLabel('All day').check()
  await expect(page.getByLabel('Starts')).toHaveCount(0)
  await page.getByRole('textbox', { name: 'From' }).fill('30/11/26')
  await page.keyboard.press('Tab')
  await expect(page.getByText('Mondays, every week.', { exact: true })).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'It ends' })).toHaveValue('After so many times')
  await expect(page.getByLabel('Leave out closures')).toHaveCount(0)
  await expect(page.getByText('There is no free room for any of them.')).toBeVisible()
  await expectAccessible(page)
  await app.screenshot('closures-repeating')
  await page.getByLabel('All day').uncheck()
  await expect(page.getByLabel('Starts')).toHaveValue('9am')
})
