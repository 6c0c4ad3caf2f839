import { Menu, app, type MenuItemConstructorOptions, type WebContents } from 'electron'
import { MENU_CHANNEL, type MenuCommand } from '../shared/wire.ts'

type Item = MenuItemConstructorOptions
type RunName = Extract<MenuCommand, { kind: 'run' }>['name']
type Page = () => WebContents | null

/** The rail, in its order: Ctrl+1 is the first. Settings have Ctrl+comma, as in other programs. */
const places = ['Today', 'Calendar', 'Rooms', 'Groups', 'People', 'Outcomes', 'Reports']

const inTextField = `document.activeElement?.matches(
  'textarea, [contenteditable="true"], input:not([type=checkbox], [type=radio], [type=button])')`

const isMac = process.platform === 'darwin'
const separator: Item = { type: 'separator' }

/** A second shortcut for a command whose first one the menu shows. */
const also = (item: Item, accelerator: string): Item => ({
  ...item,
  accelerator,
  visible: false,
  acceleratorWorksWhenHidden: true,
})

const sendTo = (page: Page, command: MenuCommand) => page()?.send(MENU_CHANNEL, command)

/** A command that the page carries out: only it knows what is open in it. */
const run = (page: Page, label: string, name: RunName, accelerator?: string): Item => ({
  label,
  click: () => sendTo(page, { kind: 'run', name }),
  ...(accelerator ? { accelerator } : {}),
})

/** In a text field the typing is undone, as everywhere; elsewhere the last thing done in Gather is. */
function undoing(page: Page, label: string, name: 'undo' | 'redo', accelerator: string): Item {
  const click = async () => {
    const contents = page()
    if (!contents) return
    if ((await contents.executeJavaScript(inTextField)) === true) contents[name]()
    else sendTo(page, { kind: 'run', name })
  }
  return { label, accelerator, click: () => void click() }
}

const fileMenu = (page: Page): Item[] => [
  run(page, 'New…', 'new', 'CmdOrCtrl+N'),
  run(page, 'Print…', 'print', 'CmdOrCtrl+P'),
  separator,
  isMac ? { role: 'close' } : { role: 'quit', label: 'Exit' },
]

function editMenu(page: Page): Item[] {
  const redo = undoing(page, 'Redo', 'redo', 'CmdOrCtrl+Y')
  return [
    undoing(page, 'Undo', 'undo', 'CmdOrCtrl+Z'),
    redo,
    also(redo, 'CmdOrCtrl+Shift+Z'),
    separator,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'selectAll' },
    separator,
    run(page, 'Find in this screen', 'find', 'CmdOrCtrl+F'),
    run(page, 'Find anything…', 'palette', 'CmdOrCtrl+K'),
  ]
}

const developerItems: Item[] = [separator, { role: 'reload' }, { role: 'toggleDevTools' }]

const viewMenu = (page: Page): Item[] => [
  run(page, 'Refresh', 'refresh', 'F5'),
  separator,
  { role: 'resetZoom', label: 'Normal size' },
  { role: 'zoomIn', label: 'Larger' },
  also({ role: 'zoomIn' }, 'CmdOrCtrl+='),
  { role: 'zoomOut', label: 'Smaller' },
  separator,
  { role: 'togglefullscreen', label: 'Full screen' },
  ...(app.isPackaged ? [] : developerItems),
]

function goMenu(page: Page): Item[] {
  const place = (label: string, key: string): Item => ({
    label,
    accelerator: `CmdOrCtrl+${key}`,
    click: () => sendTo(page, { kind: 'go', to: `/${label.toLowerCase()}` }),
  })
  return [...places.map((label, index) => place(label, String(index + 1))), separator, place('Settings', ',')]
}

function helpMenu(page: Page): Item[] {
  const shortcuts = run(page, 'Keyboard shortcuts', 'shortcuts', 'CmdOrCtrl+/')
  return [shortcuts, also(shortcuts, 'F1'), separator, run(page, 'About Gather', 'about')]
}

/** Builds the native menu, whose commands go to the page by name. */
export function createMenu(page: Page): Menu {
  return Menu.buildFromTemplate([
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    { label: '&File', submenu: fileMenu(page) },
    { label: '&Edit', submenu: editMenu(page) },
    { label: '&View', submenu: viewMenu(page) },
    { label: '&Go', submenu: goMenu(page) },
    { label: '&Help', role: 'help', submenu: helpMenu(page) },
  ])
}
