import { ActionIcon, Button, Popover, TextInput } from '@mantine/core'
import { IconBookmark, IconPencil, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useCommand } from '../../api/commands.ts'
import { failureText, notifyFailure } from '../../api/notify.tsx'
import { ask, queryClient } from '../../api/queries.ts'
import { useAskedFor } from '../../location.ts'
import type { SavedView, ViewScreen, ViewState } from '../../../shared/views/views.contract.ts'
import classes from './views.module.css'

interface SavedViewsProps {
  readonly screen: ViewScreen
  readonly state: ViewState
  readonly onState: (state: ViewState) => void
  /** The screen as it is for somebody who has changed nothing. */
  readonly usual: ViewState
}

/** The person's own views of a screen: gone to, kept, renamed and removed. Ctrl+K lists them too. */
export function SavedViewsMenu({ screen, state, onState, usual }: SavedViewsProps) {
  const [opened, setOpened] = useState(false)
  const views = useQuery(ask('views', 'list', {})).data?.filter((view) => view.screen === screen) ?? []
  const use = (chosen: ViewState) => {
    setOpened(false)
    onState(chosen)
  }
  useAskedView(screen, onState)
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={320}
      trapFocus
      returnFocus
      withRoles={false}
    >
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconBookmark size={16} aria-hidden />}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          Views
        </Button>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label="Saved views">
        <ul className={classes.views}>
          <li>
            <button type="button" className={classes.view} onClick={() => use(usual)}>
              Everything, as usual
            </button>
          </li>
          {views.map((view) => (
            <ViewLine key={view.id} view={view} onUse={() => use(view.state)} />
          ))}
        </ul>
        <SaveView screen={screen} state={state} />
      </Popover.Dropdown>
    </Popover>
  )
}

/** Ctrl+K led here with a view. */
function useAskedView(screen: ViewScreen, use: (state: ViewState) => void): void {
  useAskedFor('view', (id) => {
    const take = (views: readonly SavedView[]) => {
      const view = views.find((one) => one.id === id && one.screen === screen)
      if (view) use(view.state)
    }
    queryClient.fetchQuery(ask('views', 'list', {})).then(take, notifyFailure)
  })
}

function ViewLine({ view, onUse }: { view: SavedView; onUse: () => void }) {
  const [renaming, setRenaming] = useState(false)
  const { id, version, name } = view
  const remove = useCommand('views', 'remove', { done: `Removed the view ${name}`, undo: true })
  if (renaming) return <RenameView view={view} onDone={() => setRenaming(false)} />
  return (
    <li>
      <button type="button" className={classes.view} onClick={onUse}>
        {name}
      </button>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={`Rename ${name}`}
        onClick={() => setRenaming(true)}
      >
        <IconPencil size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={`Remove ${name}`}
        onClick={() => remove.mutate({ id, version })}
      >
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </li>
  )
}

function RenameView({ view, onDone }: { view: SavedView; onDone: () => void }) {
  const [name, setName] = useState(view.name)
  const change = useCommand('views', 'change', { failure: 'inline', onDone })
  const { id, version, state } = view
  const rename = (event: FormEvent) => {
    event.preventDefault()
    change.mutate({ id, version, state, name })
  }
  return (
    <li>
      <form onSubmit={rename} className={classes.save}>
        <TextInput
          aria-label={`New name of ${view.name}`}
          autoFocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={change.error && failureText(change.error)}
        />
        <Button type="submit" variant="default">
          Rename
        </Button>
      </form>
    </li>
  )
}

function SaveView({ screen, state }: Pick<SavedViewsProps, 'screen' | 'state'>) {
  const [name, setName] = useState('')
  const save = useCommand('views', 'save', {
    failure: 'inline',
    done: (view) => `Kept the view ${view.name}`,
    undo: true,
    onDone: () => setName(''),
  })
  const keep = (event: FormEvent) => {
    event.preventDefault()
    save.mutate({ name, screen, state })
  }
  return (
    <form onSubmit={keep} className={classes.save}>
      <TextInput
        label="Keep what is shown now as"
        placeholder="Halls in the east"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={save.error && failureText(save.error)}
      />
      <Button type="submit" variant="default">
        Save
      </Button>
    </form>
  )
}
