import { describe, expect, test } from 'vitest'
import { gridAction } from '../../../renderer/features/registers/grid-keys.ts'

const codes = [{ code: 'P', label: 'Present', attended: true, expected: true, contact: false, apology: false, minutes: null, key: 'k', retired: false }] // prettier-ignore
const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
type Held = Partial<typeof none>
const press = (key: string, held: Held = {}, at = { row: 1, column: 1 }) =>
  gridAction({ ...none, ...held, key }, { at, rows: 3, columns: 3 }, codes)
const place = (row: number, column: number, extend = false) => ({ kind: 'go', to: { row, column }, extend })

describe('in the grid', () => {
  test.each([
    ['ArrowDown', {}, place(2, 1)],
    ['ArrowUp', { shiftKey: true }, place(0, 1, true)],
    ['Enter', {}, place(2, 1)],
    ['Enter', { shiftKey: true }, place(0, 1)],
    ['Tab', {}, place(1, 2)],
    ['Tab', { shiftKey: true }, place(1, 0)],
    ['Home', {}, place(1, 0)],
    ['End', { ctrlKey: true }, place(2, 2)],
    ['ArrowDown', { ctrlKey: true, shiftKey: true }, place(2, 1, true)],
  ] as const)('%s moves as in a spreadsheet', (key, held, action) => {
    expect(press(key, held)).toEqual(action)
  })

  test('nothing goes over the edge', () => {
    expect(press('ArrowDown', {}, { row: 2, column: 1 })).toEqual(place(2, 1))
    expect(press('PageUp', {}, { row: 2, column: 1 })).toEqual(place(0, 1))
  })

  test('Tab at the end of a row, and at its beginning backwards, leads out of the grid', () => {
    expect(press('Tab', {}, { row: 1, column: 2 })).toBeNull()
    expect(press('Tab', { shiftKey: true }, { row: 1, column: 0 })).toBeNull()
  })

  test('a mark is given by its own key, and letters that are no mark are left to the window', () => {
    expect(press('K')).toEqual({ kind: 'give', code: 'P' })
    expect(press('p')).toBeNull()
    expect(press('k', { ctrlKey: true })).toBeNull()
    expect(press('k', { altKey: true })).toBeNull()
  })

  test('Ctrl + D fills down, Ctrl + R fills right, and copy and paste are the browser’s', () => {
    expect(press('d', { ctrlKey: true })).toEqual({ kind: 'fill', way: 'down' })
    expect(press('R', { ctrlKey: true })).toEqual({ kind: 'fill', way: 'right' })
    expect(press('c', { ctrlKey: true })).toBeNull()
    expect(press('v', { ctrlKey: true })).toBeNull()
  })
})
