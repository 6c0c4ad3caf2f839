import { dirname, basename, extname, join } from 'node:path'
import { BrowserWindow, app, dialog, shell, type FileFilter, type WebContents } from 'electron'
import type { FileGrants } from './grants.ts'
import type { NativeHandlers } from './native.ts'
import type { Memory } from './remembered.ts'

const copyFilters = (filters: readonly { name: string; extensions: readonly string[] }[]): FileFilter[] =>
  filters.map(({ name, extensions }) => ({ name, extensions: [...extensions] }))

/** Linux leaves the ending off when the person does. */
function withEnding(path: string, filters: readonly { extensions: readonly string[] }[]): string {
  const ending = filters[0]?.extensions[0]
  return extname(path) === '' && ending ? `${path}.${ending}` : path
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
      const options = {
        title,
        filters: copyFilters(filters),
        defaultPath: join(lastFolder(), basename(suggestedName)),
      }
      const chosen = await dialog.showSaveDialog(windowOf(page), options)
      if (chosen.canceled || !chosen.filePath) return null
      memory.write({ lastFolder: dirname(chosen.filePath) })
      return grants.toWrite(withEnding(chosen.filePath, filters))
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
