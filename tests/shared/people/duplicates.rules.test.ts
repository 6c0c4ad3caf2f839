import { describe, expect, test } from 'vitest'
import { birthsAround, birthsNear } from '../../../shared/people/birth-likeness.rules.ts'
import { findPairs, pairKey } from '../../../shared/people/duplicate-pairs.rules.ts'
import { phoneKey, prepare, resemblance, type Likeness } from '../../../shared/people/duplicates.rules.ts'
import { misspelt } from '../../../shared/people/name-likeness.rules.ts'

const mia: Likeness = { firstName: 'Amelia', lastName: 'Patel', dateOfBirth: '2015-03-12' }
const like = (a: Partial<Likeness>, b: Partial<Likeness> = {}) =>
  resemblance(prepare({ ...mia, ...a }), prepare({ ...mia, ...b }))
const named = (firstName: string, lastName = 'Patel'): Partial<Likeness> => ({ firstName, lastName })

describe('two records are surely one person', () => {
  test.each([
    ['the same name and date of birth', {}, {}, 'The same name'],
    ['accents', named('Zoë'), named('Zoe'), 'The same name but for accents, capitals or spaces'],
    ['an apostrophe', named('Conor', 'O’Neill'), named('Conor', 'Ó Néill'), 'The same name but for accents, capitals or spaces'], // prettier-ignore
    [
      'a hyphen',
      named('Anne-Marie'),
      named('Anne Marie'),
      'The same name but for accents, capitals or spaces',
    ],
    ['letters English has not', named('Michał', 'Wałęsa'), named('Michal', 'Walesa'), 'The same name but for accents, capitals or spaces'], // prettier-ignore
    [
      'the name one is known by',
      { ...named('Amelia'), knownAs: 'Mia' },
      named('Mia'),
      'One is known by the other’s name',
    ],
    [
      'names the other way round',
      named('Patel', 'Amelia'),
      {},
      'First and last name are the other way round',
    ],
    ['a short form', named('Eleanor'), named('Ellie'), 'One first name is short for the other'],
    ['two spellings', named('Mohammed', 'Khan'), named('Muhammad', 'Khan'), 'The first names are two spellings of one name'], // prettier-ignore
    [
      'a Polish short form',
      named('Katarzyna', 'Nowak'),
      named('Kasia', 'Nowak'),
      'One first name is short for the other',
    ],
    ['two spellings of a last name', named('Amina', 'Chaudhry'), named('Amina', 'Choudhury'), 'The last names are two spellings of one name'], // prettier-ignore
    ['a double last name', named('Amelia', 'Patel-Jones'), {}, 'One last name is part of the other'],
    ['a middle name', named('Amelia Rose'), {}, 'One record has a middle name more'],
  ] as const)('by %s', (_what, a, b, why) => {
    const found = like(a, b)
    expect(found).toMatchObject({ sureness: 'sure', caution: null })
    expect(found?.why).toEqual([why, 'The same date of birth'])
    // It does not matter which of the two is looked at first.
    expect(like(b, a)).toMatchObject({ sureness: 'sure', score: found?.score })
  })
})

describe('two records are likely one person', () => {
  test.each([
    ['day and month the other way round', '2015-12-03', 'Day and month of birth are the other way round'],
    ['one day', '2015-03-13', 'Born one day apart'],
    ['one day across months', '2015-02-28', null],
    ['one month', '2015-04-12', 'Born one month apart'],
    ['one year', '2016-03-12', 'Born one year apart'],
    ['one figure', '2015-03-22', 'One figure of the date of birth differs'],
    ['two figures', '2015-03-25', null],
    ['ten years and a day', '2005-03-13', null],
  ])('by the same name and births that differ by %s', (_what, dateOfBirth, why) => {
    const found = like({ dateOfBirth })
    expect(found?.sureness ?? null).toBe(why === null ? null : 'likely')
    expect(found?.why[1] ?? null).toBe(why)
  })

  test('by a slip of the pen in one of the names, with the same date of birth', () => {
    expect(like(named('Ameila'))).toMatchObject({ sureness: 'likely' })
    expect(like(named('Amelia', 'Pattel'))).toMatchObject({ sureness: 'likely' })
    expect(like(named('Ameila', 'Pattel'))).toBeNull()
  })

  test('by the same name and phone where no date of birth is known', () => {
    const phone = '07700 900123'
    expect(like({ dateOfBirth: null, phone }, { phone: '+44 7700 900 123' })).toMatchObject({
      sureness: 'likely',
      why: ['The same name', 'The date of birth of one of them is not known', 'The same phone number'],
    })
    expect(like({ dateOfBirth: null })).toMatchObject({ sureness: 'possible' })
  })
})

describe('two people are not taken for one', () => {
  const family = { familyId: 'f', phone: '07700 900123' }

  test('twins have one last name, one birthday, one phone and one family', () => {
    for (const [a, b] of [
      ['Ella', 'Libby'],
      ['Leo', 'Theo'],
      ['Mia', 'Mya'],
      ['Jayden', 'Kayden'],
      ['Ellie', 'Libby'],
      ['Ibrahim', 'Ismail'],
    ] as const)
      // prettier-ignore
      expect(like({ ...named(a), ...family }, { ...named(b), ...family })).toBeNull()
  })

  test('and where the names of twins are nearly alike, the list says so and is less sure', () => {
    const found = like({ ...named('Maria'), ...family }, { ...named('Marie'), ...family })
    expect(found).toMatchObject({ sureness: 'possible', caution: 'They are of one family and born on one day: they may be twins.' }) // prettier-ignore
  })

  test('a father and a son of one name in one family', () => {
    const named = { firstName: 'Mohammed', lastName: 'Khan', ...family }
    expect(like({ ...named, dateOfBirth: '1985-01-04' }, { ...named, dateOfBirth: '2015-01-04' })).toBeNull()
  })

  test.each(['~', '', '-', 'Unknown', 'n/k'])('somebody whose last name is “%s” is never more than possibly another', (lastName) => {
    expect(like(named('Amelia', lastName))).toBeNull()
    expect(like(named('Amelia', lastName), named('Amelia', lastName))).toBeNull()
    expect(like({ ...named('Amelia', lastName), ...family }, family)).toMatchObject({ sureness: 'possible' })
  }) // prettier-ignore

  test('two Mosaic IDs speak against it, and it is said', () => {
    expect(like({ mosaicId: '1' }, { mosaicId: '2' })).toMatchObject({
      sureness: 'likely',
      caution: 'Each has a Mosaic ID of their own.',
    })
    expect(like({ mosaicId: '1' }, {})).toMatchObject({ sureness: 'sure', caution: null })
  })
})

test('the same reference in another system is enough, whatever the names', () => {
  const references = ['nhs 943 476 5919']
  expect(like({ references }, { references, ...named('Leo', 'Shah'), dateOfBirth: null })).toMatchObject({ sureness: 'likely' }) // prettier-ignore
})

test.each([
  ['Hannah', 'Hanah', true],
  ['Jack', 'Jcak', true],
  ['Jon', 'Joe', false],
  ['Aiden', 'Haiden', false],
  ['Christopher', 'Cristofer', false],
  ['Alexandra', 'Alexandria', true],
  ['Alexandra', 'Aleksandrs', false],
])('%s and %s are one name misspelt: %s', (one, other, is) => {
  expect(misspelt(one.toLowerCase(), other.toLowerCase())).toBe(is)
})

test('every date of birth that is near another is among those looked up for it', () => {
  for (const date of ['2015-03-12', '2016-02-29', '2015-12-31', '2000-01-01']) {
    const around = birthsAround(date)
    expect(around).toContain(date)
    for (const other of around) expect(other === date || birthsNear(date, other) !== null).toBe(true)
  }
  expect(birthsAround('2015-12-31')).toContain('2016-01-01')
})

test.each([['07700 900123', '07700900123'], ['+44 (0)7700 900123', '07700900123'], ['0044 7700900123', '07700900123'], ['ext. 12', null], [null, null]])('the phone number %s is %s', (phone, key) => {
  expect(phoneKey(phone)).toBe(key)
}) // prettier-ignore

describe('the list of possible duplicates', () => {
  const person = (id: string, other: Partial<Likeness> = {}, provisional = false) => ({ ...mia, ...other, id, provisional }) // prettier-ignore
  const keys = (people: Parameters<typeof findPairs>[0], two: string[] = []) =>
    findPairs(people, new Set(two)).map(({ one, other }) => pairKey(one.id, other.id))

  test('has each pair once, surest first', () => {
    const people = [
      person('a'),
      person('b', named('Ameila')),
      person('c', { knownAs: 'Mia' }),
      person('d', named('Leo')),
    ]
    expect(keys(people)).toEqual(['a c', 'a b', 'b c'])
  })

  test('leaves out a pair that somebody has found to be two, and no other', () => {
    expect(keys([person('a'), person('b'), person('c')], ['a b'])).toEqual(['a c', 'b c'])
  })

  test('shows a name alone where it is rare, or where one was added at a door', () => {
    const unknown = { dateOfBirth: null }
    expect(keys([person('a', unknown), person('b')])).toEqual(['a b'])
    const many = Array.from({ length: 6 }, (_, i) => person(`p${i}`, { dateOfBirth: `200${i}-0${i + 1}-1${i + 2}` }))
    expect(keys([...many, person('z', unknown)])).toEqual([])
    expect(keys([...many, person('z', unknown, true)])).toHaveLength(3)
  }) // prettier-ignore
})
