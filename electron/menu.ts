import { Menu, app, type MenuItemConstructorOptions, type WebContents } from 'electron'
import { MENU_CHANNEL, type MenuCommand } from '../shared/wire.ts'

type Item = MenuItemConstructorOptions
type RunName = Extract<MenuCommand, { kind: 'run' }>['name']

/** The rail, in its order: Ctrl+1 is the first. */
const places = ['Today', 'Calendar', 'Rooms', 'Groups', 'People', 'Outcomes', 'Reports', 'Settings']

const inTextField = `document.activeElement?.matches(
  'textarea, [contenteditable="true"], input:not([type=checkbox], [type=radio], [type=button])')`

const separator: Item = { type: 'separator' }
/** A second shortcut for a command whose first one the menu shows. */
const also = (item: Item, accelerator: string): Item => ({
  ...item,
  accelerator,
  visible: false,
  acceleratorWorksWhenHidden: true,
})

/** Builds the native menu. Its commands go to the page by name, for the page knows what is open in it. */
export function createMenu(page: () => WebContents | null): Menu {
  const send = (command: MenuCommand) => page()?.send(MENU_CHANNEL, command)
  const run = (label: string, name: RunName, accelerator?: string): Item => ({
    label,
    click: () => send({ kind: 'run', name }),
    ...(accelerator ? { accelerator } : {}),
  })
  // In a text field the typing is undone, as everywhere; elsewhere the last thing done in Gather is.
  const undoing = (label: string, name: 'undo' | 'redo', accelerator: string): Item => ({
    label,
    accelerator,
    click: () => {
      const contents = page()
      if (!contents) return
      const choose = (typing: unknown) => (typing === true ? contents[name]() : send({ kind: 'run', name }))
      void contents.executeJavaScript(inTextField).then(choose)
    },
  })
  const redo = undoing('Redo', 'redo', 'CmdOrCtrl+Y')
  const shortcuts = run('Keyboard shortcuts', 'shortcuts', 'CmdOrCtrl+/')

  const file: Item[] = [run('New…', 'new', 'CmdOrCtrl+N'), run('Print…', 'print', 'CmdOrCtrl+P'), separator]
  const edit: Item[] = [
    undoing('Undo', 'undo', 'CmdOrCtrl+Z'),
    redo,
    also(redo, 'CmdOrCtrl+Shift+Z'),
    separator,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'selectAll' },
    separator,
    run('Find anything…', 'palette', 'CmdOrCtrl+K'),
  ]
  const view: Item[] = [
    run('Refresh', 'refresh', 'F5'),
    separator,
    { role: 'resetZoom', label: 'Normal size' },
    { role: 'zoomIn', label: 'Larger' },
    also({ role: 'zoomIn' }, 'CmdOrCtrl+='),
    { role: 'zoomOut', label: 'Smaller' },
    separator,
    { role: 'togglefullscreen', label: 'Full screen' },
    ...(app.isPackaged ? [] : [separator, { role: 'reload' } as const, { role: 'toggleDevTools' } as const]),
  ]
  const go = places.map((label, index): Item => ({
    label,
    accelerator: `CmdOrCtrl+${index + 1}`,
    click: () => send({ kind: 'go', to: `/${label.toLowerCase()}` }),
  }))
  const help: Item[] = [shortcuts, also(shortcuts, 'F1'), separator, run('About Gather', 'about')]

  const isMac = process.platform === 'darwin'
  return Menu.buildFromTemplate([
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    { label: '&File', submenu: [...file, isMac ? { role: 'close' } : { role: 'quit', label: 'Exit' }] },
    { label: '&Edit', submenu: edit },
    { label: '&View', submenu: view },
    { label: '&Go', submenu: go },
    { label: '&Help', role: 'help', submenu: help },
  ])
}
