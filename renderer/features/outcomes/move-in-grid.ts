import type { KeyboardEvent } from 'react'

const atStart = (field: HTMLInputElement) => field.selectionStart === 0 && field.selectionEnd === 0
const atEnd = ({ selectionStart, selectionEnd, value }: HTMLInputElement) =>
  selectionStart === value.length && selectionEnd === value.length
const allChosen = ({ selectionStart, selectionEnd, value }: HTMLInputElement) =>
  selectionStart === 0 && selectionEnd === value.length

/** The column of goals in words. */
const WORDS = '0'

const fields = (inside: Element | null, column?: string) => [
  ...(inside?.querySelectorAll<HTMLInputElement>(
    column === undefined ? '[data-column]' : `[data-column="${column}"]`,
  ) ?? []),
]

/** The next of `list` after `from` in a direction; Enter passes over places that nothing has been written in yet. */
function next(list: readonly HTMLInputElement[], from: HTMLInputElement, step: 1 | -1, passBlank: boolean) {
  let at = list.indexOf(from) + step
  while (passBlank && list[at]?.dataset['blank'] === 'true') at += step
  return list[at]
}

/**
 * As in a spreadsheet: Enter and the arrows up and down go from row to row, left and right from field to field once
 * the caret has nowhere further to go. Leaving a field saves it.
 */
export function moveInGrid(event: KeyboardEvent<HTMLElement>): void {
  const field = event.target
  if (!(field instanceof HTMLInputElement) || field.dataset['column'] === undefined) return
  const found = target(event, field, fields(event.currentTarget, field.dataset['column']))
  if (found === undefined) return
  event.preventDefault()
  if (found === 'end') {
    // The last field of a column: it is saved where it stands.
    field.blur()
    return
  }
  found.focus()
  found.select()
}

function target(event: KeyboardEvent, field: HTMLInputElement, column: readonly HTMLInputElement[]) {
  const row = fields(field.closest('tr'))
  switch (event.key) {
    case 'Enter':
      // Words go on to the next goal of the same person; numbers pass over goals that nobody has set.
      return next(column, field, event.shiftKey ? -1 : 1, field.dataset['column'] !== WORDS) ?? 'end'
    case 'ArrowDown':
      return next(column, field, 1, false)
    case 'ArrowUp':
      return next(column, field, -1, false)
    case 'ArrowLeft':
      return atStart(field) || allChosen(field) ? next(row, field, -1, false) : undefined
    case 'ArrowRight':
      return atEnd(field) || allChosen(field) ? next(row, field, 1, false) : undefined
    default:
      return undefined
  }
}
