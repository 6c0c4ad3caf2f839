import { describe, expect, test } from 'vitest'
import {
  findHeader,
  guessByContent,
  guessColumns,
  guessHeading,
} from '../../../shared/imports/columns.rules.ts'

const rows = (...cells: string[][]) => cells.map((row, i) => ({ row: i + 1, cells: row }))

describe('a heading', () => {
  test.each([
    ["Child's name", 'full-name'],
    ['Childs Name', 'full-name'],
    ['Name of young person', 'full-name'],
    ['FORENAME', 'first-name'],
    ['First name(s)', 'first-name'],
    ['Surname', 'last-name'],
    ['D.O.B.', 'date-of-birth'],
    ['Date of  birth', 'date-of-birth'],
    ['Mosaic ID', 'mosaic-id'],
    ['Mosaic no.', 'mosaic-id'],
    ['Contact no.', 'phone'],
    ['Parent/carer mobile', 'phone'],
    ['Allergies / medical', 'allergies'],
    ['Known as', 'known-as'],
  ])('%s is understood', (heading, kind) => expect(guessHeading(heading)).toBe(kind))

  test.each(['Parent/carer', 'Parent name', 'School name', 'Group name', 'Yr', 'Photo Y/N', 'Wk1 15/9', 'Phone consent', ''])(
    '%s is left out rather than guessed',
    (heading) => expect(guessHeading(heading)).toBe('ignore'),
  ) // prettier-ignore
})

test('the first column of a kind is used, and a whole name only without its halves', () => {
  expect(guessColumns(['Name', 'Full name', 'DOB'])).toEqual(['full-name', 'ignore', 'date-of-birth'])
  expect(guessColumns(['Name', 'Forename', 'Surname'])).toEqual(['ignore', 'first-name', 'last-name'])
  expect(guessColumns(['Name', 'Surname'])).toEqual(['full-name', 'last-name'])
})

describe('the row of headings', () => {
  const title = ['Feeling Safe - Autumn 2026']
  const headings = ['Name', 'DOB']
  test('is found under ten rows of titles', () =>
    expect(findHeader(rows(...Array.from({ length: 10 }, () => title), headings))).toBe(10))
  test('is not looked for under eleven', () =>
    expect(findHeader(rows(...Array.from({ length: 11 }, () => title), headings))).toBe(-1))
  test('is the one of which most is understood', () =>
    expect(findHeader(rows(['Name', 'Bounce Back'], headings, ['Mia Patel', '12/3/15']))).toBe(1))
})

test('without headings, columns are what most of their cells look like', () => {
  expect(guessByContent(rows(['Mia Patel', '12/3/2015', '2219048'], ['Leo Shah', '1 May 2014', '']))).toEqual(['full-name', 'date-of-birth', 'mosaic-id']) // prettier-ignore
  expect(guessByContent(rows(['Mia', 'Patel', '07700 900123']))).toEqual(['first-name', 'last-name', 'phone'])
  expect(guessByContent(rows(['1', 'Patel, Mia']))).toEqual(['ignore', 'full-name'])
})
