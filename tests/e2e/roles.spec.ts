import type { Page } from '@playwright/test'
import { roles, type Role } from '../../shared/permissions.ts'
import { expectAccessible } from '../support/axe.ts'
import { expect, test } from '../support/gather-app.ts'
import { PASSPHRASE, type Api } from '../support/test-county.ts'
import { aCountyIn, goTo } from '../support/window-api.ts'

async function signInAs(page: Page, api: Api, name: string): Promise<void> {
  await api.users.signOut({})
  await api.users.signIn({ name, passphrase: PASSPHRASE })
  await page.reload()
  await page.getByRole('link', { name: 'Today', exact: true }).waitFor()
}

const main = (page: Page) => page.getByRole('main')

/** Every place the rail leads to, and every tab of a group. */
async function lookEverywhere(page: Page, groupId: string): Promise<void> {
  const rail = page.getByRole('navigation', { name: 'Places' }).getByRole('link')
  for (const link of await rail.all()) {
    await link.click()
    await expect(main(page).getByRole('heading', { level: 1 })).toBeVisible()
    await expect(main(page)).not.toContainText('could not be shown')
  }
  await goTo(page, `/groups/${groupId}`)
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click()
    await expect(page.getByRole('tabpanel')).not.toBeEmpty()
    await expect(main(page)).not.toContainText('could not be shown')
  }
}

test('nobody is shown what then fails, and an address of another role says so', async ({ launch }) => {
  test.slow()
  const { page, screenshot } = await launch()
  const api = await aCountyIn(page, 'sample')
  const groups = await api.groups.list({ status: ['running'] })
  const sensitive = groups.find((group) => group.sensitive)
  for (const role of roles) await api.users.create({ name: `Test ${role}`, passphrase: PASSPHRASE, role })
  for (const role of roles.filter((one) => one !== 'administrator')) {
    await signInAs(page, api, `Test ${role}`)
    await lookEverywhere(page, sensitive?.id ?? '')
  }
  const notTheirs: readonly (readonly [Role, string])[] = [
    ['assistant', '/outcomes'],
    ['assistant', '/groups/new'],
    ['facilities', '/people'],
    ['facilities', '/people/provisional'],
    ['facilities', `/groups/${sensitive?.id}/list`],
  ]
  for (const [role, route] of notTheirs) {
    await signInAs(page, api, `Test ${role}`)
    await goTo(page, route)
    await expect(page.getByText('This is not part of your role.')).toBeVisible()
  }
  await expectAccessible(page)
  await screenshot('not-your-role')
})

test('who does not lead a group brings its workbook back and makes its certificates, and changes nothing else of it', async ({
  launch,
}) => {
  const { page } = await launch()
  const api = await aCountyIn(page, 'sample')
  const [group] = await api.groups.list({ status: ['running'] })
  for (const role of ['facilitator', 'assistant', 'facilities'] as const)
    await api.users.create({ name: `Other ${role}`, passphrase: PASSPHRASE, role })
  const offered = async (name: string) => {
    await signInAs(page, api, name)
    await goTo(page, `/groups/${group?.id}`)
    await page.getByRole('button', { name: 'More' }).click()
    await expect(page.getByRole('menuitem', { name: 'Calendar file…' })).toBeVisible()
    return page.getByRole('menuitem').allTextContents()
  }
  const forms = ['Bring the workbook back', 'Calendar file…', 'Certificates…']
  expect(await offered('Other facilitator')).toEqual(forms)
  expect(await offered('Other assistant')).toEqual(forms)
  expect(await offered('Other facilities')).toEqual(['Calendar file…'])
})

test('a facilities officer sees sensitive groups only as they are called on their door', async ({
  launch,
}) => {
  const { page, screenshot } = await launch()
  const api = await aCountyIn(page, 'sample')
  const sensitive = (await api.groups.list({})).find((group) => group.programmeName === 'Feeling Safe')
  if (sensitive === undefined) throw new Error('The sample has no Feeling Safe.')
  await api.users.create({ name: 'Olly', passphrase: PASSPHRASE, role: 'facilities' })
  await signInAs(page, api, 'Olly')
  for (const route of ['/today', '/calendar', '/rooms', '/groups', `/groups/${sensitive.id}`]) {
    await goTo(page, route)
    await expect(main(page).getByRole('heading', { level: 1 })).toBeVisible()
    await expect(main(page)).not.toContainText('Feeling Safe')
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(sensitive.publicTitle)
  await screenshot('group-as-on-the-door')
})

test('those added at the door are listed by themselves, and leave the list when they are completed', async ({
  launch,
}) => {
  const { page, screenshot } = await launch()
  const api = await aCountyIn(page, 'sample')
  const [provisional] = (await api.people.search({ provisional: true })).people
  await goTo(page, '/today')
  await page.getByRole('button', { name: 'Check them' }).click()
  await expect(page.getByRole('heading', { name: 'Added at the door' })).toBeVisible()
  const rows = page.getByRole('table', { name: 'People' }).locator('tbody tr')
  await expect(rows).toHaveCount(1)
  await screenshot('people-provisional')
  await page.getByRole('button', { name: provisional?.name ?? '' }).press('Enter')
  await page.getByRole('button', { name: 'Complete details' }).press('Enter')
  await page.getByLabel('Day').fill('14')
  await page.getByLabel('Month').fill('2')
  await page.getByLabel('Year').fill('2014')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Everybody who was added at a door has been completed.')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'See all people' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible()
})
