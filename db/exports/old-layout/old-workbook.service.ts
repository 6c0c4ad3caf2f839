import { basename } from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import { listWorkbook } from '../../../shared/exports/list-workbook.ts'
import { oldSheet } from '../../../shared/exports/old-workbook.ts'
import type { FileLayoutId, GroupId } from '../../../shared/ids.ts'
import { DEFINITIONS_VERSION } from '../../../shared/reports/definitions.ts'
import { found } from '../../changed.ts'
import type { TaskContext } from '../../context.ts'
import { readSettings } from '../../settings/settings.repository.ts'
import { saveWorkbook } from '../save-file.ts'
import { changeFree } from '../read-together.ts'
import { takeGrant } from '../take-grant.ts'
import { findOldLayout } from './layouts.repository.ts'
import { marksUnsaid } from './layouts.service.ts'
import { readOldData } from './old-data.repository.ts'
import { CLASSIFICATION } from '../../../shared/classification.ts'

interface Asked {
  readonly groupId: GroupId
  readonly layoutId: FileLayoutId
  readonly grant: string
}

/** Writes a group as its old workbook was laid out, with About beside it. Whole, or not at all. */
export async function makeOldWorkbook(context: TaskContext, { groupId, layoutId, grant }: Asked) {
  const { db, actor, now, localNow, version, today } = context
  const layout = found(await findOldLayout(db, layoutId), 'layout')
  const unsaid = await marksUnsaid(db, layout.content)
  if (unsaid.length > 0)
    throw new AppError('CONFLICT', `The layout ${layout.name} does not say what the old workbook writes for ${unsaid.join(', ')}, so no file was made. Say so in Settings, Old workbooks.`) // prettier-ignore
  const path = takeGrant(context, grant)
  const data = await changeFree(db, () => readOldData(db, groupId, today))
  const settings = await readSettings(db)
  const sheet = oldSheet(layout.content, data)
  const about = listWorkbook(
    {
      title: 'Group in the layout of the old workbook',
      classification: CLASSIFICATION,
      columns: [],
      rows: sheet.rows,
      said: [
        ['Group', data.group],
        ['Layout', layout.name],
        ['Counted', 'Sessions attended and expected are of complete registers. A blank is nothing recorded, and never means absent.'],
        ['Marks', layout.content.marks.map((one) => `${one.code} is written ${one.theirs === '' ? 'as a blank' : one.theirs}`).join('; ')],
      ], // prettier-ignore
    },
    { serviceName: settings.serviceName, sample: settings.sample, madeBy: actor.name, madeAt: now, madeAtLocal: localNow, programVersion: version }, // prettier-ignore
  )
  const sheets = [sheet, ...about.sheets.slice(1)]
  await saveWorkbook(context, path, { ...about, sheets }, {
    kind: 'old-workbook',
    asked: { groupId, layoutId },
    definitionsVersion: DEFINITIONS_VERSION,
  }) // prettier-ignore
  return { fileName: basename(path), rows: sheet.rows.length }
}
