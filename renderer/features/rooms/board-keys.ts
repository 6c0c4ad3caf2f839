import { useEffect } from 'react'
import type { KeyboardEvent, RefObject } from 'react'

const pieces = (inside: ParentNode) => [...inside.querySelectorAll<HTMLElement>('[data-from]')]

/** The board is one tab stop: the piece that was last used, or the first. */
export function useOneTabStop(grid: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (grid.current === null || grid.current.querySelector('[data-from][tabindex="0"]')) return
    pieces(grid.current)[0]?.setAttribute('tabindex', '0')
  })
}

/** The piece of a row that holds a time, or the next one after it. */
const pieceAt = (row: Element, from: string): HTMLElement | undefined => {
  const inRow = pieces(row)
  return inRow.find((piece) => (piece.dataset['to'] ?? '') > from) ?? inRow.at(-1)
}

/** Draws a row's free time in half hours: until it is used, a row is drawn whole, for speed. */
type Cut = (row: Element) => void

function target(key: string, now: HTMLElement, grid: Element, cut: Cut): HTMLElement | undefined {
  const rows = [...grid.querySelectorAll('[data-room]')].filter((row) => pieces(row).length > 0)
  const row = rows.findIndex((one) => one.contains(now))
  const inRow = pieces(rows[row] ?? grid)
  const at = inRow.indexOf(now)
  const beside = (step: number) => {
    const next = rows[row + step]
    if (next === undefined) return undefined
    cut(next)
    return pieceAt(next, now.dataset['from'] ?? '')
  }
  if (key === 'ArrowRight') return inRow[at + 1]
  if (key === 'ArrowLeft') return inRow[at - 1]
  if (key === 'Home') return inRow[0]
  if (key === 'End') return inRow.at(-1)
  if (key === 'ArrowDown') return beside(1)
  return key === 'ArrowUp' ? beside(-1) : undefined
}

const moves = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'])

/** Arrow keys: along a room's day, and to the same time in the room above or below. */
export function moveOnBoard(event: KeyboardEvent, cut: Cut): void {
  const now = document.activeElement
  if (!moves.has(event.key) || !(now instanceof HTMLElement) || now.dataset['from'] === undefined) return
  event.preventDefault()
  const next = target(event.key, now, event.currentTarget, cut)
  if (next === undefined) return
  makeTabStop(event.currentTarget, next)
  next.focus()
}

/** Kept by hand and not by React: a county's day has hundreds of pieces, and only two change. */
export function makeTabStop(grid: Element, piece: HTMLElement): void {
  for (const old of grid.querySelectorAll('[data-from][tabindex="0"]')) old.setAttribute('tabindex', '-1')
  piece.setAttribute('tabindex', '0')
}
