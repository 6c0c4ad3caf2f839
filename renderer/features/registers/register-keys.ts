import type { KeyboardEvent } from 'react'
import type { MarkCode } from '../../../shared/registers/mark-code.ts'

/** What a key asks of the row it is pressed in. */
export type RowAction =
  | { readonly kind: 'give'; readonly code: string }
  | { readonly kind: 'clear' }
  | { readonly kind: 'move'; readonly to: 'up' | 'down' | 'first' | 'last' }

/** What a key asks of the whole register. */
export type RegisterAction = 'rest' | 'walk-in' | 'complete' | 'undo'

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>
const held = (event: Pressed) => event.ctrlKey || event.metaKey || event.altKey

const moves: Readonly<Record<string, 'up' | 'down' | 'first' | 'last'>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  Enter: 'down',
  Home: 'first',
  End: 'last',
}

export function rowAction(event: Pressed, codes: readonly MarkCode[]): RowAction | null {
  if (held(event)) return null
  const to = moves[event.key]
  if (to !== undefined) return { kind: 'move', to }
  if (event.key === 'Delete' || event.key === 'Backspace') return { kind: 'clear' }
  const code = codes.find((one) => one.key === event.key.toLowerCase())
  return code === undefined ? null : { kind: 'give', code: code.code }
}

export function registerAction(event: Pressed): RegisterAction | null {
  const key = event.key.toLowerCase()
  if ((event.ctrlKey || event.metaKey) && !event.altKey) {
    if (key === 'enter') return 'complete'
    return key === 'z' ? 'undo' : null
  }
  if (held(event)) return null
  if (key === 'r') return 'rest'
  return key === 'w' ? 'walk-in' : null
}
