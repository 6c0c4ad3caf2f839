import type { Generated } from 'kysely'
import type { ParticipantRole } from '../../shared/enrolments/participants.rules.ts'
import type { CorrectionId, HeadcountId, PersonId, SessionId, UserId } from '../../shared/ids.ts'
import type { Flag } from '../flag.ts'

export interface MarkCodeTable {
  id: string
  label: string
  attended: Flag
  expected: Flag
  position: number
  retired: Flag
  /** Somebody was in touch who did not come. */
  contact: Generated<Flag>
  /** They told us: counts in "attended or apologised". */
  apology: Generated<Flag>
  /** Whether it takes minutes, and of what. */
  minutes: 'late' | 'early' | null
  /** The key that gives it; null is its own letter. */
  key: string | null
  version: Generated<number>
}

export interface MarkTable {
  id: string
  session_id: SessionId
  person_id: PersonId
  code: string
  marked_at: string
  marked_by: UserId
  version: number
  /** How late, or how early they left, by what the letter says; of a volunteer, how long they helped. */
  minutes: number | null
  note: string | null
}

/** How many were there in a role, all told: those with a name are among them. */
export interface SessionHeadcountTable {
  id: HeadcountId
  session_id: SessionId
  role: ParticipantRole
  people: number
}

/** A mark changed after its register was complete; null is not recorded. */
export interface MarkCorrectionTable {
  id: CorrectionId
  session_id: SessionId
  person_id: PersonId
  from_code: string | null
  to_code: string | null
  reason: string | null
  at: string
  by_user: UserId
}
