import type { Generated } from 'kysely'
import type { EnrolmentId, GroupId, PersonId, UserId } from '../../shared/ids.ts'
import type { ParticipantRole } from '../../shared/enrolments/participants.rules.ts'
import type { EnrolmentStatus } from '../../shared/enrolments/enrolments.contract.ts'

export interface EnrolmentTable {
  id: EnrolmentId
  group_id: GroupId
  person_id: PersonId
  version: number
  /** As what they take part; null is what their age says. */
  role: ParticipantRole | null
  /** Who referred them, in words. */
  source: string | null
  referred_on: string | null
  reference: string | null
  /** 0 usual, 1 soon, 2 first. */
  priority: Generated<0 | 1 | 2>
  note: string | null
}

export interface EnrolmentEventTable {
  id: string
  enrolment_id: EnrolmentId
  on_date: string
  step: number
  status: EnrolmentStatus
  reason: string | null
  reason_kind: string | null
  /** Of an offer: the last day on which it can be taken up. */
  expires_on: string | null
  override_reason: string | null
  recorded_at: string | null
  recorded_by: UserId | null
}

/** Somebody who was passed over when a place was offered to another. */
export interface OfferSkipTable {
  id: string
  enrolment_id: EnrolmentId
  offered_id: EnrolmentId
  reason: string
  at: string
  by_user: UserId
}
