import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adultsNeeded, adultsProblem } from '../../../shared/calls/adults.rules.ts'
import { defaultThresholds } from '../../../shared/calls/thresholds.ts'

const of = (n: number, age: number | null) => Array.from({ length: n }, () => age)
const needed = (...ages: (number | null)[]) => adultsNeeded(ages, defaultThresholds)

describe('how many adults a session needs', () => {
  test('two at least, whoever is there', () => {
    expect(needed()).toBe(2)
    expect(needed(17)).toBe(2)
  })

  test.each([
    ['under 2', 1, 3],
    ['of 2 and 3', 3, 4],
    ['of 4 to 8', 8, 6],
    ['of 9 to 12', 12, 8],
    ['of 13 to 18', 18, 10],
  ])('one adult for so many children %s, and one more for one child more', (_, age, children) => {
    expect(needed(...of(3 * children, age))).toBe(3)
    expect(needed(...of(3 * children + 1, age))).toBe(4)
  })

  test('the day before and the day of a birthday are on either side of a band', () => {
    expect(needed(...of(8, 1))).toBe(3)
    expect(needed(...of(8, 2))).toBe(2)
    expect(needed(...of(18, 8))).toBe(3)
    expect(needed(...of(18, 9))).toBe(3)
    expect(needed(...of(16, 9))).toBe(2)
  })

  test('mixed ages add up child by child and are rounded up once', () => {
    // 3 of 1 year are one adult, 4 of 3 years one, 6 of 5 years one: three exactly, and one child more is four.
    const mixed = [...of(3, 1), ...of(4, 3), ...of(6, 5)]
    expect(needed(...mixed)).toBe(3)
    expect(needed(...mixed, 15)).toBe(4)
  })

  test('nine thirds are three, and never a little more than three', () => {
    expect(needed(...of(9, 1))).toBe(3)
  })

  test('an age that nobody knows counts as the youngest', () => {
    expect(needed(...of(9, null))).toBe(3)
    expect(needed(...of(10, null))).toBe(4)
  })

  test('somebody above the table, taking part as a child, counts as its oldest', () => {
    expect(needed(...of(30, 20))).toBe(3)
    expect(needed(...of(31, 20))).toBe(4)
  })

  test('a child more never needs fewer adults, and order changes nothing', () => {
    const age = fc.option(fc.integer({ min: 0, max: 19 }))
    fc.assert(
      fc.property(fc.array(age, { maxLength: 40 }), age, (ages, one) => {
        expect(needed(...ages, one)).toBeGreaterThanOrEqual(needed(...ages))
        expect(needed(...ages.toReversed())).toBe(needed(...ages))
      }),
    )
  })
})

describe('too few adults in words', () => {
  const problem = (there: number, ...ages: (number | null)[]) => adultsProblem(there, ages, defaultThresholds)

  test('as many as are needed are enough', () => {
    expect(problem(2, ...of(12, 7))).toBeNull()
    expect(problem(3, ...of(13, 7))).toBeNull()
  })

  test('one too few is said, with how many are needed and why', () => {
    expect(problem(0)).toBe('No adult is down for it, and there must be 2.')
    expect(problem(1, ...of(5, 7))).toBe('Only 1 adult is down for it, and there must be 2.')
    expect(problem(2, ...of(13, 7))).toBe('2 adults are down for it, and 13 children need 3.')
    expect(problem(2, ...of(6, 1), null)).toBe('2 adults are down for it, and 7 children (1 of unknown age, counted as the youngest) need 3.') // prettier-ignore
  })
})
