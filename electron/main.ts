import { join } from 'node:path'
import { BrowserWindow, Menu, app } from 'electron'
import { CHANGED_CHANNEL } from '../shared/wire.ts'
import { DataClient } from './data-client.ts'
import { chooseDataFolder } from './data-folder.ts'
import { createDialogs } from './dialogs.ts'
import { createGrants } from './grants.ts'
import { announce } from './log.ts'
import { createMenu } from './menu.ts'
import { registerPageScheme, servePage } from './page-protocol.ts'
import { createPrint } from './print.ts'
import { relay } from './relay.ts'
import { openMemory } from './remembered.ts'
import { about } from './runtime.ts'
import { lockDown } from './security.ts'
import { createSessions } from './sessions.ts'
import { openMainWindow } from './window.ts'

const { folder, sample, release } = chooseDataFolder()
registerPageScheme()
lockDown()

function start(): void {
  const { version, runtime, evaluation } = about()
  announce(`Gather ${version} on ${runtime}. Data in ${folder}`)
  if (evaluation) announce(evaluation)

  const sessions = createSessions()
  const memory = openMemory(join(folder, 'this-computer.json'))
  // The installed program goes by the computer's clock and no other.
  const clock = app.isPackaged ? null : (process.env['GATHER_NOW'] ?? null)
  const data = new DataClient({ folder, version, sample, clock }, () => {
    for (const page of sessions.pages()) page.send(CHANGED_CHANNEL)
  })
  const grants = createGrants(data)
  const print = createPrint(grants, sessions)
  relay(data, { ...createDialogs(grants, memory), print, about: () => Promise.resolve(about()) }, sessions)
  servePage(join(__dirname, '../renderer'))

  const window = openMainWindow(memory)
  const page = window.webContents
  sessions.open(page, (session) => data.tell({ kind: 'close-session', session }))
  Menu.setApplicationMenu(createMenu(() => (page.isDestroyed() ? null : page)))
  closeProperly(() => data.stop())
}

/** The data is closed before the program ends, and a throwaway folder removed after that. */
function closeProperly(stop: () => Promise<void>): void {
  let stopped = false
  app.on('will-quit', (event) => {
    if (stopped) return
    event.preventDefault()
    void stop().finally(() => {
      stopped = true
      app.quit()
    })
  })
  // Electron writes to its folder until the very end.
  process.on('exit', release)
}

function showOpenWindow(): void {
  const window = BrowserWindow.getAllWindows().find((each) => each.isVisible() || each.isMinimized())
  if (window?.isMinimized()) window.restore()
  window?.focus()
}

// The lock goes with the data folder: two copies on the same data are never what somebody meant.
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', showOpenWindow)
  app.on('window-all-closed', () => app.quit())
  void app.whenReady().then(start)
} else {
  announce('Gather is already open on this data.')
  app.exit(0)
}
