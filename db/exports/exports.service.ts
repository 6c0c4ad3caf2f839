import { basename } from 'node:path'
import { workbookName } from '../../shared/exports/file-name.rules.ts'
import { groupWorkbook } from '../../shared/exports/group-workbook.ts'
import { workbookBaseline } from '../../shared/exports/workbook-baseline.ts'
import { fileMadeId, type GroupId } from '../../shared/ids.ts'
import { DEFINITIONS_VERSION } from '../../shared/reports/definitions.ts'
import { found } from '../changed.ts'
import type { QueryContext, TaskContext } from '../context.ts'
import { saveWorkbook } from './save-file.ts'
import { changeFree } from './read-together.ts'
import * as repository from './workbook-data.repository.ts'
import { readWorkbookData } from './read-workbook.ts'
import { takeGrant } from './take-grant.ts'

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
  await saveWorkbook(context, path, workbook, {
    kind: 'group-workbook',
    asked: { groupId },
    definitionsVersion: DEFINITIONS_VERSION,
    id: fileId,
    baseline: workbookBaseline(data),
  })
  const sheets = workbook.sheets.map(({ name, rows }) => ({ name, rows: rows.length }))
  return { fileName: basename(path), sheets }
}
