import type { GroupId } from '../../shared/ids.ts'

export interface ImportBatchTable {
  id: string
  group_id: GroupId
  file_name: string | null
  at: string
}

export interface ImportLeftOutTable {
  id: string
  batch_id: string
  row_number: number
  cells: string
  reason: string
}
