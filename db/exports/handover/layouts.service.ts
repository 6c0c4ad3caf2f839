import { AppError } from '../../../shared/errors.ts'
import type { HandoverLayout } from '../../../shared/exports/handover.contract.ts'
import { fileLayoutId, type FileLayoutId } from '../../../shared/ids.ts'
import { changedSince, found } from '../../changed.ts'
import type { CommandContext } from '../../context.ts'
import * as layouts from './layouts.repository.ts'

type Fields = Omit<HandoverLayout, 'id' | 'version'>

export async function addLayout(context: CommandContext, fields: Fields): Promise<HandoverLayout> {
  await refuseTwice(context, fields, null)
  const id = context.newId(fileLayoutId)
  await layouts.insertHandoverLayout(context.tx, { id, ...fields })
  return found(await layouts.findHandoverLayout(context.tx, id), 'layout')
}

export async function changeLayout(context: CommandContext, layout: HandoverLayout): Promise<HandoverLayout> {
  found(await layouts.findHandoverLayout(context.tx, layout.id), 'layout')
  await refuseTwice(context, layout, layout.id)
  if (!(await layouts.updateHandoverLayout(context.tx, layout))) throw changedSince('layout')
  return found(await layouts.findHandoverLayout(context.tx, layout.id), 'layout')
}

export async function retireLayout(
  { tx }: CommandContext,
  { id, version }: { id: FileLayoutId; version: number },
): Promise<null> {
  found(await layouts.findHandoverLayout(tx, id), 'layout')
  if (!(await layouts.retire(tx, id, version))) throw changedSince('layout')
  return null
}

/** Two of one name could not be told apart when a file is made. */
async function refuseTwice({ tx }: CommandContext, { kind, name }: Fields, except: FileLayoutId | null) {
  const other = await layouts.findNamed(tx, kind, name, except)
  if (other === undefined) return
  const which = other.retired === 1 ? 'A retired layout has this name' : 'There is a layout of this name'
  throw new AppError('CONFLICT', `${which}, so nothing was saved. Give this one another name.`, {
    fields: { name: 'Give it another name.' },
  })
}
