import { expect, test } from 'vitest'
import { dealLabels, labelSheets, labelsOn, nameSize } from '../../../shared/exports/paper-labels.rules.ts'

const names = (n: number) => Array.from({ length: n }, (_, at) => `${at + 1}`)

test('21 and 24 labels fit on A4 paper', () => {
  expect([labelsOn('21'), labelsOn('24')]).toEqual([21, 24])
  for (const { across, down, width, height, top, left, gap } of Object.values(labelSheets)) {
    expect(2 * left + across * width + (across - 1) * gap).toBeCloseTo(210, 0)
    expect(2 * top + down * height).toBeCloseTo(297, 0)
  }
})

test('labels go on as many sheets as they need, and a sheet that was begun is used up', () => {
  expect(dealLabels(names(21), '21', 1)).toHaveLength(1)
  expect(dealLabels(names(22), '21', 1).map((one) => one.length)).toEqual([21, 1])
  expect(dealLabels(names(3), '21', 20)).toEqual([[...Array(19).fill(null), '1', '2'], ['3']])
  expect(dealLabels([], '24', 1)).toEqual([])
  expect(dealLabels(names(1), '24', 99)[0]).toHaveLength(24)
})

test('a short name is large, and a long one smaller, never too small to be read', () => {
  expect(nameSize('Mia', '21')).toBe(34)
  expect(nameSize('Christopher', '21')).toBeLessThan(30)
  expect(nameSize('Featherstonehaugh-Cholmondeley', '24')).toBe(13)
})
