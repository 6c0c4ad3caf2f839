import type { ContactId, GroupId, PersonId, UserId } from '../../shared/ids.ts'
import type { ContactOutcome, ContactSubject, ContactWay } from '../../shared/contacts/contact.ts'

/** One try to reach somebody. */
export interface ContactTable {
  id: ContactId
  person_id: PersonId
  group_id: GroupId | null
  /** By the wall clock. */
  at: string
  way: ContactWay
  about: ContactSubject
  outcome: ContactOutcome
  note: string | null
  /** What is to be done next, in words. */
  next_step: string | null
  by_user: UserId
  version: number
}
