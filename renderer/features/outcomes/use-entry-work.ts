import { useState } from 'react'
import { flushSync } from 'react-dom'
import { api } from '../../api/client.ts'
import type { GridCursor } from '../../ui/use-grid-cursor.ts'
import { cellKey } from '../../ui/use-grid-cursor.ts'
import type { GroupId, PersonId } from '../../../shared/ids.ts'
import {
  placesOf,
  planEntries,
  typedByFill,
  typedByPaste,
  type EntryGrid,
  type EntryRow,
  type Entering,
  type Typed,
  type When,
} from '../../../shared/outcomes/entry-grid.rules.ts'
import { completers, type CompletedBy } from '../../../shared/outcomes/measure-details.ts'
import type { Place } from '../../../shared/registers/grid-block.rules.ts'
import { count } from '../../../shared/text.ts'
import { readDate } from '../../../shared/time/entry.ts'
import { placeKey, type EntrySaving } from './use-entry-saving.ts'

/** A cell being typed into. */
export interface Editing {
  readonly place: Place
  readonly text: string
}

/** What was typed and cannot be saved, with why: it stays where it was typed. */
export type Refused = ReadonlyMap<string, { readonly text: string; readonly words: string }>

/** The columns beside the numbers. */
export type Beside = 'by' | 'on'

export interface EntryWorkOf {
  readonly groupId: GroupId
  readonly grid: EntryGrid
  /** Null where the numbers of several times stand side by side. */
  readonly when: When | null
  readonly beside: readonly Beside[]
  readonly entering: Entering
  readonly today: string
  readonly setOwnDay: (rowKey: string, day: string) => void
  readonly setOwnCompleter: (personId: PersonId, by: CompletedBy) => void
}

/** What can be done to what is chosen. */
export function useEntryWork(of: EntryWorkOf, saving: EntrySaving, cursor: GridCursor) {
  const { grid, entering } = of
  const [editing, setEditing] = useState<Editing | null>(null)
  const [refused, setRefused] = useState<Refused>(new Map())
  const values = { ...cursor.block, right: Math.min(cursor.block.right, grid.columns.length - 1) }

  /** All or nothing; the cells that stand against it are named. */
  const carryOut = (typed: readonly Typed[], said: string): boolean => {
    const plan = planEntries(grid, typed, entering)
    const [problem] = plan.problems
    if (problem !== undefined) {
      const more = plan.problems.length === 1 ? '' : ` So were ${plan.problems.length - 1} more.`
      saving.say(`${problem.words}${more}${typed.length > 1 ? ' Nothing of the block was saved.' : ''}`, true)
      if (typed.length === 1) setRefused(new Map([...refused, ...plan.problems.map(({ place, words }) => [refusedKey(grid, place), { text: typed[0]?.text ?? '', words }] as const)])) // prettier-ignore
      return false
    }
    const stillRefused = new Map([...refused].filter(([key]) => !typed.some(({ place }) => refusedKey(grid, place) === key))) // prettier-ignore
    setRefused(stillRefused)
    if (plan.cells.length === 0) return true
    const texts = new Map(plan.cells.map((cell) => [placeKey(cell), cell.value?.toString() ?? cell.notDoneReason ?? ''])) // prettier-ignore
    const had = plan.replaced > 0 && plan.cells.length > 1 ? `, ${plan.replaced} of which said something else before` : '' // prettier-ignore
    // Typing goes on after a refusal, so the next thing that is saved says it again.
    const marked = stillRefused.size === 0 ? '' : `. ${count(stillRefused.size, 'marked entry', 'marked entries')} not saved: put right what is underlined` // prettier-ignore
    saving.write(plan.cells, texts, said === '' ? `${count(plan.cells.length, 'reading')} saved${had}. Ctrl + Z undoes it${marked}` : said) // prettier-ignore
    return true
  }

  const commitBeside = ({ place, text }: Editing) => {
    const row = grid.rows[place.row]
    const which = of.beside[place.column - grid.columns.length]
    if (row === undefined || which === undefined) return
    if (which === 'on') changeDay(of, saving, row, text)
    else changeCompleter(of, saving, row, text)
  }

  return {
    editing,
    refused,
    beginTyping: (text: string) => flushSync(() => setEditing({ place: cursor.head, text })),
    type: (text: string) => setEditing((now) => now && { ...now, text }),
    leave: () => flushSync(() => setEditing(null)),
    /** Takes what is typed, and answers whether it could be. */
    commit: () => {
      if (editing === null) return
      flushSync(() => setEditing(null))
      if (editing.place.column >= grid.columns.length) commitBeside(editing)
      else carryOut([editing], '')
    },
    clear: () => carryOut(placesOf(values).map((place) => ({ place, text: '' })).filter(({ place }) => grid.rows[place.row]?.cells[place.column]?.made !== true), ''), // prettier-ignore
    fill: () => carryOut(typedByFill(grid, values), ''),
    paste: (text: string) => {
      if (cursor.block.left >= grid.columns.length) return saving.say('Paste numbers into the columns of numbers. Nothing was saved.', true) // prettier-ignore
      const typed = typedByPaste(grid, values, text)
      if (typeof typed === 'string') saving.say(`${typed} Nothing was saved.`, true)
      else carryOut(typed, '')
    },
  }
}
export type EntryWork = ReturnType<typeof useEntryWork>

/** A cell by whose and what it is, so that what was refused stays with it. */
export const refusedKey = (grid: EntryGrid, place: Place) =>
  `${grid.rows[place.row]?.key} ${grid.columns[place.column]?.key ?? cellKey(place)}`

const formOf = ({ groupId, grid, when }: EntryWorkOf, row: EntryRow) =>
  when && { groupId, measureId: grid.measure.id, personId: row.personId, completedBy: row.completedBy, ...when } // prettier-ignore

/** Of what stands there, or of what will be typed. */
function changeDay(of: EntryWorkOf, saving: EntrySaving, row: EntryRow, text: string): void {
  const day = readDate(text, of.today, 'gone-by')
  if (day === null) return saving.say(`${row.name}: “${text}” is no date. Enter one such as 27/10/2026.`, true) // prettier-ignore
  if (day > of.today) return saving.say(`${row.name}: that day is still to come. Enter the day it was done.`, true) // prettier-ignore
  const form = formOf(of, row)
  if (row.takenOn === null) of.setOwnDay(row.key, day)
  else if (form !== null && day !== row.takenOn)
    saving.attempt(
      (reasons) => api.outcomes.changeForm({ ...form, to: { takenOn: day, fallReason: joined(reasons) } }),
      'Day changed. Ctrl + Z undoes it',
      [],
    )
}

function changeCompleter(of: EntryWorkOf, saving: EntrySaving, row: EntryRow, text: string): void {
  const by = completers.find((one) => one === text)
  const form = formOf(of, row)
  if (by === undefined || by === row.completedBy) return
  if (row.takenOn === null) of.setOwnCompleter(row.personId, by)
  else if (form !== null)
    saving.attempt(
      (reasons) => api.outcomes.changeForm({ ...form, to: { completedBy: by, fallReason: joined(reasons) } }),
      'Who completed it was changed. Ctrl + Z undoes it',
      [],
    )
}

const joined = (reasons: ReadonlyMap<string, string>) => [...new Set(reasons.values())].join('; ') || null
