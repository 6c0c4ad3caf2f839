import type { BookingId, RoomId, SessionId } from '../../shared/ids.ts'
import type { Booking } from '../../shared/bookings/bookings.contract.ts'
import type { Flag } from '../flag.ts'

export interface BookingTable {
  id: BookingId
  room_id: RoomId
  session_id: SessionId | null
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
  cancelled: Flag
  cancelled_reason: string | null
  version: number
}
