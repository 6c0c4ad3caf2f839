import { notifications } from '@mantine/notifications'
import { api } from '../api/client.ts'
import { native } from '../api/native.ts'
import { notifyFailure } from '../api/notify.tsx'
import { refreshAll, refreshStatus } from '../api/queries.ts'
import { redoLast, undoLast } from '../api/undo.tsx'
import { makeCalendarOf, printIt } from '../features/paper/asked.ts'
import { go } from '../location.ts'
import type { Permission } from '../../shared/permissions.ts'
import { openDialog } from './dialogs.ts'
import { leaving } from './leaving.ts'
import { newThingAt, startNew } from './new-things.ts'
import { palette } from './palette-store.ts'
import { places, settingsPlace } from './places.ts'

/** Whether the signed-in person's role includes something. */
type May = (permission: Permission) => boolean

/** Something the person can do from anywhere: by Ctrl+K, by its keys, and mostly by the menu too. */
export interface Command {
  readonly id: string
  readonly label: string
  readonly group: 'Go to' | 'Make' | 'Do'
  /** As Mantine's useHotkeys writes them: `mod+K`. */
  readonly keys?: string
  /** Its keys belong to the text while something is being typed. */
  readonly notInText?: true
  readonly permission: Permission
  readonly run: (may: May) => void
}

const paper: readonly Command[] = [
  { id: 'day-sheet', label: 'Print a day sheet', run: () => printIt({ kind: 'day-sheet' }) },
  { id: 'room-week', label: 'Print the week of a room', run: () => printIt({ kind: 'room-week' }) },
  { id: 'door-card', label: 'Print a door card', run: () => printIt({ kind: 'door' }) },
  { id: 'calendar-file', label: 'Save a calendar file', run: () => makeCalendarOf({ of: 'building' }) },
].map((one) => ({ ...one, group: 'Do', permission: 'bookings.view' }) as const)

const peoplePaper: readonly Command[] = [
  {
    id: 'contact-sheet',
    label: 'Print a contact sheet',
    group: 'Do',
    permission: 'people.view',
    run: () => printIt({ kind: 'contact-sheet' }),
  },
]

const here = () => `/${location.hash.replace(/^#?\/?/, '')}`
/** A register has a page made for paper; other screens print as they are, without the frame. */
function paperOf(address: string): string | null {
  const [, screen, sessionId] = address.split('/')
  return screen === 'registers' && sessionId ? `/print/register/${sessionId}` : null
}

function print(): void {
  const route = paperOf(here())
  if (route === null) window.print()
  else native('print', { route }).catch(notifyFailure)
}

/** Signs out. The screens are taken down with it: the next person starts at Today. */
export function signOut(): void {
  leaving.set(true)
  // What was just done may name somebody.
  notifications.clean()
  api.users
    .signOut({})
    .then(() => {
      go('/today')
      return refreshStatus()
    })
    .catch(notifyFailure)
}

const goTo: readonly Command[] = [...places, settingsPlace].map((place) => ({
  id: `go${place.to}`,
  label: place.label,
  group: 'Go to',
  keys: `mod+${place.key}`,
  permission: place.permission,
  run: () => go(place.to),
}))

/** Places that have no line in the rail. */
const further: readonly Command[] = [
  {
    id: 'go/closures',
    label: 'Closures',
    group: 'Go to',
    permission: 'bookings.view',
    run: () => go('/closures'),
  },
  {
    id: 'go/calls',
    label: 'Who needs a call',
    group: 'Go to',
    permission: 'people.view',
    run: () => go('/calls'),
  },
  {
    id: 'go/duplicates',
    label: 'Possible duplicates',
    group: 'Go to',
    permission: 'people.view',
    run: () => go('/people/duplicates'),
  },
]

const makes: readonly Command[] = [
  {
    id: 'group',
    label: 'Plan a group',
    group: 'Make',
    permission: 'groups.edit',
    run: () => startNew('group'),
  },
  {
    id: 'booking',
    label: 'Book a room',
    group: 'Make',
    permission: 'bookings.edit',
    run: () => startNew('booking'),
  },
  {
    id: 'person',
    label: 'Add a person',
    group: 'Make',
    permission: 'people.edit',
    run: () => startNew('person'),
  },
  {
    id: 'closure',
    label: 'Close a building',
    group: 'Make',
    permission: 'buildings.edit',
    run: () => startNew('closure'),
  },
]

/** Ctrl+N: what the present screen is about, or the first thing that this person may make at all. */
function makeNew(may: May): void {
  const allowed = makes.filter((one) => may(one.permission))
  const wanted = allowed.find((one) => one.id === newThingAt(here())) ?? allowed[0]
  wanted?.run(may)
}

/** Ctrl+F: the screen's own search; a screen without one has the search for everything. */
function findHere(): void {
  const field = document.querySelector<HTMLInputElement>('main input[type="search"]')
  if (field === null) return palette.open()
  field.focus()
  field.select()
}

const anyone = { group: 'Do', permission: 'signed-in' } as const
const does: readonly Command[] = [
  { ...anyone, id: 'palette', label: 'Find anything', keys: 'mod+K', run: palette.open },
  { ...anyone, id: 'find', label: 'Find in this screen', keys: 'mod+F', run: findHere },
  {
    ...anyone,
    id: 'new',
    label: 'Add a new one of these',
    keys: 'mod+N',
    run: makeNew,
  },
  { ...anyone, id: 'undo', label: 'Undo', keys: 'mod+Z', notInText: true, run: () => void undoLast() },
  { ...anyone, id: 'redo', label: 'Redo', keys: 'mod+Y', notInText: true, run: () => void redoLast() },
  { ...anyone, id: 'print', label: 'Print this screen', keys: 'mod+P', run: print },
  { ...anyone, id: 'refresh', label: 'Refresh', keys: 'F5', run: () => void refreshAll() },
  {
    ...anyone,
    id: 'shortcuts',
    label: 'Keyboard shortcuts',
    keys: 'mod+/',
    run: () => openDialog('shortcuts'),
  },
  { ...anyone, id: 'passphrase', label: 'Change your passphrase', run: () => openDialog('passphrase') },
  { ...anyone, id: 'about', label: 'About Gather', run: () => openDialog('about') },
  { ...anyone, id: 'sign-out', label: 'Sign out', run: signOut },
]

export const commands: readonly Command[] = [...goTo, ...further, ...makes, ...paper, ...peoplePaper, ...does]

/** `mod+K` as it is printed on the keys. */
export const printedKeys = (keys: string): string[] =>
  keys.split('+').map((key) => (key === 'mod' ? 'Ctrl' : key.charAt(0).toUpperCase() + key.slice(1)))
