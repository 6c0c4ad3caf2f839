import { expectAccessible } from '../support/axe.ts'
import { expect, test } from '../support/gather-app.ts'
import { goTo, windowApi } from '../support/window-api.ts'

test('each figure of a group shows, by keys, as many rows as it says', async ({ launch }) => {
  const { page, screenshot } = await launch({ sample: true })
  const api = windowApi(page)
  const group = (await api.groups.list({})).find((one) => one.name.startsWith('Feeling Safe'))
  if (!group) throw new Error('The sample county has the group.')
  await goTo(page, `/groups/${group.id}/figures`)
  const { figures } = await api.reports.groupSummary({ groupId: group.id })
  const counts = figures.filter(
    (one) => one.unit === 'count' && (one.value ?? 0) > 0 && one.key !== 'footfall',
  )
  expect(counts.length).toBeGreaterThan(8)
  for (const { name, value } of counts) {
    const rows = page.getByRole('button', { name: `Rows behind ${name}`, exact: true })
    await rows.focus()
    await page.keyboard.press('Enter')
    const list = page.getByRole('list', { name: `Rows behind ${name}`, exact: true })
    await expect(list.getByRole('listitem')).toHaveCount(value ?? 0)
    await page.keyboard.press('Enter')
    await expect(list).toHaveCount(0)
  }
  await page.getByRole('button', { name: 'Rows behind Attended or sent apologies' }).click()
  await expect(page.getByRole('list', { name: 'Rows behind Attended or sent apologies' })).toBeVisible()
  await expectAccessible(page)
  await screenshot('group-figures')
  await page.getByRole('table', { name: 'Person by person' }).scrollIntoViewIfNeeded()
  await screenshot('group-figures-people')
})
