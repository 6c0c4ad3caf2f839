import type { PersonId, SessionId, UserId } from '../../shared/ids.ts'
import type { Flag } from '../flag.ts'

export interface MarkCodeTable {
  id: string
  label: string
  attended: Flag
  expected: Flag
  position: number
  retired: Flag
}

export interface MarkTable {
  id: string
  session_id: SessionId
  person_id: PersonId
  code: string
  marked_at: string
  marked_by: UserId
  version: number
}
