import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expectAccessible } from '../support/axe.ts'
import { expect, test } from '../support/gather-app.ts'
import { aGroupMeeting, enrolMany, onDisk, signInTo } from '../support/register-on-disk.ts'
import { goTo } from '../support/window-api.ts'

const folders: string[] = []
test.afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

/** A county on Monday 23 November 2026 with a group whose last two sessions are to come, and four people with a before. */
async function nearItsEnd() {
  const data = mkdtempSync(join(tmpdir(), 'gather-test-'))
  folders.push(data)
  const groupId = await onDisk(data, () => new Date('2026-11-23T09:00:00Z'), async (api) => {
    const group = await aGroupMeeting(api, { firstDate: '2026-11-03', sessions: 5 })
    await enrolMany(api, group.id, 5, '2026-11-03')
    const { people, measures } = await api.outcomes.sheet({ groupId: group.id })
    for (const { personId } of people.slice(0, 4))
      for (const measure of measures)
        await api.outcomes.setReading({ groupId: group.id, personId, measureId: measure.id, timePoint: 'before', item: 1, value: 3, takenOn: '2026-11-03' })
    return group.id
  }) // prettier-ignore
  return { data, groupId }
}

test('a group near its end is on Today, lists and prints whose measures it lacks, and its matched rate rises with each', async ({
  launch,
}) => {
  const { data, groupId } = await nearItsEnd()
  const { page, screenshot } = await launch({ data })
  await signInTo(page, '/today')
  const card = page.getByRole('button', {
    name: /See who.*4 after measures to collect in Bounce Back, Wigston/,
  })
  await expect(card).toBeVisible()
  await expect(page.getByText('Last session Tue 1 Dec. 1 before measure is missing too.')).toBeVisible()

  await goTo(page, '/outcomes')
  const row = page.getByRole('row').filter({ hasText: 'Bounce Back, Wigston' })
  await expect(row).toContainText('0%, 0 of 4')
  await expect(row).toContainText('4 after and 1 before to collect')
  await expect(page.getByText('4 people in 1 group still owe an after measure.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Print what is due in Bounce Back, Wigston' })).toBeVisible()
  await expectAccessible(page)
  await screenshot('outcomes-due')

  await goTo(page, `/groups/${groupId}/outcomes`)
  const panel = page.getByRole('region', { name: 'Matched rate and what is due' })
  const list = panel.getByRole('list', { name: 'Measures still to be collected' })
  await expect(list.getByRole('listitem')).toHaveCount(5)
  await expect(panel).toContainText('It becomes 100% if 4 people fill in theirs')
  await expectAccessible(page)
  await screenshot('outcomes-due-group')
  const after = page.getByRole('textbox', { name: /goal 1, after$/ }).first()
  await after.fill('6')
  await after.press('Enter')
  await expect(panel).toContainText('25%, 1 of 4')
  await expect(list.getByRole('listitem')).toHaveCount(4)

  await goTo(page, `/print/due/${groupId}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Measures to collect: Tuesday group')
  await expect(page.locator('tbody tr')).toHaveCount(4)
  await expectAccessible(page)
  await screenshot('print-due')
})
