import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { root } from '../../scripts/lib/project.mjs'
import { expect, test } from '../support/gather-app.ts'
import { callBridge } from '../support/page-calls.ts'

/** Electron's method for a window's settings, which its types leave out. */
interface WithPreferences {
  getLastWebPreferences(): Readonly<Record<string, unknown>>
}

const fileGrant = z.object({ grant: z.string() })
const groupList = z.object({ value: z.array(z.object({ id: z.string() })) })

const status = (page: Page, address: string) =>
  page.evaluate(async (url) => (await fetch(url)).status, address)

test('every window is sandboxed, isolated and without Node', async ({ launch }) => {
  const { electron, page } = await launch()
  const preferences = await electron.evaluate(({ webContents }) => {
    const page: unknown = webContents.getAllWebContents()[0]
    // `getLastWebPreferences` is missing from Electron's types.
    return (page as WithPreferences).getLastWebPreferences()
  })
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  })
  const globals = await page.evaluate(() =>
    ['require', 'process', 'Buffer', 'module'].filter((name) => name in window),
  )
  expect(globals).toEqual([])
})

test('the page reaches six functions and nothing of Electron', async ({ launch }) => {
  const { page } = await launch()
  expect(await page.evaluate(() => Object.keys(window.bridge).sort())).toEqual([
    'cancel',
    'invoke',
    'native',
    'onChanged',
    'onMenu',
    'onProgress',
  ])
})

test('an operation that is not in the contract is refused', async ({ launch }) => {
  const { page } = await launch()
  const names = [
    ['bookings', 'dropEverything'],
    ['nothing', 'list'],
    ['__proto__', 'toString'],
    ['bookings', '__proto__'],
  ]
  for (const [feature, name] of names) {
    expect(await callBridge(page, 'invoke', feature, name, {})).toMatchObject({ ok: false })
  }
})

test('a call that is not a name and an input is refused', async ({ launch }) => {
  const { page } = await launch()
  const refused = { ok: false, error: { code: 'INVALID_INPUT' } }
  expect(await callBridge(page, 'invoke', { feature: 'people' }, 1, {})).toMatchObject(refused)
  expect(await callBridge(page, 'invoke', 'p'.repeat(101), 'list', {})).toMatchObject(refused)
})

test('the page cannot name a file, nor print anything but a print page', async ({ launch }) => {
  const { page } = await launch()
  const requests: [string, object][] = [
    ['readFile', { path: '/etc/passwd' }],
    ['openSaved', { grant: '/etc/passwd' }],
    ['saveFile', { title: '', suggestedName: 'a.sh', filters: [{ name: '', extensions: ['sh'] }] }],
    ['saveFile', { title: '', suggestedName: 'a', filters: [] }],
    ['print', { route: '/people' }],
    ['print', { route: '/print/day', pdf: '/tmp/day.pdf' }],
  ]
  for (const [name, input] of requests) {
    expect(await callBridge(page, 'native', name, input)).toBe('That is not a request Gather knows.')
  }
})

test('a file chosen to be read is not written to, nor one chosen to be written read, nor written twice', async ({
  launch,
}) => {
  const { page, data, answerOpen, answerSave } = await launch()
  const file = join(data, 'list.csv')
  writeFileSync(file, 'Name\nAda\n')
  const call = (feature: string, name: string, input: unknown) =>
    callBridge(page, 'invoke', feature, name, input)
  const ticket = async (dialog: 'openFile' | 'saveFile') => {
    const input = { title: '', filters: [{ name: 'Lists', extensions: ['csv'] }] }
    const { grant } = fileGrant.parse(
      await callBridge(
        page,
        'native',
        dialog,
        dialog === 'openFile' ? input : { ...input, suggestedName: 'a' },
      ),
    )
    return grant
  }
  const read = (grant: string) => call('imports', 'read', { kind: 'file', grant, sheet: null })
  const refused = { ok: false, error: { code: 'FILE' } }

  await call('county', 'create', { name: 'Ada', passphrase: 'three plain words', contents: 'sample' })
  const groups = groupList.parse(await call('groups', 'list', {}))
  const write = (grant: string) => call('exports', 'groupWorkbook', { groupId: groups.value[0]?.id, grant })

  await answerOpen(file)
  const toRead = await ticket('openFile')
  expect(await write(toRead)).toMatchObject(refused)
  expect(await callBridge(page, 'native', 'print', { route: '/print/x', pdf: toRead })).toContain('no longer')
  expect(readFileSync(file, 'utf8')).toBe('Name\nAda\n')
  expect(await read(toRead)).toMatchObject({ ok: true })
  expect(await write(toRead)).toMatchObject(refused)

  await answerSave(file)
  const toWrite = await ticket('saveFile')
  expect(await read(toWrite)).toMatchObject(refused)
  expect(await write(toWrite)).toMatchObject({ ok: true })
  expect(await write(toWrite)).toMatchObject(refused)
})

test('a window that does not show our page is not answered', async ({ launch }) => {
  const { electron } = await launch()
  const replies = await electron.evaluate(
    async ({ BrowserWindow }, preload) => {
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
      await stranger.loadURL('data:text/html,<title>Stranger</title>')
      const call = await stranger.webContents.executeJavaScript("bridge.invoke('county', 'status', {})")
      const native = await stranger.webContents.executeJavaScript(
        "bridge.native('about', {}).then(() => 'done', (error) => error.message)",
      )
      stranger.destroy()
      return { call, native }
    },
    join(root, 'out', 'preload', 'preload.cjs'),
  )
  expect(replies.call).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED' } })
  expect(replies.native).toContain('Only the Gather window')
})

test('the page stays where it is and opens no windows', async ({ launch }) => {
  const { electron, page } = await launch({ expectedProblems: /navigate|Not allowed|blocked/i })
  await page.evaluate(() => {
    location.href = 'https://example.org/'
  })
  await page.evaluate(() => {
    location.href = 'app://gather/assets/other.html'
  })
  expect(await page.evaluate(() => window.open('https://example.org/'))).toBeNull()
  await page.waitForTimeout(300)
  expect(page.url()).toMatch(/^app:\/\/gather\/(#|$)/)
  expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('nothing is fetched from any network', async ({ launch }) => {
  const { electron, page } = await launch({
    expectedProblems: /Content Security Policy|Failed to (load|fetch)|Refused/,
  })
  const fromPage = await page.evaluate(() =>
    fetch('https://example.org/').then(
      () => 'fetched',
      () => 'refused',
    ),
  )
  expect(fromPage).toBe('refused')
  const underneath = await electron.evaluate(({ session }) =>
    session.defaultSession.fetch('https://example.org/').then(
      () => 'fetched',
      (error) => String(error),
    ),
  )
  expect(underneath).toContain('ERR_BLOCKED_BY_CLIENT')
})

test('no call between browsers finds a way out', async ({ launch }) => {
  const { page } = await launch()
  const ways = await page.evaluate(async () => {
    const found: string[] = []
    const call = new RTCPeerConnection({ iceServers: [{ urls: 'stun:192.0.2.1:3478' }] })
    call.onicecandidate = ({ candidate }) => candidate?.candidate && found.push(candidate.candidate)
    call.createDataChannel('any')
    await call.setLocalDescription(await call.createOffer())
    await new Promise((done) => setTimeout(done, 1000))
    return found
  })
  expect(ways).toEqual([])
})

test('only the built page is served, whatever the address looks like', async ({ launch }) => {
  const { page } = await launch({ expectedProblems: /40[34]|Failed to load resource/ })
  const outside = [
    'app://gather/%2e%2e%2fmain/main.cjs',
    'app://gather/..%2f..%2fpackage.json',
    'app://gather/%2e%2e/%2e%2e/package.json',
    'app://gather/..%5c..%5cpackage.json',
    'app://gather//etc/passwd',
    'app://gather/index.html%00.js',
    'app://gather/%ff',
  ]
  for (const address of outside) expect([403, 404], address).toContain(await status(page, address))
  expect(await status(page, 'app://gather/index.html')).toBe(200)
})

test('each page has a policy of its own, and the nonce it names is the one in the page', async ({
  launch,
}) => {
  const { page } = await launch()
  const read = () =>
    page.evaluate(async () => {
      const answer = await fetch('app://gather/')
      return { policy: answer.headers.get('Content-Security-Policy') ?? '', html: await answer.text() }
    })
  const first = await read()
  expect(first.policy).toContain("default-src 'none'; script-src 'self';")
  expect(first.policy).not.toContain('unsafe')
  const nonce = /'nonce-([^']+)'/.exec(first.policy)?.[1] ?? 'none'
  expect(first.html).toContain(`content="${nonce}"`)
  expect((await read()).policy).not.toBe(first.policy)
})

test('the camera, the place and notifications are refused without asking', async ({ launch }) => {
  const { page } = await launch()
  const refusals = await page.evaluate(async () => ({
    camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'given',
      (error) => error.name,
    ),
    place: await new Promise((resolve) => {
      navigator.geolocation.getCurrentPosition(
        () => resolve('given'),
        () => resolve('refused'),
      )
    }),
    notifications: await Notification.requestPermission(),
  }))
  expect(refusals.camera).not.toBe('given')
  expect(refusals.place).toBe('refused')
  expect(refusals.notifications).toBe('denied')
})
