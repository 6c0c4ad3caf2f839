import { placeByKey, type Pressed, type Standing } from '../../ui/grid-moves.ts'
import type { MarkCode } from '../../../shared/registers/mark-code.ts'
import type { Place } from '../../../shared/registers/grid-block.rules.ts'

/** What a key asks of the grid. */
export type GridAction =
  | { readonly kind: 'go'; readonly to: Place; readonly extend: boolean }
  | { readonly kind: 'give'; readonly code: string }
  | { readonly kind: 'fill'; readonly way: 'down' | 'right' }
  | { readonly kind: 'clear' | 'all' | 'undo' | 'open' | 'correct' | 'leave' }

/** As a spreadsheet does it: null leaves the key to the window. */
export function gridAction(
  event: Pressed,
  standing: Standing,
  codes: readonly MarkCode[],
): GridAction | null {
  if (event.altKey) return null
  const held = event.ctrlKey || event.metaKey
  const to = placeByKey(event, standing)
  if (to !== null) return { kind: 'go', to, extend: event.shiftKey && event.key !== 'Enter' && event.key !== 'Tab' } // prettier-ignore
  return held ? withControl(event.key.toLowerCase()) : plain(event.key, codes)
}

function withControl(key: string): GridAction | null {
  switch (key) {
    case 'd':
      return { kind: 'fill', way: 'down' }
    case 'r':
      return { kind: 'fill', way: 'right' }
    case 'a':
      return { kind: 'all' }
    case 'z':
      return { kind: 'undo' }
    case 'enter':
      return { kind: 'open' }
    default:
      return null
  }
}

function plain(key: string, codes: readonly MarkCode[]): GridAction | null {
  if (key === 'Delete' || key === 'Backspace') return { kind: 'clear' }
  if (key === 'F2') return { kind: 'correct' }
  if (key === 'Escape') return { kind: 'leave' }
  const code = codes.find((one) => one.key === key.toLowerCase())
  return code === undefined ? null : { kind: 'give', code: code.code }
}
