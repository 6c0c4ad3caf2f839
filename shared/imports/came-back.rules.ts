import {
  isNothing,
  isSame,
  keyParts,
  nothing,
  onColumn,
  readReasons,
  reasonsInWords,
  REASONS_COLUMN,
  standing,
  type BaselineRow,
  type BaselineSheet,
  type Standing,
} from '../exports/coming-back.rules.ts'
import { timePointLabels, timePoints, type TimePoint } from '../outcomes/time-points.ts'
import { longDate } from '../time/format.ts'
import {
  blankCell,
  cellText,
  readDay,
  readLetter,
  readNumber,
  readWords,
  type RawCell,
  type Typed,
} from './typed-cells.rules.ts'

/** One row of a sheet that came back: its hidden key, and its cells by the hidden keys of their columns. */
export interface CameBackRow {
  readonly row: number
  readonly key: string
  readonly cells: ReadonlyMap<string, RawCell>
}

/** What a cell that came back is read with. */
export interface Reading {
  readonly letters: readonly string[]
  readonly today: string
}

/** What one place of the file says; `problem` when it cannot be read. */
export interface Found {
  readonly value: Standing
  readonly notes: readonly string[]
  readonly problem: string | null
}

const untouched = (was: Standing): Found => ({ value: was, notes: [], problem: null })

/** Every place of a row as the file has it. A column that is gone says nothing, so its places are as they left. */
export function placesOf(
  sheet: BaselineSheet['sheet'],
  was: BaselineRow,
  { cells }: CameBackRow,
  reading: Reading,
): Map<string, Found> {
  if (sheet === 'outcomes') return readingsOf(was, cells, reading)
  const read = (cell: RawCell): Typed<string | number> => {
    if (sheet === 'register') return readLetter(cell, lettersWith(was, reading.letters))
    return sheet === 'goals' ? readWords(cell) : readNumber(cell)
  }
  return new Map(
    Object.entries(was.places).map(([place, before]) => {
      const cell = cells.get(place)
      if (cell === undefined || isUnchanged(cell, before.value)) return [place, untouched(before)]
      const { value: typed, notes, problem } = read(cell)
      // No forms at all is nothing recorded, whichever way it is written.
      const value = sheet === 'feedback' && typed === 0 ? null : typed
      return [place, { value: standing(value), notes, problem }]
    }),
  )
}

/** A retired letter that left in the file is still one where it stands. */
const lettersWith = ({ places }: BaselineRow, letters: readonly string[]) => [
  ...new Set([...letters, ...Object.values(places).flatMap(({ value }) => (typeof value === 'string' ? value : []))]),
] // prettier-ignore

/** Another program writes the seventeenth figure of a number differently, and takes spaces off: neither is a change. */
function isUnchanged(cell: RawCell, before: string | number | null): boolean {
  if (cell.formula) return false
  if (before === null) return cell.value === null || cellText(cell) === ''
  if (typeof before === 'number')
    return typeof cell.value === 'number' && Math.abs(cell.value - before) <= Math.abs(before) * 1e-12
  return typeof cell.value === 'string' && tidy(cell.value) === tidy(before)
}
const tidy = (text: string) => text.replace(/[\s\u00a0]+/g, ' ').trim()

type Cells = CameBackRow['cells']

/** A reading is three cells: its number, its day, and why there is none, which shares one cell with the others. */
function readingsOf(was: BaselineRow, cells: Cells, reading: Reading): Map<string, Found> {
  const reasons = reasonsOf(was, cells.get(REASONS_COLUMN))
  return new Map(
    timePoints.map((point) => [
      point,
      readingAt(point, was.places[point] ?? nothing, cells, reasons, reading),
    ]),
  )
}

type Reasons = Typed<Partial<Record<TimePoint, string>>>

function reasonsOf(was: BaselineRow, cell: RawCell | undefined): Reasons {
  const before = Object.fromEntries(
    timePoints.flatMap((point) => {
      const reason = was.places[point]?.reason ?? null
      return reason === null ? [] : [[point, reason]]
    }),
  )
  const left = { value: before, notes: [], problem: null }
  if (cell === undefined || isUnchanged(cell, reasonsInWords(was.places) || null)) return left
  const typed = readWords(cell)
  if (typed.problem !== null) return { ...left, problem: typed.problem }
  const value = readReasons(typed.value ?? '')
  if (value !== null) return { value, notes: typed.notes, problem: null }
  return { ...left, problem: `“${cellText(cell).slice(0, 60)}” does not say when: write it as “After: Moved away”.` }
} // prettier-ignore

function readingAt(
  point: TimePoint,
  was: Standing,
  cells: Cells,
  reasons: Reasons,
  { today }: Reading,
): Found {
  const typed = readNumber(cells.get(point) ?? blankCell)
  const value = cells.has(point) && !isUnchanged(cells.get(point) ?? blankCell, was.value) ? typed : kept(was.value) // prettier-ignore
  const day = cells.get(onColumn(point))
  const on = day === undefined ? kept(was.on) : readDay(day, today)
  const reason = reasons.value?.[point] ?? null
  const file = { value: value.value, reason, on: on.value }
  const notes = [...value.notes, ...on.notes, ...(reason === was.reason ? [] : reasons.notes)]
  const problem = value.problem ?? on.problem ?? (reasons.problem === null ? null : reasons.problem)
  if (problem !== null) return { value: file, notes, problem }
  if (isSame(file, was)) return untouched(was)
  return { value: isNothing(file) ? nothing : file, notes, problem: readingProblem(point, file, today) }
}

const kept = <T>(value: T | null): Typed<T> => ({ value, notes: [], problem: null })

function readingProblem(point: TimePoint, { value, reason, on }: Standing, today: string): string | null {
  if (value !== null && reason !== null)
    return 'There is a number, and a reason why there is none. Take one of them away.'
  if (value === null && reason === null) return null
  if (on === null) return `There is no day. Type the day it was done under “${timePointLabels[point]} on”.`
  return on > today ? `${longDate(on)} is in the future. Type the day it was done.` : null
}

/** What a place is called, from what left: whose it is, and which. */
export function placeInWords(
  { sheet, columns }: BaselineSheet,
  { says }: BaselineRow,
  place: string,
): { who: string; what: string } {
  const said = (...keys: string[]) => keys.flatMap((key) => says[key] || []).join(', ')
  switch (sheet) {
    case 'register':
      return { who: said('name'), what: longDate(columns[place] ?? '') }
    case 'goals':
      return { who: said('name'), what: `${said('measure')}, ${columns[place] ?? place}` }
    case 'outcomes': {
      const goal = says['goal'] ? `, goal ${says['goal']}` : ''
      const round = says['round'] ? `, round ${says['round']}` : ''
      const who = says['completed by'] ? `, by ${says['completed by'].toLowerCase()}` : ''
      return {
        who: said('name'),
        what: `${said('measure', 'scale')}${goal}, ${(columns[place] ?? place).toLowerCase()}${round}${who}`,
      }
    }
    case 'feedback':
      return { who: said('measure', 'question'), what: said('session', 'answer') || `Answer ${says['number']}` }
  }
} // prettier-ignore

/** The session or the point of time, as the heading of a column says it. */
export const rowName = ({ says, key }: BaselineRow): string =>
  says['name'] || says['measure'] || keyParts(key)[0] || ''
