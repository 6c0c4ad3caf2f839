import type { BookingId, EquipmentId, RoomId, SeriesId, SessionId, UserId } from '../../shared/ids.ts'
import type { Booking, storedStatuses } from '../../shared/bookings/bookings.contract.ts'
import type { Flag } from '../flag.ts'

export interface BookingTable {
  id: BookingId
  room_id: RoomId
  lead_id: BookingId | null
  session_id: SessionId | null
  series_id: SeriesId | null
  series_date: string | null
  starts_at: string
  ends_at: string
  setup_minutes: number
  cleardown_minutes: number
  held_from: string
  held_until: string
  purpose: Booking['purpose']
  title: string
  note: string | null
  contact: string | null
  private: Flag
  people: number | null
  layout: string | null
  status: (typeof storedStatuses)[number]
  expires_on: string | null
  cancelled_reason: string | null
  override_reason: string | null
  booked_by: UserId | null
  own_time: Flag
  own_room: Flag
  own_details: Flag
  checked_in_at: string | null
  ended_at: string | null
  version: number
}

export interface BookingEquipmentTable {
  id: string
  booking_id: BookingId
  equipment_id: EquipmentId
  quantity: number
}
