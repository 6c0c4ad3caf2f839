import type { TakenPoint } from '../outcomes/flags.rules.ts'
import type { MeasureOverTime } from '../outcomes/editions.rules.ts'

/** A reading of the county, with whose it is and with whose help it was taken. */
export interface CountyReading extends TakenPoint {
  readonly groupId: string
}

/** What the report of outcomes is made of, read at one moment. Ids are text of any kind. */
export interface OutcomeRows {
  /** Local date: what ends after it has not ended. */
  readonly today: string
  /** Those that are for change; feedback has a report of its own. */
  readonly measures: readonly MeasureOverTime[]
  readonly readings: readonly CountyReading[]
  /** The family of each person who has one. */
  readonly familyOf: ReadonlyMap<string, string>
  /** The day of the last session of each group that ends; an open group, which people join and leave, has none. */
  readonly endOf: ReadonlyMap<string, string>
  /** By `inGroup`: the day on which somebody left or completed, of those who are not enrolled today. */
  readonly leftOn: ReadonlyMap<string, string>
  /** By `inGroup`: how often somebody came, over complete registers. */
  readonly came: ReadonlyMap<string, number>
  /** By `inGroup`: who is recorded as having completed. */
  readonly completed: ReadonlySet<string>
}

/** A person in a group: what is matched, and what the matched rate counts. */
export const inGroup = (groupId: string, personId: string): string => `${groupId} ${personId}`
