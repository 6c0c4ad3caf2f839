import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { GatherApp } from './gather-app.ts'

/** The Tuesday on which the group of the demonstration begins: term has begun, and half term lies ahead. */
export const FIRST_DAY = '2027-01-12T09:00:00Z'

export interface MainJob {
  readonly app: GatherApp
  /** Where the workbook and the printed register are left. */
  readonly folder: string
  /** Called when a step is done and shows on the screen. */
  readonly seen: (step: string) => Promise<void>
}

export interface MainJobFiles {
  readonly workbook: string
  readonly register: string
}

const referrals = join(import.meta.dirname, '../fixtures/referral-list.xlsx')
const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/**
 * Everything a facilitator does with a group, from the first start of the program to the workbook, by keys and clicks
 * in the window and nothing else.
 */
export async function doTheMainJob(job: MainJob): Promise<MainJobFiles> {
  await makeTheCounty(job)
  await planTheGroup(job)
  await enrolTheList(job)
  await takeTheRegister(job)
  const register = await printTheRegister(job)
  await recordOutcomes(job)
  return { register, workbook: await makeTheWorkbook(job) }
}

async function makeTheCounty({ app: { page }, seen }: MainJob): Promise<void> {
  await seen('welcome')
  await button(page, 'Start').click()
  await page.getByLabel('Your name').fill('Jo Price')
  await page.getByLabel('Passphrase', { exact: true }).fill('three plain words')
  await seen('your name')
  await page.keyboard.press('Enter')
  await page.getByRole('radio', { name: 'A sample county' }).click()
  await button(page, 'Make the sample county').click()
  await expect(heading(page)).toHaveText('Tuesday 12 January 2027')
  await seen('today')
}

async function planTheGroup({ app: { page }, seen }: MainJob): Promise<void> {
  await page.keyboard.press('Control+4')
  await page.getByRole('button', { name: 'Plan a group' }).click()
  await choose(page, 'Which programme?', 'Bounce Back')
  await choose(page, 'Where?', 'Group room')
  await choose(page, 'Who leads?', ', family')
  await choose(page, 'Who leads?', ', youth')
  await type(page, 'From', '12/1/27')
  await type(page, 'Starts', '4.30pm')
  await type(page, 'Ends', '6pm')
  await type(page, 'Sessions to deliver', '10')
  await expect(
    page.getByText('February half term', { exact: false }).or(page.getByText('half term')).first(),
  ).toBeVisible()
  await seen('the dates before they are saved')
  await button(page, 'Plan 10 sessions').click()
  await expect(page.getByText('10 sessions of', { exact: false })).toBeVisible()
  await seen('the group')
}

async function choose(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).focus()
  await page.keyboard.type(text)
  await page.getByRole('option').filter({ hasText: text }).first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

async function type(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: label, exact: true }).fill(text)
  await page.keyboard.press('Tab')
}

async function enrolTheList({ app, seen }: MainJob): Promise<void> {
  const { page } = app
  await page.getByRole('tab', { name: 'People' }).click()
  await page.getByRole('link', { name: 'Paste or read a list' }).click()
  await app.answerOpen(referrals)
  await button(page, 'Choose a file').click()
  await expect(page.getByText('31/02/2015 is not a date that exists.')).toBeVisible()
  await page.getByRole('combobox', { name: 'Decide for row 7' }).click()
  await page.getByRole('option', { name: 'A new person' }).click()
  await seen('the list before it is saved')
  await button(page, 'Enrol 11 people').click()
  await expect(page.getByText('11 people enrolled', { exact: false })).toBeVisible()
  await seen('enrolled')
  await page
    .getByRole('link', { name: /Back to|Bounce Back/ })
    .first()
    .click()
}

async function takeTheRegister({ app: { page }, seen }: MainJob): Promise<void> {
  await page.getByRole('tab', { name: 'Sessions' }).click()
  await button(page, 'Take the register of session 1').click()
  await expect(page.getByText('0 of 11 marked')).toBeVisible()
  await seen('the register with nobody marked')
  await page.keyboard.type('pppplpap')
  await expect(page.getByText('8 of 11 marked')).toBeVisible()
  await seen('the register half taken')
  await page.keyboard.press('r')
  await expect(page.getByText('11 of 11 marked')).toBeVisible()
  await addTheWalkIn(page)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Complete.')).toBeVisible()
  await seen('the register complete')
}

async function addTheWalkIn(page: Page): Promise<void> {
  await page.keyboard.press('w')
  await page.keyboard.type('Zed Walker')
  await page.keyboard.press('Enter')
  await expect(page.getByText('12 of 12 marked')).toBeVisible()
}

async function printTheRegister({ app, folder, seen }: MainJob): Promise<string> {
  const { page } = app
  const path = join(folder, 'register.pdf')
  await app.answerSave(path)
  await button(page, 'Print register').click()
  await page.getByRole('menuitem', { name: 'Save as PDF' }).click()
  await expect(page.getByText('Saved register.pdf')).toBeVisible({ timeout: 20_000 })
  await seen('the register printed')
  return path
}

async function recordOutcomes({ app: { page }, seen }: MainJob): Promise<void> {
  await page.getByRole('link', { name: 'Session 1 of 10' }).click()
  await page.getByRole('tab', { name: 'Outcomes' }).click()
  await numbers(page, /goal 1, before$/, ['3', '4', '2', '5', '0'])
  await numbers(page, /goal 1, after$/, ['6', '4', '5', '7'])
  await expect(page.getByRole('heading', { name: '3 of 4 goals moved up' })).toBeVisible()
  await seen('before and after')
}

async function numbers(page: Page, field: RegExp, values: readonly string[]): Promise<void> {
  await page.getByRole('textbox', { name: field }).first().focus()
  for (const value of values) {
    await page.keyboard.type(value)
    await page.keyboard.press('Enter')
  }
}

async function makeTheWorkbook({ app, folder, seen }: MainJob): Promise<string> {
  const { page } = app
  const path = join(folder, 'group.xlsx')
  await app.answerSave(path)
  await button(page, 'Make the workbook').click()
  await expect(page.getByText('Saved group.xlsx')).toBeVisible({ timeout: 20_000 })
  await page.getByRole('tab', { name: 'Figures' }).click()
  await seen('the figures')
  return path
}
