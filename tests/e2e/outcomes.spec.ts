import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expectAccessible } from '../support/axe.ts'
import { expect, test } from '../support/gather-app.ts'
import { aRegisterOnDisk, signInTo } from '../support/register-on-disk.ts'
import { windowApi } from '../support/window-api.ts'
import { goTo } from '../support/window-api.ts'

const folders: string[] = []
const aFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'gather-test-'))
  folders.push(folder)
  return folder
}
test.afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

test('three goals a person are written with Enter alone, and Esc puts back what was there', async ({
  launch,
}) => {
  const data = aFolder()
  const { groupId } = await aRegisterOnDisk(data, 12)
  const { page } = await launch({ data })
  await signInTo(page, `/groups/${groupId}/outcomes`)
  await page
    .getByRole('textbox', { name: /goal 1, in words$/ })
    .first()
    .focus()
  for (const words of [
    'Sleep better',
    'Talk at home',
    'Join in',
    'Make a friend',
    'Ask for help',
    '',
    'Read daily',
  ]) {
    await page.keyboard.type(words)
    await page.keyboard.press('Enter')
  }
  // Nobody has set a third goal for the second person: Enter on the empty line went on to the third.
  const { goals, people } = await windowApi(page).outcomes.sheet({ groupId })
  const goalsOf = (at: number) =>
    goals.filter((goal) => goal.personId === people[at]?.personId).map((goal) => goal.text)
  expect([goalsOf(0), goalsOf(1)]).toEqual([
    ['Sleep better', 'Talk at home', 'Join in'],
    ['Make a friend', 'Ask for help'],
  ])
  await expect.poll(async () => (await windowApi(page).outcomes.sheet({ groupId })).goals.length).toBe(6)

  const first = page.getByRole('textbox', { name: /goal 1, in words$/ }).first()
  await first.focus()
  await page.keyboard.type(' and longer')
  await page.keyboard.press('Escape')
  await expect(first).toHaveValue('Sleep better')
})

test('during and follow-up readings are typed beside what they compare with, and no number without its day', async ({
  launch,
}) => {
  const data = aFolder()
  const { groupId } = await aRegisterOnDisk(data, 12)
  const { page, screenshot } = await launch({ data })
  await signInTo(page, `/groups/${groupId}/outcomes`)
  await page
    .getByRole('textbox', { name: /goal 1, before$/ })
    .first()
    .fill('3')
  await page.keyboard.press('Enter')
  await page.getByText('During', { exact: true }).click()
  const during = page.getByRole('textbox', { name: /goal 1, during$/ })
  await during.first().focus()
  for (const value of ['4', '5']) {
    await page.keyboard.type(value)
    await page.keyboard.press('Enter')
  }
  await expect(page.getByRole('row').nth(1)).toContainText('3')
  await expectAccessible(page)
  await screenshot('outcomes-during')
  await page.getByText('Follow-up', { exact: true }).click()
  await page
    .getByRole('textbox', { name: /goal 1, follow-up$/ })
    .first()
    .fill('6')
  await page.keyboard.press('Enter')
  const points = async () =>
    (await windowApi(page).outcomes.sheet({ groupId })).readings.map((one) => one.timePoint).toSorted()
  await expect.poll(points).toEqual(['before', 'during', 'during', 'follow-up'])

  await page.getByRole('textbox', { name: 'New numbers are of' }).fill('31/31/31')
  await page.keyboard.press('Tab')
  await page
    .getByRole('textbox', { name: /goal 1, follow-up$/ })
    .nth(1)
    .fill('7')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Enter above which day this number is of.')).toBeVisible()
  expect(await points()).toHaveLength(4)
})

test('every figure of a group stands with its definition and what it is made of', async ({ launch }) => {
  const data = aFolder()
  const { groupId } = await aRegisterOnDisk(data, 12)
  const { page, screenshot } = await launch({ data })
  await signInTo(page, `/groups/${groupId}/figures`)
  const figures = page.getByRole('region', { name: 'Figures of the group' })
  const { figures: expected } = await windowApi(page).reports.groupSummary({ groupId })
  await expect(figures.locator('tbody tr')).toHaveCount(expected.length)
  for (const { name, definition } of expected)
    await expect(figures.getByRole('row').filter({ hasText: definition }).getByRole('rowheader')).toHaveText(
      name,
    )
  await expectAccessible(page)
  await screenshot('group-figures')
  await goTo(page, '/outcomes')
  await expect(page.getByRole('row').filter({ hasText: 'Bounce Back, Wigston' })).toContainText('0 of 12')
})
