import { setTimeout as pause } from 'node:timers/promises'
import type { BrowserWindow, PrintToPDFOptions, WebContents } from 'electron'
import { writeSafely } from '../db/exports/write-safely.ts'
import type { FileGrants } from './grants.ts'
import type { NativeHandlers } from './native.ts'
import { pageOrigin } from './page-protocol.ts'
import type { Sessions } from './sessions.ts'
import { pageWindow } from './window.ts'

const readyLimit = 30_000
const lookEvery = 50

const small = 'font: 8px sans-serif; color: #516269; width: 100%; margin: 0 12mm; display: flex'
const footerTemplate =
  `<div style="${small}; justify-content: space-between"><span class="title"></span>` +
  '<span>Page <span class="pageNumber"></span> of <span class="totalPages"></span></span></div>'

const pdfOptions: PrintToPDFOptions = {
  pageSize: 'A4',
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  displayHeaderFooter: true,
  headerTemplate: '<span></span>',
  footerTemplate,
}

/** The page says when its data is in and its fonts are loaded, by `data-print-ready` on its root. */
async function untilReady(page: WebContents): Promise<void> {
  const end = performance.now() + readyLimit
  while (performance.now() < end) {
    if (await page.executeJavaScript("document.documentElement.dataset.printReady === 'true'")) return
    await pause(lookEvery)
  }
  throw new Error('The page to print was not ready in time, so nothing was printed. Try again.')
}

function toPrinter(page: WebContents): Promise<boolean> {
  return new Promise((resolve, reject) => {
    page.print({ printBackground: true }, (done, reason) => {
      if (done || /cancel/i.test(reason)) resolve(done)
      else reject(new Error(`It could not be printed. The printer said: ${reason}.`))
    })
  })
}

/** A sheet of labels says by `data-print-bare` that nothing but the page goes on it. */
const isBare = (page: WebContents): Promise<boolean> =>
  page.executeJavaScript("document.documentElement.dataset.printBare === 'true'")

async function toFile(page: WebContents, path: string): Promise<boolean> {
  const options = { ...pdfOptions, displayHeaderFooter: !(await isBare(page)) }
  await writeSafely(path, await page.printToPDF(options), async () => undefined)
  return true
}

/** Prints a print page of the program, out of sight, as the person who asked. */
export function createPrint(grants: FileGrants, sessions: Sessions): NativeHandlers['print'] {
  return async (owner, { route, pdf }) => {
    const path = pdf === undefined ? null : grants.savedPath(pdf)
    if (pdf !== undefined && !path)
      throw new Error('Gather no longer knows where to save the PDF. Try again.')
    const window: BrowserWindow = pageWindow({ width: 794, height: 1123, backgroundColor: '#FFFFFF' })
    sessions.join(window.webContents, owner)
    try {
      await window.loadURL(`${pageOrigin}/#${route}`)
      await untilReady(window.webContents)
      return { done: await (path ? toFile(window.webContents, path) : toPrinter(window.webContents)) }
    } finally {
      window.destroy()
    }
  }
}
