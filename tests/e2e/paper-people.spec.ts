import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { paperCode } from '../../shared/exports/paper-code.rules.ts'
import type { Group } from '../../shared/groups/groups.contract.ts'
import type { FamilyId, PersonId } from '../../shared/ids.ts'
import { expectAccessible } from '../support/axe.ts'
import { aPlan, aProgramme, aWorker } from '../support/group-factories.ts'
import { expect, test, type GatherApp } from '../support/gather-app.ts'
import { canReadPdf, says, sheetsOf } from '../support/read-paper.ts'
import { at } from '../support/register-factories.ts'
import type { Api } from '../support/test-county.ts'
import { aCountyWithRooms, goTo } from '../support/window-api.ts'

/** A Tuesday in term: today. */
const TODAY = '2026-11-24'

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gather-test-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

function expectWords(pdf: string, ...words: readonly string[]): void {
  if (canReadPdf) for (const word of words) expect([word, says(pdf, word)]).toEqual([word, true])
}
function expectNoWords(pdf: string, ...words: readonly string[]): void {
  if (canReadPdf) for (const word of words) expect([word, says(pdf, word)]).toEqual([word, false])
}

const firstNames = ['Amina', 'Ben', 'Chloë', 'Dev', 'Ella', 'Finn', 'Grace', 'Harun']
const lastNames = ['Ahmed', 'Brown', 'Clarke', 'Desai', 'Featherstonehaugh-Cholmondeley', 'Green', 'Hussain', 'Ingram', 'Jones', 'Khan'] // prettier-ignore
const answers = ['yes', 'no', 'not-asked'] as const

/** People on the group's register, in families of two, some with allergies, adults and an alert. */
async function enrolMany(api: Api, groupId: Group['id'], people: number): Promise<PersonId[]> {
  const ids: PersonId[] = []
  let familyId: FamilyId | null = null
  for (let n = 0; n < people; n++) {
    const lastName = at(lastNames, n % lastNames.length)
    const answer = at(answers, n % 3)
    const family = n % 2 === 1 && familyId !== null ? { kind: 'existing' as const, id: familyId } : { kind: 'new' as const, name: `${lastName} ${n}` } // prettier-ignore
    const person = await api.people.create({
      firstName: at(firstNames, n % firstNames.length),
      lastName,
      dateOfBirth: n % 5 === 3 ? null : `201${5 + (n % 5)}-0${1 + (n % 9)}-14`,
      phone: '0116 496 0123',
      safeToCall: answer,
      safeToText: answer,
      allergies: n % 4 === 1 ? 'Peanuts: carries an EpiPen in the green bag' : null,
      alert: n % 6 === 2,
      family,
    })
    familyId = person.familyId
    if (n % 3 === 0)
      await api.people.addAdult({ personIds: [person.id], who: { kind: 'named', name: 'Asha Mistry', phone: '0116 496 0999' }, relation: 'Mother', mayCollect: n % 2 === 0 ? 'yes' : 'no', emergency: true }) // prettier-ignore
    await api.enrolments.enrol({ groupId, personId: person.id, status: 'enrolled', onDate: '2026-11-01' })
    ids.push(person.id)
  }
  return ids
}

/** A sensitive group of today with some people; its session. */
async function aGroupOfToday(page: Page, people: number) {
  const { api, hall } = await aCountyWithRooms(page)
  const leader = await aWorker({ api })
  const programme = await aProgramme({ api }, { name: 'Stepping stones', publicTitle: 'Tuesday group', sensitive: true }) // prettier-ignore
  const group = await api.groups.plan(aPlan(programme.id, hall.id, { firstDate: TODAY, name: 'Stepping stones, autumn', facilitatorIds: [leader.id] })) // prettier-ignore
  const ids = await enrolMany(api, group.id, people)
  const session = at(group.sessions, 0)
  return { api, group, ids, sessionId: session.id, buildingId: hall.buildingId }
}

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })

async function savedByMenu({ page, answerSave }: GatherApp, item: string, name: string): Promise<string> {
  const path = join(folder, name)
  await answerSave(path)
  await page.getByRole('button', { name: 'Print register' }).click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
  await expect(page.getByText(`Saved ${name}`)).toBeVisible({ timeout: 30_000 })
  return path
}

async function savedByDialog(app: GatherApp, title: string, name: string): Promise<string> {
  const path = join(folder, name)
  await app.answerSave(path)
  await dialog(app.page, title).getByRole('button', { name: 'Save as PDF' }).click()
  await expect(app.page.getByText(`Saved ${name}`)).toBeVisible({ timeout: 30_000 })
  return path
}

test('a register of forty is two sheets of paper at most, its head on each, and nothing on it that paper must not say', async ({
  launch,
}) => {
  const app = await launch()
  const { page } = app
  const { sessionId } = await aGroupOfToday(page, 40)
  await goTo(page, `/registers/${sessionId}`)
  const pdf = await savedByMenu(app, 'Save as PDF', 'register-40.pdf')
  expect(sheetsOf(pdf)).toBeLessThanOrEqual(2)
  expectWords(pdf, 'Tuesday group', 'OFFICIAL-SENSITIVE', 'Featherstonehaugh', 'Peanuts: carries an EpiPen', 'Collected by Asha Mistry', 'Collection: ask the lead', paperCode(sessionId), 'Page 2 of 2') // prettier-ignore
  expectNoWords(pdf, 'Stepping stones', '0116', 'Mother')
  await goTo(page, `/print/register/${sessionId}`)
  await expect(page.getByRole('row')).toHaveCount(47)
  await expectAccessible(page)
  await app.screenshot('paper-register-40')
})

test('a sign-in sheet has families together and nothing but names', async ({ launch }) => {
  const app = await launch()
  const { sessionId } = await aGroupOfToday(app.page, 12)
  await goTo(app.page, `/registers/${sessionId}`)
  const pdf = await savedByMenu(app, 'Save sign-in sheet as PDF', 'sign-in.pdf')
  expect(sheetsOf(pdf)).toBe(1)
  expectWords(pdf, 'Sign-in sheet', 'Tuesday group', 'Amina Ahmed', 'Signed in by')
  expectNoWords(pdf, 'Peanuts', '0116', 'Stepping stones')
  await goTo(app.page, `/print/sign-in/${sessionId}`)
  await expect(app.page.getByRole('heading', { name: 'Tuesday group' })).toBeVisible()
  await expectAccessible(app.page)
  await app.screenshot('paper-sign-in')
})

test('name labels fill the sheets of the cupboard, with first names unless last names are asked for', async ({
  launch,
}) => {
  const app = await launch()
  const { page } = app
  const { sessionId } = await aGroupOfToday(page, 23)
  await goTo(page, `/registers/${sessionId}`)
  const open = async () => {
    await page.getByRole('button', { name: 'Print register' }).click()
    await expect(page.getByRole('menuitem', { name: 'Name labels…' })).toBeVisible()
    await app.screenshot('register-paper-menu')
    await page.getByRole('menuitem', { name: 'Name labels…' }).click()
    await expect(dialog(page, 'Name labels')).toBeVisible()
  }
  await open()
  await expectAccessible(page)
  await app.screenshot('labels-dialog')
  const first = await savedByDialog(app, 'Name labels', 'labels-21.pdf')
  expect(sheetsOf(first)).toBe(2)
  expectWords(first, 'Amina')
  expectNoWords(first, 'Ahmed', 'Tuesday', 'Peanuts', 'Page 1')
  await open()
  await dialog(page, 'Name labels').getByText('24 to a sheet').click()
  await dialog(page, 'Name labels').getByLabel('Last names too').check()
  const whole = await savedByDialog(app, 'Name labels', 'labels-24.pdf')
  expect(sheetsOf(whole)).toBe(1)
  expectWords(whole, 'Ahmed')
  await goTo(page, `/print/labels/${sessionId}/24/last/1`)
  await expect(page.getByText('Amina').first()).toBeVisible()
  await expectAccessible(page)
  await app.screenshot('paper-labels')
})

test('the contact sheet for the fire bag says who is expected in a building, and rings only where it is safe', async ({
  launch,
}) => {
  const app = await launch()
  const { page } = app
  const { buildingId } = await aGroupOfToday(page, 14)
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('textbox', { name: 'Find anything' })).toBeFocused()
  await page.keyboard.type('contact sheet')
  await page.getByRole('button', { name: 'Print a contact sheet' }).first().waitFor()
  await page.keyboard.press('Enter')
  await expect(dialog(page, 'Print')).toBeVisible()
  await expectAccessible(page)
  await app.screenshot('contact-sheet-dialog')
  const pdf = await savedByDialog(app, 'Print', 'contact-sheet.pdf')
  expectWords(pdf, 'Wigston Magna', 'Tuesday group', '14 people expected', 'Destroy this sheet', '0116 496 0999', '0116 496 0123', 'Not safe to call', 'Staff: Jo Price') // prettier-ignore
  expectNoWords(pdf, 'Stepping stones')
  await goTo(page, `/print/contact-sheet/${TODAY}/${buildingId}`)
  await expect(page.getByRole('heading', { name: 'Wigston Magna' })).toBeVisible()
  await expectAccessible(page)
  await app.screenshot('paper-contact-sheet')
})

test('a text list has the numbers that are safe, and says of the others why they are left out', async ({
  launch,
}) => {
  const app = await launch()
  const { page } = app
  const { group } = await aGroupOfToday(page, 12)
  await goTo(page, `/groups/${group.id}/people`)
  await page.getByRole('button', { name: 'Letters and texts' }).click()
  const texts = dialog(page, 'Letters and texts')
  await expect(texts.getByText('4 people can be texted.')).toBeVisible()
  await expect(texts.getByText('8 people are left out')).toBeVisible()
  await expectAccessible(page)
  await app.screenshot('letters-and-texts')
  const path = join(folder, 'texts.csv')
  await app.answerSave(path)
  await texts.getByRole('button', { name: 'CSV text' }).click()
  await expect(page.getByText('Saved texts.csv. 12 rows in it.')).toBeVisible({ timeout: 30_000 })
  const rows = parse(readFileSync(path), { bom: true }) as string[][] // csv-parse answers rows of text without column names
  expect(rows.slice(1).filter((row) => row[3] !== '')).toHaveLength(4)
  expect(rows.slice(1).filter((row) => row[4] !== '')).toHaveLength(8)
  await page.getByRole('button', { name: 'Letters and texts' }).click()
  const pdf = await savedByDialog(app, 'Letters and texts', 'texts.pdf')
  expectWords(pdf, 'Text list: Tuesday group', 'Left out', 'Not safe to text')
  await goTo(page, `/print/reach/${group.id}/text/enrolled`)
  await expect(page.getByRole('heading', { name: 'Left out' })).toBeVisible()
  await expectAccessible(page)
  await app.screenshot('paper-reach')
})

/** The letter of each row as the screen for typing in shows it. */
const letters = (page: Page) =>
  page
    .getByRole('list', { name: /Register of/ })
    .locator('li [data-tone] > :first-child')
    .allInnerTexts()
    .then((texts) => texts.join(''))

test('forty rows come back from paper in one go: found by the words on it, typed, and completed', async ({
  launch,
}) => {
  const app = await launch()
  const { page } = app
  const { api, ids, sessionId } = await aGroupOfToday(page, 40)
  // Somebody marked the third row on the screen already.
  const before = await api.registers.open({ sessionId })
  await api.registers.mark({ sessionId, personId: at(before.rows, 2).personId, code: 'A' })
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('textbox', { name: 'Find anything' })).toBeFocused()
  await page.keyboard.type(paperCode(sessionId))
  await expect(page.getByRole('button', { name: 'Stepping stones, autumn' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('From the paper')).toBeFocused()
  await expect.poll(() => letters(page)).toBe(`··A${'·'.repeat(37)}`)
  await app.screenshot('type-in-new')

  await page.keyboard.type('ppp.pn 7l10 p')
  await expect(page.getByText(/7 .*: Late 10 min · 8 /)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status', { name: 'Paper and screen differ' })).toContainText('A on the screen, P on paper') // prettier-ignore
  await expect.poll(() => letters(page)).toBe(`PPA·PNLP${'·'.repeat(32)}`)
  await expectAccessible(page)
  await app.screenshot('type-in-clash')

  await page.keyboard.type('3p')
  await page.keyboard.press('Enter')
  await expect.poll(() => letters(page)).toBe(`PPP·PNLP${'·'.repeat(32)}`)
  await page.keyboard.type('41p')
  await page.keyboard.press('Enter')
  await expect(page.getByText('There is no row 41').first()).toBeVisible()
  await app.screenshot('type-in-slip')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('4p')
  await page.keyboard.press('Enter')
  // Fast: the next line is typed while the one before is being saved.
  await page.keyboard.type(`9${'p'.repeat(16)}`)
  await page.keyboard.press('Enter')
  await page.keyboard.type('p'.repeat(16))
  await page.keyboard.press('Enter')
  await expect.poll(() => letters(page), { timeout: 20_000 }).toBe(`PPPPPNLP${'P'.repeat(32)}`)
  await expect(page.getByText('40 of 40 marked.')).toBeVisible()
  await page.getByRole('button', { name: 'Complete register' }).press('Enter')
  await expect(page.getByText('Complete.')).toBeVisible()
  const { rows } = await api.registers.open({ sessionId })
  expect(rows.map((row) => row.mark?.code).join('')).toBe(`PPPPPNLP${'P'.repeat(32)}`)
  expect(rows[6]?.mark?.minutes).toBe(10)
  expect(ids).toHaveLength(40)
})
