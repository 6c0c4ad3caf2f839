import type { KeyboardEvent } from 'react'
import type { MarkCode } from '../../../shared/registers/mark-code.ts'

/** What a key asks of the row it is pressed in. */
export type RowAction =
  | { readonly kind: 'give' | 'give-family'; readonly code: string }
  | { readonly kind: 'digit'; readonly digit: string }
  | { readonly kind: 'clear' | 'note' | 'nothing' }
  | { readonly kind: 'move'; readonly to: 'up' | 'down' | 'first' | 'last' }

/** What a key asks of the whole register. */
export type RegisterAction = 'rest' | 'walk-in' | 'complete' | 'undo' | 'families' | 'delivered' | 'record'

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>
const held = (event: Pressed) => event.ctrlKey || event.metaKey || event.altKey

const moves: Readonly<Record<string, 'up' | 'down' | 'first' | 'last'>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  Enter: 'down',
  Home: 'first',
  End: 'last',
}

/** Space is heard and does nothing: `L 10` is ten minutes late. */
export function rowAction(event: Pressed, codes: readonly MarkCode[]): RowAction | null {
  if (held(event)) return null
  const to = moves[event.key]
  if (to !== undefined) return { kind: 'move', to }
  if (event.key === 'Delete' || event.key === 'Backspace') return { kind: 'clear' }
  if (event.key === 'F2') return { kind: 'note' }
  if (event.key === ' ') return { kind: 'nothing' }
  if (/^\d$/.test(event.key)) return { kind: 'digit', digit: event.key }
  const code = codes.find((one) => one.key === event.key.toLowerCase())?.code
  return code === undefined ? null : { kind: event.shiftKey ? 'give-family' : 'give', code }
}

const registerKeys: Readonly<Record<string, RegisterAction>> = {
  r: 'rest',
  w: 'walk-in',
  f: 'families',
  d: 'delivered',
  s: 'record',
}

export function registerAction(event: Pressed): RegisterAction | null {
  const key = event.key.toLowerCase()
  if ((event.ctrlKey || event.metaKey) && !event.altKey) {
    if (key === 'enter') return 'complete'
    return key === 'z' && !event.shiftKey ? 'undo' : null
  }
  return held(event) ? null : (registerKeys[key] ?? null)
}
