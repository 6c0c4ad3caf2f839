import { test } from 'vitest'
import { aSchema } from './schema.ts'

const check = /CHECK constraint failed/

test('an adult of a person has a record or a name, never both, and a phone of their own only without a record', () => {
  const { put, refuses } = aSchema()
  refuses('person_adult', { name: null }, check)
  refuses('person_adult', { adult_id: 'sibling' }, check)
  refuses('person_adult', { adult_id: 'sibling', name: null, phone: '07700 900123' }, check)
  refuses('person_adult', { adult_id: 'person', name: null }, check)
  put('person_adult', { adult_id: 'sibling', name: null })
  refuses('person_adult', { adult_id: 'sibling', name: null }, /UNIQUE/)
})

test('a consent is yes or no, and one that ends does not end before it was given', () => {
  const { refuses } = aSchema()
  refuses('consent', { answer: 'not-asked', step: 2 }, check)
  refuses('consent', { until_date: '2026-10-31', step: 2 }, check)
  refuses('consent', {}, /UNIQUE/)
})

test('a person has one number in each other system', () => {
  aSchema().refuses('person_reference', { value: '78' }, /UNIQUE/)
})

test('a pair who must not meet stands once, until it ends', () => {
  const { put, refuses } = aSchema()
  refuses('must_not_meet', {}, /UNIQUE/)
  refuses('must_not_meet', { person_id: 'sibling', other_id: 'person' }, check)
  put('must_not_meet', { until_date: '2026-11-20' })
  refuses('not_the_same', {}, /UNIQUE/)
})

test('a record is merged into one other at a time, and never into itself', () => {
  const { refuses } = aSchema()
  refuses('person', { id: 'self', mosaic_id: null, merged_into_id: 'self' }, check)
  refuses('person_merge', {}, /UNIQUE/)
  refuses('person_merge', { gone_id: 'person' }, check)
})
