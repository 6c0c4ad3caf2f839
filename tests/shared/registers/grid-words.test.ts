import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MarkCode } from '../../../shared/registers/mark-code.ts'
import { readBlock, readMark, writeBlock } from '../../../shared/registers/grid-words.rules.ts'

const code = (letter: string, label: string, flags: Partial<MarkCode> = {}): MarkCode => ({
  code: letter,
  label,
  attended: false,
  expected: true,
  contact: false,
  apology: false,
  minutes: null,
  key: letter.toLowerCase(),
  retired: false,
  ...flags,
})
const codes = [
  code('P', 'Present', { attended: true }),
  code('L', 'Late', { attended: true, minutes: 'late' }),
  code('E', 'Left early', { attended: true, minutes: 'early' }),
  code('A', 'Apologies', { apology: true }),
  code('N', 'Did not attend'),
  code('X', 'Not expected', { expected: false }),
  code('O', 'Online', { attended: true, retired: true }),
]
const read = (text: string, all = codes) => {
  const said = readMark(text, all)
  return said.kind === 'mark' ? said.code : said.kind
}

describe('a cell of an old spreadsheet is read', () => {
  test.each(['/', '✓', '✔', 'Y', 'yes', '1', 'P', 'p', ' present ', 'Attended'])('%s as came', (text) =>
    expect(read(text)).toBe('P'),
  )
  test.each(['abs', 'Absent', '0', 'DNA', 'n', 'N'])('%s as did not attend', (text) =>
    expect(read(text)).toBe('N'),
  )
  test.each([
    ['Apols', 'A'],
    ['late', 'L'],
    ['Left early', 'E'],
    ['x', 'X'],
    ['', 'blank'],
    ['  ', 'blank'],
    ['–', 'leave'],
    ['n/a', 'leave'],
  ])('%s as %s', (text, meant) => expect(read(text)).toBe(meant))
  test.each(['?', 'H', 'PP', '2', 'see notes', 'P/A', 'o', 'Online'])(
    '%s as nothing anybody can know',
    (text) => expect(read(text)).toBe('unknown'),
  )
})

test('a letter means what the county says, even where old registers meant something else', () => {
  const theirs = [code('A', 'Attended', { attended: true }), code('N', 'Not well', { apology: true })]
  expect(read('A', theirs)).toBe('A')
  expect(read('N', theirs)).toBe('N')
  expect(read('/', theirs)).toBe('A')
  // No mark in use says "did not attend", so the word is not forced into another.
  expect(read('abs', theirs)).toBe('unknown')
})

test('a letter that was retired is not read', () => {
  expect(read('O')).toBe('unknown')
})

test('a block is lines of cells, whatever ends them, and quoted cells are one cell', () => {
  expect(readBlock('P\tL\r\nA\t\r\n')).toEqual([['P', 'L'], ['A', '']]) // prettier-ignore
  expect(readBlock('P')).toEqual([['P']])
  expect(readBlock('P\n\n')).toEqual([['P'], ['']])
  expect(readBlock('"P ""yes""\nlate"\tL\n')).toEqual([['P "yes" late', 'L']])
})

test('what is copied is read back as the same block', () => {
  const cell = fc.constantFrom('P', 'L', '', '–')
  const block = fc.integer({ min: 1, max: 5 }).chain(
    (width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }), // prettier-ignore
  )
  fc.assert(
    fc.property(block, (cells) => {
      expect(readBlock(writeBlock(cells))).toEqual(cells)
    }),
  )
})
