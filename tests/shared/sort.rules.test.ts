import { expect, test } from 'vitest'
import { nextSort, sorted } from '../../shared/sort.rules.ts'

const by = (values: readonly (string | number | null)[], order: 'ascending' | 'descending') =>
  sorted(values, { key: 'value', order }, (value) => value)

test('names are sorted without regard to case and accents, numbers in them by size', () => {
  expect(by(['Room 10', 'Élan', 'room 2', 'Dora'], 'ascending')).toEqual([
    'Dora',
    'Élan',
    'room 2',
    'Room 10',
  ])
})

test('rows without a value come last, whichever way round', () => {
  expect(by([3, null, 1, 2], 'ascending')).toEqual([1, 2, 3, null])
  expect(by([3, null, 1, 2], 'descending')).toEqual([3, 2, 1, null])
})

test('rows that are equal keep their order', () => {
  const rows = [
    { name: 'Ana', n: 1 },
    { name: 'Ben', n: 1 },
    { name: 'Cal', n: 0 },
  ]
  const names = sorted(rows, { key: 'n', order: 'descending' }, (row) => row.n).map((row) => row.name)
  expect(names).toEqual(['Ana', 'Ben', 'Cal'])
})

test('a heading sorts upwards first, then downwards, and another heading starts anew', () => {
  const up = nextSort(null, 'name')
  expect(up.order).toBe('ascending')
  expect(nextSort(up, 'name').order).toBe('descending')
  expect(nextSort(up, 'date')).toEqual({ key: 'date', order: 'ascending' })
})

test('nothing is sorted without an order', () => {
  expect(sorted(['b', 'a'], null, (value) => value)).toEqual(['b', 'a'])
})
