import type { LocalityId, ProgrammeId, StaffId, TrainingId } from '../../shared/ids.ts'
import type { Stream } from '../../shared/staff/staff.contract.ts'
import type { Flag } from '../flag.ts'

export interface StaffTable {
  id: StaffId
  name: string
  name_key: string
  job_title: string | null
  stream: Stream
  locality_id: LocalityId | null
  phone: string | null
  email: string | null
  archived: Flag
  version: number
}

/** What a member of staff has been trained in. */
export interface StaffTrainingTable {
  id: TrainingId
  staff_id: StaffId
  programme_id: ProgrammeId
  trained_on: string | null
  expires_on: string | null
}
