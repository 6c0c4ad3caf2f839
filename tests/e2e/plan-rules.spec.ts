import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/axe.ts'
import { expect, test } from '../support/gather-app.ts'
import type { Api } from '../support/test-county.ts'
import { aCountyIn, goTo } from '../support/window-api.ts'

/** A hall with a crèche beside it, somebody to lead, and the autumn and spring terms. */
async function aPlace(api: Api) {
  const building = await api.buildings.create({ name: 'Wigston Magna' })
  const room = { buildingId: building.id, setupMinutes: 0, cleardownMinutes: 0 }
  const hall = await api.buildings.createRoom({ ...room, name: 'Hall', capacity: 30 })
  const creche = await api.buildings.createRoom({ ...room, name: 'Crèche', capacity: 10 })
  const jo = await api.staff.create({ name: 'Jo Price', stream: 'family' })
  await api.settings.createTerm({ name: 'Autumn term', startsOn: '2030-08-27', endsOn: '2030-12-20' })
  await api.settings.createTerm({ name: 'Spring term', startsOn: '2031-01-06', endsOn: '2031-04-04' })
  return { building, hall, creche, jo }
}

const row = (page: Page, day: string) => page.locator('[data-plan-row]').filter({ hasText: day })

async function answer(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label, exact: true })
  await field.focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.type(text)
  await page.keyboard.press('Tab')
}

/** Chooses by keyboard from a list that can be typed into. */
async function choose(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).focus()
  await page.keyboard.type(text)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

/** Chooses from a short list, by its words. */
async function pick(page: Page, label: string, words: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).click()
  await page.getByRole('option', { name: words, exact: true }).click()
}

async function begin(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Plan a group' }).click()
  await choose(page, 'Which programme?', 'Bounce')
  await choose(page, 'Where?', 'Hall')
}

test('a group meets on the last Friday of the month, and on dates picked by hand, with the crèche beside it', async ({
  launch,
}) => {
  const app = await launch()
  const { page } = app
  const api = await aCountyIn(page)
  await aPlace(api)
  await goTo(page, '/groups')
  await page.reload()
  await begin(page)
  await choose(page, 'And beside it', 'Crèche')
  await answer(page, 'From', '2/9/30')
  await answer(page, 'Starts', '10')
  await answer(page, 'Ends', 'midday')
  await pick(page, 'How often', 'Every month, on a weekday')
  await pick(page, 'Which of the month', 'Last')
  await pick(page, 'Weekday', 'Friday')
  await answer(page, 'Sessions to deliver', '4')

  await expect(page.getByText('The last Friday of the month, 10am to midday, every month.')).toBeVisible()
  await expect(
    page.getByRole('heading', { name: '4 sessions, 27 September 2030 to 31 January 2031' }),
  ).toBeVisible()
  await expect(row(page, 'Fri 27 Dec')).toContainText('School holiday · skipped')
  await expectAccessible(page)
  await app.screenshot('plan-last-friday')

  // On the 31st: what happens in shorter months is asked, and said.
  await pick(page, 'How often', 'Every month, on a date')
  await answer(page, 'Day of the month', '31')
  await pick(page, 'School year', 'In term time and in the holidays')
  await pick(page, 'In a month without a 31st', 'Meet on its last day')
  await expect(row(page, '30 Sep')).toBeVisible()
  await expect(page.getByText('or the last day of a shorter month.')).toBeVisible()
  await app.screenshot('plan-month-date')

  await pick(page, 'How often', 'On dates picked by hand')
  for (const date of ['9/10/30', '25/9/30', '16/10/30']) {
    await page.getByRole('textbox', { name: 'Add a date' }).fill(date)
    await page.keyboard.press('Enter')
  }
  await page.getByRole('button', { name: 'Take away Mon 2 Sep 2030' }).press('Enter')
  await expect(
    page.getByRole('heading', { name: '3 sessions, 25 September to 16 October 2030' }),
  ).toBeVisible()
  await expectAccessible(page)
  await app.screenshot('plan-by-hand')
  await page.getByRole('button', { name: 'Plan 3 sessions' }).click()
  await expect(page.getByText(/3 dates picked by hand, 10am to midday/)).toBeVisible()
  const held = await api.bookings.listBetween({ from: '2030-09-01', to: '2030-10-31' })
  expect(held.map((one) => `${one.startsAt} ${one.roomName}`)).toEqual(
    ['2030-09-25', '2030-10-09', '2030-10-16'].flatMap((date) => [
      `${date}T10:00 Hall`,
      `${date}T10:00 Crèche`,
    ]),
  )
})

test('every date with something in the way is left out at once, with its reason, and the group is planned again', async ({
  launch,
}) => {
  const app = await launch()
  const { page } = app
  const api = await aCountyIn(page)
  const { hall } = await aPlace(api)
  const taken = (date: string) => ({ startsAt: `${date}T09:00`, endsAt: `${date}T11:00` })
  for (const date of ['2030-09-10', '2030-09-24'])
    await api.bookings.create({ roomIds: [hall.id], ...taken(date), purpose: 'partner', title: 'Midwives' })
  await goTo(page, '/groups')
  await page.reload()
  await begin(page)
  await choose(page, 'Who leads?', 'Jo')
  await answer(page, 'From', '3/9/30')
  await answer(page, 'Starts', '10')
  await answer(page, 'Ends', 'midday')
  await answer(page, 'Sessions to deliver', '4')
  await page.getByRole('button', { name: 'Leave out all 2 dates in the way' }).click()
  await expect(row(page, 'Tue 10 Sep')).toContainText('Hall is taken from 9am to 11am by Midwives · skipped')
  await expect(page.getByText('2 clashes left out.')).toBeVisible()
  await expectAccessible(page)
  await app.screenshot('plan-left-out')
  await page.getByRole('button', { name: 'Plan 4 sessions' }).click()
  await expect(page.getByText(/4 sessions of Bounce Back, .* planned\./)).toBeVisible()
  const [listed] = await api.groups.list({})
  const group = await api.groups.get({ id: listed?.id ?? '' })
  expect(group.skipped.map((one) => [one.date, one.kind])).toEqual([
    ['2030-09-10', 'clash'],
    ['2030-09-24', 'clash'],
  ])

  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Plan this again' }).click()
  await expect(page.getByRole('heading', { name: '4 sessions, 7 January to 28 January 2031' })).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Where?' })).toHaveValue('Hall, Wigston Magna, seats 30')
  await app.screenshot('plan-again')
})
