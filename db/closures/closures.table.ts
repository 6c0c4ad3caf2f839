import type { BookingId, BuildingId, ClosureId, RoomId, UserId } from '../../shared/ids.ts'
import type { Flag } from '../flag.ts'

export interface ClosureTable {
  id: ClosureId
  reason: string
  note: string | null
  everywhere: Flag
  pattern: string | null
  lifted_at: string | null
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

export interface ClosureChoiceTable {
  id: string
  closure_id: ClosureId
  booking_id: BookingId
  did: 'move' | 'cancel' | 'keep'
  from_room_id: RoomId
}
