import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { enrolmentStatuses } from '../../../shared/enrolments/statuses.ts'
import { eventAsAt } from '../../../shared/enrolments/roster.rules.ts'
import { firstContradiction, uniteHistories } from '../../../shared/people/merge-history.rules.ts'
import { mergeFields, mustAsk, uniteRecords } from '../../../shared/people/merge-record.rules.ts'
import { personId } from '../../../shared/ids.ts'
import { answers } from '../../../shared/people/contact-safety.rules.ts'
import type { Person } from '../../../shared/people/person.contract.ts'

const person = (other: Partial<Person> = {}): Person => ({
  id: personId.parse('01938f2a-0000-7000-8000-000000000001'),
  firstName: 'Mia',
  lastName: 'Patel',
  knownAs: null,
  dateOfBirth: null,
  mosaicId: null,
  familyId: null,
  familyName: null,
  phone: null,
  email: null,
  address: null,
  postcode: null,
  localityId: null,
  safeToCall: 'not-asked',
  safeToText: 'not-asked',
  safeToWrite: 'not-asked',
  allergies: null,
  accessNeeds: null,
  language: null,
  interpreter: false,
  alert: false,
  provisional: false,
  version: 1,
  ...other,
})
const asked = (kept: Person, gone: Person) => mergeFields.filter((field) => mustAsk(kept, gone, field))
const united = (kept: Partial<Person>, gone: Partial<Person>, choice: 'kept' | 'gone' | 'both' = 'kept') =>
  uniteRecords(person(kept), person(gone), () => choice)

describe('the one record', () => {
  test('has what one alone says, and nobody is asked', () => {
    const [kept, gone] = [person({ phone: '1234567' }), person({ dateOfBirth: '2015-03-12', interpreter: true })] // prettier-ignore
    expect(asked(kept, gone)).toEqual([])
    expect(uniteRecords(kept, gone, () => 'kept')).toMatchObject({ phone: '1234567', dateOfBirth: '2015-03-12', interpreter: true }) // prettier-ignore
  })

  test('has the fuller of two ways to write one thing, and nobody is asked', () => {
    expect(asked(person({ firstName: 'Zoe' }), person({ firstName: 'Zoë' }))).toEqual([])
    expect(united({ firstName: 'Zoe' }, { firstName: 'Zoë' }).firstName).toBe('Zoë')
    expect(united({ allergies: 'Nuts' }, { allergies: 'nuts and eggs' }).allergies).toBe('nuts and eggs')
  })

  test.each([
    ['both yes', 'yes', 'yes', 'yes'],
    ['a no and nothing', 'no', 'not-asked', 'no'],
    ['nothing and a no', 'not-asked', 'no', 'no'],
    ['a yes and nothing, of one number', 'yes', 'not-asked', 'yes'],
    ['nothing and a yes, of one number', 'not-asked', 'yes', 'yes'],
  ] as const)('whether it is safe to call: %s', (_what, one, other, is) => {
    const phone = '07700 900123'
    expect(united({ phone, safeToCall: one }, { phone, safeToCall: other }).safeToCall).toBe(is)
  })

  test('is asked about a yes and a no of one number, and not of two, where it goes with the number', () => {
    const [yes, no] = [person({ phone: '07700 900123', safeToCall: 'yes' }), person({ phone: '07700 900123', safeToCall: 'no' })] // prettier-ignore
    expect(asked(yes, no)).toEqual(['safeToCall'])
    expect(asked(yes, { ...no, phone: '07700 900456' })).toEqual(['phone'])
    expect(uniteRecords(yes, { ...no, phone: '07700 900456' }, () => 'gone').safeToCall).toBe('no')
  })

  test('never has a number that is safe to call unless one of the two said so of that number', () => {
    const phones = fc.constantFrom(null, '07700 900123', '+44 7700 900123', '07700 900456')
    const side = fc.record({ phone: phones, safeToCall: fc.constantFrom(...answers) })
    fc.assert(
      fc.property(side, side, fc.constantFrom('kept', 'gone'), (kept, gone, choice) => {
        const one = united(kept, gone, choice)
        if (one.safeToCall !== 'yes' || one.phone === null) return
        const digits = (phone: string | null) => (phone ?? '').replace(/\D/g, '').replace(/^44/, '0')
        const said = [kept, gone].filter(({ phone, safeToCall }) => safeToCall === 'yes' && digits(phone) === digits(one.phone)) // prettier-ignore
        expect(said.length).toBeGreaterThan(0)
      }),
    )
  })

  test('is one added at a door still only where both were, and no date of birth is known', () => {
    expect(united({ provisional: true }, { provisional: true }).provisional).toBe(true)
    expect(united({ provisional: true }, {}).provisional).toBe(false)
    expect(united({ provisional: true }, { provisional: true, dateOfBirth: '2015-03-12' }).provisional).toBe(false) // prettier-ignore
  })
})

describe('the one history with a group', () => {
  const days = ['2026-09-01', '2026-09-08', '2026-10-06', '2026-11-02']
  const history = (of: string) =>
    fc
      .array(fc.record({ onDate: fc.constantFrom(...days), status: fc.constantFrom(...enrolmentStatuses) }), { minLength: 1, maxLength: 5 })
      .map((lines) =>
        lines
          .toSorted((a, b) => a.onDate.localeCompare(b.onDate))
          .map((line, i, all) => ({ ...line, id: `${of}${i}`, reason: null, step: 1 + all.slice(0, i).filter((one) => one.onDate === line.onDate).length })),
      ) // prettier-ignore
  const asAt = (lines: readonly { line: { onDate: string; status: string }; step: number }[], day: string) =>
    lines.filter(({ line }) => line.onDate <= day).at(-1)?.line.status

  test('says on every day what both say, where they do not contradict each other', () => {
    fc.assert(
      fc.property(history('k'), history('g'), (kept, gone) => {
        if (firstContradiction(kept, gone) !== null) return
        const { lines } = uniteHistories(kept, gone, 'both')
        for (const day of days) {
          const said = eventAsAt(kept, day)?.status ?? eventAsAt(gone, day)?.status
          expect(asAt(lines, day)).toBe(said)
        }
      }),
    )
  })

  test('says what the chosen one says from the day on which that one begins', () => {
    fc.assert(
      fc.property(history('k'), history('g'), fc.constantFrom('kept', 'gone'), (kept, gone, choice) => {
        const chosen = choice === 'kept' ? kept : gone
        const { lines } = uniteHistories(kept, gone, choice)
        for (const day of days.filter((one) => eventAsAt(chosen, one) !== null))
          expect(asAt(lines, day)).toBe(eventAsAt(chosen, day)?.status)
      }),
    )
  })

  test('loses no line but one that both have, when all are kept; and no two lines have one place', () => {
    fc.assert(
      fc.property(history('k'), history('g'), (kept, gone) => {
        const { lines, left } = uniteHistories(kept, gone, 'both')
        expect(lines.length + left.length).toBe(kept.length + gone.length)
        const says = (line: { onDate: string; status: string }) => `${line.onDate} ${line.status}`
        const stays = new Set(lines.map(({ line }) => says(line)))
        for (const line of left) expect(stays).toContain(says(line))
        expect(new Set(lines.map(({ line, step }) => `${line.onDate} ${step}`)).size).toBe(lines.length)
      }),
    )
  })
})
