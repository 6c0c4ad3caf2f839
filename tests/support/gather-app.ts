import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test'
import { sandboxArgs } from '../../scripts/bootstrap.mjs'
import { findElectron } from '../../scripts/lib/electron.mjs'
import { root } from '../../scripts/lib/project.mjs'
import { ownDisplay } from './own-display.ts'

export interface LaunchOptions {
  /** The data folder; a new empty one by default. It outlives the window, so that it can be opened again. */
  readonly data?: string
  /** Opens the throwaway county instead. */
  readonly sample?: boolean
  readonly colorScheme?: 'light' | 'dark'
  /** The moment at which the program's clock begins: an instant. By default a Tuesday morning, so that no test depends on its hour. */
  readonly now?: string
  /** For what the test means to provoke: messages that match are no failure. */
  readonly expectedProblems?: RegExp
}

/** The program, open in its real window. */
export interface GatherApp {
  readonly electron: ElectronApplication
  readonly page: Page
  readonly data: string
  /** What the next save or open dialogs answer; null is the person closing the dialog. */
  answerSave(path: string | null): Promise<void>
  answerOpen(path: string | null): Promise<void>
  /** Chooses a command from the native menu by its words: `chooseMenu('Go', 'Rooms')`. */
  chooseMenu(menu: string, item: string): Promise<void>
  /** Saves test-results/screens/NAME-light.png and NAME-dark.png. */
  screenshot(name: string): Promise<void>
  /** Closes the window and waits until the data is closed too. Done at the end of the test in any case. */
  close(): Promise<void>
}

const tuesdayMorning = '2026-11-24T08:30:00Z'
const screens = join(root, 'test-results', 'screens')

function launchArgs(sample: boolean | undefined): string[] {
  const project = findElectron()?.evaluation ? [] : [root]
  return [...sandboxArgs(), ...project, ...(sample ? ['--sample'] : [])]
}

async function launchElectron(options: LaunchOptions, data: string): Promise<ElectronApplication> {
  const executablePath = findElectron()?.executable
  if (!executablePath) throw new Error('There is no Electron yet. Run `npm test` or `npm start` once.')
  const env = {
    ...process.env,
    DISPLAY: await ownDisplay(),
    GATHER_DATA: data,
    GATHER_SIZE: '1366x768',
    GATHER_NOW: options.now ?? tuesdayMorning,
  }
  return _electron.launch({
    executablePath,
    args: launchArgs(options.sample),
    cwd: root,
    env: Object.fromEntries(
      Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ),
    colorScheme: options.colorScheme ?? 'light',
  })
}

/** Collects what must not happen unnoticed: errors in the page, and anything the policy had to refuse. */
function watch(page: Page, expected: RegExp | undefined, problems: string[]): void {
  const note = (text: string) => {
    if (!expected?.test(text)) problems.push(text)
  }
  page.on('pageerror', (error) => note(`Error in the page: ${error.stack ?? error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') note(`Console: ${message.text()}`)
  })
}

async function screenshot(page: Page, name: string, scheme: 'light' | 'dark'): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.screenshot({ path: join(screens, `${name}-${colorScheme}.png`), animations: 'disabled' })
  }
  await page.emulateMedia({ colorScheme: scheme })
}

async function chooseMenu(electron: ElectronApplication, path: readonly [string, string]): Promise<void> {
  await electron.evaluate(({ BrowserWindow, Menu }, [menu, item]) => {
    const plain = (label: string) => label.replace('&', '')
    const opened = Menu.getApplicationMenu()?.items.find((each) => plain(each.label) === menu)
    const chosen = opened?.submenu?.items.find((each) => plain(each.label) === item)
    if (!chosen) throw new Error(`There is no ${item} in the ${menu} menu.`)
    chosen.click(undefined, BrowserWindow.getAllWindows()[0])
  }, path)
}

async function open(options: LaunchOptions, data: string, problems: string[]): Promise<GatherApp> {
  const electron = await launchElectron(options, data)
  const page = await electron.firstWindow()
  watch(page, options.expectedProblems, problems)
  mkdirSync(screens, { recursive: true })
  let closed = false
  return {
    electron,
    page,
    data,
    answerSave: (path) =>
      electron.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () =>
          Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' })
      }, path),
    answerOpen: (path) =>
      electron.evaluate(({ dialog }, filePath) => {
        const filePaths = filePath === null ? [] : [filePath]
        dialog.showOpenDialog = () => Promise.resolve({ canceled: filePath === null, filePaths })
      }, path),
    chooseMenu: (menu, item) => chooseMenu(electron, [menu, item]),
    screenshot: (name) => screenshot(page, name, options.colorScheme ?? 'light'),
    async close() {
      if (closed) return
      closed = true
      await electron.close()
    },
  }
}

export const test = base.extend<{ launch: (options?: LaunchOptions) => Promise<GatherApp> }>({
  // Playwright reads what a fixture depends on from this pattern: nothing.
  // oxlint-disable-next-line no-empty-pattern
  launch: async ({}, use, info) => {
    const apps: GatherApp[] = []
    const problems: string[] = []
    const folder = mkdtempSync(join(tmpdir(), 'gather-test-'))
    await use(async (options = {}) => {
      const app = await open(options, options.data ?? join(folder, `data-${apps.length + 1}`), problems)
      apps.push(app)
      return app
    })
    for (const app of apps) await app.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    if (info.status === 'passed' && problems.length > 0) throw new Error(problems.join('\n'))
  },
})

export { expect } from '@playwright/test'
