import type { PersonId, StaffId } from '../ids.ts'
import { blockBetween, type Block, type Place } from '../registers/grid-block.rules.ts'
import { readBlock, writeBlock } from '../registers/grid-words.rules.ts'
import { count } from '../text.ts'
import { countsBy } from './change-points.rules.ts'
import { readEntry } from './entry.rules.ts'
import type { CompletedBy } from './measure-details.ts'
import type { Measure, OutcomeSheet, Reading } from './outcomes.contract.ts'
import type { NewCell } from './readings.contract.ts'
import { itemShape, itemsOf, TOTAL_ITEM, type ItemShape } from './readings.rules.ts'
import { timePointLabels, timePoints, type TimePoint } from './time-points.ts'
import { isSummed } from './total.rules.ts'

/** A column of numbers: one item at one time. */
export interface EntryColumn {
  readonly key: string
  readonly name: string
  readonly item: number
  readonly timePoint: TimePoint
  readonly round: number
  readonly shape: ItemShape
}

/** A number where it is typed, or what stands there instead. */
export interface EntryCell {
  readonly reading: Reading | undefined
  /** A total that its parts make: it is not typed. */
  readonly made: boolean
  /** Day of the form that it belongs to, the latest one; null where nothing of it is there. */
  readonly formOn: string | null
}

/** One person by one completer. */
export interface EntryRow {
  readonly key: string
  readonly personId: PersonId
  readonly name: string
  readonly enrolled: boolean
  readonly completedBy: CompletedBy
  /** Whether readings of this completer enter figures. */
  readonly counts: boolean
  /** Day of what is there, the latest one; null where nothing is. */
  readonly takenOn: string | null
  readonly takenBy: StaffId | null
  readonly cells: readonly EntryCell[]
}

export interface EntryGrid {
  readonly measure: Measure
  readonly columns: readonly EntryColumn[]
  readonly rows: readonly EntryRow[]
}

/** When a form is of. */
export interface When {
  readonly timePoint: TimePoint
  readonly round: number
}

/** Who completes what is typed next: for everybody, and for those who differ. */
export interface Completing {
  readonly usual: CompletedBy
  readonly own: ReadonlyMap<PersonId, CompletedBy>
}

const words = ({ timePoint, round }: When) =>
  timePoint === 'during' ? `Review ${round}` : `${timePointLabels[timePoint]}${round > 1 ? ` ${round}` : ''}`
export const whenWords = words
export const whenKey = ({ timePoint, round }: When): string => `${timePoint} ${round}`

/**
 * The times at which a measure is typed: those that the programme asks for, those at which something stands, and after
 * the last review one more where reviews are asked for.
 */
export function timesOf({ asked, readings }: Pick<OutcomeSheet, 'asked' | 'readings'>, measureId: Measure['id']): When[] {
  const wanted = asked.find((one) => one.measureId === measureId)?.timePoints ?? []
  const own = readings.filter((one) => one.measureId === measureId && one.sessionId === null)
  return timePoints.flatMap((timePoint) => {
    const last = Math.max(0, ...own.filter((one) => one.timePoint === timePoint).map((one) => one.round))
    const more = wanted.includes(timePoint) ? (timePoint === 'during' ? last + 1 : 1) : 0
    return Array.from({ length: Math.max(last, more) }, (_, i) => ({ timePoint, round: i + 1 }))
  })
} // prettier-ignore

/** People by the parts of one measure, at one time. */
export function gridOfParts(sheet: OutcomeSheet, measure: Measure, when: When, by: Completing): EntryGrid {
  return gridOf(sheet, measure, itemsOf(measure).map((item) => columnOf(measure, item, when)), by)
} // prettier-ignore

/** People by the times of a measure of one number. */
export function gridOfTimes(sheet: OutcomeSheet, measure: Measure, by: Completing): EntryGrid {
  const columns = timesOf(sheet, measure.id).map((when) => ({ ...columnOf(measure, TOTAL_ITEM, when), name: words(when) })) // prettier-ignore
  return gridOf(sheet, measure, columns, by)
}

function columnOf(measure: Measure, item: number, when: When): EntryColumn {
  const shape = itemShape(measure, item)
  const name = item === TOTAL_ITEM && measure.details.parts.length > 0 ? 'Total' : shape.name
  return { key: `${item} ${whenKey(when)}`, name, item, ...when, shape }
}

function gridOf(sheet: OutcomeSheet, measure: Measure, columns: readonly EntryColumn[], by: Completing): EntryGrid {
  const times = new Set(columns.map(whenKey))
  const own = sheet.readings.filter((one) => one.measureId === measure.id && one.sessionId === null && times.has(whenKey(one)))
  const byPerson = Map.groupBy(own, (one) => one.personId)
  const order = (who: CompletedBy) => {
    const at = measure.details.completedBy.indexOf(who)
    return at === -1 ? measure.details.completedBy.length : at
  }
  const rows = sheet.people.flatMap(({ personId, name, enrolled }) => {
    const theirs = byPerson.get(personId) ?? []
    const next = by.own.get(personId) ?? by.usual
    const completers = [...new Set([...theirs.map((one) => one.completedBy), next])]
    return completers.toSorted((a, b) => order(a) - order(b)).map((completedBy): EntryRow => {
      const form = theirs.filter((one) => one.completedBy === completedBy)
      return {
        key: `${personId} ${completedBy}`,
        personId,
        name,
        enrolled,
        completedBy,
        counts: countsBy(measure.details, completedBy),
        takenOn: latestOf(form),
        takenBy: form.find((one) => one.takenBy !== null)?.takenBy ?? null,
        cells: columns.map((column) => cellOf(measure, column, form)),
      }
    })
  })
  return { measure, columns, rows }
} // prettier-ignore

/** The latest day of some readings; null of none. */
const latestOf = (readings: readonly Reading[]) =>
  readings.reduce<string | null>(
    (last, { takenOn }) => (last === null || takenOn > last ? takenOn : last),
    null,
  )

function cellOf(measure: Measure, column: EntryColumn, form: readonly Reading[]): EntryCell {
  const at = form.filter((one) => whenKey(one) === whenKey(column))
  const numbers = new Set(at.filter((one) => one.value !== null).map((one) => one.item))
  const parts = measure.details.parts.filter((part) => part.inTotal)
  const made = column.item === TOTAL_ITEM && isSummed(measure) && parts.every((part) => numbers.has(part.item)) // prettier-ignore
  return { reading: at.find((one) => one.item === column.item), made, formOn: latestOf(at) }
}

/** What stands in a cell: its number, why there is none, or nothing. */
export const cellText = ({ reading }: EntryCell): string =>
  reading === undefined ? '' : (reading.value?.toString() ?? reading.notDoneReason ?? '')

/** With what new numbers are saved. */
export interface Entering {
  /** The day that they are of; what is put right keeps its own. Null while it cannot be read. */
  readonly takenOn: string | null
  readonly takenBy: StaffId | null
  /** Rows of which new numbers are of another day, by key. */
  readonly own: ReadonlyMap<string, string>
}

/** Something typed into a cell, and where. */
export interface Typed {
  readonly place: Place
  readonly text: string
}

/** What typing, pasting or filling would do: with one problem, nothing is done. */
export interface EntryPlan {
  readonly cells: readonly NewCell[]
  /** Each names its cell. */
  readonly problems: readonly { readonly place: Place; readonly words: string }[]
  /** Of the cells, those that said something else before. */
  readonly replaced: number
}

/** What a list of typed texts would save. Only what would be another than now is in it. */
export function planEntries(grid: EntryGrid, typed: readonly Typed[], entering: Entering): EntryPlan {
  const cells: NewCell[] = []
  const problems: { place: Place; words: string }[] = []
  let replaced = 0
  for (const { place, text } of typed) {
    const [row, column] = [grid.rows[place.row], grid.columns[place.column]]
    const cell = row?.cells[place.column]
    if (row === undefined || column === undefined || cell === undefined || cellText(cell) === text.trim()) continue // prettier-ignore
    const made = oneCell(row, column, cell, text, entering)
    if (typeof made === 'string') problems.push({ place, words: `${row.name}, ${column.name}: ${made}` })
    else if (made !== null) {
      cells.push({ ...made, measureId: grid.measure.id })
      if (cell.reading !== undefined) replaced += 1
    }
  }
  return { cells, problems, replaced }
}

function oneCell(row: EntryRow, column: EntryColumn, cell: EntryCell, text: string, { takenOn, takenBy, own }: Entering) {
  if (cell.made) return 'The total is the sum of its parts.'
  const entry = readEntry(column.shape, text)
  if (entry.kind === 'problem') return entry.message
  if (entry.kind === 'nothing' && cell.reading === undefined) return null
  const day = cell.reading?.takenOn ?? cell.formOn ?? own.get(row.key) ?? takenOn
  if (day === null) return 'Enter above which day new numbers are of. It is not saved yet.'
  const { personId, completedBy } = row
  const { item, timePoint, round } = column
  return {
    personId,
    completedBy,
    item,
    timePoint,
    round,
    value: entry.kind === 'value' ? entry.value : null,
    notDoneReason: entry.kind === 'not-done' ? entry.reason : null,
    takenOn: day,
    takenBy: cell.reading?.takenBy ?? takenBy,
    seen: cell.reading?.version ?? null,
  }
} // prettier-ignore

const height = (block: Block) => block.bottom - block.top + 1
const width = (block: Block) => block.right - block.left + 1

/** The places of a block, row by row. */
export const placesOf = (block: Block): Place[] =>
  Array.from({ length: height(block) * width(block) }, (_, i) => ({
    row: block.top + Math.floor(i / width(block)),
    column: block.left + (i % width(block)),
  }))

/**
 * What a pasted block types, from the top left of what is chosen: one cell fills all that is chosen. Blanks in it leave
 * what is there. In words why not, where it reaches over the edge.
 */
export function typedByPaste(grid: EntryGrid, chosen: Block, text: string): readonly Typed[] | string {
  const lines = readBlock(text)
  const across = Math.max(...lines.map((line) => line.length))
  const [only] = lines[0] ?? []
  if (lines.length === 1 && across === 1 && only !== undefined)
    return placesOf(chosen).map((place) => ({ place, text: only }))
  const from = { row: chosen.top, column: chosen.left }
  const block = blockBetween(from, { row: from.row + lines.length - 1, column: from.column + across - 1 })
  if (block.bottom >= grid.rows.length || block.right >= grid.columns.length)
    return `The block is ${count(height(block), 'row')} by ${count(width(block), 'column')}, and from here there are only ${grid.rows.length - from.row} by ${grid.columns.length - from.column}.`
  return placesOf(block).flatMap((place) => {
    const said = lines[place.row - from.row]?.[place.column - from.column] ?? ''
    return said === '' ? [] : [{ place, text: said }]
  })
}

/** What filling down types: the first row of the block over the others, or over one row the one above it. */
export function typedByFill(grid: EntryGrid, block: Block): readonly Typed[] {
  const from = height(block) === 1 ? block.top - 1 : block.top
  return placesOf(block).flatMap((place) => {
    const cell = grid.rows[from]?.cells[place.column]
    const text = cell === undefined ? '' : cellText(cell)
    return place.row === from || text === '' || cell?.made === true ? [] : [{ place, text }]
  })
}

/** The block as text for a spreadsheet. */
export const copiedText = (grid: EntryGrid, block: Block): string =>
  writeBlock(
    Array.from({ length: height(block) }, (_, i) => i + block.top).map((row) =>
      (grid.rows[row]?.cells ?? []).slice(block.left, block.right + 1).map(cellText),
    ),
  )
