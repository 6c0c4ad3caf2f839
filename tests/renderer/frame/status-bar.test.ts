import { expect, test } from 'vitest'
import { isAt, places } from '../../../renderer/frame/places.ts'
import { savedWords } from '../../../renderer/frame/status-bar.tsx'

test('a save of today is a time, in the time of the county and not of the world', () => {
  expect(savedWords('2026-07-01T09:42:00.000Z', '2026-07-01')).toBe('Saved 10:42am')
  expect(savedWords('2026-11-23T09:42:00.000Z', '2026-11-23')).toBe('Saved 9:42am')
})

test('an older save says its day', () => {
  expect(savedWords('2026-11-20T16:00:00.000Z', '2026-11-23')).toBe('Saved 4pm on 20 November 2026')
})

test('a new county has nothing to save', () => {
  expect(savedWords(null, '2026-11-23')).toBe('Nothing to save yet')
})

test('a place is marked for what lies under it and not for what only begins alike', () => {
  const at = (location: string) => places.filter((place) => isAt(place, location)).map((place) => place.label)
  expect(at('/groups/new')).toEqual(['Groups'])
  expect(at('/groupsomething')).toEqual([])
  expect(at('/registers/1')).toEqual(['Today'])
})
