import type { KeyboardEvent } from 'react'

/** Where the fields of an entry grid are found: they carry their row and column. */
const fieldAt = (grid: Element, row: number, column: number) =>
  grid.querySelector<HTMLInputElement>(`[data-row="${row}"][data-column="${column}"]`)

const atStart = ({ selectionStart, selectionEnd }: HTMLInputElement) =>
  selectionStart === 0 && selectionEnd === 0
const atEnd = ({ selectionStart, selectionEnd, value }: HTMLInputElement) =>
  selectionStart === value.length && selectionEnd === value.length
const allChosen = ({ selectionStart, selectionEnd, value }: HTMLInputElement) =>
  selectionStart === 0 && selectionEnd === value.length

/**
 * As in a spreadsheet: Enter and the arrows up and down go from row to row, left and right from field to field once
 * the caret has nowhere further to go. Leaving a field saves it.
 */
export function moveInGrid(event: KeyboardEvent<HTMLElement>): void {
  const field = event.target
  if (!(field instanceof HTMLInputElement) || field.dataset['row'] === undefined) return
  const row = Number(field.dataset['row'])
  const column = Number(field.dataset['column'])
  const up = event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey)
  const down = event.key === 'ArrowDown' || (event.key === 'Enter' && !event.shiftKey)
  const left = event.key === 'ArrowLeft' && (atStart(field) || allChosen(field))
  const right = event.key === 'ArrowRight' && (atEnd(field) || allChosen(field))
  if (!up && !down && !left && !right) return
  event.preventDefault()
  const next = fieldAt(
    event.currentTarget,
    row + (down ? 1 : up ? -1 : 0),
    column + (right ? 1 : left ? -1 : 0),
  )
  if (next === null) {
    // The last field of a column: it is saved where it stands.
    if (event.key === 'Enter') field.blur()
    return
  }
  next.focus()
  next.select()
}
