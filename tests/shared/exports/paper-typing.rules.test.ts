import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  readTyped,
  sortTyped,
  type Recorded,
  type TypedMark,
} from '../../../shared/exports/paper-typing.rules.ts'

const codes = [...'PLEANX'].map((code) => ({ code, minutes: code === 'L' || code === 'E' }))
const read = (text: string, { rows = 12, at = 1 } = {}) => readTyped(text, { rows, codes, at })
const marks = (text: string, more?: { rows?: number; at?: number }) =>
  read(text, more).marks?.map(({ row, code, minutes }) => `${row}${code}${minutes ?? ''}`)

test('a row number and a letter mark that row, with minutes where the letter takes them', () => {
  expect(marks('7P')).toEqual(['7P'])
  expect(marks('7l10')).toEqual(['7L10'])
  expect(marks('7 L10')).toEqual(['7L10'])
  expect(marks('12E5')).toEqual(['12E5'])
})

test('letters without a number go down the rows from where the last one was', () => {
  expect(marks('PPAL')).toEqual(['1P', '2P', '3A', '4L'])
  expect(marks('PPA', { at: 9 })).toEqual(['9P', '10P', '11A'])
  expect(marks('5PPA')).toEqual(['5P', '6P', '7A'])
  expect(read('5PP')).toMatchObject({ next: 7 })
})

test('a full stop is a row left blank on the paper: it records nothing, and the next letter is for the next row', () => {
  expect(marks('P.P..A')).toEqual(['1P', '3P', '6A'])
  expect(marks('...')).toEqual([])
  expect(read('...')).toMatchObject({ next: 4 })
})

test('many rows go on one line, with or without spaces and commas', () => {
  const wanted = ['7P', '8A', '3L10', '4P']
  for (const line of ['7P8A3L10 4P', '7P 8A, 3L10, 4P', '7p;8a 3l10 p']) expect(marks(line)).toEqual(wanted)
})

test('a number that a letter follows at once is the next row, not minutes', () => {
  expect(marks('7L8P')).toEqual(['7L', '8P'])
  expect(marks('7L10 8P')).toEqual(['7L10', '8P'])
})

test('a slip anywhere in a line changes nothing, and is said in words', () => {
  const slips = { '7P 13A': 'no row 13', '7P 0A': 'no row 0', '7P 8Z': 'Z is no mark', '7P ?': 'cannot be read', '7L0': '1 to 600 minutes', '7L601': '1 to 600 minutes', '7P10': 'cannot be read', '': 'Nothing is typed' } // prettier-ignore
  for (const [line, why] of Object.entries(slips))
    expect([line, read(line)]).toEqual([line, { marks: null, problem: expect.stringContaining(why) }])
  expect(marks('7L1 8L600')).toEqual(['7L1', '8L600'])
})

test('one letter too many is refused: there is no row for it', () => {
  expect(marks('P'.repeat(12))).toHaveLength(12)
  expect(read('P'.repeat(13))).toMatchObject({ problem: expect.stringContaining('no row 13') })
})

test('whatever marks are on paper, typed back in any of both ways they are read as they were', () => {
  const letter = fc.constantFrom('P', 'A', 'N', 'X', '.')
  fc.assert(
    fc.property(fc.array(letter, { minLength: 1, maxLength: 40 }), (paper) => {
      const wanted = paper.flatMap((code, at) => (code === '.' ? [] : [`${at + 1}${code}`]))
      expect(marks(paper.join(''), { rows: 40 })).toEqual(wanted)
      if (wanted.length > 0) expect(marks(wanted.join(' '), { rows: 40 })).toEqual(wanted)
    }),
  )
})

const typed = (row: number, code: string, minutes: number | null = null): TypedMark => ({
  row,
  code,
  minutes,
})
const recorded =
  (marks: Readonly<Record<number, Recorded>>) =>
  (row: number): Recorded | null =>
    marks[row] ?? null

test('what the screen has already is not saved again, and another mark there is asked about, not written over', () => {
  const screen = recorded({ 1: { code: 'P', minutes: null }, 2: { code: 'A', minutes: null } })
  const { save, clashes } = sortTyped([typed(1, 'P'), typed(2, 'P'), typed(3, 'P')], screen, [])
  expect(save).toEqual([typed(3, 'P')])
  expect(clashes).toEqual([{ typed: typed(2, 'P'), recorded: { code: 'A', minutes: null } }])
})

test('the same typed a second time takes the paper’s mark; something else is asked about again', () => {
  const screen = recorded({ 2: { code: 'A', minutes: null } })
  const { clashes } = sortTyped([typed(2, 'P')], screen, [])
  expect(sortTyped([typed(2, 'P')], screen, clashes).save).toEqual([typed(2, 'P')])
  expect(sortTyped([typed(2, 'N')], screen, clashes)).toMatchObject({ save: [], clashes: [{}] })
})

test('other minutes are another mark; no minutes on the paper are not', () => {
  const screen = recorded({ 2: { code: 'L', minutes: 10 } })
  expect(sortTyped([typed(2, 'L', 15)], screen, []).clashes).toHaveLength(1)
  expect(sortTyped([typed(2, 'L')], screen, [])).toEqual({ save: [], clashes: [] })
})

test('of a row typed twice in one line the last stands', () => {
  expect(sortTyped([typed(2, 'P'), typed(2, 'A')], recorded({}), []).save).toEqual([typed(2, 'A')])
})
