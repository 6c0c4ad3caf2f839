import { useCallback, useRef, useState } from 'react'
import { blockBetween, type Place } from '../../shared/registers/grid-block.rules.ts'

/** What is chosen: from where, and to where it has been drawn out. The focus is at `head`. */
interface Chosen {
  readonly anchor: Place
  readonly head: Place
}

/** How a cell of the table is found again. */
export const cellKey = ({ row, column }: Place) => `${row}:${column}`

/** The place of a cell that was pressed; null beside the cells. */
export function placeOfTarget(target: EventTarget): Place | null {
  const key = target instanceof Element ? target.closest<HTMLElement>('[data-at]')?.dataset['at'] : undefined
  if (key === undefined) return null
  const [row = 0, column = 0] = key.split(':').map(Number)
  return { row, column }
}

/** How large a grid is. */
export interface Extent {
  readonly rows: number
  readonly columns: number
}

/** Which cells are in hand, and the focus that goes with them. */
export function useGridCursor({ rows, columns }: Extent, startAt: () => Place) {
  const table = useRef<HTMLTableElement | null>(null)
  const [chosen, setChosen] = useState<Chosen>(() => {
    const start = startAt()
    return { anchor: start, head: start }
  })
  const within = (place: Place): Place => ({
    row: Math.min(place.row, Math.max(rows - 1, 0)),
    column: Math.min(place.column, Math.max(columns - 1, 0)),
  })
  const [anchor, head] = [within(chosen.anchor), within(chosen.head)]
  const moving = useRef(false)
  const focus = (at: Place) => {
    moving.current = true
    table.current?.querySelector<HTMLElement>(`[data-at="${cellKey(at)}"]`)?.focus()
    moving.current = false
  }
  const goTo = (to: Place, extend = false) => {
    setChosen({ anchor: extend ? anchor : to, head: to })
    // At once and not after the next drawing: the next key must already land in the right cell.
    focus(to)
  }
  /** The focus came by another way than the keys of the grid: a screen reader goes straight to a cell. */
  const follow = (to: Place) => {
    if (!moving.current && cellKey(to) !== cellKey(head)) setChosen({ anchor: to, head: to })
  }
  const chooseAll = () =>
    setChosen({
      anchor: { row: 0, column: 0 },
      head: { row: rows - 1, column: columns - 1 },
    })
  const hold = useCallback((held: HTMLTableElement | null) => void (table.current = held), [])
  const block = blockBetween(anchor, head)
  return {
    hold,
    head,
    block,
    single: cellKey(anchor) === cellKey(head),
    goTo,
    follow,
    comeBack: () => focus(head),
    chooseAll,
  }
}
export type GridCursor = ReturnType<typeof useGridCursor>
