import { expect, test } from 'vitest'
import { forcedSize, openingPlace, standardSize } from '../../electron/window-place.ts'

const screen = { x: 0, y: 0, width: 1920, height: 1040 }
const place = { x: 100, y: 50, width: 1400, height: 800 }

test('the window opens where it was', () => expect(openingPlace(place, [screen])).toEqual(place))

test('the window opens at its standard size the first time', () => {
  expect(openingPlace(undefined, [screen])).toEqual(standardSize)
})

test('a window whose title bar could not be reached opens at its standard size', () => {
  const lost = { left: { ...place, x: -1250 }, above: { ...place, y: -1 }, below: { ...place, y: 1020 } }
  expect(openingPlace(lost.left, [screen])).toEqual(standardSize)
  expect(openingPlace(lost.above, [screen])).toEqual(standardSize)
  expect(openingPlace(lost.below, [screen])).toEqual(standardSize)
})

test('a window that is partly off, with enough to take hold of, stays', () => {
  const partly = { ...place, x: -1200 }
  expect(openingPlace(partly, [screen])).toEqual(partly)
})

test('a window on a second screen stays there until that screen is gone', () => {
  const second = { x: 1920, y: 0, width: 1280, height: 984 }
  const there = { ...place, x: 2000 }
  expect(openingPlace(there, [screen, second])).toEqual(there)
  expect(openingPlace(there, [screen])).toEqual(standardSize)
})

test('a size can be asked for, and anything else is ignored', () => {
  expect(forcedSize('1366x768')).toEqual({ width: 1366, height: 768 })
  expect(forcedSize('wide')).toBeNull()
  expect(forcedSize(undefined)).toBeNull()
})
