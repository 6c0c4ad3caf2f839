import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type * as axeCore from 'axe-core'
import type { RunOptions } from 'axe-core'
import { expect, type Page } from '@playwright/test'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What can differ when nothing but the colours has changed. */
const ofColour: RunOptions = { runOnly: ['color-contrast', 'link-in-text-block'] }

/** Fails with what axe finds on the page as it stands, and of its colours in both schemes: each finding, where, and why. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    // Without movement: a colour half-way through a fade is nobody's choice.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // A menu or a list that is going stands outside of every landmark for as long as it fades: what is wrong then is wrong a moment later as well.
    await expect(async () => {
      const found = await findings(page, colorScheme === 'light' ? {} : ofColour)
      expect(found.map((one) => `${colorScheme} ${one}`)).toEqual([])
    }).toPass({ timeout: 3_000, intervals: [200, 400, 800] })
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

/** Run in the page itself: the library's own way for Playwright reads it in anew each time, which takes longer than the look. */
async function findings(page: Page, options: RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  return page.evaluate(async (chosen) => {
    const { violations } = await window.axe.run({ ...chosen, resultTypes: ['violations'] })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html}\n${node.failureSummary}`),
    )
  }, options)
}

declare global {
  interface Window {
    readonly axe: typeof axeCore
  }
}
