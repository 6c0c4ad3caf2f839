import type { Obstacle } from '../bookings/obstacles.contract.ts'
import { obstaclesMessage, obstacleInWords } from '../bookings/obstacles.rules.ts'
import { AppError } from '../errors.ts'
import { count } from '../text.ts'
import { shortDay } from '../time/format.ts'
import type { DateEdit, RunPreview, RunRow } from './series.contract.ts'

/** The rows that are to be held and cannot be. */
export const rowsInTheWay = (rows: readonly RunRow[]): RunRow[] => rows.filter((row) => row.obstacles.length > 0) // prettier-ignore

/** What a screen shows of a run, with what else there is to know before saving. */
export const toPreview = (rows: readonly RunRow[], warnings: readonly string[]): RunPreview => ({
  rows: [...rows],
  kept: rows.filter((row) => row.state === 'keep').length,
  inTheWay: rowsInTheWay(rows).length,
  warnings: [...warnings],
})

/** Refuses a run in which something is in the way of a kept date: CONFLICT, with the rows in `details.rows`. */
export function refuseInTheWay(rows: readonly RunRow[]): void {
  const [first, ...more] = rowsInTheWay(rows)
  if (first === undefined) return
  const others = more.length === 0 ? '' : ` ${count(more.length, 'more date')} cannot be had either.` // prettier-ignore
  throw new AppError(
    'CONFLICT',
    `On ${shortDay(first.startsAt)} ${obstaclesMessage(first.obstacles)}${others} Nothing was saved. Choose another room or date, or leave the date out.`,
    { rows: [first, ...more] },
  )
}

/**
 * The changes that leave out every date whose room cannot be had, each with its kind and reason, so that both are
 * kept and can be tried again [FEATURES D31, S4, S5]. What was changed by hand on the other dates stays.
 */
export function leavingOut(rows: readonly RunRow[], edits: readonly DateEdit[]): DateEdit[] {
  const left = rowsInTheWay(rows)
  const named = new Set(left.map((row) => row.date))
  const there = new Map(edits.map((edit) => [edit.date, edit]))
  return [
    ...edits.filter((edit) => !named.has(edit.date)),
    ...left.map(
      (row): DateEdit => ({ ...there.get(row.date), date: row.date, choice: 'skip', because: becauseOf(row.obstacles) }), // prettier-ignore
    ),
  ]
}

/** A closed place, or one outside its hours, is a closure; anything else that is in the way is a clash. */
function becauseOf(obstacles: readonly Obstacle[]): DateEdit['because'] {
  const [first] = obstacles
  if (first === undefined) return null
  const kind = first.kind === 'closure' || first.kind === 'hours' ? 'closure' : 'clash'
  return { kind, reason: withoutContact(first) }
}

/** The reason is kept for years, so whom to ask about it today is no part of it. */
const withoutContact = (obstacle: Obstacle): string =>
  obstacleInWords(obstacle.kind === 'booking' ? { ...obstacle, contact: null } : obstacle).slice(0, 500)
