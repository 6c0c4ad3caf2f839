import { AppError } from '../../../shared/errors.ts'
import { FILE_NUMBER } from '../../../shared/exports/file-kinds.ts'
import {
  differences,
  type SheetDifference,
  type SheetPrint,
} from '../../../shared/exports/fingerprint.rules.ts'
import { fileMadeId } from '../../../shared/ids.ts'
import { mayUse } from '../../../shared/permissions.ts'
import { civilNow } from '../../../shared/time/civil.ts'
import type { QueryContext, TaskContext } from '../../context.ts'
import type { FileKind } from '../../../shared/exports/file-kinds.ts'
import { findByHash, findFile, listFiles, toFile, type FileMade } from '../file-made.repository.ts'
import { fileHash } from '../fingerprint.ts'
import { readPrints, type ReadFile } from '../read-prints.ts'
import { remakePermission, remakers } from './remake.ts'

/** The files that were made, newest first. */
export async function filesMade(
  { db }: QueryContext,
  { kinds, limit }: { kinds?: readonly FileKind[] | undefined; limit: number },
) {
  const files = await listFiles(db, kinds === undefined ? {} : { kinds }, limit)
  return files.map(({ id, kind, madeAt, madeBy, sheets }) => ({
    id,
    kind,
    madeAt: civilNow(new Date(madeAt)),
    madeBy,
    sheets,
  }))
}

/** Compares a file with what is remembered of it, and what is remembered with what stands here now. */
export async function checkFile(context: TaskContext, grant: string) {
  const path = context.session.grants.take(grant, 'read')
  if (path === null) throw new AppError('FILE', 'Choose the file again.')
  const read = await readPrints(path, context)
  const file = await recognise(context, read)
  if (file === null) return { made: null, unchanged: false, edits: [], since: null, sinceNotSaid: null }
  const edits = differences(file.sheets, named(read.sheets, file))
  const { id, kind, madeAt, madeByName, sheets } = file
  return {
    made: {
      id,
      kind,
      madeAt: civilNow(new Date(madeAt)),
      madeBy: madeByName,
      sheets: sheets.map(({ name, rows }) => ({ name, rows })),
    },
    unchanged: edits.length === 0,
    edits,
    ...(await sinceThen(context, file)),
  }
}

/** By the number in its About, or, where that is gone, by what is in it. */
async function recognise({ db }: TaskContext, read: ReadFile) {
  const id = fileMadeId.safeParse(read.about.get(FILE_NUMBER))
  const byNumber = id.success ? await findFile(db, id.data) : undefined
  const row = byNumber ?? (await findByHash(db, fileHash(read.sheets)))
  return row ? toFile(row) : null
}

/** The one sheet of a file of text has no name in it. */
const named = (sheets: readonly SheetPrint[], file: FileMade): readonly SheetPrint[] =>
  sheets.map((sheet) => (sheet.name === '' ? { ...sheet, name: file.sheets[0]?.name ?? '' } : sheet))

interface Since {
  readonly since: SheetDifference[] | null
  readonly sinceNotSaid: string | null
}

const notSaid = (why: string): Since => ({ since: null, sinceNotSaid: why })

async function sinceThen(context: TaskContext, file: FileMade): Promise<Since> {
  const remake = remakers[file.kind]
  if (!remake) return notSaid('Files of this kind cannot be made again as they were, so what has changed since cannot be said.') // prettier-ignore
  if (!mayUse(context.actor.role, remakePermission(file.kind)))
    return notSaid('Your role does not include what is in this file, so what has changed since is not said. Ask a manager.') // prettier-ignore
  try {
    const now = await remake(context, file)
    if (now === null) return notSaid('The words that were typed over this list are not remembered, so what has changed since cannot be said. Make it again and compare.') // prettier-ignore
    return { since: differences(file.sheets, now), sinceNotSaid: null }
  } catch (error) {
    if (error instanceof AppError && (error.code === 'NOT_FOUND' || error.code === 'NOT_ALLOWED'))
      return notSaid(error.message)
    throw error
  }
}
