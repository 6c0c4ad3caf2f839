import type { StaffId, UserId } from '../../shared/ids.ts'
import type { Role } from '../../shared/permissions.ts'
import type { Flag } from '../flag.ts'

export interface UserTable {
  id: UserId
  name: string
  name_key: string
  role: Role
  staff_id: StaffId | null
  disabled: Flag
  version: number
}

export interface CredentialTable {
  id: UserId
  passphrase_hash: string
  last_signed_in_at: string | null
}
