import type { BuildingId, LocalityId, RoomId } from '../../shared/ids.ts'
import type { Flag } from '../flag.ts'

export interface LocalityTable {
  id: LocalityId
  name: string
  half: 'east' | 'west'
}

export interface LocalityAliasTable {
  id: string
  locality_id: LocalityId
  alias: string
  alias_key: string
}

export interface BuildingTable {
  id: BuildingId
  name: string
  name_key: string
  locality_id: LocalityId | null
  address: string | null
  phone: string | null
  sample: Flag
  archived: Flag
  version: number
}

export interface RoomTable {
  id: RoomId
  building_id: BuildingId
  name: string
  capacity: number | null
  step_free: Flag | null
  setup_minutes: number
  cleardown_minutes: number
  part_of_id: RoomId | null
  sample: Flag
  archived: Flag
  version: number
}

export interface RoomOverlapView {
  room_id: RoomId
  other_id: RoomId
}
