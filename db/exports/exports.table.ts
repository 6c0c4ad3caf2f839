import type { FileLayoutId, FileMadeId, UserId } from '../../shared/ids.ts'
import type { Flag } from '../flag.ts'

/** A file that was made: only ever added to. */
export interface FileMadeTable {
  id: FileMadeId
  kind: string
  /** What was asked for, ids and dates only; JSON. */
  asked: string
  /** JSON: the name and the number of rows of each sheet. */
  sheets: string
  hash: string
  definitions_version: number
  /** UTC instant. */
  made_at: string
  made_by: UserId
  /** JSON of what may come back changed. */
  baseline: string | null
  salt: string | null
}

export interface FileLayoutTable {
  id: FileLayoutId
  kind: 'old-workbook' | 'synergy' | 'mosaic'
  name: string
  name_key: string
  content: string
  retired: Flag
  version: number
}
