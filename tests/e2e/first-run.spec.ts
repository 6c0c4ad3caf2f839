import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/axe.ts'
import { expect, test } from '../support/gather-app.ts'
import type { GatherApp } from '../support/gather-app.ts'

const PERSON = { name: 'Jo Patel', passphrase: 'three plain words' }

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const passphrase = (page: Page) => page.getByLabel('Passphrase', { exact: true })
const today = (page: Page) => page.getByRole('link', { name: 'Today', exact: true })

/** Through the three steps to Today. */
async function makeCounty({ page }: GatherApp): Promise<void> {
  await page.getByRole('button', { name: 'Start' }).click()
  await page.getByLabel('Your name').fill(PERSON.name)
  await passphrase(page).fill(PERSON.passphrase)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Make the county' }).click()
  await expect(today(page)).toHaveAttribute('aria-current', 'page')
}

async function chooseFromUserMenu(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'your menu' }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

async function signIn(page: Page, words: string): Promise<void> {
  await passphrase(page).fill(words)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

test('the first start leads in three steps to Today', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  await expect(heading(page)).toHaveText('Welcome to Gather')
  await expectAccessible(page)
  await app.screenshot('first-run-1-welcome')
  await page.getByRole('button', { name: 'Start' }).click()

  await expect(page.getByLabel('Your name')).toBeFocused()
  await page.getByLabel('Your name').fill(PERSON.name)
  await passphrase(page).fill(PERSON.passphrase)
  await expect(page.getByText('Strong.')).toBeVisible()
  await page.getByRole('button', { name: 'Show the passphrase' }).click()
  await expect(passphrase(page)).toHaveAttribute('type', 'text')
  await expectAccessible(page)
  await app.screenshot('first-run-2-person')
  await page.keyboard.press('Enter')

  await page.getByRole('radio', { name: 'A sample county' }).click()
  await expectAccessible(page)
  await app.screenshot('first-run-3-contents')
  await page.getByRole('button', { name: 'Make the sample county' }).click()
  await expect(today(page)).toHaveAttribute('aria-current', 'page')
  await expect(page.getByRole('contentinfo')).toContainText('Sample county')
})

test('what is missing is said above the form, and each line leads to its field', async ({ launch }) => {
  const { page } = await launch()
  await page.getByRole('button', { name: 'Start' }).click()
  await passphrase(page).fill('too short')
  await page.getByRole('button', { name: 'Continue' }).click()
  const summary = page.getByRole('alert')
  await expect(summary).toBeFocused()
  await expect(summary).toContainText('Use at least 10 letters')
  await expectAccessible(page)
  await summary.getByRole('button', { name: 'Enter your name.' }).click()
  await expect(page.getByLabel('Your name')).toBeFocused()
  await expect(passphrase(page)).toHaveValue('too short')
})

test('going back in the first run loses nothing typed', async ({ launch }) => {
  const { page } = await launch()
  await page.getByRole('button', { name: 'Start' }).click()
  await page.getByLabel('Your name').fill(PERSON.name)
  await passphrase(page).fill(PERSON.passphrase)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Back' }).click()
  await expect(page.getByLabel('Your name')).toHaveValue(PERSON.name)
  await expect(passphrase(page)).toHaveValue(PERSON.passphrase)
})

test('a wrong passphrase is refused in words, and the right one leads back to Today', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  await makeCounty(app)
  await chooseFromUserMenu(page, 'Sign out')
  await expect(heading(page)).toHaveText('Sign in')
  await expect(page.getByLabel('Your name')).toHaveValue(PERSON.name)
  await expect(passphrase(page)).toBeFocused()
  await expectAccessible(page)
  await signIn(page, 'three wrong words')
  await expect(page.getByRole('alert')).toContainText('do not go together')
  await expectAccessible(page)
  await app.screenshot('sign-in-wrong')
  await signIn(page, PERSON.passphrase)
  await expect(today(page)).toHaveAttribute('aria-current', 'page')
})

test('the same person starts at the sign-in when the program is opened again', async ({ launch }) => {
  const first = await launch()
  await makeCounty(first)
  await first.close()
  const { page } = await launch({ data: first.data })
  await expect(heading(page)).toHaveText('Sign in')
  await signIn(page, PERSON.passphrase)
  await expect(today(page)).toBeVisible()
})

test('a session that ends keeps what its person was typing', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  await makeCounty(app)
  await chooseFromUserMenu(page, 'Change your passphrase')
  await page.getByLabel('Passphrase now').fill('half a thought')
  await page.evaluate(() => window.bridge.invoke('users', 'signOut', {}))
  await page.getByRole('button', { name: 'Change passphrase' }).click()
  const lock = page.getByRole('dialog', { name: 'Sign in again' })
  await expect(lock.getByRole('heading', { level: 1 })).toHaveText('Sign in')
  await lock.getByLabel('Passphrase', { exact: true }).fill(PERSON.passphrase)
  await lock.getByRole('button', { name: 'Sign in' }).click()
  await expect(lock).toBeHidden()
  await expect(page.getByLabel('Passphrase now')).toHaveValue('half a thought')
})

test('Ctrl+K finds what can be done, does it, and shows its keys', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  await makeCounty(app)
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Find anything' })
  await expect(palette.getByRole('button', { name: 'Today' })).toContainText('Ctrl')
  await expectAccessible(page)
  await app.screenshot('find-anything')
  await page.keyboard.type('keyb')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await expect(palette.getByRole('textbox')).toBeFocused()
  await page.keyboard.type('gro')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/groups$/)
})

test('colours and row height are kept for the next start', async ({ launch }) => {
  const first = await launch()
  await makeCounty(first)
  await first.page.getByRole('button', { name: 'your menu' }).click()
  await expectAccessible(first.page)
  await first.page.getByRole('menuitemradio', { name: 'Dark' }).click()
  await first.page.getByRole('menuitemradio', { name: 'Compact' }).click()
  await expect(first.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await first.close()
  const { page } = await launch({ data: first.data })
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await expect(page.locator('html')).toHaveAttribute('data-density', 'compact')
})

test('About says which version this is', async ({ launch }) => {
  const app = await launch()
  await makeCounty(app)
  await app.chooseMenu('Help', 'About Gather')
  const about = app.page.getByRole('dialog', { name: 'About Gather' })
  await expect(about).toContainText('Version')
  await expectAccessible(app.page)
})

test('Undo with nothing done says so instead of staying silent', async ({ launch }) => {
  const app = await launch()
  await makeCounty(app)
  await app.chooseMenu('Edit', 'Undo')
  await expect(app.page.getByRole('alert')).toContainText('There is nothing to undo.')
})

test('a file that cannot be opened is said in words and left as it is', async ({ launch }, info) => {
  const data = info.outputPath('data')
  mkdirSync(data, { recursive: true })
  writeFileSync(join(data, 'gather.db'), 'this is no county')
  const app = await launch({ data, expectedProblems: /./ })
  await expect(heading(app.page)).toHaveText('Gather cannot open its data')
  await expect(app.page.getByRole('button', { name: 'Try again' })).toBeVisible()
  await expectAccessible(app.page)
  await app.screenshot('cannot-open')
  expect(readFileSync(join(data, 'gather.db'), 'utf8')).toBe('this is no county')
})

test('undo and redo say what they did', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  await makeCounty(app)
  const made = await page.evaluate(() => window.bridge.invoke('buildings', 'create', { name: 'The Hub' }))
  expect(made).toMatchObject({ ok: true })
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('alert').filter({ hasText: 'Undone: add a building' })).toBeVisible()
  await page.keyboard.press('Control+y')
  await expect(page.getByRole('alert').filter({ hasText: 'Redone: add a building' })).toBeVisible()
})
