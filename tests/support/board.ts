import type { Locator, Page } from '@playwright/test'
import type { Booking } from '../../shared/bookings/bookings.contract.ts'
import type { Room } from '../../shared/buildings/buildings.contract.ts'
import type { Api } from './test-county.ts'

/** A Tuesday in term: the clock and the date of the tests of the board. */
export const NOW_TUESDAY = '2026-11-24T09:00:00.000Z'
export const TUESDAY = '2026-11-24'

interface More {
  readonly date?: string
  readonly status?: 'tentative'
}

/** Books a room for a partner on the Tuesday, with somebody to ask. */
export const bookingOf =
  (api: Api) =>
  (
    room: Room,
    title: string,
    from: string,
    to: string,
    { date = TUESDAY, status }: More = {},
  ): Promise<Booking> =>
    api.bookings.create({
      roomIds: [room.id],
      title,
      purpose: 'partner',
      startsAt: `${date}T${from}`,
      endsAt: `${date}T${to}`,
      contact: 'Sam, ext. 5479',
      ...(status && { status }),
    })

/** A booking on the board: its words, its time and its room, as a screen reader says them. */
export const piece = (page: Page, words: RegExp): Locator =>
  page.getByRole('gridcell', { name: words }).getByRole('button')

/** What the heading of the screen says: which days, and how many bookings. */
export const sentenceOf = (page: Page): Locator => page.locator('main header p').first()

async function centre(of: Locator): Promise<{ x: number; y: number; width: number }> {
  await of.scrollIntoViewIfNeeded()
  const box = await of.boundingBox()
  if (box === null) throw new Error('It is not on the screen.')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, width: box.width }
}

/** Takes hold of something and carries it by so many pixels, without letting go. */
export async function carry(page: Page, what: Locator, by: { x?: number; y?: number }): Promise<void> {
  const { x, y } = await centre(what)
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + (by.x ?? 0) / 2, y + (by.y ?? 0) / 2, { steps: 3 })
  await page.mouse.move(x + (by.x ?? 0), y + (by.y ?? 0), { steps: 3 })
}

/** How wide an hour is on the board, in pixels, by a booking of so many hours. */
export const anHour = async (booking: Locator, hours: number): Promise<number> =>
  (await centre(booking.locator('span[aria-hidden]').first())).width / hours
