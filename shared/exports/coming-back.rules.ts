import { timePointLabels, timePoints, type TimePoint } from '../outcomes/time-points.ts'

/** The sheets of a group's workbook that may come back changed, and what they are called in it. */
export const comingBack = {
  register: 'Register',
  goals: 'Goals',
  outcomes: 'Outcomes',
  feedback: 'Feedback',
} as const
export type ComingBack = keyof typeof comingBack

/** What stands in one place: a letter, words, a number of people, or a reading with its reason and date. */
export interface Standing {
  readonly value: string | number | null
  /** Why there is no number. */
  readonly reason: string | null
  /** The day it was taken, `2026-10-27`. */
  readonly on: string | null
}
export const nothing: Standing = { value: null, reason: null, on: null }
export const standing = (value: string | number | null): Standing => ({ ...nothing, value })
export const isNothing = ({ value, reason }: Standing): boolean => value === null && reason === null
/** Two places without a number and a reason are alike, whatever day was left beside them. */
export const isSame = (a: Standing, b: Standing): boolean =>
  isNothing(a) ? isNothing(b) : a.value === b.value && a.reason === b.reason && a.on === b.on

/** One row of a sheet as it left: what it is, what is written in it to know it by, and what stood in its places. */
export interface BaselineRow {
  readonly key: string
  /** By the key of the column: the name, the measure. A row that says something else has lost its key. */
  readonly says: Readonly<Record<string, string>>
  readonly places: Readonly<Record<string, Standing>>
}

/** A sheet as it left. */
export interface BaselineSheet {
  readonly sheet: ComingBack
  /** The keys of the columns that are read back, with the heading of each: words, or a date. */
  readonly columns: Readonly<Record<string, string>>
  readonly rows: readonly BaselineRow[]
}

/** The words by which a sheet is known again, and the file it belongs to. */
export const anchorOf = (fileId: string, sheet: ComingBack): string => `gather 1 ${fileId} ${sheet}`

const isComingBack = (word: string | undefined): word is ComingBack =>
  word !== undefined && Object.hasOwn(comingBack, word)

/** What an anchor says; null for any other text. */
export function readAnchor(text: string): { fileId: string; sheet: ComingBack } | null {
  const [name, version, fileId, sheet] = text.trim().split(' ')
  if (name !== 'gather' || version !== '1' || fileId === undefined || !isComingBack(sheet)) return null
  return { fileId, sheet }
}

/** Keys of the rows that are not one of the list. */
export const HEADINGS_KEY = 'headings'
export const TOTALS_KEY = 'totals'

const parts = ' '
export const NO_SESSION = '-'
/** Where readings stand in a row: of one person, scale, round, completer and session. */
export interface ReadingRow {
  readonly personId: string
  readonly measureId: string
  readonly item: number
  readonly round: number
  readonly completedBy: string
  readonly sessionId: string | null
}
export const readingRowKey = (row: ReadingRow): string =>
  [row.personId, row.measureId, row.item, row.round, row.completedBy, row.sessionId ?? NO_SESSION].join(parts)

/** The parts of a row's key again, in the order they were put together. */
export const keyParts = (key: string): string[] => key.split(parts)

/** The column of a reading's number, and that of its date. */
export const onColumn = (point: TimePoint): string => `${point} on`
export const REASONS_COLUMN = 'not done'

/** Every reason of a row in one cell: `After: Moved away; Follow-up: No reply`. */
export const reasonsInWords = (places: Readonly<Record<string, Standing>>): string =>
  timePoints
    .flatMap((point) => {
      const reason = places[point]?.reason ?? null
      return reason === null ? [] : [`${timePointLabels[point]}: ${reason}`]
    })
    .join('; ')

const ends = new RegExp(`;\\s*(?=(?:${Object.values(timePointLabels).join('|')})\\s*:)`, 'i')

/** The reasons of a cell by their time points; null when a part does not say at which. */
export function readReasons(text: string): Partial<Record<TimePoint, string>> | null {
  const found: Partial<Record<TimePoint, string>> = {}
  for (const part of text.split(ends).filter((one) => one.trim() !== '')) {
    const colon = part.indexOf(':')
    const label = part.slice(0, colon).trim().toLowerCase()
    const point = timePoints.find((one) => timePointLabels[one].toLowerCase() === label)
    const reason = part.slice(colon + 1).trim()
    if (point === undefined || reason === '') return null
    found[point] = reason
  }
  return found
}
