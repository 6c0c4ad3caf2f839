import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/axe.ts'
import { expect, test } from '../support/gather-app.ts'
import { PASSPHRASE } from '../support/test-county.ts'
import { aCountyWithRooms, goTo } from '../support/window-api.ts'

const toast = (page: Page, text: string) => page.getByRole('alert').filter({ hasText: text })
const table = (page: Page, name: string) => page.getByRole('table', { name })

/** A county with two rooms at Wigston Magna, open on the page of the building. */
async function aBuildingPage(page: Page) {
  const county = await aCountyWithRooms(page)
  await goTo(page, '/settings/buildings')
  await page.getByRole('button', { name: 'Wigston Magna' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Wigston Magna' })).toBeVisible()
  return county
}
const openTab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click()

test('opening hours are typed as people write them, by keyboard alone, and say what was booked outside', async ({
  launch,
}) => {
  const { page, screenshot } = await launch({ now: '2026-11-23T09:00:00Z' })
  const { api, hall } = await aBuildingPage(page)
  await api.bookings.create({ roomIds: [hall.id], startsAt: '2026-11-24T18:00', endsAt: '2026-11-24T19:00', purpose: 'partner', title: 'Baby massage' }) // prettier-ignore
  await openTab(page, 'Opening hours')
  await page.getByLabel('Hours on Monday').focus()
  await page.keyboard.type('9-12, 1-5pm')
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Hours on Monday')).toHaveValue('9am to midday and 1pm to 5pm')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Hours on Friday')).toHaveValue('9am to midday and 1pm to 5pm')
  await page.getByLabel('Hours on Saturday').fill('by appointment')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').first()).toContainText('Saturday: Write hours')
  await expectAccessible(page)
  await screenshot('places-hours-problem')
  await page.getByLabel('Hours on Saturday').fill('10-1pm')
  await page.keyboard.press('Enter')
  await expect(toast(page, 'Opening hours saved')).toBeVisible()
  await expect(page.getByText('1 booking to come lies outside these hours')).toBeVisible()
  await expectAccessible(page)
  await screenshot('places-hours')
  await page.getByRole('button', { name: /^Open Baby massage/ }).click()
  await expect(page.getByRole('complementary')).toContainText('Baby massage')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByLabel('Hours on Monday')).toHaveValue('')
  await expect(page.getByText('Nobody has said yet when it is open')).toBeVisible()
  await expect(page.getByText('outside these hours')).toHaveCount(0)
})

test('the hours of a building that somebody else looks after are read, not greyed out', async ({
  launch,
}) => {
  const { page, screenshot } = await launch({ now: '2026-11-23T09:00:00Z' })
  const { api, hall } = await aCountyWithRooms(page)
  const { version } = await api.buildings.get({ id: hall.buildingId })
  const western = (await api.buildings.listLocalities({})).find((one) => one.half === 'west')
  const id = hall.buildingId
  await api.buildings.update({ id, version, name: 'Wigston Magna', localityId: western?.id, archived: false })
  const open = [{ opens: '09:00', closes: '12:00' }, { opens: '13:00', closes: '17:00' }] // prettier-ignore
  const week = [open, open, [], [], [], [], []]
  await api.buildings.setOpening({ id, version: version + 1, week, opensOnBankHolidays: false })
  await api.users.create({ name: 'Olive', passphrase: PASSPHRASE, role: 'facilities', half: 'east' })
  await api.users.signOut({})
  await api.users.signIn({ name: 'Olive', passphrase: PASSPHRASE })
  await page.reload()
  await goTo(page, `/settings/buildings/${id}/hours`)
  await expect(page.getByText('This building is in the west of the county')).toBeVisible()
  await expect(table(page, 'Opening hours')).toContainText('9am to midday and 1pm to 5pm')
  await expect(page.getByText('Closed on bank holidays, whatever the weekday.')).toBeVisible()
  await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(0)
  await expect(page.getByRole('main').getByRole('button', { name: /Save|Add|Name and address/ })).toHaveCount(
    0,
  )
  await expectAccessible(page)
  await screenshot('places-hours-read')
})

test('a change of hours, a door code and equipment are added, each with a way back', async ({ launch }) => {
  const { page, screenshot } = await launch({ now: '2026-11-23T09:00:00Z' })
  await aBuildingPage(page)
  await openTab(page, 'Changes of hours')
  await expect(page.getByText('The usual hours hold on every date.')).toBeVisible()
  await page.getByRole('button', { name: 'Add a change of hours' }).first().click()
  await expect(page.getByRole('textbox', { name: 'First day' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Enter the first day, such as 24/12/2026.')).toHaveCount(1)
  await page.getByRole('textbox', { name: 'First day' }).fill('24/12/2026')
  await page.getByLabel('Why').fill('Christmas Eve')
  await page.getByLabel('Open on each of those days').fill('9-12')
  await expectAccessible(page)
  await screenshot('places-change-form')
  await page.keyboard.press('Enter')
  await expect(table(page, 'Changes of hours')).toContainText('Thursday 24 December 2026')
  await expect(table(page, 'Changes of hours')).toContainText('9am to midday')
  await screenshot('places-changes')

  await openTab(page, 'Getting in')
  await page.getByRole('button', { name: 'Add a way in' }).first().click()
  await page.getByRole('combobox', { name: 'How' }).click()
  await page.getByRole('option', { name: 'Door code' }).click()
  await page.getByRole('button', { name: 'Add the way in' }).click()
  await expect(page.getByRole('alert').first()).toContainText('Enter the door code.')
  await page.getByLabel('Door code', { exact: true }).fill('2580')
  await page.getByLabel('Note').fill('Use the side door')
  await expectAccessible(page)
  await screenshot('places-access-form')
  await page.getByRole('button', { name: 'Add the way in' }).click()
  await expect(page.getByText('Today: Door code 2580. Use the side door.')).toBeVisible()
  await expectAccessible(page)

  await openTab(page, 'Equipment')
  await page.getByRole('button', { name: 'Add equipment' }).first().click()
  await page.getByLabel('What it is').fill('Laptops')
  await page.getByLabel('How many there are').fill('12')
  await page.keyboard.press('Enter')
  await expect(table(page, 'Equipment')).toContainText('Laptops12')
  await expectAccessible(page)
  await screenshot('places-equipment')
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(page.getByText('Nothing is counted here yet.')).toBeVisible()
})

test('a room keeps what is in it, and one with bookings to come is not archived but lists them', async ({
  launch,
}) => {
  const { page, screenshot } = await launch({ now: '2026-11-23T09:00:00Z' })
  const { api, hall } = await aBuildingPage(page)
  await api.bookings.create({ roomIds: [hall.id], startsAt: '2026-11-24T10:00', endsAt: '2026-11-24T11:00', purpose: 'partner', title: 'Baby massage' }) // prettier-ignore
  await page.getByRole('button', { name: 'Hall', exact: true }).click()
  await page.getByLabel('Least people').fill('20')
  await page.getByRole('combobox', { name: 'What is in it' }).fill('Kitchen')
  await page.keyboard.press('Enter')
  await page.getByLabel('Archived').check()
  await page.getByRole('button', { name: 'Save' }).click()
  const panel = page.getByRole('complementary')
  await expect(panel.getByRole('alert')).toContainText('1 booking to come')
  await expect(panel.getByRole('listitem').filter({ hasText: 'Baby massage' })).toContainText(
    '10am to 11am · Hall',
  )
  await expectAccessible(page)
  await screenshot('places-archive-refused')
  await panel.getByRole('button', { name: /^Open Baby massage/ }).click()
  await expect(panel).toContainText('Partner agency')
  await page.keyboard.press('Escape')
  await panel.getByLabel('Archived').uncheck()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(table(page, 'Rooms')).toContainText('20 to 40')
  await expect(table(page, 'Rooms')).toContainText('Kitchen')
})

test('a list of buildings is imported row by row, and taken back in one step', async ({ launch }) => {
  const app = await launch({ now: '2026-11-23T09:00:00Z' })
  const { page } = app
  const { api } = await aCountyWithRooms(page)
  const file = join(app.data, 'buildings.csv')
  writeFileSync(file, ['Building,Locality,Telephone,Room,Capacity,Step-free,Monday', 'wigston magna,BOW,0116 496 0001,Hall,45,yes,"9-12, 1-5pm"', 'Barwell,Hinckley,,Group room,16,yes,9-5', ',,,Crèche,about ten,no,'].join('\n')) // prettier-ignore
  await goTo(page, '/settings/buildings')
  await page.getByRole('button', { name: 'Import a list' }).click()
  await expectAccessible(page)
  await app.screenshot('places-import-source')
  await app.answerOpen(file)
  await page.getByRole('button', { name: 'Choose a file' }).click()
  const rows = table(page, 'Rows of the list')
  await expect(rows).toContainText('Phone: 0116 496 0001, was 0116 496 0000')
  await expect(rows).toContainText('Most people: “about ten” is not a whole number.')
  await expect(page.getByText('1 building and 1 room added, 1 building and 1 room changed, 1 row left out.')).toBeVisible() // prettier-ignore
  await expectAccessible(page)
  await app.screenshot('places-import-preview')
  await page.getByRole('button', { name: 'Import the list' }).click()
  await expect(page.getByText(/^Imported\./)).toBeFocused()
  await app.screenshot('places-import-done')
  await expectAccessible(page)
  expect((await api.buildings.list({})).map((one) => one.name)).toEqual(['Barwell', 'Wigston Magna'])
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect(page.getByRole('button', { name: 'Choose a file' })).toBeVisible()
  expect((await api.buildings.list({})).map((one) => one.name)).toEqual(['Wigston Magna'])
})

test('none, forty rooms and a name of sixty letters keep the page in order', async ({ launch }) => {
  const { page, screenshot } = await launch()
  const { api } = await aCountyWithRooms(page)
  const long = 'The Old Grammar School Family and Young People’s Centre, Ashby'
  const { id } = await api.buildings.create({ name: long })
  await goTo(page, `/settings/buildings/${id}`)
  await expect(page.getByText('There are no rooms here yet.')).toBeVisible()
  await expectAccessible(page)
  await screenshot('places-none')
  for (let i = 1; i <= 40; i++)
    await api.buildings.createRoom({ buildingId: id, name: i % 7 === 0 ? `${long} ${i}` : `Room ${i}`, setupMinutes: 15, cleardownMinutes: 15, features: i % 5 === 0 ? ['Kitchen', 'Hearing loop', 'Projector', 'Soft play', 'Sensory corner'] : [] }) // prettier-ignore
  await expect(page.getByText('40 rooms')).toBeVisible()
  await screenshot('places-forty')
  const wide = await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
  expect(wide).toBe(true)
})
