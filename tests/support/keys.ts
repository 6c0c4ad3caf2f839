import { expect, type Locator, type Page } from '@playwright/test'
import { PASSPHRASE } from './test-county.ts'

/** More stops than any screen has. */
const MOST_STOPS = 120

/** Presses Tab until something has the focus, as somebody does who has no mouse; fails when it never does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`No number of tabs leads to ${target}.`)
}

/** Signs in as the person who made the county, by typing. */
export async function signInByKeys(page: Page): Promise<void> {
  await tabTo(page, page.getByLabel('Your name'))
  await page.keyboard.type('Ada Administrator')
  await tabTo(page, page.getByLabel('Passphrase', { exact: true }))
  await page.keyboard.type(PASSPHRASE)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: 'Today', exact: true })).toBeVisible()
}
