import type exceljs from 'exceljs'
import { HEADINGS_KEY, TOTALS_KEY } from '../../shared/exports/coming-back.rules.ts'
import type { Sheet, SheetKeys } from '../../shared/exports/sheet.ts'

/** The headings of columns that may be changed: told by this and by their words in About. */
const EDITABLE_FILL = 'FFFFF1D6'

/**
 * Writes what each row and column is into a hidden column after the last and a hidden row under all others, and marks
 * what may be changed. The column is inside the range that is sorted, so that a row takes its key along.
 */
export function addKeys(page: exceljs.Worksheet, sheet: Sheet, keys: SheetKeys, top: number): void {
  const column = sheet.columns.length + 1
  const totals = sheet.totals?.length ?? 0
  page.getCell(top, column).value = HEADINGS_KEY
  keys.rows.forEach((key, at) => (page.getCell(top + 1 + at, column).value = key))
  for (let at = 0; at < totals; at++) page.getCell(top + 1 + keys.rows.length + at, column).value = TOTALS_KEY
  const bottom = page.getRow(top + 1 + keys.rows.length + totals)
  keys.columns.forEach((key, at) => {
    if (key !== null) bottom.getCell(at + 1).value = key
  })
  bottom.getCell(column).value = keys.anchor
  bottom.hidden = true
  page.getColumn(column).hidden = true
  if (keys.rows.length > 0)
    page.autoFilter = {
      from: { row: top, column: 1 },
      to: { row: top + keys.rows.length, column },
    }
  keys.columns.forEach((key, at) => {
    if (key !== null && keys.editable.includes(key)) markEditable(page, keys, top, at + 1)
  })
}

function markEditable(page: exceljs.Worksheet, { rows, choices }: SheetKeys, top: number, column: number) {
  page.getCell(top, column).fill = {
    type: 'pattern',
    pattern: 'solid',
    fgColor: { argb: EDITABLE_FILL },
  }
  rows.forEach((_, at) => {
    const cell = page.getCell(top + 1 + at, column)
    cell.protection = { locked: false }
    if (choices === undefined) return
    cell.dataValidation = {
      type: 'list',
      allowBlank: true,
      showErrorMessage: false,
      formulae: [`"${choices.join(',')}"`],
    }
  })
}
