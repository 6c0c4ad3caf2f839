import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'

/** Where the focus was on the board, in case its piece goes. */
interface Place {
  readonly piece: HTMLElement
  readonly booking: string | undefined
  readonly row: string
  readonly time: string
}

/**
 * The focus stays on the board when what had it is drawn anew: with a booking that was moved to another row, and at the
 * same room and time of another day. Answers what to tell of each piece that gets the focus.
 */
export function useKeptPlace(grid: RefObject<HTMLElement | null>): (piece: EventTarget) => void {
  const place = useRef<Place | null>(null)
  useEffect(() => {
    if (place.current === null || place.current.piece.isConnected || grid.current === null) return
    if (document.activeElement !== document.body) return
    const next = sameIn(grid.current, place.current)
    place.current = null
    next?.focus({ preventScroll: true })
  })
  return (piece) => {
    if (!(piece instanceof HTMLElement)) return
    const { booking, from = '' } = piece.dataset
    const row = piece.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? ''
    place.current = { piece, booking, row, time: from.slice(11) }
  }
}

function sameIn(grid: HTMLElement, { booking, row, time }: Place): HTMLElement | null {
  const moved = booking === undefined ? null : grid.querySelector<HTMLElement>(`[data-booking="${booking}"]`)
  if (moved !== null) return moved
  const [room = ''] = row.split(' ')
  const same =
    grid.querySelector(`[data-row="${row}"]`) ?? grid.querySelector(`[data-row^="${room} "]`) ?? grid
  const pieces = [...same.querySelectorAll<HTMLElement>('[data-from]')]
  return pieces.find((piece) => (piece.dataset['to'] ?? '').slice(11) > time) ?? pieces[0] ?? null
}
