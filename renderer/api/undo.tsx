import { Anchor } from '@mantine/core'
import { api } from './client.ts'
import { notify, notifyFailure } from './notify.tsx'
import { refreshAll } from './queries.ts'
import type { CommandId } from '../../shared/ids.ts'

const say = (text: string): void => void notify(text)

interface Undoable {
  readonly id: CommandId
  readonly label: string
}

async function undo(what: Undoable, word: 'Undone' | 'Redone'): Promise<void> {
  await api.audit.undo({ id: what.id })
  await refreshAll()
  notify(`${word}: ${what.label.charAt(0).toLowerCase()}${what.label.slice(1)}`)
}

/** Takes back the signed-in person's last command, and says what it was. */
export async function undoLast(): Promise<void> {
  try {
    const next = (await api.audit.nextUndo({})).undo
    if (next === null) return say('There is nothing to undo.')
    await undo(next, 'Undone')
  } catch (error) {
    notifyFailure(error)
  }
}

/** Does again what was last undone. */
export async function redoLast(): Promise<void> {
  try {
    const next = (await api.audit.nextUndo({})).redo
    if (next === null) return say('There is nothing to redo.')
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
  if (next === null) return say(text)
  const close = notify(
    <>
      {text}{' '}
      <Anchor
        component="button"
        type="button"
        inherit
        onClick={() => {
          close()
          undo(next, 'Undone').catch(notifyFailure)
        }}
      >
        Undo
      </Anchor>
    </>,
  )
}
