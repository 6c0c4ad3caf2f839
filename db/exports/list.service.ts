import { basename } from 'node:path'
import { listWorkbook } from '../../shared/exports/list-workbook.ts'
import type { ListAsked, ListFormat } from '../../shared/exports/lists/lists.contract.ts'
import type { TaskContext } from '../context.ts'
import { readSettings } from '../settings/settings.repository.ts'
import { saveCsv, saveWorkbook } from './save-file.ts'
import { readList } from './read-list.ts'
import { changeFree } from './read-together.ts'
import { takeGrant } from './take-grant.ts'

interface Wanted {
  readonly asked: ListAsked
  readonly format: ListFormat
  readonly grant: string
}

/** Writes a list as it stands on the screen; recorded, with what was chosen, before it is in its place. */
export async function makeListFile(context: TaskContext, { asked, format, grant }: Wanted) {
  const path = takeGrant(context, grant)
  const table = await changeFree(context.db, () => readList(context, asked))
  const rows = table.rows.length
  const facts = { kind: 'list', asked: { ...withoutWords(asked), format }, definitionsVersion: 1 } as const
  if (format === 'csv') await saveCsv(context, path, table, facts)
  else await saveWorkbook(context, path, listWorkbook(table, await madeNow(context)), facts)
  return { fileName: basename(path), rows }
}

/** The trail keeps ids and choices; what was typed may be somebody's name. */
const withoutWords = (asked: ListAsked) =>
  asked.list === 'groups' ? { ...asked, text: asked.text === '' ? 'none' : 'some' } : asked

async function madeNow({ db, actor, now, localNow, version }: TaskContext) {
  const { serviceName, sample } = await readSettings(db)
  return { serviceName, sample, madeBy: actor.name, madeAt: now, madeAtLocal: localNow, programVersion: version } // prettier-ignore
}
