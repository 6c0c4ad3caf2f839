import type { ParticipantRole } from '../enrolments/participants.rules.ts'
import type { EnrolmentStatus } from '../enrolments/enrolments.contract.ts'
import type { TimePoint } from '../outcomes/outcomes.contract.ts'

/** The rows a group's figures are made of, all of one group and read at one moment. Ids are text of any kind. */
export interface GroupRows {
  /** Local date: what is still to come by it is not owed. */
  readonly today: string
  /** How many sessions complete the group; null where it has no rule. */
  readonly completeAt: number | null
  /** Each person with a history in the group by today, or with a mark in it: of those who only walked in, no statuses. */
  readonly people: readonly {
    readonly personId: string
    readonly familyId: string | null
    readonly dateOfBirth: string | null
    readonly role: ParticipantRole | null
    readonly referredOn: string | null
    /** Their history by today, first line first. */
    readonly statuses: readonly { readonly status: EnrolmentStatus; readonly onDate: string }[]
  }[]
  readonly sessions: readonly {
    readonly id: string
    /** Local date-times. */
    readonly startsAt: string
    readonly endsAt: string
    readonly didNotRun: boolean
    readonly complete: boolean
  }[]
  readonly marks: readonly {
    readonly sessionId: string
    readonly personId: string
    readonly attended: boolean
    readonly expected: boolean
    /** They told us that they would not come. */
    readonly apology: boolean
    /** Materials were sent, or somebody rang, instead. */
    readonly contact: boolean
    /** Of a volunteer, how long they helped. */
    readonly minutes: number | null
  }[]
  /** Heads counted in a role at a session, those with a name among them. */
  readonly heads: readonly {
    readonly sessionId: string
    readonly role: ParticipantRole
    readonly people: number
  }[]
  /** Volunteers of the service who helped at a session; null minutes are all of it. */
  readonly helpers: readonly {
    readonly sessionId: string
    readonly staffId: string
    readonly minutes: number | null
  }[]
  /** Of measures for change, those that count by who completed them; a total that is a sum among them. */
  readonly readings: readonly {
    readonly personId: string
    readonly measureId: string
    readonly edition: number
    readonly item: number
    readonly timePoint: TimePoint
    readonly value: number | null
  }[]
}
