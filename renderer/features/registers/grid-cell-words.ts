import type { GridCell, GridSession } from '../../../shared/registers/grid.contract.ts'
import { isOnRegister, placeWords } from '../../../shared/registers/grid.rules.ts'
import type { MarkCode } from '../../../shared/registers/mark-code.ts'
import { count } from '../../../shared/text.ts'

/** How a cell looks: came, another mark, nothing recorded, or nothing that could be. */
export function toneOf(cell: GridCell, codes: readonly MarkCode[]): 'came' | 'other' | 'none' | 'off' {
  if (cell.code === null) return isOnRegister(cell.place) ? 'none' : 'off'
  return codes.find((one) => one.code === cell.code)?.attended ? 'came' : 'other'
}

/** A cell as it is read out: `Late, 10 minutes, corrected. Note: bus`. */
export function cellWords(cell: GridCell, codes: readonly MarkCode[]): string {
  if (cell.code === null) return isOnRegister(cell.place) ? placeWords.expected : placeWords[cell.place]
  const label = codes.find((one) => one.code === cell.code)?.label ?? cell.code
  const parts = [
    label,
    cell.minutes === null ? '' : count(cell.minutes, 'minute'),
    cell.place === 'walk-in' ? 'walk-in' : '',
    cell.corrected ? 'corrected' : '',
  ]
  const note = cell.note === null ? '' : `. Note: ${cell.note}`
  return `${parts.filter((part) => part !== '').join(', ')}${note}`
}

/** Why a whole column can or cannot be written in; null where it simply can. */
export function columnWords(session: GridSession): string | null {
  switch (session.state) {
    case 'complete':
      return session.mayCorrect ? 'complete, a letter corrects it' : 'complete'
    case 'did-not-run':
      return session.reason === null ? 'did not run' : `did not run: ${session.reason}`
    case 'not-due':
      return 'to come, only apologies'
    case 'due':
    case 'started':
      return null
  }
}
