import { useHotkeys } from '@mantine/hooks'
import { useEffect } from 'react'
import { useMay } from '../api/session.ts'
import { go } from '../location.ts'
import type { MenuCommand } from '../../shared/wire.ts'
import { commands } from './commands.ts'
import { palette } from './palette-store.ts'
import { moveToNextPane } from './panes.ts'

/** In an open dialog only the dialog's own keys count: nothing behind it may change or go away. */
const inDialog = () => document.querySelector('[aria-modal="true"]') !== null

const inTextField = () =>
  document.activeElement instanceof HTMLElement &&
  document.activeElement.matches(
    'textarea, [contenteditable="true"], input:not([type=checkbox], [type=radio], [type=button])',
  )

function runMenu(command: MenuCommand, mayUse: ReturnType<typeof useMay>): void {
  if (inDialog()) return
  if (command.kind === 'go') return go(command.to)
  const found = commands.find((one) => one.id === command.name)
  if (found && mayUse(found.permission)) found.run(mayUse)
}

/** The keys of every command, and the commands of the native menu. */
export function useShortcuts(): void {
  const mayUse = useMay()
  useHotkeys(
    [
      ...commands
        .filter((command) => command.keys !== undefined)
        .map((command): [string, (event: KeyboardEvent) => void, { preventDefault: boolean }] => [
          command.keys ?? '',
          (event) => {
            if (command.notInText && inTextField()) return
            event.preventDefault()
            if (!inDialog() && mayUse(command.permission)) command.run(mayUse)
          },
          { preventDefault: false },
        ]),
      ['mod+shift+P', () => inDialog() || palette.open()],
      ['F6', () => inDialog() || moveToNextPane(1)],
      ['shift+F6', () => inDialog() || moveToNextPane(-1)],
    ],
    [],
    true,
  )
  useEffect(() => window.bridge.onMenu((command) => runMenu(command, mayUse)))
}
