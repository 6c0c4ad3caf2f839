import type { Generated } from 'kysely'
import type {
  BuildingId,
  GroupId,
  InviteeId,
  PersonId,
  ProgrammeId,
  ProgrammeSessionId,
  SeriesId,
  SessionId,
  SessionStaffId,
  StaffId,
  UserId,
} from '../../shared/ids.ts'
import type { DeliveryMode, SessionKind, SessionPart } from '../../shared/programmes/session-kinds.ts'
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
  /** The edition of its programme that it was planned by. */
  edition: Generated<number>
  mode: Generated<DeliveryMode>
  complete_at: number | null
  paused_on: string | null
  paused_reason: string | null
  linked_group_id: GroupId | null
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
  topic_id: ProgrammeSessionId | null
  topic: string | null
  kind: Generated<SessionKind>
  /** Null is the group's own. */
  mode: DeliveryMode | null
  note: string | null
  make_up_for_id: SessionId | null
  /** Only its invitees are expected. */
  invited_only: Generated<Flag>
  paused: Generated<Flag>
}

export interface SessionInviteeTable {
  id: InviteeId
  session_id: SessionId
  person_id: PersonId
}

export interface SessionStaffTable {
  id: SessionStaffId
  session_id: SessionId
  staff_id: StaffId
  part: SessionPart
  minutes: number | null
}
