import type { Page } from '@playwright/test'
import type { Bridge, MenuCommand } from '../../shared/wire.ts'

declare global {
  interface Window {
    readonly bridge: Bridge
    /** Put there by `hearMenu`. */
    heard?: MenuCommand[]
  }
}

/** Calls the bridge from inside the page, with whatever: what is right and what a spoilt page might try. */
export const callBridge = (page: Page, ...request: readonly [call: 'invoke' | 'native', ...unknown[]]) => {
  const [call, ...rest] = request
  const args = rest.map((each) => JSON.stringify(each)).join(', ')
  return page.evaluate(`window.bridge.${call}(${args}).catch((error) => error.message)`)
}

/** Begins to note the menu commands that reach the page. */
export const hearMenu = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const heard: MenuCommand[] = []
    window.heard = heard
    window.bridge.onMenu((command) => heard.push(command))
  })
export const heardMenu = (page: Page) => page.evaluate(() => window.heard ?? [])
