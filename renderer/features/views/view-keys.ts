import type { KeyboardEvent } from 'react'
import type { KeyHelp } from '../../ui/keys.tsx'

interface ViewKeys {
  readonly step: (by: 1 | -1) => void
  readonly today: () => void
  /** By their letters: `{ d: 'day' }`. */
  readonly views: Readonly<Record<string, () => void>>
}

const plain = (event: KeyboardEvent) => !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey
const typing = (target: EventTarget) =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable="true"]')

/**
 * The keys of a calendar or board: another period, today, another view. They count only while the focus is in it, so a
 * letter said by mistake elsewhere does nothing (WCAG 2.1.4). Answers whether the key was one.
 */
export function viewKey(event: KeyboardEvent, { step, today, views }: ViewKeys): boolean {
  if (!plain(event) || typing(event.target)) return false
  const key = event.key.toLowerCase()
  const does =
    key === 'pageup' ? () => step(-1) : key === 'pagedown' ? () => step(1) : key === 't' ? today : views[key]
  if (does === undefined) return false
  event.preventDefault()
  does()
  return true
}

/** The keys of the board, as its legend and the list of all shortcuts say them. */
export const boardKeys: readonly KeyHelp[] = [
  { keys: ['←', '→', '↑', '↓'], does: 'move about the board' },
  { keys: ['Enter'], does: 'book a free time, or open a booking' },
  { keys: ['Alt', '← → ↑ ↓'], does: 'take a booking to another time or room' },
  { keys: ['Shift', 'Alt', '← →'], does: 'end it earlier or later' },
  { keys: ['Shift', '←', '→'], does: 'choose a longer free time' },
  { keys: ['Page Up', 'Page Down'], does: 'day before, day after' },
  { keys: ['Ctrl', 'G'], does: 'go to a date' },
  { keys: ['T'], does: 'today' },
  { keys: ['D', 'W', 'N'], does: 'day, week, now and next' },
]

/** The keys of the calendar. */
export const calendarKeys: readonly KeyHelp[] = [
  { keys: ['Enter'], does: 'open a booking or a day' },
  { keys: ['Page Up', 'Page Down'], does: 'before, after' },
  { keys: ['Ctrl', 'G'], does: 'go to a date' },
  { keys: ['T'], does: 'today' },
  { keys: ['D', 'W', 'M', 'L', 'Y'], does: 'day, week, month, list, year' },
]
