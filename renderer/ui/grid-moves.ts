import type { KeyboardEvent } from 'react'
import type { Place } from '../../shared/registers/grid-block.rules.ts'

export type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** Where the cursor stands, and how large the grid is. */
export interface Standing {
  readonly at: Place
  readonly rows: number
  readonly columns: number
}

/** As many rows as a page of the grid. */
const PAGE = 10

/** Where a key leads to, as in a spreadsheet; null where it leads nowhere. */
export const placeByKey = (event: Pressed, standing: Standing): Place | null =>
  event.ctrlKey || event.metaKey ? jump(event.key, standing) : step(event, standing)

/** Tab at either end of a row is left to the window: it leads out of the grid. */
function step({ key, shiftKey }: Pressed, { at, rows, columns }: Standing): Place | null {
  const within = (row: number, column: number): Place => ({
    row: Math.min(Math.max(row, 0), rows - 1),
    column: Math.min(Math.max(column, 0), columns - 1),
  })
  const back = shiftKey ? -1 : 1
  switch (key) {
    case 'ArrowUp':
      return within(at.row - 1, at.column)
    case 'ArrowDown':
      return within(at.row + 1, at.column)
    case 'ArrowLeft':
      return within(at.row, at.column - 1)
    case 'ArrowRight':
      return within(at.row, at.column + 1)
    case 'PageUp':
      return within(at.row - PAGE, at.column)
    case 'PageDown':
      return within(at.row + PAGE, at.column)
    case 'Home':
      return within(at.row, 0)
    case 'End':
      return within(at.row, columns - 1)
    case 'Enter':
      return within(at.row + back, at.column)
    case 'Tab':
      return at.column + back < 0 || at.column + back >= columns ? null : within(at.row, at.column + back)
    default:
      return null
  }
}

function jump(key: string, { at, rows, columns }: Standing): Place | null {
  switch (key) {
    case 'Home':
      return { row: 0, column: 0 }
    case 'End':
      return { row: rows - 1, column: columns - 1 }
    case 'ArrowUp':
      return { row: 0, column: at.column }
    case 'ArrowDown':
      return { row: rows - 1, column: at.column }
    case 'ArrowLeft':
      return { row: at.row, column: 0 }
    case 'ArrowRight':
      return { row: at.row, column: columns - 1 }
    default:
      return null
  }
}
