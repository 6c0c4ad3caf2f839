import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { GroupId } from '../../shared/ids.ts'
import { expectAccessible } from '../support/axe.ts'
import { expect, test } from '../support/gather-app.ts'
import { aGroup, aPlan, aProgramme, aRoomElsewhere } from '../support/group-factories.ts'
import { aList, manyPeople } from '../support/list-factories.ts'
import { aPerson } from '../support/people-factories.ts'
import type { Api } from '../support/test-county.ts'
import { aCountyIn, goTo } from '../support/window-api.ts'

const referrals = join(import.meta.dirname, '../fixtures/referral-list.xlsx')
const notAList = join(import.meta.dirname, '../fixtures/not-a-spreadsheet.xlsx')

const roster = (page: Page) => page.getByRole('table', { name: 'People of the group' })
const rowsOf = (page: Page, table: string) => page.getByRole('table', { name: table }).locator('tbody tr')
const toast = (page: Page, text: string) => page.getByRole('alert').filter({ hasText: text })

async function aGroupFor(api: Api): Promise<GroupId> {
  const county = { api }
  const programme = await aProgramme(county, { ageFrom: 8, ageTo: 11 })
  const room = await aRoomElsewhere(county)
  const group = await api.groups.plan(aPlan(programme.id, room.id, { name: 'Bounce Back, Shelthorpe' }))
  return group.id
}

async function openPeopleOf(page: Page, group: GroupId): Promise<void> {
  await goTo(page, `/groups/${group}/people`)
  await page.getByLabel('Enrol a person').waitFor()
}

test('a person is typed in once: known ones are offered, a new one is warned about', async ({ launch }) => {
  const { page, screenshot } = await launch()
  const api = await aCountyIn(page)
  const group = await aGroupFor(api)
  await aPerson({ api }, { firstName: 'Seán', lastName: 'O’Neill', dateOfBirth: '2016-03-12' })
  await openPeopleOf(page, group)
  await expect(page.getByText('Nobody is in this group yet.')).toBeVisible()
  await screenshot('group-people-none')
  await expectAccessible(page)

  await page.getByLabel('Enrol a person').fill('oneill')
  await page.getByRole('option', { name: 'Seán O’Neill' }).waitFor()
  await page.keyboard.press('Enter')
  await expect(toast(page, 'Enrolled Seán O’Neill')).toBeVisible()
  await expect(roster(page)).toContainText('Seán O’Neill')

  await page.getByLabel('Enrol a person').fill('Mia Patel')
  await page.getByRole('option', { name: 'Add “Mia Patel” as a new person' }).click()
  const dialog = page.getByRole('dialog', { name: 'Enrol a new person' })
  await dialog.getByLabel('First name').fill('Sean')
  await dialog.getByLabel('Last name').fill("O'Neill")
  await expect(dialog.getByText('This may be the same person')).toBeVisible()
  await expectAccessible(page)
  await screenshot('enrol-new-person')
  await dialog.getByLabel('First name').fill('Mia')
  await dialog.getByLabel('Last name').fill('Patel')
  await dialog.getByLabel('Day').fill('12')
  await dialog.getByLabel('Month').fill('3')
  await dialog.getByLabel('Year').fill('2010')
  await dialog.getByRole('button', { name: 'Add and enrol' }).click()
  const why = page.getByRole('dialog', { name: 'A place for Mia Patel' })
  await expect(why.getByText('The programme is for ages 8 to 11.')).toBeVisible()
  await expectAccessible(page)
  await screenshot('enrol-reason')
  await why.getByLabel('Why it goes ahead').fill('Comes with her brother')
  await page.keyboard.press('Enter')
  await expect(roster(page)).toContainText('The programme is for ages 8 to 11.')
  await expect(rowsOf(page, 'People of the group')).toHaveCount(2)
})

test('somebody who leaves keeps their place in the history, and Undo brings them back', async ({
  launch,
}) => {
  const { page, screenshot } = await launch()
  const api = await aCountyIn(page)
  const groupId = await aGroupFor(api)
  const { today } = await api.county.status({})
  await api.imports.apply({ ...aList(groupId, ...manyPeople(12)), onDate: today, decisions: [] })
  await openPeopleOf(page, groupId)
  await screenshot('group-people')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Change the enrolment of Namea Surnamea' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'Has left' }).check()
  await dialog.getByRole('combobox', { name: 'Why' }).fill('moved')
  await page.getByRole('option', { name: 'Moved away' }).click()
  await expectAccessible(page)
  await screenshot('change-enrolment')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('table', { name: 'Completed or left' })).toContainText('Moved away')
  await toast(page, 'Namea Surnamea has left').getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Moved away')).toHaveCount(0)
})

test('a pasted list is shown before it is saved, and enrolled by one button', async ({ launch }) => {
  const { page } = await launch()
  const api = await aCountyIn(page)
  await openPeopleOf(page, await aGroupFor(api))
  await page.getByRole('link', { name: 'Paste or read a list' }).click()
  await page
    .getByLabel('Rows from Excel or an email')
    .fill('Name\tDOB\nJones, Sarah\t12/3/16\nMia Patel\t31/02/2016\n')
  await page.getByRole('button', { name: 'Read pasted rows' }).click()
  await expect(page.getByText('31/02/2016 is not a date that exists.')).toBeVisible()
  await expect(page.getByText('1 will be enrolled: 1 new. 1 will be left out.')).toBeVisible()
  await page.getByRole('button', { name: 'Enrol 1 person' }).click()
  await expect(page.getByText('1 person enrolled: 1 new, 0 known.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(toast(page, 'Undone')).toBeVisible()
  expect((await api.people.search({})).total).toBe(0)
})

test('a referral list is read as it is: known people matched, doubts decided, the rest kept', async ({
  launch,
}) => {
  const { page, answerOpen, screenshot } = await launch()
  const api = await aCountyIn(page)
  await aPerson(
    { api },
    { firstName: 'Priya', lastName: 'Raval', dateOfBirth: '2015-12-02', mosaicId: '4410318' },
  )
  await aPerson({ api }, { firstName: 'Mason', lastName: 'Drury', dateOfBirth: null })
  const group = await aGroupFor(api)
  await openPeopleOf(page, group)
  await page.getByRole('link', { name: 'Paste or read a list' }).click()
  await expect(page.getByRole('heading', { name: 'Enrol a list' })).toBeVisible()
  await screenshot('list-source')
  await expectAccessible(page)

  await answerOpen(notAList)
  await page.getByRole('button', { name: 'Choose a file' }).click()
  await expect(page.getByText('This is not a spreadsheet')).toBeVisible()
  await answerOpen(referrals)
  await page.getByRole('button', { name: 'Choose a file' }).click()
  await expect(page.getByText('31/02/2015 is not a date that exists.')).toBeVisible()
  await expect(
    page.getByText('10 will be enrolled: 9 new, 1 known. 1 needs you. 3 will be left out.'),
  ).toBeVisible()
  await expectAccessible(page)
  await screenshot('list-preview')

  await page.getByRole('combobox', { name: 'Decide for row 14' }).click()
  await page.getByRole('option', { name: 'Same as Mason Drury' }).click()
  await expect(page.getByText(/^Fills in what the record lacks: date of birth/)).toBeVisible()
  await page.getByRole('button', { name: 'Enrol 11 people' }).click()
  await expect(
    page.getByText('11 people enrolled: 9 new, 2 known. 2 records were filled in from the list. 3 rows were left out and kept with the group.'), // prettier-ignore
  ).toBeVisible()
  await screenshot('list-result')
  await expectAccessible(page)
  await openPeopleOf(page, group)
  await expect(rowsOf(page, 'People of the group')).toHaveCount(11)
  await page.getByText('3 rows left out of lists').click()
  await expect(page.getByRole('table', { name: 'Rows left out of lists' })).toContainText('31/02/2015')
})

test('people are found by any part of what is known of them', async ({ launch }) => {
  const { page, screenshot } = await launch()
  const api = await aCountyIn(page)
  await goTo(page, '/people')
  await expect(page.getByText('Nobody is here yet.')).toBeVisible()
  await expectAccessible(page)
  await screenshot('people-none')

  const group = await aGroup({ api })
  const { today } = await api.county.status({})
  await api.imports.apply({ ...aList(group.id, ...manyPeople(60)), onDate: today, decisions: [] })
  const long = { firstName: 'Maximiliana Theodora Alexandrina', lastName: 'Featherstonehaugh-Cholmondeley', dateOfBirth: '2015-03-12', phone: '07700 900123', allergies: 'Peanuts: has an EpiPen', alert: true } // prettier-ignore
  const { id } = await aPerson({ api }, { ...long, family: { kind: 'new', name: 'Featherstonehaugh' } })
  await api.enrolments.enrol({ groupId: group.id, personId: id, status: 'enrolled', onDate: today })
  await page.reload()
  await expect(page.getByText('Showing 50 of 61 people')).toBeVisible()
  await screenshot('people-many')
  await page.getByLabel('Find people').fill('12/3/15 feather')
  await expect(rowsOf(page, 'People')).toHaveCount(1)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary').getByText('EpiPen')).toBeVisible()
  await expectAccessible(page)
  await screenshot('person')

  await page.getByRole('button', { name: 'Change details' }).click()
  await page.getByLabel('Known as').fill('Max')
  await screenshot('person-form')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(toast(page, 'Changed Max Featherstonehaugh')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('complementary')).toHaveCount(0)
})
