import type { Output } from '../../api/client.ts'
import type { EnrolmentId, PersonId } from '../../../shared/ids.ts'

export type Stages = Output<'enrolments', 'stages'>

/** Somebody in a list of a group, with what a panel about them needs to begin. */
export interface Subject {
  readonly enrolmentId: EnrolmentId
  readonly personId: PersonId
  readonly name: string
  readonly version: number
}

/** What stands at the side of the people of a group. */
export type Panel =
  | { readonly kind: 'refer'; readonly named: string }
  | { readonly kind: 'offer' | 'accept' | 'end-offer' | 'see'; readonly subject: Subject }
  | { readonly kind: 'complete' }
