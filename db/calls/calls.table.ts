import type { UserId } from '../../shared/ids.ts'

/** What was said about something that waited on Today and is no person's; it does not come back until a day. */
export interface NeedAnswerTable {
  id: string
  kind: string
  subject_id: string
  answer: string
  until_date: string
  at: string
  by_user: UserId
}
