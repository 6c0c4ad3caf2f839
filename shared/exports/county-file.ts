import type { EnrolmentStatus } from '../enrolments/enrolments.contract.ts'
import type { ParticipantRole } from '../enrolments/participants.rules.ts'
import type { CompletedBy } from '../outcomes/measure-details.ts'
import type { TimePoint } from '../outcomes/outcomes.contract.ts'
import type { Filters } from '../reports/splits.rules.ts'
import type { DeliveryMode, SessionKind } from '../programmes/session-kinds.ts'
import type { Cell } from './sheet.ts'

/** Which days and groups a file of the county is of. Local dates, both included. */
export interface CountyFileAsked extends Filters {
  readonly from: string
  readonly to: string
}

/** A group as files of the county have it. What its name tells is for those who may see people. */
export interface FileGroup {
  readonly id: string
  readonly name: string
  readonly programmeId: string
  readonly programme: string
  readonly sensitive: boolean
  readonly building: string | null
  readonly locality: string | null
  readonly half: 'east' | 'west' | null
}
export interface FileSession {
  readonly id: string
  readonly groupId: string
  /** Local date and time. */
  readonly startsAt: string
  readonly endsAt: string
  readonly kind: SessionKind
  /** As it meets: its own way, or its group's. */
  readonly mode: DeliveryMode
  readonly building: string | null
  readonly didNotRun: boolean
  /** Whether the register is complete: only then are its marks counted in figures. */
  readonly complete: boolean
}
export interface FilePerson {
  readonly id: string
  readonly name: string
  readonly familyId: string | null
  readonly family: string | null
  readonly dateOfBirth: string | null
  readonly locality: string | null
}
export interface FileEnrolment {
  readonly groupId: string
  readonly personId: string
  readonly role: ParticipantRole | null
  readonly referredOn: string | null
  /** The first day as each; null for never by the last day of the file. */
  readonly offeredOn: string | null
  readonly enrolledOn: string | null
  /** How they stood on the last day of the file, since when, and why in a word of the list. */
  readonly status: EnrolmentStatus
  readonly since: string
  readonly reasonKind: string | null
}
export interface FileMark {
  readonly sessionId: string
  readonly personId: string
  readonly code: string
  /** Whether it means that they came, and that they were expected. Materials are no attendance. */
  readonly came: boolean
  readonly expected: boolean
  /** Volunteers help: they are in no figure. */
  readonly volunteer: boolean
}
export interface FileReading {
  readonly groupId: string
  readonly personId: string
  readonly measure: string
  readonly edition: number
  readonly timePoint: TimePoint
  readonly round: number
  /** Of a scale its name, of a goal its number, of the one number or the total nothing. */
  readonly scale: string | null
  readonly completedBy: CompletedBy
  readonly takenOn: string
  /** null when it was not done. */
  readonly value: number | null
  readonly notDoneReason: string | null
}
/** Forms without a name. */
export interface FileTally {
  readonly groupId: string
  readonly on: string | null
  readonly measure: string
  readonly scale: string | null
  readonly value: number
  readonly people: number
}

/** All that a file of the county is made of. What is long comes in batches. */
export interface CountyFileRows {
  readonly asked: CountyFileAsked
  readonly groups: ReadonlyMap<string, FileGroup>
  readonly sessions: ReadonlyMap<string, FileSession>
  readonly people: ReadonlyMap<string, FilePerson>
  enrolments(): AsyncIterable<readonly FileEnrolment[]>
  marks(): AsyncIterable<readonly FileMark[]>
  readings(): AsyncIterable<readonly FileReading[]>
  readonly tallies: readonly FileTally[]
}

export type Batch = readonly (readonly Cell[])[]

/** One batch of what is short enough to be at hand. */
export async function* atOnce<T>(
  rows: Iterable<T>,
  cells: (row: T) => readonly Cell[],
): AsyncGenerator<Batch> {
  let batch: (readonly Cell[])[] = []
  for (const row of rows) {
    batch.push(cells(row))
    if (batch.length === 500) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}

/** Batches as they come; what has no cells is left out. */
export async function* each<T>(
  batches: AsyncIterable<readonly T[]>,
  cells: (row: T) => readonly Cell[] | null,
): AsyncGenerator<Batch> {
  for await (const batch of batches) yield batch.flatMap((row) => {
    const made = cells(row)
    return made === null ? [] : [made]
  }) // prettier-ignore
}
