import type { Generated } from 'kysely'
import type {
  AlertNoteId,
  ConsentId,
  FamilyId,
  LocalityId,
  MergeId,
  MustNotMeetId,
  PersonAdultId,
  PersonId,
  ReferenceId,
  UserId,
} from '../../shared/ids.ts'
import type { Answer } from '../../shared/people/contact-safety.rules.ts'
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
  safe_to_call: Answer
  allergies: string | null
  alert: Flag
  provisional: Flag
  version: number
  safe_to_text: Generated<Answer>
  safe_to_write: Generated<Answer>
  email: string | null
  address: string | null
  postcode: string | null
  locality_id: LocalityId | null
  access_needs: string | null
  language: string | null
  interpreter: Generated<Flag>
  /** The record this one was found to be the same person as: it is shown nowhere and keeps nothing of its own. */
  merged_into_id: PersonId | null
}

/** An adult of a person: with a record of their own, or only a name. */
export interface PersonAdultTable {
  id: PersonAdultId
  person_id: PersonId
  adult_id: PersonId | null
  name: string | null
  phone: string | null
  relation: string
  parental_responsibility: Answer
  may_collect: Answer
  /** 0 is nobody to ring in an emergency; 1 is rung first. */
  emergency: number
  note: string | null
  version: number
}

/** One line of the dated history of a consent; no line is "not asked". */
export interface ConsentTable {
  id: ConsentId
  person_id: PersonId
  kind: string
  answer: 'yes' | 'no'
  on_date: string
  step: number
  given_by: string
  until_date: string | null
  recorded_by: UserId
}

export interface PersonReferenceTable {
  id: ReferenceId
  person_id: PersonId
  system: string
  system_key: string
  value: string
}

export interface AlertNoteTable {
  id: AlertNoteId
  person_id: PersonId
  note: string
  on_date: string
  until_date: string | null
  written_by: UserId
  version: number
}

/** A pair, the lower id first. */
export interface MustNotMeetTable {
  id: MustNotMeetId
  person_id: PersonId
  other_id: PersonId
  reason: string
  on_date: string
  until_date: string | null
  written_by: UserId
  version: number
}

/** A pair that somebody looked at and found to be two people, the lower id first. */
export interface NotTheSameTable {
  id: string
  person_id: PersonId
  other_id: PersonId
  decided_at: string
  decided_by: UserId
}

export interface PersonMergeTable {
  id: MergeId
  kept_id: PersonId
  gone_id: PersonId
  merged_at: string
  merged_by: UserId
  /** JSON: all that it takes to make them two again. */
  moved: string
}
