import { useEffect, type FocusEvent, type KeyboardEvent, type MouseEvent } from 'react'
import { go } from '../../location.ts'
import { placeByKey } from '../../ui/grid-moves.ts'
import { cellKey, placeOfTarget, type GridCursor } from '../../ui/use-grid-cursor.ts'
import {
  cellText,
  copiedText,
  type EntryGrid,
  type EntryRow,
} from '../../../shared/outcomes/entry-grid.rules.ts'
import type { Beside, EntryWork } from './use-entry-work.ts'
import type { EntrySaving } from './use-entry-saving.ts'

export interface Hands {
  readonly grid: EntryGrid
  readonly beside: readonly Beside[]
  readonly cursor: GridCursor
  readonly work: EntryWork
  readonly saving: EntrySaving
  readonly readOnly: boolean
  readonly starOf: ((row: EntryRow) => string) | null
  readonly dayOf: (row: EntryRow) => string | null
}

const extentOf = ({ grid, beside }: Hands) => ({ rows: grid.rows.length, columns: grid.columns.length + beside.length }) // prettier-ignore

/** What stands in the cell in hand, as it is typed over. */
function textAt({ grid, beside, cursor, dayOf }: Hands): string {
  const row = grid.rows[cursor.head.row]
  const cell = row?.cells[cursor.head.column]
  if (cell !== undefined) return cellText(cell)
  if (row === undefined) return ''
  return beside[cursor.head.column - grid.columns.length] === 'by'
    ? row.completedBy
    : (row.takenOn ?? dayOf(row) ?? '')
}

const isList = ({ grid, beside, cursor }: Hands) => beside[cursor.head.column - grid.columns.length] === 'by'

/** While a cell is typed into: Enter and Tab take it and go on, Esc puts back what was there. */
function whileTyping(hands: Hands, event: KeyboardEvent<HTMLElement>): void {
  const { work, cursor } = hands
  if (event.key === 'Escape') {
    event.preventDefault()
    event.stopPropagation()
    work.leave()
    return cursor.comeBack()
  }
  if (event.key !== 'Enter' && event.key !== 'Tab') return
  const to = placeByKey(event, { at: cursor.head, ...extentOf(hands) })
  event.preventDefault()
  event.stopPropagation()
  work.commit()
  cursor.goTo(to ?? cursor.head)
}

function withControl({ work, cursor, saving, readOnly, starOf, grid }: Hands, key: string): boolean {
  const row = grid.rows[cursor.head.row]
  if (key === 'enter' && starOf !== null && row !== undefined) go(starOf(row))
  else if (key === 'a') cursor.chooseAll()
  else if (key === 'z') saving.undo()
  else if (key === 'd' && !readOnly) work.fill()
  else return false
  return true
}

/** Answers whether the key was one of the grid's own. */
function plain(hands: Hands, event: KeyboardEvent<HTMLElement>): boolean {
  const { work, cursor, readOnly } = hands
  if (event.key === 'Escape' && !cursor.single) cursor.goTo(cursor.head)
  else if (readOnly) return false
  else if (event.key === 'Delete' || event.key === 'Backspace') work.clear()
  else if (event.key === 'F2' || (isList(hands) && event.key.length === 1)) work.beginTyping(textAt(hands))
  else if (event.key.length === 1) work.beginTyping(event.key)
  else return false
  return true
}

/** What the table hears: keys, the focus and the mouse. */
export function heardBy(hands: Hands) {
  const { cursor, work, readOnly } = hands
  return {
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      if (work.editing !== null) return whileTyping(hands, event)
      if (event.altKey || placeOfTarget(event.target) === null) return
      const to = placeByKey(event, { at: cursor.head, ...extentOf(hands) })
      const held = event.ctrlKey || event.metaKey
      if (to !== null) cursor.goTo(to, event.shiftKey && event.key !== 'Enter' && event.key !== 'Tab')
      else if (!(held ? withControl(hands, event.key.toLowerCase()) : plain(hands, event))) return
      event.preventDefault()
      event.stopPropagation()
    },
    onFocus(event: FocusEvent<HTMLElement>) {
      const place = placeOfTarget(event.target)
      if (place !== null) cursor.follow(place)
    },
    onMouse(event: MouseEvent<HTMLElement>) {
      const place = placeOfTarget(event.target)
      if (place === null || event.buttons !== 1) return
      const { editing } = work
      // In the field itself the mouse is the field's.
      if (editing !== null && cellKey(editing.place) === cellKey(place)) return
      event.preventDefault()
      if (editing !== null) work.commit()
      const drawn = event.type === 'mousemove'
      if (drawn && cellKey(place) === cellKey(cursor.head)) return
      cursor.goTo(place, drawn || event.shiftKey)
      if (event.detail === 2 && !readOnly) work.beginTyping(textAt({ ...hands, cursor: { ...cursor, head: place } })) // prettier-ignore
    },
  }
}

/** Copies what is chosen and takes in what is pasted, while the focus is in a cell that is not typed into. */
export function useEntryClipboard(hands: Hands): void {
  const { grid, cursor, work, saving, readOnly } = hands
  const mine = (event: ClipboardEvent) => work.editing === null && event.clipboardData !== null && document.activeElement !== null && placeOfTarget(document.activeElement) !== null // prettier-ignore
  const copy = (event: ClipboardEvent) => {
    if (!mine(event)) return
    event.preventDefault()
    event.clipboardData?.setData('text/plain', copiedText(grid, cursor.block))
    saving.say('Copied')
  }
  const paste = (event: ClipboardEvent) => {
    if (!mine(event) || readOnly) return
    event.preventDefault()
    work.paste(event.clipboardData?.getData('text/plain') ?? '')
  }
  useEffect(() => {
    document.addEventListener('copy', copy)
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('copy', copy)
      document.removeEventListener('paste', paste)
    }
  })
}
