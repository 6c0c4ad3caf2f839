import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expectAccessible } from '../support/axe.ts'
import { aFeedbackOnDisk } from '../support/feedback-on-disk.ts'
import { expect, test } from '../support/gather-app.ts'
import { signInTo } from '../support/register-on-disk.ts'
import { goTo, windowApi } from '../support/window-api.ts'

const folders: string[] = []
const aFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'gather-test-'))
  folders.push(folder)
  return folder
}
test.afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

test('a measure with parts is made in the settings, one is taken from the library, and feedback is counted', async ({
  launch,
}) => {
  const data = aFolder()
  const { groupId } = await aFeedbackOnDisk(data, 12)
  const { page, screenshot } = await launch({ data })
  await signInTo(page, '/settings/measures')
  const api = windowApi(page)

  await page.getByRole('button', { name: 'Add from the library' }).click()
  await page.getByRole('button', { name: 'Add Family Star Plus, second edition' }).click()
  await expect(page.getByRole('cell', { name: 'Family Star Plus, second edition' })).toBeVisible()
  await expectAccessible(page)
  await screenshot('measure-library')

  await page.getByRole('button', { name: 'Add a measure' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Sleep and mealtimes')
  await page.getByLabel('Largest').fill('20')
  await page.getByText('Parts and total: one number').click()
  for (const [at, name] of ['Sleep', 'Meals'].entries()) {
    await page.getByRole('button', { name: 'Add a part' }).click()
    const part = page.getByRole('group', { name: `part ${at + 1}` })
    await part.getByLabel('Name').fill(name)
    await part.getByLabel('To', { exact: true }).fill('10')
  }
  await page.getByLabel('Total', { exact: true }).selectOption('sum')
  await page.getByRole('group', { name: 'part 1' }).getByLabel('In the total').check()
  await screenshot('measure-form')
  await page.getByRole('button', { name: 'Add the measure' }).click()
  // One part alone comes to ten: said in words, and nothing that was typed is lost.
  await expect(page.getByRole('alert').first()).toContainText('The parts of the total come to 0 to 10')
  await page.getByRole('group', { name: 'part 2' }).getByLabel('In the total').check()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Add the measure' }).click()
  await expect(page.getByRole('cell', { name: 'Sleep and mealtimes' })).toBeVisible()
  const made = (await api.outcomes.listMeasures({})).find((one) => one.name === 'Sleep and mealtimes')
  expect(made).toMatchObject({ maximum: 20, details: { total: 'sum', parts: [{ name: 'Sleep' }, { name: 'Meals' }] } }) // prettier-ignore

  await goTo(page, `/groups/${groupId}/outcomes`)
  const more = page.getByRole('button', { name: 'One form more: Overall rating, Excellent' })
  await more.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Forms: Overall rating, Excellent')).toHaveValue('1')
  await page.getByLabel('Forms: Overall rating, Good').fill('9')
  await page.keyboard.press('Enter')
  await expect(page.getByText('10 of 10 people asked answered (100%)')).toBeVisible()
  await page.getByLabel('How many were asked').first().fill('20')
  await page.keyboard.press('Enter')
  await expect(page.getByText('10 of 20 people asked answered (50%)')).toBeVisible()
  await page.getByLabel('Feedback on').selectOption({ index: 1 })
  await page.getByText('By name: 0 people').click()
  await page.getByRole('combobox', { name: /, Rating of the session$/ }).first().selectOption('Good') // prettier-ignore
  await expect(page.getByText('By name: 1 person')).toBeVisible()
  await expectAccessible(page)
  await screenshot('feedback-session')
  await page.getByLabel('Feedback on').selectOption({ index: 0 })
  await expect(page.getByLabel('Forms: Overall rating, Excellent')).toHaveValue('1')
  await screenshot('feedback')
})
