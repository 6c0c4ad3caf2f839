import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { toRow, type NewBooking } from '../../db/bookings/bookings.repository.ts'
import { newIdAt } from '../../db/new-id.ts'
import type { calendarOf } from '../../shared/exports/exports.contract.ts'
import { bookingId, type BookingId, type RoomId } from '../../shared/ids.ts'
import { at } from '../../shared/time/civil.ts'
import { readCalendarText } from './read-calendar.ts'
import { putRows } from './rows.ts'
import { NOW, type Api, type TestCounty } from './test-county.ts'

const newId = newIdAt(new Date(NOW))

export type Held = Partial<Omit<NewBooking, 'id' | 'room_id' | 'startsAt' | 'endsAt'>> & {
  readonly date?: string
  readonly from?: string
  readonly to?: string
}

/** A booking put straight into the file: Tuesday 24 November 2026, 10am to 11am, for a partner, unless said otherwise. */
export async function aHeldRoom(
  county: Pick<TestCounty, 'file'>,
  roomId: RoomId,
  { date = '2026-11-24', from = '10:00', to = '11:00', ...rest }: Held = {},
): Promise<BookingId> {
  const id = newId(bookingId)
  const row = toRow({
    id,
    room_id: roomId,
    purpose: 'partner',
    title: 'Citizens Advice',
    setupMinutes: 0,
    cleardownMinutes: 0,
    ...rest,
    startsAt: at(date, from),
    endsAt: at(date, to),
  })
  await putRows(county, (tx) => tx.insertInto('booking').values(row).execute())
  return id
}

type Asked = Omit<z.input<typeof calendarOf>, 'grant'>

let files = 0
/** A path in the county's folder that nothing stands at yet. */
export const aPath = (county: Pick<TestCounty, 'folder'>, ending: string): string =>
  join(county.folder, `file-${++files}.${ending}`)

/** Makes a calendar file and reads it back. */
export async function theCalendar(
  county: TestCounty,
  asked: Asked,
  api: Api = county.api,
): Promise<ReturnType<typeof readCalendarText> & { readonly text: string }> {
  const path = aPath(county, 'ics')
  await api.exports.calendarFile({ ...asked, grant: county.grant(path) } as z.input<typeof calendarOf>) // one of the union, with its grant
  const text = readFileSync(path, 'utf8')
  return { text, ...readCalendarText(text) }
}
