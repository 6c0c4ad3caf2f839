import type {
  AccessId,
  BuildingId,
  EquipmentId,
  LocalityId,
  OpeningExceptionId,
  RoomId,
} from '../../shared/ids.ts'
import type { accessKinds } from '../../shared/buildings/access.contract.ts'
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
  latitude: number | null
  longitude: number | null
  opens_on_bank_holidays: Flag
  note: string | null
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
  least_people: number | null
  floor: string | null
  phone: string | null
  note: string | null
  needs_approval: Flag
  sample: Flag
  archived: Flag
  version: number
}

export interface RoomOverlapTable {
  room_id: RoomId
  other_id: RoomId
}

export interface RoomFeatureTable {
  id: string
  room_id: RoomId
  name: string
  name_key: string
}

export interface OpeningHoursTable {
  id: string
  building_id: BuildingId
  weekday: number
  opens: string
  closes: string
}

export interface OpeningExceptionTable {
  id: OpeningExceptionId
  building_id: BuildingId
  from_date: string
  to_date: string
  reason: string
  version: number
}

export interface OpeningExceptionHoursTable {
  id: string
  exception_id: OpeningExceptionId
  opens: string
  closes: string
}

export interface AccessTable {
  id: AccessId
  building_id: BuildingId
  room_id: RoomId | null
  from_date: string
  kind: (typeof accessKinds)[number]
  key_holder: string | null
  code: string | null
  note: string | null
  version: number
}

export interface EquipmentTable {
  id: EquipmentId
  building_id: BuildingId
  name: string
  quantity: number
  archived: Flag
  version: number
}
