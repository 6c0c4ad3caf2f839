import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchDoubt, matchKind } from '../../../shared/people/matches.rules.ts'
import { birthProblem, displayName, fullName, nameKeys, readBirthDate, readPersonSearch, toMosaicId, toPostcode } from '../../../shared/people/people.rules.ts' // prettier-ignore

const today = '2026-11-23'
const name = (firstName: string, lastName: string) => ({ firstName, lastName })

describe('a name', () => {
  test.each([
    ["O'Neill", 'O’Neill'],
    ["O'Neill", 'Ó Néill'],
    ['MacDonald', 'mac donald'],
    ['Zoë', 'ZOE'],
  ])('%s and %s are one name when people are matched', (a, b) =>
    expect(nameKeys(name('Ana', a)).match).toBe(nameKeys(name('Ana', b)).match),
  )

  test('O’Neill and O’Neal are two names', () =>
    expect(nameKeys(name('Ana', 'O’Neill')).match).not.toBe(nameKeys(name('Ana', 'O’Neal')).match))

  test('is shown by what the person is known as, and whole where it matters', () => {
    const person = { firstName: 'Amelia', lastName: 'Patel', knownAs: 'Mia' }
    expect(displayName(person)).toBe('Mia Patel')
    expect(fullName(person)).toBe('Amelia (Mia) Patel')
    expect(fullName({ ...person, knownAs: null })).toBe('Amelia Patel')
  })
})

describe('a date of birth', () => {
  test.each([
    ['today', '2026-11-23', null],
    ['tomorrow', '2026-11-24', 'The date of birth 24/11/2026 is in the future.'],
    ['the first day of 1900', '1900-01-01', null],
    ['the last day of 1899', '1899-12-31', 'The date of birth 31/12/1899 is before 1900. Check the year.'],
  ])('%s', (_when, date, problem) => expect(birthProblem(date, today)).toBe(problem))

  test.each([
    ['12/3/15', '2015-03-12'],
    ['12.03.2015', '2015-03-12'],
    ['12-Mar-15', '2015-03-12'],
    ['12th March 2015', '2015-03-12'],
    ['120315', '2015-03-12'],
    ['2015-03-12', '2015-03-12'],
    ['2015/3/12', '2015-03-12'],
    ['12/3/30', '1930-03-12'],
    ['24/11/26', '1926-11-24'],
    ['23/11/26', '2026-11-23'],
    ['29/2/16', '2016-02-29'],
  ])('%s is read day first, in the past', (text, date) => expect(readBirthDate(text, today)).toBe(date))

  test.each(['31/02/2015', '12/3', '12 March', 'March 2015', 'age 9', '09/15/2015', '', 'today', '+7'])(
    '%s is no date of birth',
    (text) => expect(readBirthDate(text, today)).toBeNull(),
  )

  test('reads back every date as it is shown', () =>
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1930-01-01'), max: new Date('2026-11-22'), noInvalidDate: true }),
        (moment) => {
          const date = moment.toISOString().slice(0, 10)
          expect(readBirthDate(date.split('-').reverse().join('/'), today)).toBe(date)
        },
      ),
    ))
})

describe('what is typed to find a person', () => {
  test('is names, a date of birth and a Mosaic ID, in any order', () => {
    expect(readPersonSearch("O'Neill 12/3/15", today)).toEqual({ words: ['oneill'], dateOfBirth: '2015-03-12', codes: [], reference: null }) // prettier-ignore
    expect(readPersonSearch('12 Mar 2015 mia', today)).toMatchObject({ words: ['mia'], dateOfBirth: '2015-03-12' }) // prettier-ignore
    expect(readPersonSearch('2219048', today).codes).toEqual([{ mosaicId: '2219048', dateOfBirth: null }])
    expect(readPersonSearch('120315', today).codes).toEqual([
      { mosaicId: '120315', dateOfBirth: '2015-03-12' },
    ])
  })

  test('may be nothing', () =>
    expect(readPersonSearch('  ', today)).toEqual({
      words: [],
      dateOfBirth: null,
      codes: [],
      reference: null,
    }))

  test('with a figure in it may be the start of another system’s reference, however it is spaced', () => {
    expect(readPersonSearch('cp 12-34', today).reference).toBe('CP12-34')
    expect(readPersonSearch('patel', today).reference).toBeNull()
  })
})

describe('two records', () => {
  const mia = { ...name('Mia', 'Patel'), dateOfBirth: '2015-03-12', mosaicId: '2219048' }
  test.each([
    ['the same Mosaic ID, spaced otherwise', { ...name('M', 'P'), mosaicId: ' 221 9048' }, 'mosaic'],
    ['the same name and date of birth', { ...name('MIA', 'Patel'), dateOfBirth: '2015-03-12' }, 'name-and-birth'],
    ['the name she is known by, and her date of birth', { ...name('Amelia', 'Patel'), knownAs: 'Mia', dateOfBirth: '2015-03-12' }, 'name-and-birth'],
    ['the same name and another date of birth', { ...name('Mia', 'Patel'), dateOfBirth: '2015-03-13' }, 'name-only'],
    ['the same name only', name('Mia', 'Patel'), 'name-only'],
    ['a twin: the same date of birth and last name', { ...name('Leo', 'Patel'), dateOfBirth: '2015-03-12' }, null],
  ] as const)('with %s', (_what, other, kind) => expect(matchKind(mia, other)).toBe(kind)) // prettier-ignore

  test('are not matched by missing dates of birth or missing Mosaic IDs', () =>
    expect(matchKind(name('Mia', 'Patel'), name('Leo', 'Shah'))).toBeNull())

  test('are doubted when the name, the date of birth or the Mosaic ID differs', () => {
    expect(matchDoubt({ ...mia, lastName: 'Shah' }, mia)).toBeNull()
    expect(matchDoubt({ ...mia, ...name('Leo', 'Shah') }, mia)).toBe('The Mosaic ID is that of somebody with another name.') // prettier-ignore
    expect(matchDoubt({ ...mia, dateOfBirth: '2015-12-03' }, mia)).toBe('The Mosaic ID is that of somebody with another date of birth.') // prettier-ignore
    expect(matchDoubt({ ...mia, mosaicId: '1' }, mia)).toBe('Somebody with this name and date of birth has another Mosaic ID.') // prettier-ignore
  })

  test('a Mosaic ID is kept without spaces, in capitals, or not at all', () => {
    expect(toMosaicId(' p 12\u00a034 ')).toBe('P1234')
    expect(toMosaicId('  ')).toBeNull()
  })
})

test.each([
  ['le183rg', 'LE18 3RG'],
  ['LE1 6AB', 'LE1 6AB'],
  [' dy7  9zz ', 'DY7 9ZZ'],
  ['D02 X285', 'D02 X285'],
])('the postcode %s is written %s', (typed, written) => expect(toPostcode(typed)).toBe(written))
