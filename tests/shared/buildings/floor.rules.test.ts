import { expect, test } from 'vitest'
import { sharedFloor } from '../../../shared/buildings/floor.rules.ts'

const rooms = [
  { id: 'hall', partOfId: null },
  { id: 'left', partOfId: 'hall' },
  { id: 'right', partOfId: 'hall' },
  { id: 'corner', partOfId: 'left' },
  { id: 'office', partOfId: null },
]
const shared = (id: string) => [...(sharedFloor(rooms).get(id) ?? [])].toSorted()

test('a hall shares its floor with its halves and what is in them', () => {
  expect(shared('hall')).toEqual(['corner', 'left', 'right'])
  expect(shared('corner')).toEqual(['hall', 'left'])
})

test('a quarter shares floor with its half and with the whole, and not with the other half', () => {
  const parts = [...rooms, { id: 'quarter', partOfId: 'corner' }]
  expect([...(sharedFloor(parts).get('quarter') ?? [])].toSorted()).toEqual(['corner', 'hall', 'left'])
  expect(sharedFloor(parts).get('right')?.has('quarter')).toBe(false)
})

test('two halves do not share floor, and a room apart shares with none', () => {
  expect(shared('right')).toEqual(['hall'])
  expect(shared('office')).toEqual([])
})

test('a ring, which the program refuses, would not hang the board', () => {
  const ring = [
    { id: 'a', partOfId: 'b' },
    { id: 'b', partOfId: 'a' },
  ]
  expect([...(sharedFloor(ring).get('a') ?? [])]).toEqual(['b'])
})
