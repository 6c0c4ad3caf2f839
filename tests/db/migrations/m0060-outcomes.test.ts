import { test } from 'vitest'
import { aSchema } from './schema.ts'

const check = /CHECK constraint failed/

test('a measure has a range, a direction and at most three goals', () => {
  const { put, refuses } = aSchema()
  put('measure', { kind: 'goals', goal_limit: 3 })
  refuses('measure', { minimum: 10, maximum: 10 }, check)
  refuses('measure', { direction: 'up' }, check)
  refuses('measure', { kind: 'star' }, check)
  refuses('measure', { goal_limit: 4 }, check)
})

test('a programme uses a measure once', () => {
  const { refuses } = aSchema()
  refuses('programme_measure', {}, /UNIQUE/)
})

test('a person has up to three goals, each once', () => {
  const { put, refuses } = aSchema()
  put('goal', { item: 3 })
  refuses('goal', { item: 1 }, /UNIQUE/)
  refuses('goal', { item: 4 }, check)
  refuses('goal', { item: 0 }, check)
})

test('a person has one reading at each time point', () => {
  const { put, refuses } = aSchema()
  put('reading', { time_point: 'after' })
  refuses('reading', { value: 5 }, /UNIQUE/)
  refuses('reading', { time_point: 'later' }, check)
})

test('missing is missing with its reason, never nothing and never both; 0 is a number like any other', () => {
  const { put, refuses } = aSchema()
  put('reading', { time_point: 'after', value: null, not_done_reason: 'Not there' })
  put('reading', { time_point: 'during', value: 0 })
  refuses('reading', { time_point: 'follow-up', value: null }, check)
  refuses('reading', { time_point: 'follow-up', value: 3, not_done_reason: 'Not there' }, check)
})
