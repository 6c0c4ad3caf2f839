import { Spotlight } from '@mantine/spotlight'
import { useDebouncedValue } from '@mantine/hooks'
import {
  IconArrowRight,
  IconBookmark,
  IconBuilding,
  IconClipboardText,
  IconIdBadge2,
  IconSearch,
  IconUser,
  IconUsersGroup,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, askKeeping } from '../api/queries.ts'
import { useMay } from '../api/session.ts'
import { go } from '../location.ts'
import { Keys } from '../ui/keys.tsx'
import { fold } from '../../shared/text.ts'
import type { SavedView } from '../../shared/views/views.contract.ts'
import type { Hit } from '../../shared/search/search.contract.ts'
import { commands, printedKeys } from './commands.ts'
import { FindRoomAction, roomLine } from './find-room-action.tsx'
import type { Command } from './commands.ts'
import { paletteStore, usePaletteSelection } from './palette-store.ts'
import classes from './palette.module.css'

const icons = {
  person: IconUser,
  group: IconUsersGroup,
  building: IconBuilding,
  staff: IconIdBadge2,
  register: IconClipboardText,
} as const
const kinds = {
  person: 'Person',
  group: 'Group',
  building: 'Building',
  staff: 'Member of staff',
  register: 'Register',
} as const

/** The palette gives the focus back as it closes; only then may the next screen take it. */
const afterClosing = (run: () => void) => () => void setTimeout(run, 60)

function useHits(text: string): readonly Hit[] {
  const [asked] = useDebouncedValue(text.trim(), 80)
  const found = useQuery({
    ...askKeeping('search', 'everything', { text: asked }),
    enabled: asked.length > 1,
  })
  return text.trim().length > 1 ? (found.data ?? []) : []
}

function useCommands(text: string): readonly Command[] {
  const may = useMay()
  const typed = fold(text)
  const found = commands.filter(
    (command) =>
      command.id !== 'palette' &&
      may(command.permission) &&
      typed.split(' ').every((word) => fold(command.label).includes(word)),
  )
  // What starts as it was typed comes first: `gro` is Groups before it is Plan a group.
  const late = (command: Command) => Number(!fold(command.label).startsWith(typed))
  return found.toSorted((a, b) => late(a) - late(b))
}

const screenNames = { rooms: 'Rooms', calendar: 'Calendar' } as const

/** The person's own views whose name has what was typed. */
function useViews(text: string): readonly SavedView[] {
  const views = useQuery(ask('views', 'list', {})).data ?? []
  const words = fold(text).split(' ')
  return views.filter((view) => words.every((word) => fold(`view ${view.name}`).includes(word)))
}

function ViewAction({ view }: { view: SavedView }) {
  return (
    <Spotlight.Action
      label={view.name}
      description={screenNames[view.screen]}
      leftSection={<IconBookmark size={20} stroke={1.6} aria-hidden />}
      onClick={afterClosing(() => go(`/${view.screen}?view=${view.id}`))}
    />
  )
}

function HitAction({ hit }: { hit: Hit }) {
  const Icon = icons[hit.kind]
  // A building without an address has only its kind to say, and says it once.
  const said = [...new Set([kinds[hit.kind], hit.detail])].filter((part) => part !== '')
  return (
    <Spotlight.Action
      label={hit.title}
      description={said.join(' · ')}
      leftSection={<Icon size={20} stroke={1.6} aria-hidden />}
      onClick={afterClosing(() => go(hit.to))}
    />
  )
}

function CommandAction({ command }: { command: Command }) {
  const may = useMay()
  return (
    <Spotlight.Action
      label={command.label}
      leftSection={<IconArrowRight size={20} stroke={1.6} aria-hidden />}
      rightSection={command.keys === undefined ? null : <Keys keys={printedKeys(command.keys)} />}
      onClick={afterClosing(() => command.run(may))}
    />
  )
}

/** Find anything: what is in the county by name, and everything that can be done, with its keys. */
export function Palette() {
  const [text, setText] = useState('')
  const hits = useHits(text)
  const found = useCommands(text)
  const views = useViews(text)
  const room = roomLine(text)
  const selection = usePaletteSelection(hits.map((hit) => hit.id).join())
  return (
    <Spotlight.Root
      store={paletteStore}
      query={text}
      onQueryChange={setText}
      shortcut={null}
      scrollable
      maxHeight={420}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      transitionProps={{ duration: 120, transition: 'fade' }}
      attributes={{ content: { 'aria-label': 'Find anything' } }}
      centered={false}
      yOffset={72}
    >
      <Spotlight.Search
        aria-label="Find anything"
        onKeyDown={selection.readSoon}
        placeholder="A person, a group, a building, or something to do"
        leftSection={<IconSearch size={18} aria-hidden />}
      />
      <p className="sr-only" role="status">
        {selection.words}
      </p>
      <Spotlight.ActionsList className={classes.list}>
        {room !== null && <FindRoomAction line={room} after={afterClosing} />}
        {hits.length > 0 && (
          <Spotlight.ActionsGroup label="In the county">
            {hits.map((hit) => (
              <HitAction key={`${hit.kind} ${hit.id}`} hit={hit} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {views.length > 0 && (
          <Spotlight.ActionsGroup label="Your views">
            {views.map((view) => (
              <ViewAction key={view.id} view={view} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {found.length > 0 && (
          <Spotlight.ActionsGroup label="Do or go to">
            {found.map((command) => (
              <CommandAction key={command.id} command={command} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {room === null && hits.length + views.length + found.length === 0 && (
          <Spotlight.Empty>Nothing has that name. Try fewer letters, or a last name.</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}
