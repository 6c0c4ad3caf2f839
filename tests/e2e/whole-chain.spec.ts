import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../support/gather-app.ts'
import { aPlan, aProgramme, aWorker } from '../support/group-factories.ts'
import { signInByKeys, tabTo } from '../support/keys.ts'
import { aCountyWithRooms } from '../support/window-api.ts'

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gather-test-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A Tuesday in term, and the day after it, when nothing changes its register any more. */
const TODAY = '2026-11-24'
const nextDay = '2026-11-25T08:30:00Z'
const GROUP = 'Kite flyers, winter'

/** A group of today for which one session is enough to complete, with nobody in it. */
async function aGroupOfToday(page: Page): Promise<void> {
  const { api, hall } = await aCountyWithRooms(page)
  const leader = await aWorker({ api })
  const programme = await aProgramme({ api }, { completeAt: 1 })
  await api.groups.plan(aPlan(programme.id, hall.id, { firstDate: TODAY, startTime: '08:00', endTime: '10:00', sessions: 1, capacity: 12, facilitatorIds: [leader.id] })) // prettier-ignore
  await page.reload()
  await page.getByRole('link', { name: 'Today', exact: true }).waitFor()
}

/** To the group's page by the search for everything, and to one of its tabs. */
async function toTheGroup(page: Page, tab: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('textbox', { name: 'Find anything' })).toBeFocused()
  await page.keyboard.type('kite flyers')
  await page.getByRole('dialog').getByRole('button', { name: GROUP }).waitFor()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: GROUP })).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await tabTo(page, page.getByRole('tablist').getByRole('tab', { selected: true }))
  const wanted = page.getByRole('tab', { name: tab, exact: true })
  for (let n = 0; n < 8 && (await wanted.getAttribute('aria-selected')) !== 'true'; n++) {
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
  }
  await expect(wanted).toHaveAttribute('aria-selected', 'true')
}

async function press(page: Page, button: Locator): Promise<void> {
  await tabTo(page, button)
  await page.keyboard.press('Enter')
}

/** The value of a figure. */
const figure = (page: Page, name: string) =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
    .getByRole('cell')
    .first()

async function refer(page: Page): Promise<void> {
  await toTheGroup(page, 'People')
  await press(page, page.getByRole('button', { name: 'Take a referral' }))
  await expect(page.getByRole('textbox', { name: 'Who is referred' })).toBeFocused()
  await page.keyboard.type('Zora Quill')
  await expect(page.getByRole('option', { name: /Add “Zora Quill” as a new person/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: /new person/ })).toBeVisible()
  await press(page, page.getByRole('button', { name: 'Add and enrol' }))
  await expect(page.getByRole('checkbox', { name: /Zora Quill/ })).toBeVisible()
  await tabTo(page, page.getByRole('combobox', { name: 'Referred by (optional)' }))
  await page.keyboard.type('Oak Primary School')
  await page.keyboard.press('Escape')
  await press(page, page.getByRole('button', { name: 'Refer', exact: true }))
  await expect(page.getByText('Referred Zora Quill')).toBeVisible()
}

async function offerAndAccept(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Next for a place: Zora Quill' })).toBeVisible()
  await press(page, page.getByRole('button', { name: 'Offer the next place' }))
  await expect(page.getByText(/Offered Zora Quill a place until/)).toBeVisible()
  await press(page, page.getByRole('button', { name: /Yes, Zora Quill takes the place/ }))
  await press(page, page.getByRole('button', { name: 'Give the place' }))
  await expect(page.getByText(/Zora Quill has a place from 24 Nov 2026/)).toBeVisible()
}

async function takeTheRegister(page: Page): Promise<void> {
  await page.keyboard.press('Control+1')
  await expect(page.getByRole('heading', { name: 'To take' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('0 of 1 marked')).toBeVisible()
  await page.keyboard.press('p')
  await expect(page.getByText('1 of 1 marked')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Complete.')).toBeVisible()
}

async function complete(page: Page): Promise<void> {
  await toTheGroup(page, 'People')
  await press(page, page.getByRole('button', { name: 'Complete the group' }))
  await press(page, page.getByRole('button', { name: 'Complete 1 person' }))
  await expect(page.getByText(/1 person has completed/)).toBeVisible()
}

test('by keys alone a referral becomes a place, a register and a completion, and the figures say so', async ({
  launch,
}) => {
  const data = join(folder, 'data')
  const app = await launch({ data })
  await aGroupOfToday(app.page)
  await refer(app.page)
  await app.screenshot('chain-referred')
  await offerAndAccept(app.page)
  await app.screenshot('chain-place')
  await takeTheRegister(app.page)
  await app.screenshot('chain-register')
  await app.close()

  const { page, screenshot } = await launch({ data, now: nextDay })
  await signInByKeys(page)
  await complete(page)
  await screenshot('chain-completed')
  await toTheGroup(page, 'Figures')
  for (const [name, value] of [
    ['People enrolled', '1'],
    ['People who came', '1'],
    ['Sessions delivered', '1'],
    ['Attendance rate', '100%1 of 1'],
    ['Recorded as completed', '1'],
  ] as const)
    await expect(figure(page, name)).toHaveText(value)
  await screenshot('chain-figures')
})
