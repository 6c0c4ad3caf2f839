import { basename } from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import { learnLayout } from '../../../shared/exports/learn-layout.rules.ts'
import { spreadsheetOf } from '../../imports/spreadsheet-of.ts'
import type { TaskContext } from '../../context.ts'

/** Reads how an old workbook is laid out. What it says of people is looked at for its marks and goes no further. */
export async function learnOldLayout({ session }: TaskContext, grant: string) {
  const path = session.grants.take(grant, 'read')
  if (path === null) throw new AppError('FILE', 'Choose the file again.')
  const sheets = (await spreadsheetOf(path)).filter((one) => one.rows.length > 0)
  const learnt = sheets.flatMap((sheet) => {
    const layout = learnLayout(sheet)
    return layout === null ? [] : [{ sheet, ...layout }]
  })
  const best = learnt.find((one) => !one.sheet.hidden) ?? learnt[0]
  if (best === undefined)
    throw new AppError('FILE', 'No headings with marks under them were found in this workbook. Nothing was saved. Choose one with the register of a group in it.') // prettier-ignore
  const others = sheets.length - 1
  return {
    fileName: basename(path),
    content: best.content,
    found: best.found,
    notes: [
      ...(others === 0 ? [] : [`Only the sheet ${best.sheet.name} was read: there ${others === 1 ? 'is 1 other' : `are ${others} others`}.`]), // prettier-ignore
      ...best.sheet.notes,
    ],
  }
}
