import type { LongWorkbook } from '../../../shared/exports/long-sheet.ts'
import { fileMadeId } from '../../../shared/ids.ts'
import type { TaskContext } from '../../context.ts'
import { refuseStopped } from '../../task-turn.ts'
import { fileHash } from '../fingerprint.ts'
import { fileRows, recordFile, type FileFacts, type SavedFile } from '../save-file.ts'
import { writeSafely } from '../write-safely.ts'
import { writeLongXlsx } from '../xlsx-long.ts'

/** As saveWorkbook, for a workbook that is read while it is written. `facts` are asked for when all of it is written. */
export async function saveLongWorkbook(
  context: TaskContext,
  path: string,
  { workbook, expected }: { readonly workbook: LongWorkbook; readonly expected: number },
  facts: () => FileFacts,
): Promise<SavedFile> {
  const id = context.newId(fileMadeId)
  let file: SavedFile = { id, hash: '', sheets: [] }
  const write = async (beside: string) => {
    await writeLongXlsx(beside, workbook, expected, (sheets) => {
      file = { id, hash: fileHash(sheets), sheets }
      const about = workbook.about(sheets)
      return { ...about, rows: [...about.rows, ...fileRows(file)] }
    }, context)
    refuseStopped(context.signal)
  } // prettier-ignore
  await writeSafely(path, write, () => recordFile(context, file, facts()))
  return file
}
