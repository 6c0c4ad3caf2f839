import { useGridCursor as useCursor } from '../../ui/use-grid-cursor.ts'
import type { Grid } from '../../../shared/registers/grid.contract.ts'
import type { Place } from '../../../shared/registers/grid-block.rules.ts'

export { cellKey, placeOfTarget, type GridCursor } from '../../ui/use-grid-cursor.ts'

/** Where the work is: the first blank of the oldest register that is owed, or the last session that has begun. */
function startOf({ sessions, people }: Grid): Place {
  const owed = sessions.findIndex((one) => one.state === 'due' || one.state === 'started')
  const begun = sessions.findLastIndex((one) => one.state === 'complete')
  const column = Math.max(owed === -1 ? begun : owed, 0)
  const blank = people.findIndex(({ cells }) => {
    const cell = cells[column]
    return cell?.place === 'expected' && cell.code === null
  })
  return { row: Math.max(blank, 0), column }
}

/** Which cells are in hand, and the focus that goes with them. */
export const useGridCursor = (grid: Grid) =>
  useCursor({ rows: grid.people.length, columns: grid.sessions.length }, () => startOf(grid))
