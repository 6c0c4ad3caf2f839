import { useEffect, type FocusEvent, type KeyboardEvent, type MouseEvent } from 'react'
import { go } from '../../location.ts'
import { copyBlock } from '../../../shared/registers/grid-block.rules.ts'
import { count } from '../../../shared/text.ts'
import { gridAction, type GridAction } from './grid-keys.ts'
import { cellKey, placeOfTarget, type GridCursor } from './use-grid-cursor.ts'
import type { GridMarking } from './use-grid-marking.ts'
import type { GridWork } from './use-grid-work.ts'

interface Hands {
  readonly marking: GridMarking
  readonly cursor: GridCursor
  readonly work: GridWork
  readonly readOnly: boolean
}

function act({ marking, cursor, work, readOnly }: Hands, action: GridAction): void {
  switch (action.kind) {
    case 'go':
      return cursor.goTo(action.to, action.extend)
    case 'all':
      return cursor.chooseAll()
    case 'leave':
      return cursor.goTo(cursor.head)
    case 'open':
      return go(`/registers/${marking.shown.sessions[cursor.head.column]?.sessionId}`)
    case 'undo':
      return marking.undo()
    default:
      if (!readOnly) write(work, action)
  }
}

function write(work: GridWork, action: GridAction): void {
  if (action.kind === 'correct') work.correct()
  else if (action.kind === 'fill') work.fill(action.way)
  else if (action.kind === 'clear') work.give(null)
  else if (action.kind === 'give') work.give(action.code)
}

/** What the table hears: keys, the focus and the mouse. */
export function heardBy(hands: Hands) {
  const { marking, cursor } = hands
  const grid = marking.shown
  const codes = grid.codes.filter((code) => !code.retired)
  const standing = { at: cursor.head, rows: grid.people.length, columns: grid.sessions.length }
  return {
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      const action = gridAction(event, standing, codes)
      if (action === null || placeOfTarget(event.target) === null) return
      // Where one cell is in hand, Esc has nothing to let go of: it goes a step back, as everywhere.
      if (action.kind === 'leave' && cursor.single) return
      event.preventDefault()
      // The program's own Ctrl+Z would not wait for the marks still being saved.
      event.stopPropagation()
      act(hands, action)
    },
    onFocus(event: FocusEvent<HTMLElement>) {
      const place = placeOfTarget(event.target)
      if (place !== null) cursor.follow(place)
    },
    onMouse(event: MouseEvent<HTMLElement>) {
      const place = placeOfTarget(event.target)
      if (place === null || event.buttons !== 1) return
      event.preventDefault()
      const drawn = event.type === 'mousemove'
      if (!drawn || cellKey(place) !== cellKey(cursor.head)) cursor.goTo(place, drawn || event.shiftKey)
    },
  }
}

/**
 * Copies what is chosen and takes in what is pasted, while the focus is in a cell. Heard by the page as a whole: where
 * no text is selected, a browser sends these to no cell.
 */
export function useGridClipboard({ marking, cursor, work, readOnly }: Hands): void {
  const grid = marking.shown
  const copy = (event: ClipboardEvent) => {
    if (!inCell() || event.clipboardData === null) return
    event.preventDefault()
    const { top, bottom, left, right } = cursor.block
    event.clipboardData.setData('text/plain', copyBlock(grid, cursor.block))
    marking.say(`${count((bottom - top + 1) * (right - left + 1), 'cell')} copied`)
  }
  const paste = (event: ClipboardEvent) => {
    if (!inCell() || readOnly || event.clipboardData === null) return
    event.preventDefault()
    work.paste(event.clipboardData.getData('text/plain'))
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

const inCell = () => document.activeElement !== null && placeOfTarget(document.activeElement) !== null
