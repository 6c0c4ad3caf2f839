import { describe, expect, test } from 'vitest'
import { accessInWords, accessOn } from '../../../shared/buildings/access.rules.ts'

const line = (name: string, roomId: string | null, fromDate: string) => ({ name, roomId, fromDate })
const lines = [
  line('new code', null, '2026-12-01'),
  line('code', null, '2026-11-01'),
  line('hall key', 'hall', '2026-11-15'),
]
const on = (room: string | null, date: string) => accessOn(lines, room, date)?.name ?? null

describe('the way in on a date', () => {
  test('is the last line on or before the day', () => {
    expect(on(null, '2026-10-31')).toBeNull()
    expect(on(null, '2026-11-01')).toBe('code')
    expect(on(null, '2026-11-30')).toBe('code')
    expect(on(null, '2026-12-01')).toBe('new code')
  })

  test('is the room’s own before its building’s, even an older one', () => {
    expect(on('hall', '2026-11-14')).toBe('code')
    expect(on('hall', '2026-11-15')).toBe('hall key')
    expect(on('hall', '2026-12-24')).toBe('hall key')
    expect(on('office', '2026-12-24')).toBe('new code')
  })
})

test.each([
  ['Reception is open.', { kind: 'reception' }],
  ['Opened by staff.', { kind: 'staff' }],
  ['Opened by Jo, ext. 5479.', { kind: 'staff', keyHolder: 'Jo, ext. 5479' }],
  [
    'Key from the library. Use the side door.',
    { kind: 'key', keyHolder: 'the library', note: 'Use the side door' },
  ],
  ['Door code 2580.', { kind: 'code', code: '2580' }],
  ['Door code: ask whoever booked the room.', { kind: 'code', codeHidden: true }],
] as const)('is read out as “%s”', (words, given) => {
  expect(accessInWords({ keyHolder: null, code: null, codeHidden: false, note: null, ...given })).toBe(words)
})
