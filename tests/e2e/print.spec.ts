import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect, test } from '../support/gather-app.ts'
import { callBridge } from '../support/page-calls.ts'

/** Makes every page that opens from now on say at once that it is ready, or never. */
const pagesBecomeReady = (electron: ElectronApplication) =>
  electron.evaluate(({ app }) => {
    app.on('web-contents-created', (_event, contents) => {
      contents.on('did-finish-load', () => {
        void contents.executeJavaScript("document.documentElement.dataset.printReady = 'true'")
      })
    })
  })

const chooseFile = (page: Page) =>
  page.evaluate(() => {
    const filters = [{ name: 'PDF', extensions: ['pdf'] }]
    return window.bridge.native('saveFile', { title: 'Save', suggestedName: 'day.pdf', filters })
  })

test('a print page is saved as a PDF where the person chose, and its window is closed', async ({
  launch,
}) => {
  const { data, electron, page, answerSave } = await launch()
  mkdirSync(data, { recursive: true })
  const path = join(data, 'day.pdf')
  await pagesBecomeReady(electron)
  await answerSave(path)
  const chosen = await chooseFile(page)
  const done = await page.evaluate(
    (pdf) => window.bridge.native('print', { route: '/print/day?date=2026-11-23', pdf }),
    chosen?.grant ?? '',
  )
  expect(done).toEqual({ done: true })
  expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-')
  expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('a PDF is not printed to a file that nobody chose', async ({ launch }) => {
  const { data, page } = await launch()
  const pdf = '00000000-0000-4000-8000-000000000000'
  const refusal = await callBridge(page, 'native', 'print', { route: '/print/day', pdf })
  expect(refusal).toContain('no longer knows where to save the PDF')
  expect(existsSync(join(data, 'day.pdf'))).toBe(false)
})
