import { expect, test } from 'vitest'
import { aSchema } from './schema.ts'

test('no two people have one Mosaic ID, and any number have none', () => {
  const { put, refuses } = aSchema()
  put('person', { mosaic_id: null })
  put('person', { mosaic_id: null })
  put('person', { mosaic_id: '2' })
  refuses('person', { mosaic_id: '1' }, /UNIQUE constraint failed: person.mosaic_id/)
})

test('two people may share a name and a date of birth: that is for a person to judge', () => {
  const { put, count } = aSchema()
  put('person', { mosaic_id: '2' })
  expect(count(`SELECT count(*) FROM person WHERE match_key = 'miapatel'`)).toBe(2)
})

test('a date of birth is a date or not known', () => {
  const { put, refuses } = aSchema()
  put('person', { mosaic_id: null, date_of_birth: null })
  refuses('person', { mosaic_id: null, date_of_birth: '4/5/2016' }, /CHECK/)
})

test('whether it is safe to call is yes, no or not asked, and never nothing', () => {
  const { put, refuses } = aSchema()
  for (const answer of ['yes', 'no', 'not-asked']) put('person', { mosaic_id: null, safe_to_call: answer })
  refuses('person', { mosaic_id: null, safe_to_call: '' }, /CHECK/)
  refuses('person', { mosaic_id: null, safe_to_call: null }, /NOT NULL/)
})

test('a family with people in it, and a person with a history, cannot be deleted', () => {
  const { run } = aSchema()
  expect(() => run(`DELETE FROM family`)).toThrow(/FOREIGN KEY/)
  expect(() => run(`DELETE FROM person`)).toThrow(/FOREIGN KEY/)
})
