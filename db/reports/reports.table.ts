import type {
  BuildingId,
  EnrolmentId,
  FamilyId,
  GroupId,
  PersonId,
  ProgrammeId,
  SavedReportId,
  SnapshotId,
  UserId,
} from '../../shared/ids.ts'
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
  enrolment_id: EnrolmentId
  person_id: PersonId
  family_id: FamilyId | null
  group_id: GroupId
  programme_id: ProgrammeId
  building_id: BuildingId | null
  status: 'referred' | 'waiting' | 'offered'
  /** Local date from which they have waited. */
  since: string
}
