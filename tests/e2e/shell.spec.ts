import { spawn } from 'node:child_process'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { sandboxArgs } from '../../scripts/bootstrap.mjs'
import { findElectron } from '../../scripts/lib/electron.mjs'
import { root } from '../../scripts/lib/project.mjs'
import { expect, test } from '../support/gather-app.ts'
import { callBridge, hearMenu, heardMenu } from '../support/page-calls.ts'

const countyStatus = (page: Page) => callBridge(page, 'invoke', 'county', 'status', {})

const dataProcess = (electron: ElectronApplication) =>
  electron.evaluate(({ app }) => app.getAppMetrics().find((each) => each.name === 'Gather data')?.pid ?? null)

test('the window is called Gather and fits a laptop', async ({ launch }) => {
  const { electron, page } = await launch()
  const window = await electron.evaluate(({ BrowserWindow }) => {
    const [opened] = BrowserWindow.getAllWindows()
    return { title: opened?.getTitle(), size: opened?.getContentSize() }
  })
  expect(window).toEqual({ title: 'Gather', size: [1366, 768] })
  await expect(page.locator('#root > *').first()).toBeAttached()
})

test('About says the version, and when the runtime is only for evaluation', async ({ launch }) => {
  const { page } = await launch()
  const about = await page.evaluate(() => window.bridge.native('about', {}))
  expect(about.version).toBe(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version)
  expect(about.runtime).toContain('Electron')
  if (findElectron()?.evaluation) expect(about.evaluation).toContain('no security updates')
  else expect(about.evaluation).toBeNull()
})

test('the menu sends its commands to the page', async ({ launch }) => {
  const { page, chooseMenu } = await launch()
  await hearMenu(page)
  await chooseMenu('Go', 'Rooms')
  await chooseMenu('Edit', 'Find anything…')
  await chooseMenu('Edit', 'Undo')
  await expect
    .poll(() => heardMenu(page))
    .toEqual([
      { kind: 'go', to: '/rooms' },
      { kind: 'run', name: 'palette' },
      { kind: 'run', name: 'undo' },
    ])
})

test('Undo in a text field undoes the typing and nothing else', async ({ launch }) => {
  const { page, chooseMenu } = await launch()
  // The page's own script must have begun: it looks for what is taken away here.
  await expect(page.locator('#root > *').first()).toBeAttached()
  await hearMenu(page)
  await page.evaluate(() => {
    document.body.replaceChildren(Object.assign(document.createElement('textarea'), { id: 'words' }))
  })
  await page.locator('#words').focus()
  // At once: a pause between two letters makes them two things to undo.
  await page.keyboard.insertText('hello')
  await chooseMenu('Edit', 'Undo')
  await expect(page.locator('#words')).toHaveValue('')
  expect(await heardMenu(page)).toEqual([])
})

test('a file is known to the page by its name only', async ({ launch }) => {
  const { page, answerOpen, answerSave } = await launch()
  const filters = [{ name: 'Spreadsheets', extensions: ['xlsx'] }]
  const open = () =>
    page.evaluate((chosen) => window.bridge.native('openFile', { title: 'Open', filters: chosen }), filters)
  const save = () =>
    page.evaluate(
      (chosen) =>
        window.bridge.native('saveFile', { title: 'Save', suggestedName: 'people.xlsx', filters: chosen }),
      filters,
    )
  await answerOpen('/somewhere/private/register.xlsx')
  const opened = await open()
  expect(opened).toEqual({ grant: expect.stringMatching(/^[0-9a-f-]{36}$/), fileName: 'register.xlsx' })
  await answerSave('/somewhere/private/people')
  expect(await save()).toMatchObject({ fileName: 'people.xlsx' })
  await answerSave('/somewhere/private/people 22.11')
  expect(await save()).toMatchObject({ fileName: 'people 22.11.xlsx' })
  await answerOpen(null)
  await answerSave(null)
  expect(await open()).toBeNull()
  expect(await save()).toBeNull()
})

test('a file that is there is not replaced under a name that nobody was asked about', async ({ launch }) => {
  const { electron, page, data } = await launch()
  writeFileSync(join(data, 'people.xlsx'), 'what is there')
  await electron.evaluate(
    ({ dialog }, filePath) => {
      dialog.showSaveDialog = (_window: unknown, options?: { defaultPath?: string }) => {
        const again = options?.defaultPath === `${filePath}.xlsx`
        return Promise.resolve(again ? { canceled: true, filePath: '' } : { canceled: false, filePath })
      }
    },
    join(data, 'people'),
  )
  const input = { title: '', suggestedName: 'people', filters: [{ name: 'Workbook', extensions: ['xlsx'] }] }
  expect(await callBridge(page, 'native', 'saveFile', input)).toBeNull()
})

test('when the data process stops, the calls in flight are told and the next ones work', async ({
  launch,
}) => {
  const { electron, page } = await launch()
  expect(await countyStatus(page)).toMatchObject({ ok: true })
  const pid = await dataProcess(electron)
  expect(pid).not.toBeNull()
  if (pid) process.kill(pid, 'SIGSTOP')
  const inFlight = countyStatus(page)
  await page.waitForTimeout(200)
  if (pid) process.kill(pid, 'SIGKILL')
  expect(await inFlight).toMatchObject({ ok: false, error: { code: 'FAULT' } })
  await expect.poll(() => countyStatus(page)).toMatchObject({ ok: true })
})

/** Starts the program on a data folder where it cannot stay: what it said, and its exit code. */
async function startIn(data: string) {
  const electron = findElectron()
  const args = [...sandboxArgs(), ...(electron?.evaluation ? [] : [root])]
  const started = spawn(electron?.executable ?? '', args, { env: { ...process.env, GATHER_DATA: data } })
  let said = ''
  for (const stream of [started.stdout, started.stderr]) stream.on('data', (chunk) => (said += String(chunk)))
  const code = await new Promise((resolve) => started.once('exit', resolve))
  return { code, said }
}

test('a second copy on the same data does not open', async ({ launch }) => {
  const { data } = await launch()
  const { code, said } = await startIn(data)
  expect(code).toBe(0)
  expect(said).toContain('Gather is already open on this data.')
})

test('where nothing can be saved the program says so, before anything is typed', async ({ launch }) => {
  const { data } = await launch()
  writeFileSync(join(data, 'a-file'), '')
  const { code, said } = await startIn(join(data, 'a-file', 'folder'))
  expect(code).toBe(1)
  expect(said).toContain('Ask for permission to write to it')
})

test('the data folder is made for its owner alone', async ({ launch }) => {
  test.skip(process.platform === 'win32', 'Windows has no such bits: the profile is the owner’s alone.')
  const { data } = await launch()
  expect(statSync(data).mode & 0o777).toBe(0o700)
})

test('the sample county is thrown away when it is closed, and the own data is not touched', async ({
  launch,
}) => {
  const app = await launch({ sample: true })
  const folder = await app.electron.evaluate(({ app: program }) => program.getPath('userData'))
  expect(folder).not.toBe(app.data)
  await expect.poll(() => countyStatus(app.page), { timeout: 30_000 }).toMatchObject({ ok: true })
  expect(existsSync(join(folder, 'gather.db'))).toBe(true)
  await app.close()
  expect(existsSync(join(folder, 'gather.db'))).toBe(false)
  expect(existsSync(join(app.data, 'gather.db'))).toBe(false)
})
