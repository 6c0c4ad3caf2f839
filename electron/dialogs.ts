import { existsSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { BrowserWindow, app, dialog, shell, type FileFilter, type WebContents } from 'electron'
import type { FileGrants } from './grants.ts'
import type { NativeHandlers } from './native.ts'
import type { Memory } from './remembered.ts'

const copyFilters = (filters: readonly { name: string; extensions: readonly string[] }[]): FileFilter[] =>
  filters.map(({ name, extensions }) => ({ name, extensions: [...extensions] }))

/** Linux leaves the ending off when the person does, and `Notes 22.11` is no ending: a file is saved as what it is. */
function withEnding(path: string, filters: readonly { extensions: readonly string[] }[]): string {
  const endings = filters.flatMap(({ extensions }) => extensions)
  const has = endings.includes(extname(path).slice(1).toLowerCase())
  return has ? path : `${path}.${endings[0]}`
}

/** A dialog belongs to the window that asked, so that it cannot get lost behind it. */
function windowOf(page: WebContents): BrowserWindow {
  const window = BrowserWindow.fromWebContents(page)
  if (!window) throw new Error('The window has been closed.')
  return window
}

type Dialogs = Pick<NativeHandlers, 'openFile' | 'saveFile' | 'openSaved'>

/** The system's file dialogs, opening in the folder last used. */
export function createDialogs(grants: FileGrants, memory: Memory): Dialogs {
  const lastFolder = () => memory.read().lastFolder ?? app.getPath('documents')
  return {
    async openFile(page, { title, filters }) {
      const options = { title, filters: copyFilters(filters), defaultPath: lastFolder() }
      const chosen = await dialog.showOpenDialog(windowOf(page), { ...options, properties: ['openFile'] })
      const path = chosen.filePaths[0]
      if (chosen.canceled || !path) return null
      memory.write({ lastFolder: dirname(path) })
      return grants.toRead(path)
    },
    async saveFile(page, { title, filters, suggestedName }) {
      let defaultPath = join(lastFolder(), basename(suggestedName))
      for (;;) {
        const options = { title, filters: copyFilters(filters), defaultPath }
        const chosen = await dialog.showSaveDialog(windowOf(page), options)
        if (chosen.canceled || !chosen.filePath) return null
        memory.write({ lastFolder: dirname(chosen.filePath) })
        const path = withEnding(chosen.filePath, filters)
        // The system asks before it replaces the name that was typed, so it is asked about the whole name as well.
        if (path === chosen.filePath || !existsSync(path)) return grants.toWrite(path)
        defaultPath = path
      }
    },
    async openSaved(_page, { grant }) {
      const path = grants.savedPath(grant)
      if (!path) throw new Error('Gather no longer knows where that file was saved.')
      const problem = await shell.openPath(path)
      if (problem) throw new Error(`The file could not be opened. ${problem}`)
      return { done: true }
    },
  }
}
