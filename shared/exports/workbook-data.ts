import type { OutcomeSheet } from '../outcomes/outcomes.contract.ts'
import type { MarkCode } from '../registers/mark-code.ts'
import type { RegisterState } from '../registers/registers.rules.ts'
import type { Figure } from '../reports/reports.contract.ts'

/** Everything a group's workbook is made of, read at one moment. */
export interface WorkbookData {
  /** Of this one file, by which it is known when it comes back. */
  readonly fileId: string
  readonly groupName: string
  readonly publicTitle: string
  readonly programmeName: string
  readonly buildingName: string | null
  readonly serviceName: string
  readonly sample: boolean
  readonly madeBy: string
  /** UTC instant, and the same by the wall clock. */
  readonly madeAt: string
  readonly madeAtLocal: string
  readonly programVersion: string
  readonly definitionsVersion: number
  readonly figures: readonly Figure[]
  readonly codes: readonly MarkCode[]
  readonly sessions: readonly {
    readonly id: string
    /** null for one that did not run. */
    readonly number: number | null
    readonly startsAt: string
    readonly state: RegisterState
    readonly reason: string | null
  }[]
  /** Everyone ever enrolled, marked or measured in the group, by last name. */
  readonly people: readonly {
    readonly personId: string
    readonly name: string
    /** Helps, and is no attendance. */
    readonly volunteer: boolean
  }[]
  readonly marks: readonly {
    readonly sessionId: string
    readonly personId: string
    readonly code: string
    /** Local date and time. */
    readonly markedAt: string
    readonly markedBy: string
  }[]
  readonly outcomes: Pick<OutcomeSheet, 'measures' | 'earlier' | 'goals' | 'readings'>
  /** Forms that came back without a name: how many gave each answer. */
  readonly tallies: readonly {
    readonly measureId: string
    readonly sessionId: string | null
    /** Of the measure, when they were counted. */
    readonly edition: number
    readonly item: number
    readonly value: number
    readonly people: number
  }[]
}

/** The rows of it: all that may come back changed is made of these. */
export type WorkbookRows = Pick<
  WorkbookData,
  'codes' | 'sessions' | 'people' | 'marks' | 'outcomes' | 'tallies'
>
