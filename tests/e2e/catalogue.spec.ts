import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/axe.ts'
import { expect, test } from '../support/gather-app.ts'
import { aCountyWithRooms, goTo } from '../support/window-api.ts'

/** Types into a field instead of what stands there. */
async function fill(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label, exact: true })
  await field.focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.type(text)
}

async function choose(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).focus()
  await page.keyboard.type(text)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).focus()
  await page.keyboard.press('Enter')
}

async function more(page: Page, item: string): Promise<void> {
  await press(page, 'More')
  await page.getByRole('menuitem', { name: item }).focus()
  await page.keyboard.press('Enter')
}

const session = (page: Page, day: string) =>
  page.getByRole('table', { name: 'Sessions' }).getByRole('row').filter({ hasText: day })

/** A programme with three titles, written by keyboard, the second moved up before the first. */
async function writeProgramme(page: Page): Promise<void> {
  await goTo(page, '/settings/programmes')
  await press(page, 'Add a programme')
  await fill(page, 'Name', 'Kite flyers')
  await fill(page, 'Public title', 'Tuesday group')
  for (const [index, title] of ['Feelings', 'Hello', 'Goodbye'].entries()) {
    await press(page, 'Add a session')
    await fill(page, `Title of session ${index + 1}`, title)
  }
  await page.getByRole('textbox', { name: 'Title of session 2' }).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(page.getByRole('textbox', { name: 'Title of session 1' })).toHaveValue('Hello')
  await expect(page.getByRole('textbox', { name: 'Title of session 1' })).toBeFocused()
  await press(page, 'Add a session')
  await fill(page, 'Title of session 4', 'How is it going?')
  await page.getByRole('combobox', { name: 'Kind of session 4' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: 'Phone call' }).click()
  await fill(page, 'Completed at', '2')
}

test('a programme is written with its sessions, a group of it planned, paused and resumed, and a session made up for', async ({
  launch,
}) => {
  const app = await launch()
  const { page } = app
  const { api } = await aCountyWithRooms(page)
  await api.staff.create({ name: 'Jo Price', stream: 'family' })
  await page.reload()

  await writeProgramme(page)
  await expectAccessible(page)
  await app.screenshot('catalogue-programme')
  await press(page, 'Add the programme')
  await expect(page.getByText('Added Kite flyers')).toBeVisible()

  await goTo(page, '/groups/new')
  await choose(page, 'Which programme?', 'Kite')
  await choose(page, 'Where?', 'Hall')
  await choose(page, 'Who leads?', 'Jo')
  await page.keyboard.press('Escape')
  await fill(page, 'From', '24/11/2026')
  await page.keyboard.press('Tab')
  await fill(page, 'Starts', '10am')
  await page.keyboard.press('Tab')
  await fill(page, 'Ends', '11am')
  await page.keyboard.press('Tab')
  await press(page, 'Plan 3 sessions')

  await expect(session(page, 'Tue 24 Nov')).toContainText('Hello')
  await expect(session(page, 'Tue 1 Dec')).toContainText('Feelings')
  await expect(session(page, 'Tue 8 Dec')).toContainText('Goodbye')
  await expect(page.getByText('Completing takes 2 sessions.')).toBeVisible()

  await session(page, 'Tue 1 Dec')
    .getByRole('button', { name: /^Feelings/ })
    .focus()
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: 'Session of the programme' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: 'Something else' }).click()
  await fill(page, 'What it is about (optional)', 'A walk to the park')
  await press(page, 'Save')
  await expect(session(page, 'Tue 1 Dec')).toContainText('A walk to the park')
  await expect(page.getByText('No date yet for Feelings.')).toBeVisible()

  await more(page, 'Pause the group')
  await fill(page, 'From', '1/12/2026')
  await fill(page, 'Why', 'Staff ill')
  await app.screenshot('catalogue-pause')
  await page.keyboard.press('Enter')
  await expect(session(page, 'Tue 8 Dec')).toContainText('Paused: Staff ill')
  await expect(page.getByText('Pauses from Tue 1 Dec: Staff ill.')).toBeVisible()
  await expectAccessible(page)
  await app.screenshot('catalogue-paused')

  await more(page, 'Resume the group')
  await page.keyboard.press('Control+Enter')
  await press(page, 'Resume the group')
  await expect(page.getByText('2 sessions are back, with their rooms.')).toBeVisible()
  await expect(session(page, 'Tue 8 Dec')).toContainText('Hall')

  const [group] = await api.groups.list({})
  const [person, absent] = [
    await api.people.create({ firstName: 'Mia', lastName: 'Patel', dateOfBirth: '2016-03-12', family: { kind: 'none' } }),
    await api.people.create({ firstName: 'Leo', lastName: 'Brown', dateOfBirth: '2015-01-02', family: { kind: 'none' } }),
  ] // prettier-ignore
  const groupId = group?.id ?? ''
  for (const { id } of [person, absent])
    await api.enrolments.enrol({ groupId, personId: id, status: 'enrolled', onDate: '2026-11-20' })
  const sessionId = (await api.groups.get({ id: groupId })).sessions[0]?.id ?? ''
  await api.registers.mark({ sessionId, personId: person.id, code: 'P' })
  await api.registers.mark({ sessionId, personId: absent.id, code: 'N' })
  await page.reload()

  await session(page, 'Tue 24 Nov')
    .getByRole('button', { name: /^Make up/ })
    .focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('checkbox', { name: 'Leo Brown, missed it' })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: 'Mia Patel, came' })).not.toBeChecked()
  await fill(page, 'Date', '26/11/2026')
  await page.keyboard.press('Tab')
  await app.screenshot('catalogue-make-up')
  await press(page, 'Add the make-up session')
  await expect(session(page, 'Thu 26 Nov')).toContainText('Makes up for session 1')
  await expect(session(page, 'Thu 26 Nov')).toContainText('Hello')

  await more(page, 'Add a call or a visit')
  await page.getByRole('checkbox', { name: 'Mia Patel' }).focus()
  await page.keyboard.press('Space')
  await fill(page, 'Date', '27/11/2026')
  await page.keyboard.press('Tab')
  await fill(page, 'Starts', '9am')
  await page.keyboard.press('Tab')
  await fill(page, 'Ends', '9.20')
  await page.keyboard.press('Tab')
  await expectAccessible(page)
  await press(page, 'Add the phone call')
  const calls = page.getByRole('table', { name: 'Calls and visits' })
  await expect(calls).toContainText('Mia Patel')
  await calls.getByRole('button', { name: /^Cancel/ }).focus()
  await page.keyboard.press('Enter')
  await fill(page, 'Why', 'Family away')
  await page.keyboard.press('Enter')
  await expect(calls).toContainText('Cancelled: Family away')
  await expectAccessible(page)
  await app.screenshot('catalogue-group')
})

test('two groups are planned in one slot, each naming the other, and it all stays tidy in the dark', async ({
  launch,
}) => {
  const app = await launch({ colorScheme: 'dark' })
  const { page } = app
  const { api, hall } = await aCountyWithRooms(page)
  const [children] = await api.programmes.list({})
  if (children === undefined) throw new Error('The catalogue is empty.')
  const base = { delivery: 'closed', placeKind: 'person', ageFrom: null, ageTo: null, usualSessions: 3, sessionMinutes: 60, usualPlaces: 8, sensitive: false, coDelivered: false, colour: 'teal' } as const // prettier-ignore
  const kites = await api.programmes.create({ ...base, name: 'Kite flyers', publicTitle: 'Tuesday group' })
  await api.programmes.create({ ...base, name: 'Parents of kite flyers', publicTitle: 'Tuesday parents', linkedProgrammeId: kites.id, needsTraining: true }) // prettier-ignore
  await api.staff.create({ name: 'Jo Price', stream: 'family' })
  await page.reload()

  await goTo(page, '/groups/new')
  await choose(page, 'Which programme?', 'Kite flyers')
  await choose(page, 'Where?', 'Hall')
  await fill(page, 'From', '1/12/2026')
  await page.keyboard.press('Tab')
  await fill(page, 'Starts', '10am')
  await page.keyboard.press('Tab')
  await press(page, 'Plan Parents of kite flyers in the same slot')
  await choose(page, 'In which room?', 'Room 2')
  await choose(page, 'Who leads it?', 'Jo')
  await page.keyboard.press('Escape')
  await expect(page.getByText('Jo Price is not trained in Parents of kite flyers.')).toBeVisible()
  await expectAccessible(page)
  await app.screenshot('catalogue-plan-pair-dark')
  await press(page, 'Plan 3 sessions of each group')
  await expect(page.getByRole('link', { name: /Parents of kite flyers/ })).toBeVisible()
  await app.screenshot('catalogue-pair-dark')
  const both = await api.groups.list({})
  expect(both).toHaveLength(2)
  expect(hall.name).toBe('Hall')

  await goTo(page, '/settings/programmes')
  await page
    .getByRole('row', { name: /Kite flyers/ })
    .first()
    .click()
  await expectAccessible(page)
  await app.screenshot('catalogue-programme-dark')
})
