import { basename } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { readBytes, refuseOther } from './read-list.ts'
import { readWorkbook, type Sheet } from './spreadsheet-reader.ts'

/** Every sheet of an .xlsx that was chosen, as text. FILE, in words, for anything else. */
export async function spreadsheetOf(path: string): Promise<Sheet[]> {
  const bytes = await readBytes(path)
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') {
    refuseOther(bytes, basename(path))
    throw new AppError(
      'FILE',
      'This is a file of text. Open it in Excel, save it as .xlsx, then read it again.',
    )
  }
  const sheets = await readWorkbook(bytes).catch(() => [])
  if (sheets.length > 0) return sheets
  throw new AppError('FILE', 'This is not a spreadsheet that can be read, or it is damaged. Open it in Excel, save it as .xlsx, then read it again.') // prettier-ignore
}
