import type { BuildingId, ClosureId, RoomId, UserId } from '../../shared/ids.ts'
import type { Flag } from '../flag.ts'

export interface ClosureTable {
  id: ClosureId
  reason: string
  note: string | null
  everywhere: Flag
  pattern: string | null
  lifted: Flag
  lifted_reason: string | null
  closed_by: UserId | null
  version: number
}

export interface ClosurePlaceTable {
  id: string
  closure_id: ClosureId
  building_id: BuildingId
  room_id: RoomId | null
}

export interface ClosureTimeTable {
  id: string
  closure_id: ClosureId
  starts_at: string
  ends_at: string
}
