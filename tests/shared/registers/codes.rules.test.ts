import { expect, test } from 'vitest'
import { flagProblems } from '../../../shared/registers/codes.rules.ts'
import { cameOf, headcountProblem, roomInWords } from '../../../shared/registers/headcounts.rules.ts'

const flags = { attended: false, expected: false, contact: false, apology: false, minutes: null } as const

test('a mark says one thing of a person and not its opposite', () => {
  expect(flagProblems(flags)).toEqual({})
  expect(flagProblems({ ...flags, attended: true, expected: true, minutes: 'late' })).toEqual({})
  expect(flagProblems({ ...flags, contact: true })).toEqual({})
  expect(flagProblems({ ...flags, expected: true, apology: true })).toEqual({})
  expect(Object.keys(flagProblems({ ...flags, attended: true, contact: true, apology: true }))).toEqual(['expected', 'contact', 'apology']) // prettier-ignore
  expect(Object.keys(flagProblems({ ...flags, apology: true }))).toEqual(['apology'])
  expect(Object.keys(flagProblems({ ...flags, minutes: 'early' }))).toEqual(['minutes'])
})

test('heads are never fewer than names, and the two are never added', () => {
  expect(cameOf({ named: 8, counted: 23 })).toBe(23)
  expect(cameOf({ named: 8, counted: null })).toBe(8)
  // Somebody was marked after the heads were counted.
  expect(cameOf({ named: 9, counted: 8 })).toBe(9)
  const row = { role: 'adult', named: 1, counted: null } as const
  expect(roomInWords(row)).toBe('1 adult by name')
  expect(roomInWords({ ...row, counted: 0, named: 0 })).toBe('0 adults in the room, 0 by name')
  expect(headcountProblem(row, 0)).toContain('1 adult is marked by name')
  expect([headcountProblem(row, 1), headcountProblem(row, null)]).toEqual([null, null])
})
