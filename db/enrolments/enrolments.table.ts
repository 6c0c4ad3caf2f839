import type { EnrolmentId, GroupId, PersonId } from '../../shared/ids.ts'
import type { EnrolmentStatus } from '../../shared/enrolments/enrolments.contract.ts'

export interface EnrolmentTable {
  id: EnrolmentId
  group_id: GroupId
  person_id: PersonId
  version: number
}

export interface EnrolmentEventTable {
  id: string
  enrolment_id: EnrolmentId
  on_date: string
  step: number
  status: EnrolmentStatus
  reason: string | null
}
