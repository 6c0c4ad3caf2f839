import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** What can differ when nothing but the colours has changed. */
const ofColour = ['color-contrast', 'link-in-text-block']

/** Fails with what axe finds on the page as it stands, and of its colours in both schemes: each finding, where, and why. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    // Without movement: a colour half-way through a fade is nobody's choice.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // Legacy mode: the other one opens a blank page of its own, which this window does not allow.
    const axe = new AxeBuilder({ page }).setLegacyMode()
    const { violations } = await (colorScheme === 'light' ? axe : axe.withRules(ofColour)).analyze()
    const found = violations.flatMap((violation) =>
      violation.nodes.map((node) => `${colorScheme} ${violation.id}: ${node.html}\n${node.failureSummary}`),
    )
    expect(found).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light' })
}
