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

/** A county with two rooms at Wigston Magna and nothing booked. */
export async function aCountyWithRooms(page: Page) {
  const api = await aCountyIn(page)
  const { id: buildingId } = await api.buildings.create({ name: 'Wigston Magna', phone: '0116 496 0000' })
  const room = (name: string, capacity: number) =>
    api.buildings.createRoom({ buildingId, name, capacity, setupMinutes: 0, cleardownMinutes: 15 })
  const hall = await room('Hall', 40)
  const small = await room('Room 2', 14)
  return { api, hall, small }
}

/** Goes to a route of the program. */
export const goTo = (page: Page, route: string): Promise<void> =>
  page.evaluate((to) => {
    window.location.hash = to
  }, route)
