import { join } from 'node:path'
import exceljs from 'exceljs'
import { expectAccessible } from '../support/axe.ts'
import { expect, test } from '../support/gather-app.ts'
import { at } from '../support/register-factories.ts'
import { goTo, windowApi } from '../support/window-api.ts'
import { cellAt, edited } from '../support/workbook-factories.ts'

test('a workbook edited in Excel comes back: each change is seen, some are made by keys, and Undo takes them back', async ({
  launch,
}, info) => {
  const { page, screenshot, answerSave, answerOpen } = await launch({ sample: true })
  const api = windowApi(page)
  const group = (await api.groups.list({})).find((one) => one.name.startsWith('Feeling Safe'))
  if (!group) throw new Error('The sample county has the group.')
  const path = info.outputPath('group.xlsx')
  await answerSave(path)
  await answerOpen(path)
  await goTo(page, `/groups/${group.id}`)
  await page.getByRole('button', { name: 'Make the workbook' }).click()
  await expect(page.getByText('Saved group.xlsx')).toBeVisible()

  const before = await api.registers.grid({ groupId: group.id })
  const session = at(before.sessions.filter((one) => one.state === 'complete'), -1) // prettier-ignore
  const column = before.sessions.indexOf(session)
  const came = before.people.filter((one) => one.cells[column]?.code === 'P')
  const [first, second] = [at(came, 0), at(came, 1)]
  await edited(path, (file) => {
    for (const [who, letter] of [[first, 'l'], [second, 'N'], [at(came, 2), 'here']] as const)
      cellAt(file, 'Register', who.name, session.sessionId).value = letter
  }) // prettier-ignore
  const correct = { sessionId: session.sessionId, personId: second.personId, code: 'L', reason: 'Late' }
  await api.registers.correct(correct)

  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Bring the workbook back' }).click()
  await expect(page.getByRole('button', { name: 'Open the workbook' })).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  const both = page.getByRole('table', { name: 'Changed in the file and here: choose' })
  await expect(both).toContainText(second.name)
  await expect(page.getByRole('table', { name: 'Changes that cannot be made' })).toContainText('“here” is not a mark') // prettier-ignore
  const make = page.getByRole('button', { name: 'Make 1 change', exact: true })
  await expect(make).toBeEnabled()
  await expectAccessible(page)
  await screenshot('workbook-differences')
  await both.getByRole('checkbox').focus()
  await page.keyboard.press('Space')
  const all = page.getByRole('button', { name: 'Make 2 changes' })
  const why = page.getByLabel('Why registers are corrected or readings fell')
  if (await why.isVisible()) await why.fill('The paper said otherwise')
  await all.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('2 changes made.')).toBeFocused()
  await screenshot('workbook-made')
  const letterOf = async (personId: string) => {
    const grid = await api.registers.grid({ groupId: group.id })
    return grid.people.find((one) => one.personId === personId)?.cells[column]?.code
  }
  expect([await letterOf(first.personId), await letterOf(second.personId)]).toEqual(['L', 'N'])
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Open the workbook' })).toBeVisible()
  await expect.poll(() => letterOf(first.personId)).toBe('P')
  expect(await letterOf(second.personId)).toBe('L')
})

test('the layout of an old workbook is learnt, its marks are said, and a group is saved in it', async ({
  launch,
}, info) => {
  const { page, screenshot, answerSave, answerOpen } = await launch({ sample: true })
  const api = windowApi(page)
  await goTo(page, '/settings/old-workbooks')
  await answerOpen(join(import.meta.dirname, '../fixtures/old-register.xlsx'))
  const learn = page.getByRole('button', { name: 'Learn a layout' }).first()
  await learn.waitFor()
  await expectAccessible(page)
  await learn.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Name of the layout')).toHaveValue('old-register')
  await expect(page.getByText('/ (7)')).toBeVisible()
  await expectAccessible(page)
  await screenshot('old-layout')
  await page.getByRole('button', { name: 'Save the layout' }).click()
  await expect(page.getByText('Say what the old workbook writes for').first()).toBeVisible()
  const codes = (await api.registers.listCodes({})).filter((code) => !code.retired)
  for (const { code, label } of codes) {
    const field = page.getByRole('combobox', { name: `${code}: ${label}` })
    await field.fill(code === 'P' ? '/' : code.toLowerCase())
    await page.keyboard.press('Tab')
  }
  await page.getByRole('button', { name: 'Save the layout' }).click()
  await expect(page.getByRole('table', { name: 'Layouts of old workbooks' })).toContainText('old-register')
  await screenshot('old-layouts')

  const group = (await api.groups.list({})).find((one) => one.name.startsWith('Feeling Safe'))
  if (!group) throw new Error('The sample county has the group.')
  const path = info.outputPath('old.xlsx')
  await answerSave(path)
  await goTo(page, `/groups/${group.id}`)
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Save as old-register…' }).click()
  await expect(page.getByText('Saved old.xlsx')).toBeVisible()
  const file = new exceljs.Workbook()
  await file.xlsx.readFile(path)
  expect(file.getWorksheet('Feeling Safe')?.getCell('B4').value).toBe("Child's name")
})
