import { weekly } from '../../shared/series/rule.ts'
import { expectAccessible } from '../support/axe.ts'
import { expect, test } from '../support/gather-app.ts'
import type { Api } from '../support/test-county.ts'
import { aCountyIn, goTo } from '../support/window-api.ts'

const LONG = 'Understanding your child’s behaviour, Saturdays, with crèche beside it'

/** Forty groups in two rooms, one of them with sixty letters in its name, from last week on. */
async function fortyGroups(api: Api, today: string): Promise<void> {
  const building = await api.buildings.create({ name: 'Wigston Magna' })
  const room = { buildingId: building.id, setupMinutes: 0, cleardownMinutes: 0 }
  const hall = await api.buildings.createRoom({ ...room, name: 'Hall', capacity: 30 })
  const other = await api.buildings.createRoom({ ...room, name: 'Room 2', capacity: 14 })
  const programmes = await api.programmes.list({})
  const jo = await api.staff.create({ name: 'Jo Price', stream: 'family' })
  for (let n = 0; n < 40; n++) {
    const programme = programmes[n % programmes.length]
    if (programme === undefined) throw new Error('There is no programme.')
    const hour = 8 + (n % 10)
    const time = (minutes: string) => `${String(hour).padStart(2, '0')}:${minutes}`
    const firstDate = new Date(Date.parse(today) + (Math.floor(n / 20) - 7) * 86_400_000).toISOString().slice(0, 10) // prettier-ignore
    await api.groups.plan({
      programmeId: programme.id,
      roomId: n % 20 < 10 ? hall.id : other.id,
      rule: {
        ...weekly({
          firstDate,
          weekday: new Date(firstDate).getUTCDay() || 7,
          startTime: time('00'),
          endTime: time('50'),
          sessions: 4,
        }),
        skipBankHolidays: false,
      },
      facilitatorIds: n % 3 === 0 ? [] : [jo.id],
      edits: [],
      name: n === 0 ? LONG : `${programme.name}, group ${n}`,
      publicTitle: programme.publicTitle,
      capacity: 12,
    })
  }
}

test('a new county says what to do next on Today and in Groups', async ({ launch }) => {
  const app = await launch()
  await aCountyIn(app.page)
  await goTo(app.page, '/today')
  await expect(app.page.getByRole('button', { name: 'Add your buildings' })).toBeVisible()
  await expectAccessible(app.page)
  await app.screenshot('today-none')
})

test('Today and Groups stay tidy with forty groups, and a session moves, runs or not, with its room', async ({
  launch,
}) => {
  const app = await launch()
  const { page } = app
  const api = await aCountyIn(page)
  await fortyGroups(api, (await api.county.status({})).today)
  await page.reload()
  await goTo(page, '/today')
  await expect(page.getByRole('heading', { name: 'Needs you' })).toBeVisible()
  await expect(page.getByText(/registers overdue|registers to take/).first()).toBeVisible()
  await expectAccessible(page)
  await app.screenshot('today-many')

  await goTo(page, '/groups')
  await expect(page.getByText('40 groups')).toBeVisible()
  await expectAccessible(page)
  await app.screenshot('groups-many')
  await page.getByRole('searchbox', { name: 'Find a group' }).fill('creche')
  await expect(page.getByText('Showing 1 of 40 groups')).toBeVisible()
  await page.getByRole('button', { name: LONG }).press('Enter')

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(LONG)
  await expectAccessible(page)
  await app.screenshot('group-page-running')
  await page
    .getByRole('button', { name: /^Did not run/ })
    .last()
    .press('Enter')
  await page.getByRole('textbox', { name: 'Why' }).fill('Snow')
  await expectAccessible(page)
  await app.screenshot('group-page-panel')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Did not run: Snow')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect(page.getByText('Did not run: Snow')).toBeHidden()

  await page.getByRole('button', { name: /^Move/ }).last().press('Enter')
  await page.getByRole('textbox', { name: 'Ends' }).fill('8.40')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('cell', { name: '8am to 8:40am' })).toBeVisible()
})
