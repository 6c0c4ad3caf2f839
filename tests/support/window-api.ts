import type { Page } from '@playwright/test'
import { clientOf } from '../../shared/client.ts'
import { contract } from '../../shared/contract.ts'
import { AppError } from '../../shared/errors.ts'
import { PASSPHRASE, type Api } from './test-county.ts'

/** Everything the program can do, asked through the window as its own screens ask it. */
export const windowApi = (page: Page): Api =>
  clientOf(contract, async (feature, name, input) => {
    const ask = ([f, n, i]: [string, string, unknown]) => window.bridge.invoke(f, n, i)
    const reply = await page.evaluate(ask, [feature, name, input] as [string, string, unknown]) // as: a tuple, not a list
    if (reply.ok) return reply.value
    throw new AppError(reply.error.code, reply.error.message, reply.error.details)
  })

/** Makes a county and leaves the window signed in on Today, without going through the first screens. */
export async function aCountyIn(page: Page, contents: 'empty' | 'sample' = 'empty'): Promise<Api> {
  const api = windowApi(page)
  await api.county.create({ name: 'Ada Administrator', passphrase: PASSPHRASE, contents })
  await page.reload()
  await page.getByRole('link', { name: 'Today', exact: true }).waitFor()
  return api
}

/** Goes to a route of the program. */
export const goTo = (page: Page, route: string): Promise<void> =>
  page.evaluate((to) => {
    window.location.hash = to
  }, route)
