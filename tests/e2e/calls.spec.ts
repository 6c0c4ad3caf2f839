import { expectAccessible } from '../support/axe.ts'
import { expect, test, type GatherApp } from '../support/gather-app.ts'
import { aCountyIn, goTo, windowApi } from '../support/window-api.ts'

/** How many of one kind the list shows. */
const options = (page: GatherApp['page']) => page.getByRole('option')
const panel = (page: GatherApp['page']) => page.locator('section[aria-labelledby="call-title"]')

/** How many there are, once they are there. */
async function howMany(page: GatherApp['page']): Promise<number> {
  await options(page).first().waitFor()
  return options(page).count()
}

/** Moves down the list until the panel shows what is wanted. */
async function downTo(page: GatherApp['page'], wanted: (text: string) => boolean): Promise<void> {
  for (let step = 0; step < 60; step++) {
    if (wanted(await panel(page).innerText())) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error('Nobody in the list is as wanted.')
}

test('from Today to a call logged in two keys: Enter on the card, and what came of it', async ({
  launch,
}) => {
  const { page, screenshot } = await launch({ sample: true })
  const card = page.getByRole('button', { name: /Start calling/ })
  await expect(card).toBeVisible()
  await screenshot('today-with-calls')
  await card.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Who needs a call' })).toBeVisible()
  await expect(page.getByRole('listbox', { name: 'Who needs a call' })).toBeFocused()
  const name = await panel(page).getByRole('heading').innerText()
  const before = await howMany(page)
  await screenshot('calls')
  await expectAccessible(page)
  await page.keyboard.press('1')
  await expect(page.getByText('Logged', { exact: false }).first()).toBeVisible()
  await expect(options(page)).toHaveCount(before - 1)
  await expect(panel(page).getByRole('heading')).not.toHaveText(name)
  await page.keyboard.press('Control+z')
  await expect(options(page)).toHaveCount(before)
})

test('a call is worked through by keys alone: a note, no answer, and the next is there', async ({
  launch,
}) => {
  const { page } = await launch({ sample: true })
  await page.getByRole('button', { name: /Start calling/ }).click()
  await downTo(page, (text) => text.includes('No answer'))
  const name = await panel(page).getByRole('heading').innerText()
  const before = await howMany(page)
  await page.keyboard.press('n')
  await expect(page.getByLabel('Note (optional)')).toBeFocused()
  await page.keyboard.type('Rang twice')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listbox')).toBeFocused()
  await page.keyboard.press('3')
  await expect(options(page)).toHaveCount(before - 1)
  await expect(panel(page).getByRole('heading')).not.toHaveText(name)
  // The note belongs to that call and to no other.
  await expect(page.getByLabel('Note (optional)')).toHaveValue('')
})

test('a number that is not safe is nowhere, and its reason stands in its place', async ({ launch }) => {
  const { page } = await launch({ sample: true })
  await page.getByRole('button', { name: /Start calling/ }).click()
  await downTo(
    page,
    (text) => text.includes('Not safe to call') || text.includes('Nobody has asked whether it is safe'),
  )
  const text = await panel(page).innerText()
  expect(text).not.toMatch(/Spoke to them\n|No answer/)
})

test('what is about a group is put off by a key, and stays away', async ({ launch }) => {
  const { page } = await launch({ sample: true })
  await page.getByRole('button', { name: /See who leads/ }).click()
  const before = await howMany(page)
  await page.keyboard.press('2')
  await expect(options(page)).toHaveCount(before - 1)
  await page.reload()
  await expect(options(page)).toHaveCount(before - 1)
})

test('what puts a group right is its one step, seen whole, and Enter takes it', async ({ launch }) => {
  const { page, screenshot } = await launch({ sample: true })
  await goTo(page, '/calls')
  const overdue = options(page).filter({ hasText: 'is not complete' }).first()
  await overdue.click()
  const step = page.getByRole('button', { name: /^Take the register/ })
  await expect(step).toBeInViewport({ ratio: 1 })
  expect((await step.boundingBox())?.height).toBeGreaterThanOrEqual(32)
  await expectAccessible(page)
  await screenshot('calls-group')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid', { name: /^Register of/ })).toBeVisible()
})

test('where nobody needs a call, a kind sentence says so, and what would stand there', async ({ launch }) => {
  const { page, screenshot } = await launch()
  await aCountyIn(page)
  await goTo(page, '/calls')
  await expect(page.getByText('Nobody needs a call.')).toBeVisible()
  await expectAccessible(page)
  await screenshot('calls-none')
})

test('forty who need a call, with long names, stay tidy; the last is one key away', async ({ launch }) => {
  const { page, screenshot } = await launch({ sample: true })
  const api = windowApi(page)
  const thresholds = await api.calls.thresholds({})
  await api.calls.changeThresholds({ ...thresholds, absences: 1, fallingBy: 1, fallingOver: 2, strengthPercent: 100, adults: 10, sessionDays: 30 }) // prettier-ignore
  const one = (await api.calls.list({})).find((call) => call.kind === 'absences')
  if (!one?.person) throw new Error('Somebody stopped coming.')
  await goTo(page, '/calls')
  await expect(options(page).nth(39)).toBeAttached()
  await page.keyboard.press('End')
  await expect(options(page).last()).toHaveAttribute('aria-selected', 'true')
  await expect(options(page).last()).toBeInViewport()
  await expectAccessible(page)
  await screenshot('calls-forty')
})

test('from when on somebody needs a call is set by keys, and a wrong table of ages says what to do', async ({
  launch,
}) => {
  const { page, screenshot } = await launch()
  const api = await aCountyIn(page)
  await goTo(page, '/settings/calls')
  const absences = page.getByLabel('Absences running')
  await absences.fill('3')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Who needs a call changed')).toBeVisible()
  expect((await api.calls.thresholds({})).absences).toBe(3)
  await page.getByLabel('Under the age of').nth(1).fill('1')
  await page.keyboard.press('Enter')
  await expect(
    page.getByText('Enter the ages from the youngest to the oldest, each once.').first(),
  ).toBeVisible()
  await expectAccessible(page)
  await screenshot('calls-settings')
})
