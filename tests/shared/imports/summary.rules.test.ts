import { expect, test } from 'vitest'
import { newPersonSchema } from '../../../shared/people/people.contract.ts'
import type { PreviewRow } from '../../../shared/imports/imports.contract.ts'
import { resultWords, summarise, summaryWords } from '../../../shared/imports/summary.rules.ts'

const person = newPersonSchema.parse({ firstName: 'Mia', lastName: 'Patel' })
const row = (number: number, state: PreviewRow['state']): PreviewRow => ({
  row: number,
  state,
  person: state === 'problem' || state === 'blank' ? null : person,
  cells: [],
  reasons: [],
  matches: [],
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
  expect(resultWords({ added: 9, matched: 2, alreadyEnrolled: 0, leftOut: 1 })).toBe(
    '11 people enrolled: 9 new, 2 known. 1 row was left out and kept with the group.',
  )
  expect(resultWords({ added: 0, matched: 0, alreadyEnrolled: 1, leftOut: 0 })).toBe(
    'Nobody was enrolled. 1 person was in the group already.',
  )
})
