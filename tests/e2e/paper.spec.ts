import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import exceljs from 'exceljs'
import { expectAccessible } from '../support/axe.ts'
import { expect, test, type GatherApp } from '../support/gather-app.ts'
import { readCalendarText } from '../support/read-calendar.ts'
import { canReadPdf, says, sheetsOf } from '../support/read-paper.ts'
import { aCountyIn, goTo } from '../support/window-api.ts'

/** A Tuesday in term. */
const TODAY = '2026-11-24'
const now = `${TODAY}T08:00:00.000Z`

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gather-test-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

if (!canReadPdf)
  process.stderr.write('pdftotext is not on this computer: the words of the PDFs are not read back.\n')
/** What a PDF says, where this computer can tell. */
function expectWords(pdf: string, ...words: readonly string[]): void {
  if (canReadPdf) for (const word of words) expect([word, says(pdf, word)]).toEqual([word, true])
}
function expectNoWords(pdf: string, ...words: readonly string[]): void {
  if (canReadPdf) for (const word of words) expect([word, says(pdf, word)]).toEqual([word, false])
}

const titles = ['Baby massage', 'Stay and play, under ones', 'Citizens Advice drop-in', 'Speech and language clinic', 'Young carers'] // prettier-ignore
const starts = ['08:30', '10:15', '12:15', '14:00', '15:45']

/** A building whose eight rooms are booked five times each today, in a county with another building. */
async function aFullDay(page: Page) {
  const api = await aCountyIn(page)
  const building = await api.buildings.create({ name: 'Wigston Magna', address: '12 High Street, Wigston', phone: '0116 496 0000' }) // prettier-ignore
  const rooms = []
  for (let n = 1; n <= 8; n++)
    rooms.push(await api.buildings.createRoom({ buildingId: building.id, name: `Training room ${n}`, capacity: 20, setupMinutes: 15, cleardownMinutes: 15 })) // prettier-ignore
  await api.buildings.createRoom({
    buildingId: building.id,
    name: 'Crèche',
    setupMinutes: 0,
    cleardownMinutes: 0,
  })
  for (const [n, room] of rooms.entries())
    for (const [m, start] of starts.entries())
      await api.bookings.create({
        roomIds: [room.id],
        startsAt: `${TODAY}T${start}`,
        endsAt: `${TODAY}T${start.replace(/:\d\d/, ':59')}`,
        purpose: 'partner',
        title: `${titles[(n + m) % 5]} ${n + 1}`,
        contact: 'Sam Okafor, 0116 496 0001',
        note: 'Nobody else may know this',
        people: 12,
        layout: 'Chairs in a circle',
      })
  const [first] = rooms
  if (!first) throw new Error('There are no rooms.')
  await api.bookings.create({ roomIds: [first.id], startsAt: `${TODAY}T17:30`, endsAt: `${TODAY}T18:30`, purpose: 'contact', title: 'The Smith family', contact: 'Jo Price' }) // prettier-ignore
  await api.buildings.addAccess({ buildingId: building.id, fromDate: '2026-01-01', kind: 'key', keyHolder: 'Sam Okafor, 0116 496 0001' }) // prettier-ignore
  const elsewhere = await api.buildings.create({ name: 'Elsewhere' })
  await api.buildings.createRoom({
    buildingId: elsewhere.id,
    name: 'Hall',
    setupMinutes: 0,
    cleardownMinutes: 0,
  })
  return { api, building, room: first }
}

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })

/** Opens the palette and chooses what was typed. */
async function choose(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('textbox', { name: 'Find anything' })).toBeFocused()
  await page.keyboard.type(words)
  await page.getByRole('option', { name: words }).or(page.getByRole('button', { name: words })).first().waitFor() // prettier-ignore
  await page.keyboard.press('Enter')
}

/** Keeps what the open dialog is about as a PDF. */
async function saved({ page, answerSave }: GatherApp, name: string): Promise<string> {
  const path = join(folder, name)
  await answerSave(path)
  await dialog(page, 'Print').getByRole('button', { name: 'Save as PDF' }).click()
  await expect(page.getByText(`Saved ${name}`)).toBeVisible({ timeout: 30_000 })
  return path
}

test('a full day of a building is one sheet of paper, with all that its desk has to know', async ({
  launch,
}) => {
  const app = await launch({ now })
  const { page } = app
  const { building } = await aFullDay(page)
  await goTo(page, '/rooms')
  await page.getByRole('button', { name: 'Print or export' }).click()
  await page.getByRole('menuitem', { name: 'Day sheet…' }).click()
  await dialog(page, 'Print').getByRole('combobox', { name: 'Building' }).click()
  await page.getByRole('option', { name: 'Wigston Magna', exact: true }).click()
  await expect(dialog(page, 'Print').getByRole('option')).toHaveCount(0)
  await expectAccessible(page)
  await app.screenshot('print-day-sheet')
  const pdf = await saved(app, 'day sheet.pdf')
  expect(sheetsOf(pdf)).toBe(1)
  expectWords(pdf, 'OFFICIAL-SENSITIVE', 'Wigston Magna', 'Tuesday 24 November 2026', 'Printed 24 November 2026 by Ada Administrator', 'Page 1 of 1') // prettier-ignore
  expectWords(pdf, ...titles.map((title) => `${title} 3`), '8:30am', 'Training room 8', 'Chairs in a circle', 'Sam Okafor', 'Nothing listed: Crèche', 'Key from Sam Okafor') // prettier-ignore
  expectNoWords(pdf, 'Nobody else')
  await goTo(page, `/print/day-sheet/${TODAY}/${building.id}`)
  await expect(page.getByRole('row')).toHaveCount(42)
  await expectAccessible(page)
  await app.screenshot('paper-day-sheet')
})

test('a day sheet with few lines has large letters, and none of them beyond the edge of the paper', async ({
  launch,
}) => {
  const { page } = await launch({ now })
  const api = await aCountyIn(page)
  const { id: buildingId } = await api.buildings.create({ name: 'Wigston Magna' })
  const hall = await api.buildings.createRoom({ buildingId, name: 'Hall', setupMinutes: 30, cleardownMinutes: 15 }) // prettier-ignore
  await api.buildings.addAccess({ buildingId, fromDate: '2026-01-01', kind: 'reception' })
  for (const from of ['10:15', '13:15'])
    await api.bookings.create({ roomIds: [hall.id], startsAt: `${TODAY}T${from}`, endsAt: `${TODAY}T${from.replace(':15', ':45')}`, purpose: 'partner', title: 'Solihull Approach Parenting', people: 12, layout: 'Tables' }) // prettier-ignore
  await goTo(page, `/print/day-sheet/${TODAY}/${buildingId}`)
  const sheet = page.getByRole('region', { name: 'Day sheet, Wigston Magna' })
  await expect(sheet.getByRole('row')).toHaveCount(3)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  const widths = await sheet.evaluate((one) => [one.scrollWidth, one.clientWidth] as const)
  expect(widths[0]).toBe(widths[1])
})

test('day sheets of all buildings are a page each', async ({ launch }) => {
  const app = await launch({ now })
  await aFullDay(app.page)
  await choose(app.page, 'Print a day sheet')
  await expect(dialog(app.page, 'Print').getByRole('combobox', { name: 'Building' })).toHaveValue(
    'All buildings',
  )
  const pdf = await saved(app, 'day sheets.pdf')
  expect(sheetsOf(pdf)).toBe(2)
  expectWords(pdf, 'Elsewhere', 'Wigston Magna', 'Nothing is booked')
})

test('the week of a room and its door card may hang where anybody reads them', async ({ launch }) => {
  const app = await launch({ now })
  const { page } = app
  const { room } = await aFullDay(page)
  await choose(page, 'Print the week of a room')
  await dialog(page, 'Print').getByRole('button', { name: 'Save as PDF' }).click()
  await expect(page.getByText('Choose a room.')).toBeVisible()
  await dialog(page, 'Print').getByRole('combobox', { name: 'Room' }).fill('Training room 1, W')
  await page.getByRole('option', { name: /Training room 1, Wigston/ }).click()
  await app.screenshot('print-week')
  const week = await saved(app, 'week.pdf')
  expect(sheetsOf(week)).toBe(1)
  expectWords(week, 'may be displayed', 'Training room 1', '23 November to 29 November 2026', 'Tue 24 Nov', 'Private booking') // prettier-ignore
  await choose(page, 'Print a door card')
  await dialog(page, 'Print').getByRole('combobox', { name: 'Room' }).fill('Training room 1, W')
  await page.getByRole('option', { name: /Training room 1, Wigston/ }).click()
  const card = await saved(app, 'door card.pdf')
  expect(sheetsOf(card)).toBe(1)
  expectWords(card, 'Training room 1', 'Tuesday 24 November 2026', '8:30am to 8:59am', 'Private booking')
  for (const pdf of [week, card]) expectNoWords(pdf, 'Smith', 'Price', 'Okafor', 'Ada', 'Nobody else')
  for (const [name, route] of [
    ['week', `/print/room-week/${room.id}/2026-11-23`],
    ['door', `/print/door/${room.id}/${TODAY}`],
  ] as const) {
    // prettier-ignore
    await goTo(page, route)
    await expect(page.getByRole('heading', { name: 'Training room 1' })).toBeVisible()
    await expectAccessible(page)
    await app.screenshot(`paper-${name}`)
  }
})

/** Exports from the menu of the screen to a file of this name. */
async function exported({ page, answerSave }: GatherApp, item: string, name: string): Promise<string> {
  const path = join(folder, name)
  await answerSave(path)
  await page.getByRole('button', { name: /^(Print or export|Export)$/ }).click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
  await expect(page.getByText(`Saved ${name}`)).toBeVisible({ timeout: 30_000 })
  return path
}

test('the calendar is exported as it is shown, as text and as a workbook', async ({ launch }) => {
  const app = await launch({ now })
  await aFullDay(app.page)
  await goTo(app.page, '/calendar')
  await expect(app.page.getByText('41 bookings')).toBeVisible()
  const text = await exported(app, 'CSV text', 'bookings.csv')
  const rows = parse(readFileSync(text), { bom: true }) as string[][] // csv-parse answers rows of text without column names
  expect(rows).toHaveLength(42)
  expect(rows[1]?.slice(0, 3)).toEqual([TODAY, '08:30', '08:59'])
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.readFile(await exported(app, 'Excel workbook', 'bookings.xlsx'))
  expect(workbook.worksheets.map((sheet) => [sheet.name, sheet.rowCount])).toContainEqual(['Bookings', 42])
  expect(JSON.stringify(rows)).not.toContain('Nobody else')
})

test('a calendar file is made by keyboard alone, and another program reads it', async ({ launch }) => {
  const app = await launch({ now })
  const { page, answerSave } = app
  await aFullDay(page)
  await choose(page, 'Save a calendar file')
  await expect(dialog(page, 'Calendar file').getByRole('combobox', { name: 'Building' })).toBeFocused()
  await page.keyboard.type('Wigston')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('option')).toHaveCount(0)
  await expectAccessible(page)
  await app.screenshot('calendar-file')
  const path = join(folder, 'wigston.ics')
  await answerSave(path)
  await dialog(page, 'Calendar file').getByRole('textbox', { name: 'From' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Saved wigston.ics. 41 entries in it.')).toBeVisible({ timeout: 30_000 })
  const { events } = readCalendarText(readFileSync(path, 'utf8'))
  expect(events).toHaveLength(41)
  expect(events[0]?.place).toContain('Wigston Magna, 12 High Street, Wigston')
})
