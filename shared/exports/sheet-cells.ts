import { HEADINGS_KEY, TOTALS_KEY } from './coming-back.rules.ts'
import { text, type Cell, type Sheet } from './sheet.ts'

/** Every row of a sheet as it stands in the file, from its first: title, headings, rows, totals and what is hidden. */
export function* cellRows(sheet: Sheet): Generator<readonly Cell[]> {
  const { title, above = [], columns, rows, totals = [], keys } = sheet
  if (title) {
    for (const words of title) yield [text(words)]
    yield []
  }
  yield* above
  const keyed = (cells: readonly Cell[], key: string | undefined) =>
    key === undefined ? cells : [...cells, ...Array(columns.length - cells.length).fill(null), text(key)] // prettier-ignore
  yield keyed(columns.map((column) => column.heading), keys && HEADINGS_KEY) // prettier-ignore
  for (const [at, row] of rows.entries()) yield keyed(row, keys?.rows[at])
  for (const row of totals) yield keyed(row, keys && TOTALS_KEY)
  if (keys) yield keyed(columns.map((_, at) => text(keys.columns[at] ?? null)), keys.anchor) // prettier-ignore
}

const DAY = 24 * 60
/** The day from which spreadsheets count is 30 December 1899. */
const days = (date: string) => Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000) + 25_569
const share = (time: string) => (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) / DAY

/**
 * A cell as it is compared: by what it holds and not by how it is shown, so that a spreadsheet program that saves the
 * file anew changes nothing. Dates and times are the number that every spreadsheet keeps; nothing is the empty text.
 */
export function canonicalCell(cell: Cell): string {
  switch (cell?.kind) {
    case undefined:
      return ''
    case 'text':
      return canonicalText(cell.text)
    case 'number':
    case 'percent':
      return canonicalNumber(cell.value)
    case 'date':
      return canonicalNumber(days(cell.date))
    case 'time':
      return canonicalNumber(share(cell.time))
    case 'moment':
      return canonicalNumber(days(cell.at.slice(0, 10)) + share(cell.at.slice(11, 16)))
  }
}

/** Line ends are those of whoever saved last. */
export const canonicalText = (words: string): string =>
  words === '' ? '' : `t${words.replace(/\r\n?/g, '\n')}`

/** To a millionth: a twelfth of a second of a day, and less than any program rounds. */
export const canonicalNumber = (value: number): string => `n${Math.round(value * 1e6) / 1e6}`
