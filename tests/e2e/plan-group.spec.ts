import type { Page } from '@playwright/test'
import type { Building } from '../../shared/buildings/buildings.contract.ts'
import { expectAccessible } from '../support/axe.ts'
import { expect, test } from '../support/gather-app.ts'
import { terms2026 } from '../support/plan-calendar.ts'
import type { Api } from '../support/test-county.ts'
import { aCountyIn, goTo } from '../support/window-api.ts'

/** Two rooms, two workers, the terms of 2026, and the hall taken for one morning of the run to be planned. */
async function aPlace(api: Api): Promise<Building> {
  const building = await api.buildings.create({ name: 'Wigston Magna' })
  const room = { buildingId: building.id, setupMinutes: 0, cleardownMinutes: 0 }
  const hall = await api.buildings.createRoom({ ...room, name: 'Hall', capacity: 30 })
  await api.buildings.createRoom({ ...room, name: 'Room 2', capacity: 14 })
  await api.staff.create({ name: 'Jo Price', stream: 'family' })
  await api.staff.create({ name: 'Amir Khan', stream: 'youth-justice' })
  for (const term of terms2026) await api.settings.createTerm({ ...term })
  const times = { startsAt: '2026-06-08T09:00', endsAt: '2026-06-08T11:00' }
  await api.bookings.create({ roomIds: [hall.id], ...times, purpose: 'partner', title: 'Baby massage', contact: 'Sam, ext. 5479' }) // prettier-ignore
  return building
}

const row = (page: Page, day: string) => page.locator('[data-plan-row]').filter({ hasText: day })

/** Types into the field that has the focus, and goes on to the next. */
async function answer(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label, exact: true })
  await field.focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.type(text)
  await page.keyboard.press('Tab')
}

async function choose(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).focus()
  await page.keyboard.type(text)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

test('a group is planned by keyboard, over a half term and round a room that is taken', async ({
  launch,
}) => {
  const app = await launch()
  const { page } = app
  const api = await aCountyIn(page)
  await aPlace(api)
  await goTo(page, '/groups')
  await page.reload()
  await expect(page.getByText('No groups are running or planned here.')).toBeVisible()
  await expectAccessible(page)
  await app.screenshot('groups-none')
  await page.getByRole('button', { name: 'Plan a group' }).focus()
  await page.keyboard.press('Enter')

  await expect(page.getByRole('combobox', { name: 'Which programme?' })).toBeFocused()
  // The page is seen first: the list opens when it is asked for.
  await expect(page.getByRole('listbox')).toHaveCount(0)
  await app.screenshot('plan-empty')
  await choose(page, 'Which programme?', 'Bounce')
  await choose(page, 'Where?', 'Hall')
  await choose(page, 'Who leads?', 'Jo')
  await answer(page, 'From', '11/5/26')
  await answer(page, 'Starts', '10')
  await answer(page, 'Ends', 'midday')
  await answer(page, 'Sessions to deliver', '6')

  await expect(page.getByRole('heading', { name: '6 sessions, 11 May to 22 June 2026' })).toBeVisible()
  await expect(row(page, 'Mon 25 May')).toContainText('Spring bank holiday · skipped')
  await expect(row(page, 'Mon 8 Jun')).toContainText(
    'Hall is taken from 9am to 11am by Baby massage (Sam, ext. 5479)',
  )
  await expect(page.getByText('This group does not have a youth and justice worker yet.')).toBeVisible()
  await expectAccessible(page)
  await app.screenshot('plan-clash')

  // With a clash open, saving leads to it: the focus is on the room that is offered.
  const save = page.getByRole('button', { name: 'Plan 6 sessions' })
  await save.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Use Room 2 (seats 14) on Mon 8 Jun' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(row(page, 'Mon 8 Jun')).toContainText('Room 2 · changed by hand')

  // From row to row by the arrows; Delete leaves a date out, and the run goes on a week longer.
  await page.getByRole('button', { name: 'Leave out Mon 11 May' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Delete')
  await expect(row(page, 'Mon 18 May')).toContainText('Left out by hand')
  await expect(page.getByRole('heading', { name: '6 sessions, 11 May to 29 June 2026' })).toBeVisible()

  // One row at another time.
  await page.getByRole('button', { name: 'Change Mon 15 Jun' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('group', { name: 'Change Mon 15 Jun' })).toBeVisible()
  const starts = page
    .getByRole('group', { name: 'Change Mon 15 Jun' })
    .getByRole('textbox', { name: 'Starts' })
  await starts.focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('10.30')
  await page.keyboard.press('Tab')
  await expect(row(page, 'Mon 15 Jun')).toContainText('10:30am to midday')
  await app.screenshot('plan-change')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Change Mon 15 Jun' })).toBeFocused()

  await save.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bounce Back, Wigston Magna, summer 2026')
  await expect(page.getByText('6 sessions of Bounce Back, Wigston Magna, summer 2026 planned.')).toBeVisible()
  await expect(page.getByRole('table', { name: 'Sessions' }).getByRole('row')).toHaveCount(9)
  await expectAccessible(page)
  await app.screenshot('group-page')
  const [group] = await api.groups.list({})
  expect(group).toMatchObject({ sessionCount: 6, buildingName: 'Wigston Magna' })
})
