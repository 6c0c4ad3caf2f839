import type { PointerEvent } from 'react'
import type { Row } from '../../../shared/bookings/board-move.rules.ts'
import { minuteOf, type Hours } from '../../../shared/bookings/day-board.rules.ts'

export interface RowUnder extends Row {
  readonly track: Element
}

/** The row of the board under the pointer; with a grid, whatever floats over it is looked through. */
export function rowUnder(event: PointerEvent, grid: HTMLElement | null = null): RowUnder | null {
  const under = grid === null ? [event.target] : document.elementsFromPoint(event.clientX, event.clientY)
  for (const one of under) {
    const row = one instanceof Element ? one.closest<HTMLElement>('[data-row]') : null
    const [roomId, date] = row?.dataset['row']?.split(' ') ?? []
    const track = row?.querySelector('[data-track]')
    if (roomId !== undefined && date !== undefined && track) return { roomId, date, track }
  }
  return null
}

/** The minute of the day at the pointer, along a row. */
export function minuteAt(event: PointerEvent, track: Element, hours: Hours): number {
  const { left, width } = track.getBoundingClientRect()
  const [from, to] = [minuteOf(hours.from), minuteOf(hours.to)]
  return from + ((event.clientX - left) / width) * (to - from)
}

/** Near the top or bottom of what is in view, the board comes along. */
export function scrollNear({ currentTarget, clientY }: PointerEvent): void {
  const pane = currentTarget.closest('[data-pane]')
  if (pane === null) return
  const { top, bottom } = pane.getBoundingClientRect()
  const by =
    clientY < top + EDGE ? clientY - top - EDGE : clientY > bottom - EDGE ? clientY - bottom + EDGE : 0
  if (by !== 0) pane.scrollBy(0, by / 2)
}

/** Pixels from the edge of the view where it begins to scroll. */
const EDGE = 56
