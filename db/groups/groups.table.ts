import type {
  BuildingId,
  GroupId,
  ProgrammeId,
  SeriesId,
  SessionId,
  StaffId,
  UserId,
} from '../../shared/ids.ts'
import type { Flag } from '../flag.ts'

export interface GroupTable {
  id: GroupId
  programme_id: ProgrammeId
  series_id: SeriesId | null
  building_id: BuildingId | null
  name: string
  name_key: string
  public_title: string
  capacity: number | null
  cancelled: Flag
  cancelled_reason: string | null
  version: number
}

export interface GroupFacilitatorTable {
  id: string
  group_id: GroupId
  staff_id: StaffId
}

export interface SessionTable {
  id: SessionId
  group_id: GroupId
  series_id: SeriesId | null
  starts_at: string
  ends_at: string
  did_not_run: Flag
  reason: string | null
  changed_by_hand: Flag
  series_date: string | null
  register_completed_at: string | null
  register_completed_by: UserId | null
  version: number
}
