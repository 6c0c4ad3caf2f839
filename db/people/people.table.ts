import type { FamilyId, PersonId } from '../../shared/ids.ts'
import type { Flag } from '../flag.ts'

export interface FamilyTable {
  id: FamilyId
  name: string
  name_key: string
  version: number
}

export interface PersonTable {
  id: PersonId
  family_id: FamilyId | null
  first_name: string
  last_name: string
  known_as: string | null
  sort_key: string
  search_key: string
  match_key: string
  known_match_key: string | null
  date_of_birth: string | null
  mosaic_id: string | null
  phone: string | null
  safe_to_call: 'yes' | 'no' | 'not-asked'
  allergies: string | null
  alert: Flag
  provisional: Flag
  version: number
}
