import type { Generated } from 'kysely'
import type { CommandId, UserId } from '../../shared/ids.ts'

export interface AuditEntryTable {
  seq: Generated<number>
  id: CommandId
  at: string
  user_id: UserId | null
  user_name: string
  operation: string
  subject: string | null
  changes: number
  undoes: CommandId | null
  depth: number
  root_operation: string
  previous_hash: string
  hash: string
}

export interface JournalTable {
  seq: Generated<number>
  command_id: CommandId
  table_name: string
  row_id: string
  before: string | null
  after: string | null
}

export interface CurrentCommandTable {
  one: 1
  id: CommandId | null
}
