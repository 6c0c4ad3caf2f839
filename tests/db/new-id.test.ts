import { expect, test } from 'vitest'
import { newIdAt } from '../../db/new-id.ts'
import { personId } from '../../shared/ids.ts'

test('ids made in one moment are in the order they were made, and all different', () => {
  const newId = newIdAt(new Date('2026-11-23T09:00:00.000Z'))
  const ids = Array.from({ length: 1000 }, () => newId(personId))
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(1000)
})

test('two runs of the same moment share no id', () => {
  const now = new Date('2026-11-23T09:00:00.000Z')
  const ids = Array.from({ length: 1000 }, () => newIdAt(now)(personId))
  expect(new Set(ids).size).toBe(1000)
})
