import { useEffect } from 'react'
import type { KeyboardEvent, RefObject } from 'react'

/** What the arrow keys stop at: pieces of a room's day, and the heads of groups. */
const STOPS = '[data-from], [data-fold]'
const stopsIn = (inside: ParentNode) => [...inside.querySelectorAll<HTMLElement>(STOPS)]

/** The board is one tab stop: the piece that was last used, or the first of a room. */
export function useOneTabStop(grid: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (grid.current === null || grid.current.querySelector(':is([data-from], [data-fold])[tabindex="0"]'))
      return
    const first = grid.current.querySelector('[data-from]') ?? grid.current.querySelector('[data-fold]')
    first?.setAttribute('tabindex', '0')
  })
}

/** The piece of a row that holds a time, or the next one after it. */
const pieceAt = (row: Element, from: string): HTMLElement | undefined => {
  const inRow = stopsIn(row)
  return inRow.find((piece) => (piece.dataset['to'] ?? '').slice(11) > from.slice(11)) ?? inRow.at(-1)
}

/** Draws a row's free time in half hours: until it is used, a row is drawn whole, for speed. */
type Cut = (row: Element) => void

/** The time of day that Up and Down keep to, also across the heads of groups, which have none. */
let column = ''

function target(key: string, now: HTMLElement, grid: Element, cut: Cut): HTMLElement | undefined {
  const rows = [...grid.querySelectorAll('[data-row], [data-group]')].filter((row) =>
    row.querySelector(STOPS),
  )
  const row = rows.findIndex((one) => one.contains(now))
  const inRow = stopsIn(rows[row] ?? grid)
  const at = inRow.indexOf(now)
  column = now.dataset['from'] ?? column
  const beside = (step: number) => {
    const next = rows[row + step]
    if (next === undefined) return undefined
    cut(next)
    return pieceAt(next, column)
  }
  if (key === 'ArrowRight') return inRow[at + 1]
  if (key === 'ArrowLeft') return inRow[at - 1]
  if (key === 'Home') return inRow[0]
  if (key === 'End') return inRow.at(-1)
  if (key === 'ArrowDown') return beside(1)
  return key === 'ArrowUp' ? beside(-1) : undefined
}

const moves = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'])

/** Arrow keys: along a room's day, and to the same time in the room above or below; on a head, Left and Right fold. */
export function moveOnBoard(event: KeyboardEvent, cut: Cut): void {
  const now = document.activeElement
  if (!moves.has(event.key) || !(now instanceof HTMLElement) || !now.matches(STOPS)) return
  event.preventDefault()
  if (folds(event.key, now)) return now.click()
  const next = target(event.key, now, event.currentTarget, cut)
  if (next === undefined) return
  makeTabStop(event.currentTarget, next)
  next.focus()
}

const folds = (key: string, now: HTMLElement): boolean => {
  if (now.dataset['fold'] === undefined) return false
  const open = now.getAttribute('aria-expanded') === 'true'
  return (key === 'ArrowLeft' && open) || (key === 'ArrowRight' && !open)
}

/** Kept by hand and not by React: a county's day has hundreds of pieces, and only two change. */
export function makeTabStop(grid: Element, piece: HTMLElement): void {
  for (const old of grid.querySelectorAll(':is([data-from], [data-fold])[tabindex="0"]'))
    old.setAttribute('tabindex', '-1')
  piece.setAttribute('tabindex', '0')
}
