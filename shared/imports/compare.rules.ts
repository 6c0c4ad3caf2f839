import {
  comingBack,
  isNothing,
  isSame,
  nothing,
  type BaselineRow,
  type BaselineSheet,
  type ComingBack,
  type Standing,
} from '../exports/coming-back.rules.ts'
import { count, matchKey } from '../text.ts'
import { longDate } from '../time/format.ts'
import {
  placeInWords,
  placesOf,
  rowName,
  type CameBackRow,
  type Found,
  type Reading,
} from './came-back.rules.ts'
import type { Difference } from './comparing.contract.ts'
import { cellText, type RawCell } from './typed-cells.rules.ts'

/** A sheet that came back, found by its hidden keys whatever it is called now. */
export interface CameBackSheet {
  readonly sheet: ComingBack
  /** The headings by the hidden keys of their columns. */
  readonly headings: ReadonlyMap<string, RawCell>
  /** Keys that two columns have. */
  readonly twice: readonly string[]
  readonly rows: readonly CameBackRow[]
  /** Rows with something in them and no key: typed by hand. */
  readonly strays: readonly { readonly row: number; readonly text: string }[]
}

export interface Compared {
  readonly differences: readonly Difference[]
  readonly bothSame: number
  readonly compared: number
  readonly said: readonly string[]
}

/** What every place is now, by the keys of its row and of itself. */
export type Standings = ReadonlyMap<string, Standing>
const placeKey = (row: string, place: string) => `${row}|${place}`
export const standingsOf = (sheet: BaselineSheet | undefined): Standings =>
  new Map(
    (sheet?.rows ?? []).flatMap((row) =>
      Object.entries(row.places).map(([place, value]): [string, Standing] => [
        placeKey(row.key, place),
        value,
      ]),
    ),
  )
export const standsAt = (standings: Standings, row: string, place: string): Standing =>
  standings.get(placeKey(row, place)) ?? nothing

/** The three-way difference of one sheet: as it left, as it is in the file, as it stands now. */
export function compareSheet(
  left: BaselineSheet,
  back: CameBackSheet | undefined,
  now: BaselineSheet | undefined,
  reading: Reading,
): Compared {
  const name = comingBack[left.sheet]
  if (back === undefined)
    return left.rows.length === 0 ? empty : { ...empty, said: [`The sheet ${name} is not in the file. Nothing of it was changed.`] } // prettier-ignore
  const columns = columnsOf(left, back)
  const rows = rowsOf(left, back, reading, columns.unusable)
  const standings = standingsOf(now)
  const all = rows.used.flatMap(({ was, found, row }) =>
    [...found].map(([place, file]) => differenceAt(left, was, place, file, row, standings)),
  )
  return {
    differences: all.flatMap((one) => (one === 'same' || one === 'both' ? [] : one)),
    bothSame: all.filter((one) => one === 'both').length,
    compared: all.length,
    said: [...columns.said, ...rows.said, ...addedSince(left, now)].map((words) => `${name}: ${words}`),
  }
}
const empty: Compared = { differences: [], bothSame: 0, compared: 0, said: [] }

/** Columns that cannot be told any more are left as they were: gone, there twice, or under another heading. */
function columnsOf({ columns }: BaselineSheet, { headings, twice }: CameBackSheet) {
  const said: string[] = []
  const unusable = new Set<string>()
  for (const [key, heading] of Object.entries(columns)) {
    const words = /^\d{4}-\d\d-\d\d$/.test(heading) ? longDate(heading) : heading
    const cell = headings.get(key)
    const problem =
      cell === undefined
        ? 'is gone from the file'
        : twice.includes(key)
          ? 'is there twice, and which one holds cannot be told'
          : saysSame(cell, words)
            ? null
            : `has another heading now (${cellText(cell) || 'none'}), so it may be another column`
    if (problem === null) continue
    unusable.add(key)
    said.push(`the column ${words} ${problem}. Nothing in it was changed.`)
  }
  return { said, unusable }
}

const saysSame = (cell: RawCell, words: string) => matchKey(cellText(cell)) === matchKey(words)

interface Used {
  readonly was: BaselineRow
  readonly row: number
  readonly found: ReadonlyMap<string, Found>
}

function rowsOf(left: BaselineSheet, back: CameBackSheet, reading: Reading, unusable: ReadonlySet<string>) {
  const said: string[] = []
  const used: Used[] = []
  const byKey = Map.groupBy(back.rows, (row) => row.key)
  for (const was of left.rows) {
    const rows = (byKey.get(was.key) ?? []).map((row) => without(row, unusable))
    const [first, ...copies] = rows
    if (first === undefined) {
      said.push(`the row of ${rowName(was)} is gone from the file. Nothing was taken away here.`)
      continue
    }
    const wrong = rows.find((row) => saysOther(was, row))
    if (wrong !== undefined) {
      said.push(`row ${wrong.row} was that of ${rowName(was)} and says something else now. Nothing in it was changed: sort whole rows, and change names in Gather.`) // prettier-ignore
      continue
    }
    const found = placesOf(left.sheet, was, first, reading)
    if (copies.some((copy) => !areAlike(found, placesOf(left.sheet, was, copy, reading)))) {
      said.push(`${rowName(was)} is there more than once, in rows ${rows.map((row) => row.row).join(' and ')}, with different answers. Nothing in them was changed.`) // prettier-ignore
      continue
    }
    if (copies.length > 0) said.push(`${rowName(was)} is there more than once, and the same each time.`)
    used.push({ was, row: first.row, found })
  }
  const known = new Set(left.rows.map((row) => row.key))
  for (const row of back.rows)
    if (!known.has(row.key)) said.push(`row ${row.row} is of nobody that was in the file when it was made. It was left out.`) // prettier-ignore
  for (const { row, text } of back.strays)
    said.push(`row ${row} (${text.slice(0, 40)}) was typed in by hand. It was left out: people and sessions are added in Gather.`) // prettier-ignore
  return { said, used }
}

const without = (row: CameBackRow, unusable: ReadonlySet<string>): CameBackRow => ({
  ...row,
  cells: new Map([...row.cells].filter(([key]) => !unusable.has(key))),
})

/** Whether a row with this key is no longer the row it was: sorted without its key, or somebody else written over it. */
const saysOther = ({ says }: BaselineRow, { cells }: CameBackRow): boolean =>
  Object.entries(says).some(([key, words]) => {
    const cell = cells.get(key)
    return cell !== undefined && !saysSame(cell, words)
  })

const areAlike = (a: ReadonlyMap<string, Found>, b: ReadonlyMap<string, Found>): boolean =>
  [...a].every(([place, { value, problem }]) => {
    const other = b.get(place)
    return other !== undefined && other.problem === problem && isSame(other.value, value)
  })

function differenceAt(
  left: BaselineSheet,
  was: BaselineRow,
  place: string,
  file: Found,
  fileRow: number,
  standings: Standings,
): Difference | 'same' | 'both' {
  const before = was.places[place] ?? nothing
  const now = standsAt(standings, was.key, place)
  const inFile = file.problem !== null || !isSame(file.value, before)
  const here = !isSame(now, before)
  if (!inFile && !here) return 'same'
  if (inFile && file.problem === null && isSame(file.value, now)) return here ? 'both' : 'same'
  const state = !inFile ? 'here-only' : file.problem !== null ? 'refused' : here ? 'conflict' : 'offer'
  return {
    sheet: left.sheet,
    row: was.key,
    place,
    state,
    fileRow,
    ...placeInWords(left, was, place),
    was: before,
    file: file.value,
    now,
    notes: inFile ? [...file.notes] : [],
    problem: file.problem,
    clears: inFile && isNothing(file.value) && file.problem === null,
    needsReason: false,
  }
}

/** What has come to the group since: it is in no row of the file, so the file says nothing of it. */
function addedSince(left: BaselineSheet, now: BaselineSheet | undefined): string[] {
  if (now === undefined || (left.sheet !== 'register' && left.sheet !== 'goals')) return []
  const known = new Set(left.rows.map((row) => row.key))
  const rows = now.rows.filter((row) => !known.has(row.key)).length
  const sessions = left.sheet === 'register' ? Object.keys(now.columns).filter((key) => !(key in left.columns)).length : 0 // prettier-ignore
  const what = [
    ...(rows > 0 ? [count(rows, 'person', 'people')] : []),
    ...(sessions > 0 ? [count(sessions, 'session')] : []),
  ].join(' and ')
  if (what === '') return []
  return [`${what} came to the group since the file was made. The file says nothing of them.`]
}
