import type { ParticipantRole } from '../enrolments/participants.rules.ts'
import type { SessionPart } from '../programmes/session-kinds.ts'
import type { Stream } from '../staff/staff.contract.ts'

/** A session of any group of the county. */
export interface CountySession {
  readonly id: string
  readonly groupId: string
  /** Local date. */
  readonly on: string
  /** How long it is. */
  readonly minutes: number
  readonly didNotRun: boolean
  readonly complete: boolean
}

/** Somebody with a mark. People who were found to be one are one. */
export interface CountyPerson {
  readonly id: string
  readonly familyId: string | null
  readonly dateOfBirth: string | null
  /** As what they take part, by group, where it is said. */
  readonly roles: ReadonlyMap<string, ParticipantRole>
}

/** A mark in a complete register. */
export interface CountyMark {
  readonly session: CountySession
  readonly person: CountyPerson
  readonly attended: boolean
  readonly expected: boolean
  /** They told us that they would not come. */
  readonly apology: boolean
  /** Of a volunteer, how long they helped. */
  readonly minutes: number | null
}

/** Somebody of the service who had a part in delivering a session. */
export interface CountyHelper {
  readonly session: CountySession
  readonly staffId: string
  readonly stream: Stream
  readonly part: SessionPart
  /** Of a volunteer, how long they helped; null is all of it. */
  readonly minutes: number | null
}

/** What the reports of attendance are made of, of some days, read at one moment. Sessions in the order of time, and marks by them. */
export interface CountyRows {
  /** Local date: what is still to come by it is not owed. */
  readonly today: string
  readonly sessions: readonly CountySession[]
  readonly marks: readonly CountyMark[]
  /** Heads counted in a role at a session whose register is complete, those with a name among them. */
  readonly heads: readonly {
    readonly session: CountySession
    readonly role: ParticipantRole
    readonly people: number
  }[]
  readonly helpers: readonly CountyHelper[]
}
