import { expect, test } from 'vitest'
import { personId } from '../../../shared/ids.ts'
import { newPersonSchema } from '../../../shared/people/people.contract.ts'
import type { PreviewRow } from '../../../shared/imports/imports.contract.ts'
import { fillsInWords, resultWords, summarise, summaryWords } from '../../../shared/imports/summary.rules.ts'

const person = newPersonSchema.parse({ firstName: 'Mia', lastName: 'Patel' })
const row = (number: number, state: PreviewRow['state']): PreviewRow => ({
  row: number,
  state,
  person: state === 'problem' || state === 'blank' ? null : person,
  cells: [],
  reasons: [],
  matches: [],
  fills: [],
})

const rows = [row(2, 'new'), row(3, 'new'), row(4, 'possible'), row(5, 'problem'), row(6, 'blank'), row(7, 'enrolled')] // prettier-ignore

test('says who will be enrolled, who is there, what needs deciding and what is left out', () => {
  expect(summaryWords(summarise(rows, []))).toBe(
    '2 will be enrolled: 2 new. 1 is in the group already. 1 needs you. 1 will be left out.',
  )
})

test('a decision moves a row from what needs deciding', () => {
  expect(summarise(rows, [{ row: 4, choice: 'new' }])).toMatchObject({ enrol: 3, undecided: 0, leftOut: 1 })
  expect(summarise(rows, [{ row: 4, choice: 'leave-out' }])).toMatchObject({
    enrol: 2,
    undecided: 0,
    leftOut: 2,
  })
  expect(summarise(rows, [{ row: 2, choice: 'leave-out' }])).toMatchObject({
    enrol: 1,
    undecided: 1,
    leftOut: 2,
  })
})

test('a list with nobody to enrol says so', () => {
  expect(summaryWords(summarise([row(2, 'blank')], []))).toBe('Nobody will be enrolled.')
})

test('the result counts what was done', () => {
  expect(resultWords({ added: 9, matched: 2, filled: 1, alreadyEnrolled: 0, leftOut: 1 })).toBe(
    '11 people enrolled: 9 new, 2 known. 1 record was filled in from the list. 1 row was left out and kept with the group.',
  )
  expect(resultWords({ added: 0, matched: 0, filled: 0, alreadyEnrolled: 1, leftOut: 0 })).toBe(
    'Nobody was enrolled. 1 person was in the group already.',
  )
})

test('says what a row fills in of the person it is, and nothing of another', () => {
  const id = personId.parse('01939c50-0000-7000-8000-000000000001')
  const filling: PreviewRow = {
    ...row(2, 'matched'),
    fills: [{ personId: id, fields: ['mosaicId', 'phone'] }],
  }
  expect(fillsInWords(filling, id)).toBe('Fills in what the record lacks: Mosaic ID and phone.')
  expect([fillsInWords(filling, undefined), fillsInWords(row(2, 'matched'), id)]).toEqual([null, null])
})
