import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/axe.ts'
import { expect, test } from '../support/gather-app.ts'
import { PASSPHRASE } from '../support/test-county.ts'
import { aCountyWithRooms, goTo } from '../support/window-api.ts'

const NOW = '2026-11-23T09:00:00.000Z'

async function signInAs(page: Page, name: string, api: Awaited<ReturnType<typeof aCountyWithRooms>>['api']) {
  await api.users.signOut({})
  await api.users.signIn({ name, passphrase: PASSPHRASE })
  await page.reload()
  await page.getByRole('link', { name: 'Today', exact: true }).waitFor()
}

/** A room that has to be approved, a crèche beside it, and two facilitators: one is Jo Price, the other nobody's leader. */
async function aPlaceToAskFor(page: Page) {
  const { api, hall } = await aCountyWithRooms(page)
  const room = { buildingId: hall.buildingId, setupMinutes: 0, cleardownMinutes: 0 }
  await api.buildings.createRoom({ ...room, name: 'Studio', needsApproval: true })
  await api.buildings.createRoom({ ...room, name: 'Crèche' })
  const jo = await api.staff.create({ name: 'Jo Price', stream: 'family' })
  await api.users.create({ name: 'Jo', passphrase: PASSPHRASE, role: 'facilitator', staffId: jo.id })
  await api.users.create({ name: 'Una', passphrase: PASSPHRASE, role: 'facilitator' })
  return api
}

async function choose(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.type(text)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

async function answer(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: label, exact: true }).fill(text)
  await page.keyboard.press('Tab')
}

test('a room that has to be approved is said to be asked for, before and after, and others may only look', async ({
  launch,
}) => {
  const app = await launch({ now: NOW })
  const { page } = app
  const api = await aPlaceToAskFor(page)
  await signInAs(page, 'Jo', api)
  await goTo(page, '/groups/new')
  await choose(page, 'Which programme?', 'Bounce')
  await choose(page, 'Where?', 'wigston studio')
  await answer(page, 'From', '1/12/26')
  await answer(page, 'Starts', '14')
  await expect(page.getByText('Enter when it ends')).toBeHidden()
  await answer(page, 'Sessions to deliver', '3')
  await expect(page.getByText(/^Studio is asked for on 3 dates, not booked/)).toBeVisible()

  // What is not in the list is not sent off as it is.
  await page.getByRole('combobox', { name: 'And beside it' }).fill('kitchen')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Plan a group' })).toBeVisible()
  await choose(page, 'And beside it', 'creche')
  await page.keyboard.press('Escape')

  // Answers that are refused show no dates of the answers before them.
  await answer(page, 'From', '28/3/27')
  await answer(page, 'Starts', '1.30am')
  await answer(page, 'Ends', '3am')
  await expect(page.getByRole('alert')).toContainText('There is no 1:30am on Sunday 28 March 2027')
  await expect(page.locator('[data-plan-row]')).toHaveCount(0)
  await answer(page, 'From', '1/12/26')
  await answer(page, 'Starts', '2pm')
  await answer(page, 'Ends', '1pm')
  await expect(page.getByRole('status')).toContainText('The end must be later than the start.')
  await answer(page, 'Ends', '4pm')
  await expectAccessible(page)
  await app.screenshot('plan-asked-for')
  await page.getByRole('button', { name: 'Plan 3 sessions' }).click()
  await expect(page.getByText(/Rooms are asked for on all of them/)).toBeVisible()
  await expect(page.getByRole('cell', { name: 'Studio and Crèche (asked for)' })).toHaveCount(3)

  // The whole of the run can be changed while it waits.
  await page.getByRole('button', { name: 'Move Tue 1 Dec' }).press('Enter')
  await page.getByRole('radio', { name: 'All sessions to come' }).check()
  await answer(page, 'Ends', '4.30')
  await page.getByRole('button', { name: 'Change 3 sessions' }).click()
  await expect(page.getByRole('cell', { name: '2pm to 4:30pm' })).toHaveCount(3)
  await expectAccessible(page)
  await app.screenshot('group-asked-for')

  await signInAs(page, 'Una', api)
  await expect(
    page.getByText('Others lead this group, so its sessions are not yours to change.'),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: /^(Move|Cancel|Try again)/ })).toHaveCount(0)
  await expectAccessible(page)
})

test('what was done last is always said, with its Undo, however many notices there are', async ({
  launch,
}) => {
  const app = await launch({ now: NOW })
  const { page } = app
  const api = await aPlaceToAskFor(page)
  const [programme] = await api.programmes.list({})
  const [building] = await api.buildings.list({})
  const hall = building?.rooms.find((room) => room.name === 'Hall')
  if (!programme || !hall) throw new Error('There is a programme and a hall.')
  const group = await api.groups.plan({
    programmeId: programme.id,
    roomId: hall.id,
    rule: { firstDate: '2026-12-01', startTime: '10:00', endTime: '12:00', repeats: { kind: 'weeks', every: 1, weekdays: [2] }, ends: { kind: 'after', sessions: 5 }, school: 'any', skipBankHolidays: false, skipClosures: false }, // prettier-ignore
    facilitatorIds: [],
    edits: [],
    name: 'Acorns',
    publicTitle: 'Acorns',
  })
  await goTo(page, `/groups/${group.id}`)
  for (const day of ['Tue 1 Dec', 'Tue 8 Dec', 'Tue 15 Dec', 'Tue 22 Dec']) {
    await page.getByRole('button', { name: `Cancel on ${day}` }).press('Enter')
    await page.getByRole('textbox', { name: 'Why' }).fill('Snow')
    await page.keyboard.press('Enter')
    await expect(page.getByText(`${day} is cancelled. Its room is free.`)).toBeVisible()
  }
  await expect(page.getByText(/is cancelled\. Its room is free\./)).toHaveCount(3)
  await expect(page.getByText('Tue 1 Dec is cancelled.')).toBeHidden()
})
