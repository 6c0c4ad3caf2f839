import type { Page } from '@playwright/test'
import type { GroupId } from '../../shared/ids.ts'
import { expectAccessible } from '../support/axe.ts'
import { expect, test } from '../support/gather-app.ts'
import { aGroup, aProgramme } from '../support/group-factories.ts'
import { aList, manyPeople } from '../support/list-factories.ts'
import { aPerson } from '../support/people-factories.ts'
import { at } from '../support/register-factories.ts'
import type { Api } from '../support/test-county.ts'
import { aCountyIn, goTo } from '../support/window-api.ts'

const toast = (page: Page, text: string) => page.getByRole('alert').filter({ hasText: text })
const table = (page: Page, name: string) => page.getByRole('table', { name })
const panel = (page: Page) => page.getByRole('complementary')

/** A group that meets today, with this many places. */
async function aGroupOfToday(
  api: Api,
  capacity: number | null,
  ages: readonly [number, number] | null = null,
) {
  const programme = await aProgramme(
    { api },
    { name: 'Kites today', ageFrom: ages?.[0] ?? null, ageTo: ages?.[1] ?? null },
  )
  return aGroup({ api }, { programmeId: programme.id, capacity, firstDate: '2026-11-24', sessions: 1, startTime: '10:00', endTime: '12:00' }) // prettier-ignore
}

const openPeopleOf = async (page: Page, group: GroupId) => {
  await goTo(page, `/groups/${group}/people`)
  await page.getByLabel('Enrol a person').waitFor()
}

/** Presses Tab until something of this name has the focus: what somebody without a mouse does. */
async function tabTo(
  page: Page,
  name: string | RegExp,
  role: 'button' | 'option' | 'row' | 'tab' | 'link' = 'button',
) {
  const wanted = page.getByRole(role, { name }).first()
  for (let i = 0; i < 60; i++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The focus never came to ${String(name)}`)
}

test('by keys alone a referral waits, is offered a place, takes it, is on the register, and completes', async ({
  launch,
}) => {
  const { page, screenshot } = await launch()
  const api = await aCountyIn(page)
  const group = await aGroupOfToday(api, 2)
  await aPerson({ api }, { firstName: 'Ann', phone: '07700 900123', safeToCall: 'yes' })
  await openPeopleOf(page, group.id)

  await tabTo(page, 'Take a referral')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Ann')
  await page.getByRole('option', { name: 'Ann Patel' }).waitFor()
  await page.keyboard.press('Enter')
  await expect(panel(page).getByRole('checkbox', { name: /Ann Patel/ })).toBeChecked()
  await expectAccessible(page)
  await tabTo(page, /^Refer$/)
  await page.keyboard.press('Enter')
  await expect(toast(page, 'Referred Ann Patel')).toBeVisible()
  await expect(table(page, 'Waiting list')).toContainText('Usual priority, referred 24 November 2026.')

  await tabTo(page, /Ann Patel/)
  await page.keyboard.press('c')
  await expect(toast(page, 'Ann Patel did not answer')).toBeVisible()
  await page.keyboard.press('o')
  await expect(toast(page, 'Offered Ann Patel a place until 1 Dec 2026')).toBeVisible()
  await expect(table(page, 'Offered a place')).toContainText('7 days left')

  await tabTo(page, /^Yes/)
  await page.keyboard.press('Enter')
  await expect(panel(page).getByRole('heading', { name: 'Ann Patel takes the place' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(toast(page, 'Ann Patel has a place from 24 Nov 2026')).toBeVisible()
  await expect(table(page, 'People of the group')).toContainText('Ann Patel')

  const sessionId = at(group.sessions, 0).id
  await goTo(page, `/registers/${sessionId}`)
  await expect(page.getByText('Ann Patel').first()).toBeVisible()
  const { personId } = at((await api.registers.open({ sessionId })).rows, 0)
  await api.registers.mark({ sessionId, personId, code: 'P' })
  await api.registers.complete({ sessionId })

  await openPeopleOf(page, group.id)
  await tabTo(page, 'Complete the group')
  await page.keyboard.press('Enter')
  await expect(panel(page)).toContainText('Came to 1 session')
  await expectAccessible(page)
  await screenshot('complete-group')
  await page.keyboard.press('Enter')
  await expect(toast(page, '1 person has completed, 0 left')).toBeVisible()
  expect(await api.enrolments.roster({ groupId: group.id, asAt: '2026-11-25' })).toMatchObject([{ name: 'Ann Patel', status: 'completed', attended: 1 }]) // prettier-ignore
})

test('without a rule for completing whoever came is suggested, and nothing is said of who never did', async ({
  launch,
}) => {
  const { page } = await launch()
  const api = await aCountyIn(page)
  const group = await aGroupOfToday(api, 4)
  const sessionId = at(group.sessions, 0).id
  for (const [firstName, code] of [
    ['Ann', 'P'],
    ['Bea', 'N'],
  ] as const) {
    // prettier-ignore
    const { id: personId } = await aPerson({ api }, { firstName })
    await api.enrolments.enrol({ groupId: group.id, personId, status: 'enrolled', onDate: '2026-11-24' })
    await api.registers.mark({ sessionId, personId, code })
  }
  await api.registers.complete({ sessionId })
  await openPeopleOf(page, group.id)
  await page.getByRole('button', { name: 'Complete the group' }).click()
  await expect(panel(page).getByRole('combobox', { name: 'Ann Patel' })).toHaveValue('Completed')
  const bea = panel(page).getByRole('combobox', { name: 'Bea Patel' })
  await expect(bea).toHaveValue('Stays enrolled')
  await expect(panel(page).getByRole('button', { name: 'Complete 1 person' })).toBeVisible()
  await bea.click()
  await page.getByRole('option', { name: 'Left: moved away' }).click()
  await panel(page).getByRole('button', { name: 'Complete 1, record 1 leaver' }).click()
  await expect(toast(page, '1 person has completed, 1 left')).toBeVisible()
})

test('a place offered to somebody else than the next asks why each one before is passed over', async ({
  launch,
}) => {
  const { page, screenshot } = await launch()
  const api = await aCountyIn(page)
  const { id: groupId } = await aGroupOfToday(api, 1)
  const waits = async (firstName: string, referredOn: string, priority: 0 | 1 | 2 = 0) => {
    const { id } = await aPerson({ api }, { firstName, lastName: 'O’Neill-Featherstonehaugh' })
    await api.enrolments.refer({ groupId, people: [{ personId: id }], status: 'waiting', onDate: '2026-11-24', referredOn, priority, source: 'School' }) // prettier-ignore
  }
  await waits('Bea', '2026-11-10')
  await waits('Ann', '2026-11-03')
  await waits('Cy', '2026-11-20', 2)
  await openPeopleOf(page, groupId)
  await expect(page.getByRole('heading', { name: /Next for a place: Cy/ })).toBeVisible()
  await screenshot('waiting-list')
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Offer Bea O’Neill-Featherstonehaugh a place' }).click()
  await panel(page).getByRole('button', { name: 'Offer the place' }).click()
  await expect(panel(page)).toContainText('Cy O’Neill-Featherstonehaugh and Ann O’Neill-Featherstonehaugh wait before them') // prettier-ignore
  await expect(panel(page).getByLabel(/passed over/)).toHaveAttribute('aria-invalid', 'true')
  await panel(page)
    .getByLabel(/passed over/)
    .fill('Cannot come on Tuesdays')
  await screenshot('offer-skip')
  await expectAccessible(page)
  await panel(page).getByRole('button', { name: 'Offer the place' }).click()
  await expect(toast(page, 'Offered Bea O’Neill-Featherstonehaugh a place')).toBeVisible()
  await expect(table(page, 'Waiting list')).toContainText('Passed over for Bea O’Neill-Featherstonehaugh on 24 Nov 2026: Cannot come on Tuesdays') // prettier-ignore
  await screenshot('offered')

  await page.getByRole('button', { name: /^No, Bea/ }).click()
  await expect(panel(page).getByRole('heading', { name: /End the offer to Bea/ })).toBeVisible()
  await screenshot('end-offer')
  await expectAccessible(page)
  await panel(page).getByRole('button', { name: 'End the offer' }).click()
  await expect(table(page, 'Completed or left')).toContainText('Does not want the place')
  await page.getByRole('button', { name: 'Offer the next place' }).click()
  await expect(table(page, 'Offered a place')).toContainText('Cy')
})

test('a family is referred together, a date is put right, and every try to reach them is kept', async ({
  launch,
}) => {
  const { page, screenshot } = await launch()
  const api = await aCountyIn(page)
  const { id: groupId } = await aGroupOfToday(api, 4)
  const mum = await aPerson({ api }, { firstName: 'Rosa', lastName: 'Marsh', dateOfBirth: '1990-02-01', family: { kind: 'new', name: 'Marsh' } }) // prettier-ignore
  if (mum.familyId === null) throw new Error('She has a family')
  await aPerson(
    { api },
    { firstName: 'Kit', lastName: 'Marsh', family: { kind: 'existing', id: mum.familyId } },
  )
  await openPeopleOf(page, groupId)
  await page.getByRole('button', { name: 'Take a referral' }).click()
  await panel(page).getByLabel('Who is referred').fill('Rosa')
  await page.getByRole('option', { name: /Rosa Marsh/ }).click()
  await expect(panel(page).getByRole('checkbox', { name: /Kit Marsh/ })).toBeChecked()
  await panel(page).getByLabel('Date of the referral', { exact: true }).fill('10/11/2026')
  await panel(page).getByLabel('Referred by').fill('Health visitor')
  await screenshot('referral')
  await panel(page).getByRole('button', { name: 'Refer 2 people' }).click()
  await expect(toast(page, 'Referred 2 people')).toBeVisible()

  await page.getByRole('button', { name: /^Kit Marsh/ }).click()
  await expect(panel(page)).toContainText('Referred 10 November 2026, by Health visitor')
  await panel(page).getByRole('button', { name: 'Correct the date of Referred' }).click()
  await panel(page).getByLabel('The right date', { exact: true }).fill('12/11/2026')
  await panel(page).getByRole('button', { name: 'Correct the date', exact: true }).first().click()
  await expect(toast(page, 'The date is 12 Nov 2026 now')).toBeVisible()
  await expect(panel(page)).toContainText('Referred 12 November 2026, by Health visitor')
  await panel(page).getByRole('button', { name: 'Log a contact' }).click()
  await panel(page).getByLabel('Note').fill('Seen at the school gate')
  await panel(page).getByRole('button', { name: 'Log the contact' }).click()
  await expect(panel(page)).toContainText('Seen at the school gate')
  await screenshot('enrolment-history')
  await expectAccessible(page)
})

test('forty who wait, and the county’s list of them', async ({ launch }) => {
  const { page, screenshot } = await launch()
  const api = await aCountyIn(page)
  await goTo(page, '/groups/waiting')
  await expect(page.getByText('Nobody waits for a place.')).toBeVisible()
  await screenshot('county-waiting-none')
  const { id: groupId } = await aGroupOfToday(api, 12, [8, 11])
  const { id: other } = await aGroup({ api }, { firstDate: '2026-12-02' })
  await api.imports.apply({ ...aList(other, ...manyPeople(40)), onDate: '2026-11-24', decisions: [] })
  const { people } = await api.people.search({ limit: 200 })
  for (const [i, { id }] of people.entries())
    await api.enrolments.refer({ groupId, people: [{ personId: id }], status: i > 36 ? 'referred' : 'waiting', onDate: '2026-11-24', referredOn: `2026-10-${String(10 + (i % 20))}`, priority: i % 13 === 0 ? 1 : 0 }) // prettier-ignore
  await page.reload()
  await expect(page.getByText('40 people wait for a place.')).toBeVisible()
  await screenshot('county-waiting-forty')
  await expectAccessible(page)
  await openPeopleOf(page, groupId)
  await expect(table(page, 'Waiting list').locator('tbody tr')).toHaveCount(37)
  await screenshot('waiting-forty')
  await expectAccessible(page)
})

test('a long waiting list is drawn a hundred at a time, and anybody on it is found by name', async ({
  launch,
}) => {
  const { page } = await launch()
  const api = await aCountyIn(page)
  const { id: groupId } = await aGroupOfToday(api, 4)
  for (let i = 0; i < 105; i++) {
    const { id: personId } = await aPerson({ api }, { firstName: `Child${i}`, lastName: 'Waits' })
    await api.enrolments.refer({ groupId, people: [{ personId }], status: 'waiting', onDate: '2026-11-24' })
  }
  await openPeopleOf(page, groupId)
  const rows = table(page, 'Waiting list').locator('tbody tr')
  await expect(rows).toHaveCount(100)
  await page.getByRole('button', { name: 'Show 5 more' }).press('Enter')
  await expect(rows).toHaveCount(105)

  await goTo(page, '/groups/waiting')
  await expect(page.getByText('105 people wait for a place.')).toBeVisible()
  await page.getByRole('searchbox', { name: 'Find somebody' }).fill('waits child104')
  await expect(table(page, 'People who wait')).toContainText('105 of 105')
  await expect(table(page, 'People who wait').locator('tbody tr')).toHaveCount(1)
})
