import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { FileGrant } from '../shared/wire.ts'
import type { DataClient } from './data-client.ts'

/**
 * The paths the person chose. The page gets a ticket, the data process the path with it; the main process
 * keeps the paths of saved files only, to print into one and to show it afterwards.
 */
export interface FileGrants {
  readonly toRead: (path: string) => FileGrant
  readonly toWrite: (path: string) => FileGrant
  readonly savedPath: (grant: string) => string | null
}

export function createGrants(data: DataClient): FileGrants {
  const saved = new Map<string, string>()
  const make = (path: string, mode: 'read' | 'write'): FileGrant => {
    const grant = randomUUID()
    data.tell({ kind: 'grant', grant, path, mode })
    if (mode === 'write') saved.set(grant, path)
    return { grant, fileName: basename(path) }
  }
  return {
    toRead: (path) => make(path, 'read'),
    toWrite: (path) => make(path, 'write'),
    savedPath: (grant) => saved.get(grant) ?? null,
  }
}
