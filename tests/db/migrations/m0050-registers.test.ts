import { expect, test } from 'vitest'
import { aSchema } from './schema.ts'

const check = /CHECK constraint failed/

test('a person has one enrolment in a group, and one line of its history at each step of a day', () => {
  const { put, refuses } = aSchema()
  refuses('enrolment', {}, /UNIQUE/)
  put('enrolment_event', { step: 2, status: 'withdrawn' })
  put('enrolment_event', { on_date: '2026-11-21' })
  refuses('enrolment_event', { status: 'withdrawn' }, /UNIQUE/)
  refuses('enrolment_event', { step: 3, status: 'present' }, check)
  refuses('enrolment_event', { step: 3, on_date: 'today' }, check)
})

test('a person has one mark at a session', () => {
  const { put, refuses } = aSchema()
  put('mark_code', { id: 'A' })
  refuses('mark', { code: 'A' }, /UNIQUE constraint failed: mark.session_id, mark.person_id/)
})

test('a mark has a known letter: nothing recorded is no row', () => {
  const { put, refuses } = aSchema()
  const person_id = put('person', { mosaic_id: null })
  refuses('mark', { person_id, code: '' }, /FOREIGN KEY/)
  refuses('mark', { person_id, code: null }, /NOT NULL/)
  refuses('mark', { person_id, code: 'Q' }, /FOREIGN KEY/)
  put('mark', { person_id })
})

test('nobody attends without counting as expected', () => {
  const { put, refuses } = aSchema()
  put('mark_code', { id: 'X', attended: 0, expected: 0 })
  put('mark_code', { id: 'N', attended: 0, expected: 1 })
  refuses('mark_code', { id: 'Y', attended: 1, expected: 0 }, check)
  refuses('mark_code', { id: 'PP' }, check)
})

test('a letter in use, and a session with marks, cannot be deleted', () => {
  const { run } = aSchema()
  expect(() => run(`DELETE FROM mark_code`)).toThrow(/FOREIGN KEY/)
  run(`DELETE FROM booking_equipment`)
  run(`DELETE FROM closure_choice`)
  run(`DELETE FROM booking`)
  expect(() => run(`DELETE FROM session`)).toThrow(/FOREIGN KEY/)
})

test('a row left out of a list keeps its number, its cells and the reason', () => {
  const { refuses } = aSchema()
  for (const column of ['row_number', 'cells', 'reason'])
    refuses('import_left_out', { [column]: null }, /NOT NULL/)
})
