import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/axe.ts'
import { expect, test } from '../support/gather-app.ts'
import { aGroupToday } from '../support/group-today.ts'
import { aPerson } from '../support/people-factories.ts'
import type { Api } from '../support/test-county.ts'
import { aCountyIn, goTo } from '../support/window-api.ts'

const toast = (page: Page, text: string) => page.getByRole('alert').filter({ hasText: text })
const pairs = (page: Page) => page.getByRole('list', { name: 'Pairs' }).getByRole('listitem')

/** A name as long as any, so that nothing breaks on it. */
const LONG = 'Featherstonehaugh-Oluwaseyifunmi-Cholmondeley'

async function somePairs(api: Api) {
  const county = { api }
  const mia = await aPerson(county, { phone: '07700 900123', safeToCall: 'yes', allergies: 'Nuts' })
  const amelia = await aPerson(county, { firstName: 'Amelia', phone: '07700 900456', safeToCall: 'no', allergies: 'Milk', mosaicId: '2219048' }) // prettier-ignore
  await aPerson(county, { firstName: 'Maximiliana-Alexandrina', lastName: LONG, dateOfBirth: '2016-02-03' })
  await aPerson(county, { firstName: 'Maximiliana-Alexandrina', lastName: LONG, dateOfBirth: '2016-03-02' })
  return { mia, amelia }
}

test('two records are taken together by keys alone, every question answered by a person, and taken back', async ({
  launch,
}) => {
  const { page, screenshot } = await launch()
  const api = await aCountyIn(page)
  const { mia, amelia } = await somePairs(api)
  await goTo(page, '/people')
  await page.getByRole('link', { name: 'Possible duplicates' }).click()
  await expect(pairs(page)).toHaveCount(2)
  await expect(pairs(page).first()).toContainText('One first name is short for the other')
  await expect(pairs(page).first()).toBeFocused()
  await screenshot('duplicates')
  await expectAccessible(page)

  await page.keyboard.press('m')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('the same person as')
  await expect(page.getByRole('heading', { name: '3 questions to answer' })).toBeVisible()
  await screenshot('merge')
  await expectAccessible(page)

  // Nothing is chosen until a person has: it says what is missing, and each line leads to it.
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('alert').getByText('Answer: Phone')).toBeVisible()
  await page.getByRole('button', { name: 'Answer: Name' }).click()
  await page.keyboard.press('1')
  await page.keyboard.press('1')
  await page.keyboard.press('3')
  await screenshot('merge-answered')
  await page.keyboard.press('Control+Enter')
  await expect(toast(page, 'are one record now')).toBeVisible()
  const panel = page.getByRole('complementary')
  await expect(panel.getByText('Nuts', { exact: false })).toContainText('Milk')
  await screenshot('merged')
  await expectAccessible(page)
  expect((await api.people.search({})).total).toBe(3)
  const kept = (await api.people.get({ id: mia.id })).person
  expect((await api.people.get({ id: amelia.id })).person.id).toBe(kept.id)

  // The address of the record that is gone goes to the one that stays.
  const gone = kept.id === mia.id ? amelia.id : mia.id
  await goTo(page, `/people/${gone}`)
  await expect(page).toHaveURL(new RegExp(kept.id))
  await page.getByRole('button', { name: /^Take back/ }).focus()
  await page.keyboard.press('Enter')
  await expect(toast(page, 'They are two records again.')).toBeVisible()
  expect((await api.people.search({})).total).toBe(4)
})

test('two people stay two, what is left for later comes again, and an empty list says so', async ({
  launch,
}) => {
  const { page, screenshot } = await launch()
  const api = await aCountyIn(page)
  await goTo(page, '/people/duplicates')
  await expect(page.getByText('No two records look like one person.')).toBeVisible()
  await screenshot('duplicates-none')
  await somePairs(api)
  await goTo(page, '/people')
  await goTo(page, '/people/duplicates')
  await expect(pairs(page)).toHaveCount(2)
  await page.keyboard.press('ArrowDown')
  await expect(pairs(page).nth(1)).toBeFocused()
  await page.keyboard.press('t')
  await expect(toast(page, 'they are two people')).toBeVisible()
  await expect(pairs(page)).toHaveCount(1)
  await expect(pairs(page).first()).toBeFocused()
  await page.keyboard.press('l')
  await expect(page.getByText('You have been through all of them.')).toBeVisible()
  await page.getByRole('button', { name: 'Look at those left for later' }).focus()
  await page.keyboard.press('Enter')
  await expect(pairs(page)).toHaveCount(1)
})

test('somebody added at the door is said to be somebody known, with one key', async ({ launch }) => {
  const { page, screenshot } = await launch()
  const api = await aCountyIn(page)
  const known = await aPerson({ api }, { firstName: 'Eleanor', lastName: 'O’Neill', dateOfBirth: '2016-03-12' })
  const { sessionId } = await aGroupToday({ api })
  await api.registers.addWalkIn({ sessionId, who: { kind: 'new', person: { firstName: 'Ellie', lastName: 'O Neill' } } })
  await goTo(page, '/people/provisional')
  await page.getByRole('button', { name: 'Ellie O Neill' }).focus()
  await page.keyboard.press('i')
  const dialog = page.getByRole('dialog', { name: 'Ellie O Neill is …' })
  await expect(dialog.getByRole('button', { name: 'Eleanor O’Neill' })).toBeVisible()
  await screenshot('this-is')
  await expectAccessible(page)
  await page.keyboard.press('1')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ellie O Neill')
  await page.getByRole('radio').first().focus()
  await page.keyboard.press('1')
  await page.keyboard.press('Enter')
  await expect(toast(page, 'are one record now')).toBeVisible()
  expect((await api.people.search({ provisional: true })).total).toBe(0)
  expect((await api.people.get({ id: known.id })).person.firstName).toBe('Eleanor')
}) // prettier-ignore
