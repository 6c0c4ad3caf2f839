import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/axe.ts'
import { expect, test, type GatherApp } from '../support/gather-app.ts'
import { aRegisterOnDisk, signInTo } from '../support/register-on-disk.ts'
import { windowApi } from '../support/window-api.ts'

const folders: string[] = []
const aFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'gather-test-'))
  folders.push(folder)
  return folder
}
test.afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

const sheet = (page: Page) => page.getByRole('grid')
const row = (page: Page, name: string) => sheet(page).getByRole('row', { name: new RegExp(name) })
const names = async (page: Page) =>
  (await sheet(page).locator('tbody th[scope="row"]').allInnerTexts()).map((text) => text.split('\n')[0])
const settled = (page: Page) => expect(sheet(page).locator('[data-saving="true"]')).toHaveCount(0)
interface Start {
  readonly people?: number
  /** The window's clock stands at this moment; by default on the tests' own Tuesday. */
  readonly now?: string
  readonly launch: (options: { data: string; now?: string }) => Promise<GatherApp>
}

/** A register of today, open in the window, with the api to put more into the county. */
async function opened({ people = 0, now, launch }: Start) {
  const data = aFolder()
  const { sessionId, groupId } = await aRegisterOnDisk(data, people)
  const app = await launch({ data, ...(now !== undefined && { now }) })
  await signInTo(app.page, `/registers/${sessionId}`)
  await expect(app.page.getByRole('heading', { level: 1, name: 'Bounce Back, Wigston' })).toBeVisible()
  return { ...app, app, sessionId, groupId, api: windowApi(app.page) }
}

async function aFamily({ api, groupId }: Pick<Awaited<ReturnType<typeof opened>>, 'api' | 'groupId'>) {
  const on = { groupId, status: 'enrolled', onDate: '2026-09-01' } as const
  const mother = await api.people.create({ firstName: 'Ada', lastName: 'Zane', dateOfBirth: '1990-02-01', family: { kind: 'new', name: 'Zane' } }) // prettier-ignore
  const family = { kind: 'existing', id: mother.familyId ?? '' } as const
  const child = await api.people.create({ firstName: 'Bea', lastName: 'Abbott', dateOfBirth: '2018-02-01', family }) // prettier-ignore
  const alone = await api.people.create({ firstName: 'Cy', lastName: 'Moss', dateOfBirth: '2017-02-01', family: { kind: 'none' } }) // prettier-ignore
  for (const person of [mother, child, alone]) await api.enrolments.enrol({ ...on, personId: person.id })
}

test('a family stands together when wanted, one key marks all of it, and one undo takes it back', async ({
  launch,
}) => {
  const county = await opened({ launch })
  const { page, app } = county
  await aFamily(county)
  await expect.poll(() => names(page)).toEqual(['Bea Abbott', 'Cy Moss', 'Ada Zane'])
  await row(page, 'Bea Abbott').getByRole('gridcell').last().click()
  await page.keyboard.press('f')
  await expect.poll(() => names(page)).toEqual(['Bea Abbott', 'Ada Zane', 'Cy Moss'])
  await page.keyboard.press('Shift+P')
  await settled(page)
  await expect(page.getByText('2 of 3 marked')).toBeVisible()
  await expect(page.getByRole('complementary').getByRole('heading', { level: 2 })).toHaveText('Cy Moss')
  await app.screenshot('register-families')
  await expectAccessible(page)
  await page.keyboard.press('Control+z')
  await expect(page.getByText('0 of 3 marked')).toBeVisible()
})

test('minutes are typed after the letter, and are of the one just marked', async ({ launch }) => {
  const { page, app } = await opened({ launch, people: 3 })
  await page.keyboard.type('l 10pe25', { delay: 40 })
  await expect(row(page, 'Amina Ahmed')).toContainText('Late, 10 min')
  await expect(row(page, 'Chloe Clarke')).toContainText('Left early, 25 min')
  await settled(page)
  await expect(row(page, 'Ben Brown')).not.toContainText('min')
  // Of the row in hand, when it is gone back to.
  await page.keyboard.press('Home')
  await page.keyboard.type('1')
  await page.keyboard.type('5')
  await expect(row(page, 'Amina Ahmed')).toContainText('Late, 15 min')
  await page.keyboard.press('F2')
  await page.keyboard.type('Came with her aunt')
  await page.keyboard.press('Enter')
  await expect(row(page, 'Amina Ahmed')).toContainText('Note: Came with her aunt')
  await expect(row(page, 'Amina Ahmed').getByRole('gridcell').last()).toBeFocused()
  await app.screenshot('register-minutes')
})

test('who delivered it takes one key, and stands in the record of the session with its note and its heads', async ({
  launch,
}) => {
  const { page, app, api, sessionId } = await opened({ launch, people: 12 })
  await api.registers.setHeadcount({ sessionId, role: 'child', people: 23 })
  await page.keyboard.type('pppppppp')
  await settled(page)
  const strip = page.getByRole('region', { name: 'This session' })
  const led = await strip.getByRole('button', { name: /^Led by/ }).boundingBox()
  const column = await strip.boundingBox()
  expect((led?.x ?? 0) + (led?.width ?? 0)).toBeLessThan((column?.x ?? 0) + (column?.width ?? 0))
  await page.keyboard.press('d')
  await expect(page.getByText('Led by Amir Khan and Jo Patel', { exact: true })).toBeVisible()
  await expect(page.getByText('23 children and young people in the room, 8 by name')).toBeVisible()
  await page.keyboard.press('s')
  const panel = page.getByRole('complementary', { name: 'Session record' })
  await expect(panel).toBeVisible()
  await panel.getByLabel('Child or young person').fill('5')
  await page.keyboard.press('Enter')
  await expect(panel.getByText('8 children and young people are marked by name')).toBeVisible()
  // A letter typed in the panel marks nobody.
  await panel.getByRole('heading', { name: 'Session record' }).focus()
  await page.keyboard.press('r')
  await panel.getByRole('textbox', { name: 'Note' }).fill('Question box: when is the next one?')
  await app.screenshot('register-record')
  await expectAccessible(page)
  // Esc closes the panel, and loses nothing that was typed.
  await page.keyboard.press('Escape')
  await expect(page.getByText('8 of 12 marked')).toBeVisible()
  await expect(page.getByText('A note is written')).toBeVisible()
})

test('a walk-in with a date of birth is found among those who wait, in under ten seconds by keys', async ({
  launch,
}) => {
  const { page, app, api, groupId } = await opened({ launch, people: 3 })
  const wil = await api.people.create({ firstName: 'Wil', lastName: 'Waits', dateOfBirth: '2015-03-12', family: { kind: 'none' } }) // prettier-ignore
  await api.enrolments.enrol({ groupId, personId: wil.id, status: 'waiting', onDate: '2026-11-01' })
  const began = Date.now()
  await page.keyboard.press('w')
  await page.keyboard.type('wil waits 12/3/15', { delay: 120 })
  await expect(page.getByRole('option', { name: /Wil Waits/ })).toContainText('In this group: waiting')
  await app.screenshot('register-walk-in-waiting')
  await page.keyboard.press('Enter')
  await expect(row(page, 'Wil Waits')).toContainText('Present')
  expect(Date.now() - began).toBeLessThan(10_000)
  await expect(page.getByRole('link', { name: 'Decide on their place' })).toBeVisible()
  await app.screenshot('register-walk-in-waits')
  await expectAccessible(page)
  expect((await api.people.search({ text: 'waits' })).total).toBe(1)
})

test('Esc from a walk-in goes back to the row in hand, where the next letter is a mark again', async ({
  launch,
}) => {
  const { page } = await opened({ launch, people: 3 })
  await page.keyboard.type('pw', { delay: 40 })
  await page.keyboard.type('not them', { delay: 40 })
  await page.keyboard.press('Escape')
  await expect(row(page, 'Ben Brown').getByRole('gridcell').last()).toBeFocused()
  await page.keyboard.press('l')
  await expect(row(page, 'Ben Brown')).toContainText('Late')
  // With the mouse it is the button again.
  const add = page.getByRole('button', { name: 'Add a walk-in' })
  await add.click()
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(add).toBeFocused()
})

test('Esc from a correction, and from the list of keys, goes back to what had the focus', async ({
  launch,
}) => {
  const { page } = await opened({ launch, people: 3 })
  await page.keyboard.type('ppp', { delay: 40 })
  await page.keyboard.press('Control+Enter')
  const correct = page.getByRole('button', { name: /^Correct this mark/ })
  await correct.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(correct).toBeFocused()
  await page.keyboard.press('Control+/')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(correct).toBeFocused()
})

test('that a session did not run is said on its register, with the reason, and leads to another day', async ({
  launch,
}) => {
  const { page, app } = await opened({ launch, people: 3 })
  await page.getByRole('button', { name: 'It did not run…' }).click()
  await page.getByLabel('Why?').fill('The heating failed')
  await app.screenshot('register-did-not-run-form')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Record that it did not run' }).click()
  await expect(page.getByText('This session did not run: The heating failed.')).toBeVisible()
  await app.screenshot('register-did-not-run')
  await page.getByRole('button', { name: 'Run it on another day' }).click()
  await expect(page.getByRole('tab', { name: 'Sessions' })).toHaveAttribute('aria-selected', 'true')
})

test('volunteers stand under the others, in no count, and how long they helped is typed after their mark', async ({
  launch,
}) => {
  const { page, app, api, groupId } = await opened({ launch, people: 3 })
  const val = await api.people.create({ firstName: 'Val', lastName: 'Unteer', dateOfBirth: '1980-02-01', family: { kind: 'none' } }) // prettier-ignore
  await api.enrolments.enrol({ groupId, personId: val.id, status: 'enrolled', onDate: '2026-09-01', role: 'volunteer' }) // prettier-ignore
  await expect(sheet(page).getByText('Volunteers', { exact: false })).toBeVisible()
  await expect(page.getByText('0 of 3 marked')).toBeVisible()
  await page.keyboard.type('pppp 90', { delay: 40 })
  await expect(row(page, 'Val Unteer')).toContainText('1 h 30 min')
  await settled(page)
  await expect(page.getByText('3 of 3 marked')).toBeVisible()
  await app.screenshot('register-volunteers')
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Complete.')).toBeVisible()
})

test('apologies told ahead are recorded from the register, for every session of those days', async ({
  launch,
}) => {
  const { page, app } = await opened({ launch, people: 3, now: new Date().toISOString() })
  await page.getByRole('button', { name: 'Will not come…' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await app.screenshot('register-apologies')
  await expectAccessible(page)
  await page.getByLabel('To', { exact: true }).fill('+7')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Apologies of Amina Ahmed recorded for 1 session/)).toBeVisible()
  await expect(row(page, 'Amina Ahmed')).toContainText('Apologies')
})

test('Enter on Today opens the first register to take', async ({ launch }) => {
  const { page } = await opened({ launch, people: 3 })
  await page.getByRole('link', { name: 'Today', exact: true }).click()
  await page.getByRole('heading', { level: 1 }).focus()
  await page.keyboard.press('Enter')
  await expect(sheet(page).locator('tbody tr')).toHaveCount(3)
})

test('marks are settings: what one says is fixed once a register has it, a new one is offered at once', async ({
  launch,
}) => {
  const { page, app, sessionId } = await opened({ launch, people: 3 })
  await page.keyboard.type('l')
  await settled(page)
  await page.evaluate(() => void (window.location.hash = '/settings/marks'))
  await expect(page.getByRole('heading', { level: 1, name: 'Marks' })).toBeVisible()
  await page.getByRole('button', { name: 'Add a mark' }).click()
  await page.getByLabel('Letter').fill('i')
  await page.getByLabel('Means').fill('Ill, told us')
  await page.getByRole('checkbox', { name: 'They told us' }).check()
  await app.screenshot('marks-add')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Add the mark' }).click()
  await expect(page.getByText('Added I, Ill, told us')).toBeVisible()
  await page.getByRole('button', { name: 'Late', exact: true }).or(page.getByRole('row', { name: /Late/ })).first().click() // prettier-ignore
  await expect(page.getByText('Fixed: registers have it already')).toBeVisible()
  await app.screenshot('marks')
  await page.evaluate((id) => void (window.location.hash = `/registers/${id}`), sessionId)
  await expect(page.getByRole('button', { name: /Ill, told us/ })).toBeVisible()
})
