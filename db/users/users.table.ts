import type { BuildingId, StaffId, UserId } from '../../shared/ids.ts'
import type { Role } from '../../shared/permissions.ts'
import type { Flag } from '../flag.ts'

export interface UserTable {
  id: UserId
  name: string
  name_key: string
  role: Role
  staff_id: StaffId | null
  half: 'east' | 'west' | null
  disabled: Flag
  version: number
}

export interface UserBuildingTable {
  id: string
  user_id: UserId
  building_id: BuildingId
}

export interface CredentialTable {
  id: UserId
  passphrase_hash: string
  last_signed_in_at: string | null
}
