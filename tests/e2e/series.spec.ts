import { expectAccessible } from '../support/axe.ts'
import { expect, test } from '../support/gather-app.ts'
import { aPerson } from '../support/people-factories.ts'
import { weekly } from '../../shared/series/rule.ts'
import { aCountyWithRooms, goTo } from '../support/window-api.ts'
import type { Page } from '@playwright/test'

const NOW = '2026-11-23T09:00:00.000Z'

/** Ten Thursdays, four of them over, one moved by hand, one cancelled, and one bank holiday left out. */
async function anUntidyGroup(page: Page) {
  const { api, hall, small } = await aCountyWithRooms(page)
  const [programme] = await api.programmes.list({})
  if (programme === undefined) throw new Error('There is no programme.')
  await api.settings.addBankHoliday({ date: '2026-12-17', name: 'Coronation' })
  const group = await api.groups.plan({
    programmeId: programme.id,
    roomId: hall.id,
    rule: weekly({ firstDate: '2026-10-29', weekday: 4, startTime: '10:00', endTime: '12:00', sessions: 10 }),
    facilitatorIds: [],
    edits: [],
    name: 'Kite flyers, autumn 2026',
    publicTitle: 'Thursday group',
  })
  const [, , , , , moved, off] = group.sessions
  if (!moved || !off) throw new Error('There are ten sessions.')
  const there = { date: '2026-12-04', startTime: '13:00', endTime: '15:00', roomId: hall.id }
  await api.groups.moveSession({ id: moved.id, version: moved.version, ...there })
  await api.groups.cancelSession({ id: off.id, version: off.version, reason: 'Snow' })
  return { api, group, hall, small }
}

test('a whole run takes another time and room, with the numbers first; what was decided by hand stays, and undo gives all back', async ({
  launch,
}) => {
  const app = await launch({ now: NOW })
  const { page } = app
  const { api, group } = await anUntidyGroup(page)
  const before = await api.groups.get({ id: group.id })
  await goTo(page, `/groups/${group.id}`)

  await page.getByRole('button', { name: 'Move Thu 26 Nov' }).press('Enter')
  await page.getByRole('radio', { name: 'All sessions to come' }).check()
  await page.getByRole('textbox', { name: 'Starts' }).fill('10.30')
  await page.getByRole('textbox', { name: 'Ends', exact: true }).fill('12.30')
  await page.getByRole('combobox', { name: 'Room' }).click()
  await page.getByRole('option', { name: /^Room 2/ }).click()
  await expect(page.getByRole('status')).toContainText(
    '5 sessions move to 10:30am to 12:30pm in Room 2; 1 of them keeps its own time; 5 stay: 4 are over, 1 is cancelled.',
  )
  await expect(page.getByText('keeps its own time', { exact: true })).toBeVisible()
  await expectAccessible(page)
  await app.screenshot('series-edit')
  await page.getByRole('button', { name: 'Change 5 sessions' }).click()

  await expect(page.getByRole('cell', { name: '10:30am to 12:30pm' })).toHaveCount(4)
  await expect(page.getByRole('cell', { name: '1pm to 3pm' })).toHaveCount(1)
  await expect(page.getByText('Cancelled: Snow')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect(page.getByRole('cell', { name: '10:30am to 12:30pm' })).toHaveCount(0)
  const after = await api.groups.get({ id: group.id })
  const where = (one: typeof before) => one.sessions.map(({ id, startsAt, endsAt, roomName }) => ({ id, startsAt, endsAt, roomName })) // prettier-ignore
  expect(where(after)).toEqual(where(before))
})

test('a date with something in its way is named, and can be left as it is', async ({ launch }) => {
  const app = await launch({ now: NOW })
  const { page } = app
  const { api, group, hall } = await anUntidyGroup(page)
  await api.bookings.create({ roomIds: [hall.id], purpose: 'partner', title: 'Baby massage', contact: 'Sam, ext. 5479', startsAt: '2026-12-21T10:00', endsAt: '2026-12-21T11:00' }) // prettier-ignore
  await goTo(page, `/groups/${group.id}`)
  await page.getByRole('button', { name: 'Move Thu 26 Nov' }).press('Enter')
  await page.getByRole('radio', { name: 'This session and those after it' }).check()
  await page.getByRole('combobox', { name: 'Day of the week' }).click()
  await page.getByRole('option', { name: 'Mondays' }).click()
  await expect(page.getByRole('status')).toContainText('move to Mondays')
  await expectAccessible(page)
  await app.screenshot('series-edit-obstacles')
  await page.getByRole('button', { name: 'Change 4 sessions' }).click()
  await expect(page.getByRole('alert')).toContainText('Hall is taken')
  await page
    .getByRole('checkbox', { name: 'Leave the dates with something in their way as they are' })
    .check()
  await page.getByRole('button', { name: 'Change 2 sessions' }).click()
  await expect(page.getByText(/^2 sessions move to Mondays; .* 2 have something in their way/)).toBeVisible()
})

test('a date left out is tried again and comes back with one press; the series ends early, and nothing that is over goes', async ({
  launch,
}) => {
  const app = await launch({ now: NOW })
  const { page } = app
  const { api, group } = await anUntidyGroup(page)
  await goTo(page, `/groups/${group.id}`)
  await page.getByRole('button', { name: 'Try again Thu 17 Dec' }).click()
  await expect(page.getByText('Still left out: Coronation. Hall is free')).toBeVisible()
  await expectAccessible(page)
  await app.screenshot('series-try-again')
  await page.getByRole('button', { name: 'Add it all the same Thu 17 Dec' }).click()
  await expect(page.getByText('Thu 17 Dec is back in, in Hall.')).toBeVisible()

  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'End this series' }).click()
  await page.getByRole('textbox', { name: 'Last day' }).fill('5/12/26')
  await page.getByRole('textbox', { name: 'Why' }).fill('Fewer families')
  await expect(page.getByRole('button', { name: 'Cancel 4 sessions' })).toBeVisible()
  await expectAccessible(page)
  await app.screenshot('series-end')
  await page.getByRole('button', { name: 'Cancel 4 sessions' }).click()
  await expect(page.getByText('Cancelled: Fewer families')).toHaveCount(4)
  expect((await api.groups.get({ id: group.id })).sessions).toHaveLength(11)
})

test('a session whose register has been taken asks whether its date is wrong or it is to be run again', async ({
  launch,
}) => {
  const app = await launch({ now: NOW })
  const { page } = app
  const { api, group } = await anUntidyGroup(page)
  const [first] = group.sessions
  if (!first) throw new Error('There are ten sessions.')
  const mia = await aPerson({ api })
  await api.enrolments.enrol({
    groupId: group.id,
    personId: mia.id,
    status: 'enrolled',
    onDate: '2026-10-01',
  })
  await api.registers.mark({ sessionId: first.id, personId: mia.id, code: 'P' })
  await goTo(page, `/groups/${group.id}`)
  await page.getByRole('button', { name: 'Move Thu 29 Oct' }).click()
  await expect(page.getByRole('dialog')).toContainText('has been taken')
  await expectAccessible(page)
  await app.screenshot('series-taken')
  await page.getByRole('button', { name: 'Run it again' }).click()
  await expect(page.getByRole('heading', { name: 'Run Thu 29 Oct again' })).toBeVisible()
})

test('a holiday entered late shows each date that it falls on, on Today and beside the holidays, to keep, move or cancel', async ({
  launch,
}) => {
  const app = await launch({ now: NOW })
  const { page } = app
  const { api } = await anUntidyGroup(page)
  await api.settings.addBankHoliday({ date: '2026-12-24', name: 'Day of the queen' })
  await goTo(page, '/today')
  await page.getByRole('button', { name: /See the date/ }).click()
  await expect(page.getByRole('heading', { name: '1 date to come now falls on a holiday' })).toBeVisible()
  await expectAccessible(page)
  await app.screenshot('series-affected')
  await page.getByRole('button', { name: 'Move Thursday group on Thu 24 Dec' }).click()
  await page.getByRole('textbox', { name: 'Date' }).fill('23/12/26')
  await page.getByRole('button', { name: 'Change the session' }).click()
  await expect(page.getByText('Thu 24 Dec moves to Wed 23 Dec.')).toBeVisible()
  await expect(page.getByRole('heading', { name: '1 date to come' })).toBeHidden()
})

test('a run of bookings is changed and ended from the panel of any of its dates', async ({ launch }) => {
  const app = await launch({ now: NOW })
  const { page } = app
  const { api, hall } = await aCountyWithRooms(page)
  const rule = weekly({
    firstDate: '2026-11-23',
    weekday: 1,
    startTime: '10:00',
    endTime: '12:00',
    sessions: 3,
  })
  const edits = [{ date: '2026-12-07', choice: 'skip' as const }]
  await api.series.book({ roomIds: [hall.id], rule, edits, purpose: 'partner', title: 'Midwives' })
  await goTo(page, '/rooms')
  await page
    .getByRole('button', { name: /Midwives/ })
    .first()
    .click()
  await expect(page.getByText('One of a series.')).toBeVisible()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('Hall is free', { exact: true })).toBeVisible()
  await expectAccessible(page)
  await app.screenshot('series-booking')
  await page.getByRole('button', { name: 'Change', exact: true }).click()
  await page.getByRole('radio', { name: 'All bookings to come' }).check()
  await page.getByRole('button', { name: 'Change more' }).click()
  await page.getByRole('textbox', { name: 'Title that anybody may read' }).fill('Health visitors')
  await expect(page.getByText('3 bookings change.')).toBeVisible()
  await page.getByRole('button', { name: 'Change 3 bookings' }).click()
  await expect(page.getByRole('heading', { name: 'Health visitors' })).toBeVisible()
})
