import type { SavedReportId, SnapshotId, UserId } from '../../shared/ids.ts'
import type { Flag } from '../flag.ts'

export interface SavedReportTable {
  id: SavedReportId
  user_id: UserId
  name: string
  name_key: string
  shared: Flag
  report: string
  /** JSON, as shared/reports/asked.ts has it. */
  asked: string
  version: number
}

/** Who waited on one day: only ever added to. */
export interface WaitingSnapshotTable {
  id: SnapshotId
  /** Local date. */
  on_date: string
  /** UTC instant. */
  taken_at: string
  taken_by: UserId | null
  definitions_version: number
}

export interface WaitingSnapshotLineTable {
  id: string
  snapshot_id: SnapshotId
  /** All as they were known that day, and bound to no row: a record may have gone since. */
  enrolment_id: string
  person_id: string
  family_id: string | null
  group_id: string
  programme_id: string
  building_id: string | null
  status: 'referred' | 'waiting' | 'offered'
  /** Local date from which they have waited. */
  since: string
}
