import { Anchor } from '@mantine/core'
import { api } from './client.ts'
import { notify, notifyFailure, unsay } from './notify.tsx'
import { refreshAll } from './queries.ts'
import type { CommandId } from '../../shared/ids.ts'

interface Undoable {
  readonly id: CommandId
  readonly label: string
}

/** What says that a command was done. */
const saidOf = ({ id }: Pick<Undoable, 'id'>) => `done ${id}`

async function undo(what: Undoable, word: 'Undone' | 'Redone'): Promise<void> {
  await api.audit.undo({ id: what.id })
  // However it was taken back, there is nothing left to offer.
  unsay(saidOf(what))
  await refreshAll()
  notify(`${word}: ${what.label.charAt(0).toLowerCase()}${what.label.slice(1)}`)
}

/** Takes back the signed-in person's last command, and says what it was. */
export async function undoLast(): Promise<void> {
  try {
    const next = (await api.audit.nextUndo({})).undo
    if (next === null) return void notify('There is nothing to undo.')
    await undo(next, 'Undone')
  } catch (error) {
    notifyFailure(error)
  }
}

/** Does again what was last undone. */
export async function redoLast(): Promise<void> {
  try {
    const next = (await api.audit.nextUndo({})).redo
    if (next === null) return void notify('There is nothing to redo.')
    await undo(next, 'Redone')
  } catch (error) {
    notifyFailure(error)
  }
}

/** Says what was done, with an Undo that takes back exactly that command and no later one. */
export async function notifyWithUndo(text: string): Promise<void> {
  const next = await api.audit.nextUndo({}).then(
    (answer) => answer.undo,
    () => null,
  )
  if (next === null) return void notify(text)
  notify(
    <>
      {text}{' '}
      <Anchor
        component="button"
        type="button"
        inherit
        onClick={() => {
          unsay(saidOf(next))
          undo(next, 'Undone').catch(notifyFailure)
        }}
      >
        Undo
      </Anchor>
    </>,
    saidOf(next),
  )
}
