import { stringify } from 'csv-stringify/sync'
import type { Cell } from '../../shared/exports/sheet.ts'
import type { Table } from '../../shared/exports/lists/list.ts'

/**
 * A list as text that Excel in the UK opens as it is meant: with a byte order mark, Windows line ends, dates as
 * 2026-11-23 and times as 09:30. Text that a spreadsheet would take for a formula gets an apostrophe before it.
 */
export function toCsv({ columns, rows }: Table): Uint8Array {
  const records = [columns.map((column) => column.heading), ...rows.map((row) => row.map(plain))]
  const text = stringify(records, { bom: true, record_delimiter: 'windows', escape_formulas: true })
  return new TextEncoder().encode(text)
}

function plain(cell: Cell): string | number | null {
  switch (cell?.kind) {
    case undefined:
      return null
    case 'text':
      return cell.text
    case 'number':
    case 'percent':
      return cell.value
    case 'date':
      return cell.date
    case 'time':
      return cell.time
    case 'moment':
      return cell.at.replace('T', ' ')
  }
}
