import { join } from 'node:path'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import { pageOrigin } from './page-protocol.ts'
import type { Memory } from './remembered.ts'
import { pagePreferences } from './security.ts'
import { forcedSize, openingPlace, smallestSize } from './window-place.ts'

const background = () => (nativeTheme.shouldUseDarkColors ? '#12191C' : '#F5F7F7')

/** Shows a route of the page in a window that is not visible yet. */
export function pageWindow(options: Electron.BrowserWindowConstructorOptions): BrowserWindow {
  const webPreferences = { ...pagePreferences, preload: join(__dirname, '../preload/preload.cjs') }
  return new BrowserWindow({ show: false, backgroundColor: background(), webPreferences, ...options })
}

function rememberPlace(window: BrowserWindow, memory: Memory): void {
  window.on('close', () => {
    memory.write({ place: window.getNormalBounds(), maximized: window.isMaximized() })
  })
}

/** Opens the program's window where it was last time. */
export function openMainWindow(memory: Memory): BrowserWindow {
  const { place, maximized } = memory.read()
  const screens = screen.getAllDisplays().map((display) => display.workArea)
  const forced = forcedSize(process.env.GATHER_SIZE)
  const window = pageWindow({
    title: 'Gather',
    ...(forced ?? openingPlace(place, screens)),
    minWidth: smallestSize.width,
    minHeight: smallestSize.height,
    useContentSize: forced !== null,
  })
  if (maximized && !forced) window.maximize()
  if (!forced) rememberPlace(window, memory)
  // The page does not name the window: its routes have headings for that.
  window.on('page-title-updated', (event) => event.preventDefault())
  nativeTheme.on('updated', () => !window.isDestroyed() && window.setBackgroundColor(background()))
  window.once('ready-to-show', () => window.show())
  void window.loadURL(`${pageOrigin}/`)
  return window
}
