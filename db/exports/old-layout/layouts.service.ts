import { AppError } from '../../../shared/errors.ts'
import type { OldLayout, OldLayoutContent } from '../../../shared/exports/old-layout.contract.ts'
import { fileLayoutId, type FileLayoutId } from '../../../shared/ids.ts'
import { changedSince, found } from '../../changed.ts'
import type { CommandContext } from '../../context.ts'
import { listCodes } from '../../registers/registers.repository.ts'
import type { Db } from '../../store.ts'
import * as layouts from './layouts.repository.ts'

type Fields = Pick<OldLayout, 'name' | 'content'>

export async function saveOldLayout(context: CommandContext, fields: Fields): Promise<OldLayout> {
  await check(context.tx, fields, null)
  const id = context.newId(fileLayoutId)
  await layouts.insertOldLayout(context.tx, { id, ...fields })
  return found(await layouts.findOldLayout(context.tx, id), 'layout')
}

export async function changeOldLayout({ tx }: CommandContext, layout: OldLayout): Promise<OldLayout> {
  found(await layouts.findOldLayout(tx, layout.id), 'layout')
  await check(tx, layout, layout.id)
  if (!(await layouts.updateOldLayout(tx, layout))) throw changedSince('layout')
  return found(await layouts.findOldLayout(tx, layout.id), 'layout')
}

async function check(db: Db, { name, content }: Fields, except: FileLayoutId | null): Promise<void> {
  const unsaid = await marksUnsaid(db, content)
  if (unsaid.length > 0) {
    const message = `Say what the old workbook writes for ${unsaid.join(', ')}. Nothing was saved: a letter that is not said would be a guess.`
    throw new AppError('INVALID_INPUT', message, { fields: { marks: message } })
  }
  if ((await layouts.findNamed(db, name, except)) === undefined) return
  const message = 'There is a layout of this name, so nothing was saved. Give this one another name.'
  throw new AppError('CONFLICT', message, { fields: { name: 'Give it another name.' } })
}

/** The marks in use that a layout says nothing of, with what each means. */
export async function marksUnsaid(db: Db, { marks }: Pick<OldLayoutContent, 'marks'>): Promise<string[]> {
  const said = new Set(marks.map((one) => one.code))
  return (await listCodes(db))
    .filter((code) => code.retired === 0 && !said.has(code.id))
    .map((code) => `${code.id} (${code.label.toLowerCase()})`)
}
