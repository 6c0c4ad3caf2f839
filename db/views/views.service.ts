import { AppError } from '../../shared/errors.ts'
import { savedViewId, type SavedViewId } from '../../shared/ids.ts'
import { fold } from '../../shared/text.ts'
import { viewState } from '../../shared/views/views.contract.ts'
import type { SavedView, ViewScreen, ViewState } from '../../shared/views/views.contract.ts'
import { changedSince, found } from '../changed.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import * as views from './views.repository.ts'

/** A view of an older program that this one cannot read is left out, and harms nobody. */
export async function listViews({ db, actor }: QueryContext): Promise<SavedView[]> {
  return (await views.listOf(db, actor.id)).flatMap((row) => toView(row) ?? [])
}

interface ToSave {
  readonly name: string
  readonly screen: ViewScreen
  readonly state: ViewState
}

export async function saveView(context: CommandContext, { name, screen, state }: ToSave): Promise<SavedView> {
  const { tx, actor } = context
  await refuseTakenName(context, name, screen, null)
  const id = context.newId(savedViewId)
  await views.insertView(tx, { id, user_id: actor.id, screen, ...columns(name, state), version: 1 })
  return read(context, id)
}

type ToChange = Omit<ToSave, 'screen'> & { readonly id: SavedViewId; readonly version: number }

export async function changeView(
  context: CommandContext,
  { id, version, name, state }: ToChange,
): Promise<SavedView> {
  const row = found(await views.findOf(context.tx, context.actor.id, id), 'view')
  await refuseTakenName(context, name, row.screen, id)
  if (!(await views.updateView(context.tx, id, version, columns(name, state)))) throw changedSince('view')
  return read(context, id)
}

export async function removeView(
  { tx, actor }: CommandContext,
  { id, version }: { id: SavedViewId; version: number },
): Promise<{ id: SavedViewId }> {
  found(await views.findOf(tx, actor.id, id), 'view')
  if (!(await views.deleteView(tx, id, version))) throw changedSince('view')
  return { id }
}

async function refuseTakenName(
  { tx, actor }: CommandContext,
  name: string,
  screen: ViewScreen,
  except: SavedViewId | null,
): Promise<void> {
  const taken = await views.findNamed(tx, { userId: actor.id, screen, nameKey: fold(name) })
  if (taken && taken.id !== except)
    throw new AppError('CONFLICT', `You already have a view called ${taken.name}. Nothing was saved. Use another name, or change that view.`) // prettier-ignore
}

const columns = (name: string, state: ViewState) => ({
  name,
  name_key: fold(name),
  state: JSON.stringify(state),
})

async function read({ tx, actor }: CommandContext, id: SavedViewId): Promise<SavedView> {
  return found(toView(found(await views.findOf(tx, actor.id, id), 'view')) ?? undefined, 'view')
}

function toView({ id, name, screen, state, version }: views.SavedViewRow): SavedView | null {
  const known = viewState.safeParse(JSON.parse(state))
  return known.success ? { id, name, screen, state: known.data, version } : null
}
