import { basename } from 'node:path'
import { workbookName } from '../../shared/exports/file-name.rules.ts'
import { groupWorkbook } from '../../shared/exports/group-workbook.ts'
import { workbookBaseline } from '../../shared/exports/workbook-baseline.ts'
import { fileMadeId, type GroupId } from '../../shared/ids.ts'
import { changeFree } from './read-together.ts'
import { found } from '../changed.ts'
import type { QueryContext, TaskContext } from '../context.ts'
import * as repository from './workbook-data.repository.ts'
import { readWorkbookData } from './read-workbook.ts'
import { takeGrant } from './take-grant.ts'
import { recordWorkbook } from './workbook-made.repository.ts'
import { writeSafely } from './write-safely.ts'
import { toXlsx } from './xlsx.ts'

export async function suggestName({ db, today }: QueryContext, groupId: GroupId) {
  const group = found(await repository.findGroupTitles(db, groupId), 'group')
  return { fileName: workbookName(group.public_title, today) }
}

/** Reads, lays out, writes beside the target, records that it was made, and only then puts it in its place. */
export async function makeGroupWorkbook(context: TaskContext, groupId: GroupId, grant: string) {
  const path = takeGrant(context, grant)
  const fileId = context.newId(fileMadeId)
  const data = await changeFree(context.db, () => readWorkbookData(context, context.db, groupId, fileId))
  const workbook = groupWorkbook(data)
  const sheets = workbook.sheets.map(({ name, rows }) => ({ name, rows: rows.length }))
  const bytes = await toXlsx(workbook)
  await writeSafely(path, bytes, async () => {
    // Before the file is in place: a file that cannot be recorded is not given.
    await context.write(
      (tx) =>
        recordWorkbook(context, tx, { id: fileId, groupId, sheets, bytes, baseline: workbookBaseline(data) }),
      JSON.stringify({ groupId, sheets }),
    )
  })
  return { fileName: basename(path), sheets }
}
