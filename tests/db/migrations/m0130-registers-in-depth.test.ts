import { expect, test } from 'vitest'
import { anOlderFile, aSchema } from './schema.ts'

const check = /CHECK constraint failed/

test('the marks of a file of the program before say what they always said', () => {
  const connection = anOlderFile(
    90,
    `INSERT INTO mark_code VALUES ('A', 'Apologies', 0, 1, 1, 0), ('L', 'Late', 1, 1, 2, 0), ('M', 'Materials sent', 0, 0, 3, 0), ('E', 'Excused', 0, 1, 4, 0);`,
  )
  expect(connection.prepare('SELECT id, contact, apology, minutes FROM mark_code ORDER BY id').all()).toEqual(
    [
      { id: 'A', contact: 0, apology: 1, minutes: null },
      // A letter that was given another meaning keeps it.
      { id: 'E', contact: 0, apology: 0, minutes: null },
      { id: 'L', contact: 0, apology: 0, minutes: 'late' },
      { id: 'M', contact: 1, apology: 0, minutes: null },
    ],
  )
})

test('a mark that says they came is no apology and no mere contact', () => {
  const { refuses } = aSchema()
  refuses('mark_code', { id: 'Q', contact: 1 }, check)
  refuses('mark_code', { id: 'Q', apology: 1 }, check)
  refuses('mark_code', { id: 'Q', attended: 0, minutes: 'late' }, check)
})

test('minutes are one or more, and a headcount of nobody is a headcount', () => {
  const { refuses } = aSchema()
  refuses('mark', { person_id: 'sibling', minutes: 0 }, check)
  refuses('session_headcount', { role: 'adult', people: -1 }, check)
  refuses('session_headcount', {}, /UNIQUE/)
})
