import { byDate, eventAsAt, type EnrolmentEvent } from '../enrolments/roster.rules.ts'
import type { MergeChoice } from './merge.contract.ts'

/** One line of a dated history, by its id. */
export interface HistoryLine extends EnrolmentEvent {
  readonly id: string
}

/** What becomes of the lines of two histories with one group. */
export interface UnitedHistory<L extends HistoryLine> {
  /** The lines that stay, in order, each with the step it has from now on. */
  readonly lines: readonly { readonly line: L; readonly step: number }[]
  readonly left: readonly L[]
}

const begins = (history: readonly EnrolmentEvent[]) => history.map((line) => line.onDate).toSorted()[0] ?? ''

/** The first day on which two histories, both begun, say different things; null when they never do. */
export function firstContradiction(
  one: readonly EnrolmentEvent[],
  other: readonly EnrolmentEvent[],
): string | null {
  const days = [...one, ...other].map((line) => line.onDate).toSorted()
  const different = (day: string) => {
    const [a, b] = [eventAsAt(one, day), eventAsAt(other, day)]
    return a !== null && b !== null && a.status !== b.status
  }
  return days.find(different) ?? null
}

/**
 * Two histories with one group as one. Where they never contradict each other, or with `both`, all lines stay in the
 * order of their dates, a line that both have once; of two lines on one day that of the kept record holds. With `kept`
 * or `gone` the one history holds from the day it begins, and of the other only what came before stays.
 */
export function uniteHistories<L extends HistoryLine>(
  kept: readonly L[],
  gone: readonly L[],
  choice: MergeChoice,
): UnitedHistory<L> {
  const [first, second] = [
    choice === 'gone' ? kept.filter((line) => line.onDate < begins(gone)) : kept,
    choice === 'kept' ? gone.filter((line) => line.onDate < begins(kept)) : gone,
  ]
  const fresh = second.filter((line) => !first.some((own) => isSame(own, line)))
  // Those of the kept record come last on their day, because the last line of a day holds.
  const ordered = [...fresh.map((line) => ({ line, late: 0 })), ...first.map((line) => ({ line, late: 1 }))] // prettier-ignore
    .toSorted(
      (a, b) => a.line.onDate.localeCompare(b.line.onDate) || a.late - b.late || byDate(a.line, b.line),
    ) // prettier-ignore
    .map(({ line }) => line)
  const stays = new Set(ordered)
  return { lines: withSteps(ordered), left: [...kept, ...gone].filter((line) => !stays.has(line)) }
}

const isSame = (a: HistoryLine, b: HistoryLine) =>
  a.onDate === b.onDate && a.status === b.status && (b.reason === null || a.reason === b.reason)

function withSteps<L extends HistoryLine>(ordered: readonly L[]) {
  let [day, step] = ['', 0]
  return ordered.map((line) => {
    step = line.onDate === day ? step + 1 : 1
    day = line.onDate
    return { line, step }
  })
}
