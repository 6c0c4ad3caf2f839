import { expect, test } from 'vitest'
import {
  mayBeLeftOut,
  recordPartNames,
  recordParts,
  usuallyLeftOut,
} from '../../../shared/exports/record.rules.ts'

const parts = (asker: Parameters<typeof usuallyLeftOut>[0]) => usuallyLeftOut(asker).map((one) => one.part)

test('who asks for their own record gets all but alerts and whom they must not meet, until somebody decides', () => {
  expect(parts('themselves')).toEqual(['alerts', 'kept-apart'])
})

test('a parent who asks is told no address, no number, no adult, no other service and no group that would lead them to the family', () => {
  for (const asker of ['parent', 'other'] as const)
    expect(parts(asker)).toEqual([
      'reaching',
      'adults',
      'references',
      'contacts',
      'alerts',
      'kept-apart',
      'sensitive-groups',
    ])
})

test('every part has a name that a sheet of a workbook can carry, no two the same', () => {
  const names = recordParts.map((part) => recordPartNames[part].slice(0, 31))
  expect(new Set(names).size).toBe(recordParts.length)
  expect(names.filter((name) => /[[\]:*?/\\]/.test(name))).toEqual([])
  expect(mayBeLeftOut.filter((part) => !recordPartNames[part])).toEqual([])
})
