import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import exceljs from 'exceljs'
import type { z } from 'zod'
import { toRow, type NewBooking } from '../../db/bookings/bookings.repository.ts'
import { newIdAt } from '../../db/new-id.ts'
import type { calendarOf, exportsContract } from '../../shared/exports/exports.contract.ts'
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

type Listed = z.input<typeof exportsContract.listFile.input>['asked']

/** A cell as it is read back: what a person sees in it. */
export type ReadCell = string | number | null

/** Makes a CSV file of a list and reads it back: headings, then rows. */
export async function theCsv(county: TestCounty, asked: Listed, api: Api = county.api): Promise<string[][]> {
  const path = aPath(county, 'csv')
  await api.exports.listFile({ asked, format: 'csv', grant: county.grant(path) })
  return parse(readFileSync(path), { bom: true })
}

/** Makes a workbook of a list and reads it back: the rows of its sheets, dates and times as they are shown. */
export async function theWorkbook(county: TestCounty, asked: Listed, api: Api = county.api) {
  const path = aPath(county, 'xlsx')
  await api.exports.listFile({ asked, format: 'xlsx', grant: county.grant(path) })
  const file = new exceljs.Workbook()
  await file.xlsx.readFile(path)
  const [list, about] = file.worksheets
  if (!list || !about) throw new Error('The workbook has not its two sheets.')
  return { list, rows: rowsOf(list), about: new Map(rowsOf(about).map(([name, says]) => [name, says])) }
}

const rowsOf = (sheet: exceljs.Worksheet): ReadCell[][] =>
  Array.from({ length: sheet.rowCount }, (_, row) =>
    Array.from({ length: sheet.columnCount }, (__, column) => shown(sheet.getCell(row + 1, column + 1))),
  )

/** A time of day is read as a moment of the day that spreadsheets count from. */
function shown({ value }: exceljs.Cell): ReadCell {
  if (!(value instanceof Date)) return typeof value === 'number' || value === null ? value : String(value)
  const nearest = new Date(Math.round(value.getTime() / 60_000) * 60_000).toISOString()
  if (nearest.startsWith('1899-12-30')) return nearest.slice(11, 16)
  return nearest.slice(11, 16) === '00:00' ? nearest.slice(0, 10) : nearest.slice(0, 16)
}
