import { app, session, type IpcMainInvokeEvent, type Session, type WebContents } from 'electron'
import { pageOrigin } from './page-protocol.ts'

/** Settings of every window that shows the page. */
export const pagePreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  webviewTag: false,
  // Electron's spelling checker fetches its dictionaries from the internet.
  spellcheck: false,
} as const

const isPage = (url: string) => url === `${pageOrigin}/` || url.startsWith(`${pageOrigin}/#`)

/** What the page may load: its own files, and what it made itself. */
const mayLoad = (url: string) =>
  url.startsWith(`${pageOrigin}/`) ||
  url.startsWith(`blob:${pageOrigin}/`) ||
  url.startsWith('data:') ||
  (!app.isPackaged && url.startsWith('devtools:'))

/** Copying a table, and filling the screen with what is on now, are all that the page needs of the browser's permissions. */
const isAllowed = (permission: string) =>
  permission === 'clipboard-sanitized-write' || permission === 'fullscreen'

function lockSession(target: Session): void {
  target.setPermissionRequestHandler((_contents, permission, answer) => answer(isAllowed(permission)))
  target.setPermissionCheckHandler((_contents, permission) => isAllowed(permission))
  target.setDevicePermissionHandler(() => false)
  target.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayLoad(url) }))
  target.on('will-download', (event) => event.preventDefault())
}

/** A page stays where it is: moving about in it changes only the hash, which is no navigation. */
function lockContents(contents: WebContents): void {
  // Calls between browsers are no requests: without a proxy they get no way out.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isPage(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
}

/** Before the app is ready: every window sandboxed, every page held where it is. */
export function lockDown(): void {
  // Electron takes this and --no-sandbox, which root needs, as a contradiction. Each window asks for it as well.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  // Looking up a name says something already, and a page can ask for that without a request.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.on('web-contents-created', (_event, contents) => lockContents(contents))
  app.on('session-created', lockSession)
  void app.whenReady().then(() => lockSession(session.defaultSession))
}

/** Whether a message comes from the main frame of a window that shows our own page. */
export function isFromPage({ sender, senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isPage(senderFrame.url)
}
