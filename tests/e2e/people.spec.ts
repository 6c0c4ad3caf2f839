import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/axe.ts'
import { expect, test } from '../support/gather-app.ts'
import { aFamily, anAdult, aPerson } from '../support/people-factories.ts'
import { aGroup, aWorker } from '../support/group-factories.ts'
import { PASSPHRASE } from '../support/test-county.ts'
import { aCountyIn, goTo, windowApi } from '../support/window-api.ts'

const panel = (page: Page) => page.getByRole('complementary')
const toast = (page: Page, text: string) => page.getByRole('alert').filter({ hasText: text })

async function signInAs(page: Page, name: string): Promise<void> {
  const api = windowApi(page)
  await api.users.signOut({})
  await api.users.signIn({ name, passphrase: PASSPHRASE })
  await page.reload()
  await page.getByRole('link', { name: 'Today', exact: true }).waitFor()
}

test('who rings is found by their number, and Enter opens them when nobody else fits', async ({ launch }) => {
  const { page } = await launch()
  const api = await aCountyIn(page)
  const mia = await aPerson({ api }, { phone: '07700 900123' })
  await aPerson({ api }, { firstName: 'Zed', lastName: 'Khan' })
  await goTo(page, '/people')
  await page.getByLabel('Find people').press('Enter')
  await expect(panel(page)).toHaveCount(0)
  await page.getByLabel('Find people').fill('07700900123')
  await expect(page.getByText('1 person fits.')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(panel(page).getByRole('heading', { name: 'Mia Patel' })).toBeVisible()
  expect(page.url()).toContain(mia.id)
})

test('a family has two parents, one of whom must not collect, and nobody can miss it', async ({ launch }) => {
  const { page, screenshot } = await launch()
  const api = await aCountyIn(page)
  const { mia, leo, asha } = await aFamily({ api })
  await goTo(page, `/people/${mia.id}`)
  await panel(page).getByRole('button', { name: 'Add an adult' }).click()
  await page.keyboard.type('asha')
  await page.getByRole('option', { name: 'Asha Patel' }).click()
  await panel(page).getByLabel('What they are to the child').fill('Mother')
  await panel(page).getByRole('radio', { name: 'May collect' }).check()
  await panel(page).getByLabel('Ring in an emergency').check()
  await panel(page).getByRole('checkbox', { name: 'Leo Patel' }).check()
  await screenshot('person-adult-form')
  await expectAccessible(page)
  await panel(page).getByRole('button', { name: 'Add the adult' }).click()
  await expect(toast(page, 'Added an adult for Mia Patel')).toBeVisible()

  await panel(page).getByRole('button', { name: 'Add an adult' }).click()
  await page.keyboard.type('Dev Shah')
  await panel(page).getByLabel('What they are to the child').fill('Father')
  await panel(page).getByRole('radio', { name: 'Must NOT collect' }).check()
  await page.keyboard.press('Control+Enter')
  await panel(page).getByRole('button', { name: 'Add the adult' }).click()
  const forbidden = panel(page).getByText('Must NOT collect', { exact: true })
  await expect(forbidden).toBeVisible()
  await expect(panel(page).getByText('Dev Shah, father').first()).toBeVisible()
  await expect(panel(page).getByText('In an emergency, ring first: 07700 900123')).toBeVisible()
  await screenshot('person-adults')
  await expectAccessible(page)
  expect((await api.people.get({ id: leo.id })).adults.map((adult) => adult.adultId)).toEqual([asha.id])
})

test('a family stands side by side: who is moved goes with all that is theirs, and who is added comes in', async ({
  launch,
}) => {
  const { page, screenshot } = await launch()
  const api = await aCountyIn(page)
  const { mia, leo, asha, familyId } = await aFamily({ api })
  const mother = { who: { kind: 'known', id: asha.id }, relation: 'Mother', mayCollect: 'yes', emergency: true } as const // prettier-ignore
  await anAdult({ api }, mia, { ...mother, personIds: [mia.id, leo.id] })
  const father = { who: { kind: 'named', name: 'Dev Shah' }, relation: 'Father', mayCollect: 'no' } as const
  await anAdult({ api }, mia, father)
  await goTo(page, `/people/${mia.id}`)
  await panel(page).getByRole('link', { name: 'See the family side by side' }).click()
  const table = page.getByRole('table', { name: 'The family' })
  await expect(table.getByRole('row', { name: 'Must not collect' })).toContainText('Dev Shah')
  await expect(table.getByRole('row', { name: 'May collect' })).toContainText('Asha Patel')
  await screenshot('family')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Move Leo Patel to another family' }).click()
  await page.keyboard.type('Shah')
  await screenshot('family-move')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(toast(page, 'Leo Patel is in another family now')).toBeVisible()
  await expect(table.getByRole('columnheader', { name: /Leo/ })).toHaveCount(0)
  expect((await api.people.family({ id: familyId })).members).toHaveLength(2)
  await page.getByRole('button', { name: 'Add somebody' }).press('Enter')
  await page.keyboard.type('Nia')
  await panel(page).getByLabel('Last name').fill('Patel')
  await page.keyboard.press('Enter')
  await expect(table.getByRole('columnheader', { name: /Nia Patel/ })).toBeVisible()
})

test('consents are asked by one key each, and not asked is not no', async ({ launch }) => {
  const { page, screenshot } = await launch()
  const api = await aCountyIn(page)
  const { mia, leo } = await aFamily({ api })
  await anAdult({ api }, mia, { who: { kind: 'named', name: 'Asha Patel' }, relation: 'Mother' })
  await goTo(page, `/people/${mia.id}`)
  const consents = panel(page).getByRole('region', { name: 'Consents' })
  await expect(consents.getByText('Not asked')).toHaveCount(5)
  await consents.getByRole('button', { name: 'Record answers' }).press('Enter')
  await expect(panel(page).getByLabel('Who answers')).toHaveValue('Asha Patel')
  await panel(page).getByRole('checkbox', { name: 'Leo Patel' }).check()
  await panel(page).getByRole('button', { name: 'Taking part: yes' }).focus()
  for (const key of ['y', 'n', 'y']) {
    await page.keyboard.press(key)
    await page.waitForTimeout(150)
  }
  await expect(panel(page).getByText('Yes (Asha Patel, 24 November 2026)')).toHaveCount(2)
  await expect(panel(page).getByText('No (Asha Patel, 24 November 2026)')).toHaveCount(1)
  await expect(panel(page).getByText('Not asked')).toHaveCount(2)
  await expect(panel(page).getByRole('button', { name: 'Sharing information: yes' })).toBeFocused()
  await screenshot('person-consents')
  await expectAccessible(page)
  const { consents: leos } = await api.people.get({ id: leo.id })
  expect(leos.map((one) => one.state)).toEqual(['yes', 'no', 'yes', 'not-asked', 'not-asked'])
  await expect(panel(page).getByRole('status')).toHaveText('Saved: First aid and emergency treatment, yes, for 2 children. Ctrl+Z takes it back.') // prettier-ignore
  await page.keyboard.press('Control+z')
  await expect(panel(page).getByText('Not asked')).toHaveCount(3)
  await page.keyboard.press('Escape')
  await expect(panel(page).getByRole('region', { name: 'Consents' })).toContainText('Photos: No (Asha Patel')
})

test('an alert is seen by the lead and refused to an assistant, and the look is in the audit trail', async ({
  launch,
}) => {
  const { page, screenshot } = await launch()
  const api = await aCountyIn(page)
  const mia = await aPerson({ api }, { alert: true })
  await aPerson({ api }, { firstName: 'Zed', lastName: 'Khan' })
  const { id: staffId } = await aWorker({ api })
  const group = await aGroup({ api }, { facilitatorIds: [staffId] })
  await api.enrolments.enrol({
    groupId: group.id,
    personId: mia.id,
    status: 'enrolled',
    onDate: '2026-11-02',
  })
  await api.users.create({ name: 'Jo Price', role: 'facilitator', staffId, passphrase: PASSPHRASE })
  await api.users.create({ name: 'Sam Desk', role: 'assistant', passphrase: PASSPHRASE })

  await signInAs(page, 'Jo Price')
  await goTo(page, `/people/${mia.id}`)
  await expect(panel(page).getByText('Speak to Jo Price before the session.')).toBeVisible()
  await panel(page).getByRole('button', { name: 'See what it is about' }).press('Enter')
  await panel(page).getByLabel('A new alert').fill('Dad may come to the door.\nRing the police.')
  await panel(page).getByRole('button', { name: 'Write the alert' }).press('Enter')
  await expect(panel(page).getByText('Ring the police.').first()).toBeVisible()
  await panel(page).getByRole('combobox', { name: 'Somebody they must not meet' }).fill('zed')
  await page.getByRole('option', { name: 'Zed Khan' }).click()
  await panel(page).getByLabel('Why').fill('A court order')
  await page.keyboard.press('Enter')
  await expect(panel(page).getByText('Zed Khan: A court order')).toBeVisible()
  await screenshot('person-alerts')
  await expectAccessible(page)

  await signInAs(page, 'Sam Desk')
  await goTo(page, `/people/${mia.id}`)
  await expect(panel(page).getByText('Speak to Jo Price before the session.')).toBeVisible()
  await expect(panel(page).getByRole('button', { name: /about|alerts/ })).toHaveCount(0)
  await expect(page.getByText('Ring the police.')).toHaveCount(0)
  await expect(windowApi(page).people.alerts({ id: mia.id })).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
  await screenshot('person-alert-for-others')

  await signInAs(page, 'Ada Administrator')
  await goTo(page, `/people/${mia.id}`)
  await panel(page).getByText('Who looked at this record').click()
  await expect(
    panel(page)
      .getByText(/See what an alert is about/)
      .first(),
  ).toBeVisible()
  const looks = (await windowApi(page).audit.list({})).filter((one) => one.operation === 'people.alerts')
  expect(new Set(looks.map((one) => one.who))).toEqual(new Set(['Jo Price']))
})

test('the form has the common fields first, folds the rest away, and keeps what was typed', async ({
  launch,
}) => {
  const { page, screenshot } = await launch()
  await aCountyIn(page)
  await goTo(page, '/people')
  await page.getByRole('button', { name: 'Add a person' }).click()
  await page.keyboard.type('Wilhelmina')
  await panel(page).getByLabel('Last name').fill('Featherstonehaugh-Cholmondeley of Ashby Magna')
  await expect(panel(page).getByLabel('Email (optional)')).toBeHidden()
  await screenshot('person-form-new')
  await panel(page).getByText('Address and email').press('Enter')
  await panel(page).getByLabel('Postcode (optional)').fill('le183rg')
  await panel(page).getByText('References of other systems').press('Enter')
  await panel(page).getByRole('button', { name: 'Add a reference' }).press('Enter')
  await panel(page).getByRole('combobox', { name: 'System' }).fill('Core+')
  await panel(page).getByLabel('Reference', { exact: true }).fill('cp 12-34')
  await expectAccessible(page)
  await screenshot('person-form-open')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Add a person' }).click()
  await expect(panel(page).getByLabel('Postcode (optional)')).toHaveValue('le183rg')
  await panel(page).getByRole('button', { name: 'Add person' }).click()
  await expect(panel(page).getByText('Core+: CP12-34')).toBeVisible()
  await expect(panel(page).getByText('LE18 3RG')).toBeVisible()
  await page.getByLabel('Find people').fill('cp12-34')
  await expect(page.getByText('1 person fits.')).toBeVisible()
})
