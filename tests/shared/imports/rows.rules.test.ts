import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBirthCell, readMosaicCell, readPhoneCell } from '../../../shared/imports/cells.rules.ts'
import type { ColumnKind } from '../../../shared/imports/imports.contract.ts'
import { splitFullName } from '../../../shared/imports/names.rules.ts'
import { readRows } from '../../../shared/imports/rows.rules.ts'

const today = '2026-11-23'
const columns: ColumnKind[] = ['ignore', 'full-name', 'date-of-birth', 'mosaic-id', 'phone']
const read = (...cells: string[]) => readRows(columns, [{ row: 5, cells }], today)[0]

describe('a whole name', () => {
  test.each([
    ['Sarah Jones', 'Sarah', 'Jones', null],
    ['Jones, Sarah', 'Sarah', 'Jones', null],
    ['Sarah Jane Jones', 'Sarah Jane', 'Jones', null],
    ['Ana de la Cruz', 'Ana', 'de la Cruz', null],
    ['Seán Ó Dálaigh', 'Seán', 'Ó Dálaigh', null],
    ['Amelia (Mia) Patel', 'Amelia', 'Patel', 'Mia'],
    ['de la Cruz, Ana', 'Ana', 'de la Cruz', null],
    ['Al Jones', 'Al', 'Jones', null],
  ])('%s', (text, firstName, lastName, knownAs) =>
    expect(splitFullName(text)).toEqual({ firstName, lastName, knownAs }),
  )

  test('of one word cannot be taken apart', () =>
    expect(splitFullName('Cher')).toEqual({
      problem: '“Cher” is one name only. Give a first and a last name.',
    }))
})

describe('a date of birth in a cell', () => {
  test.each([
    ['31/02/2015', '31/02/2015 is not a date that exists.'],
    ['09/15/2015', '09/15/2015 is not a date that exists. The month seems to come before the day.'],
    ['age 9', '“age 9” is not a date of birth.'],
    ['Sept 2015', '“Sept 2015” is not a date of birth.'],
    ['24/11/2026', 'The date of birth 24/11/2026 is in the future.'],
    ['31/12/1899', 'The date of birth 31/12/1899 is before 1900. Check the year.'],
    ['99999', '“99999” is not a date of birth.'],
  ])('%s is refused with its reason', (cell, problem) =>
    expect(readBirthCell(cell, today)).toEqual({ value: null, problem }),
  )

  test.each([
    ['2015-03-12T00:00:00', '2015-03-12'],
    ['12/03/2015 00:00', '2015-03-12'],
    ['', null],
    ['n/a', null],
    ['?', null],
  ])('%s is read', (cell, value) => expect(readBirthCell(cell, today)).toEqual({ value }))

  test('as Excel’s count of days is read, and said', () =>
    expect(readBirthCell('42430', today)).toEqual({ value: '2016-03-01', note: 'The date of birth was the number 42430, read as 1 March 2016.' })) // prettier-ignore
})

describe('a Mosaic ID in a cell', () => {
  test.each([
    ['2219048', '2219048'],
    [' 221 9048 ', '2219048'],
    ['2219048.0', '2219048'],
    ['none', null],
  ])('%s', (cell, value) => expect(readMosaicCell(cell)).toEqual({ value }))

  test('shortened by Excel is a problem, never a number', () => {
    expect(readMosaicCell('1.23457E+06').problem).toMatch(
      /^The Mosaic ID 1.23457E\+06 was shortened by Excel/,
    )
    expect(readMosaicCell('ask Jo').problem).toBe('“ask Jo” is not a Mosaic ID.')
  })
})

test('a phone number gets back the 0 that Excel took, and no other does', () => {
  expect(readPhoneCell('7700900123').value).toBe('07700900123')
  expect(readPhoneCell('07700 900123')).toEqual({ value: '07700 900123' })
  expect(readPhoneCell('770090012').value).toBe('770090012')
})

describe('a row', () => {
  test('is somebody, with spaces tidied', () =>
    expect(read('1', ' Mia\u00a0 Patel ', '12/3/15', '2219048', '')).toMatchObject({
      kind: 'person',
      person: {
        firstName: 'Mia',
        lastName: 'Patel',
        dateOfBirth: '2015-03-12',
        mosaicId: '2219048',
        phone: null,
      },
    }))

  test.each([
    [['7', '', '', '', ''], 'An empty row.'],
    [['', 'TOTAL attending', '5', '6', '7'], 'A row of totals or notes.'],
    [['', 'Staff: Jo, Amir, + 1 vol', '', '', ''], 'A row of totals or notes.'],
    [['No', 'Name', 'DOB', 'Mosaic ID', ''], 'The headings again.'],
  ])('%s is nobody', (cells, reason) => expect(read(...cells)).toEqual({ kind: 'blank', reason }))

  test('of somebody called Total is somebody', () =>
    expect(read('', 'Total Daniel', '12/3/15', '', '')).toMatchObject({ kind: 'person' }))

  test.each([
    [['', 'Ava & Leo Shah', '', '', ''], '“Ava & Leo Shah” seems to be two people. Put each on a row of their own.'],
    [['', '=HYPERLINK("x","y")', '', '', ''], 'The name looks like a formula.'],
    [['', '', '12/3/15', '', ''], 'There is no name.'],
    [['', `${'a'.repeat(300)} Patel`, '', '', ''], 'First name: Use 100 letters or fewer.'],
  ])('%s cannot be used, and says why', (cells, reason) =>
    expect(read(...cells)).toEqual({ kind: 'problem', reasons: [reason] })) // prettier-ignore

  test('gives every reason at once', () =>
    expect(read('', 'Cher', '31/02/2015', '1E+06', '')).toMatchObject({ reasons: { length: 3 } }))

  test('never stops the program, whatever is in it', () =>
    fc.assert(fc.property(fc.array(fc.string(), { maxLength: 6 }), (cells) => void read(...cells))))
})

test('in a list with the month first, a date that could be two is not guessed', () => {
  const list = ['09/15/2015', '03/04/2015', '12/25/2014', '05/05/2015'].map((birth, i) => ({ row: i + 1, cells: ['', 'Mia Patel', birth] })) // prettier-ignore
  const readings = readRows(columns, list, today)
  expect(readings.map((reading) => reading.kind)).toEqual(['problem', 'problem', 'problem', 'person'])
  expect(readings[1]).toMatchObject({ reasons: ['This list has dates with the month first, so 03/04/2015 could be two dates. Write the month as a word.'] }) // prettier-ignore
})

test('one date with the month first does not spoil a list that has it last', () => {
  const list = ['09/15/2015', '03/04/2015', '25/12/2014'].map((birth, i) => ({ row: i + 1, cells: ['', 'Mia Patel', birth] })) // prettier-ignore
  expect(readRows(columns, list, today).map((reading) => reading.kind)).toEqual([
    'problem',
    'person',
    'person',
  ])
})
