import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  familiesTogether,
  familyToMark,
  placeInFamily,
} from '../../../renderer/features/registers/families.ts'
import type { RegisterRow } from '../../../shared/registers/registers.contract.ts'

/** What families are told by; the rest of a row plays no part. */
const row = (personId: string, familyId: string | null, code: string | null = null) =>
  ({ personId, familyId, mark: code === null ? null : { code } }) as unknown as RegisterRow // as: only these are read

const ids = (rows: readonly RegisterRow[]) => rows.map((one) => String(one.personId)).join('')

test('the members of a family stand where the first of them stood, in their own order', () => {
  const rows = [row('a', 'x'), row('b', null), row('c', 'y'), row('d', 'x'), row('e', 'y'), row('f', null)]
  expect(ids(familiesTogether(rows))).toBe('adbcef')
  const together = familiesTogether(rows)
  expect(together.map((_, at) => placeInFamily(together, at))).toEqual(['first', 'last', null, 'first', 'last', null]) // prettier-ignore
})

test('putting families together loses nobody and doubles nobody', () => {
  const families = fc.array(fc.option(fc.constantFrom('x', 'y', 'z')), { maxLength: 40 })
  fc.assert(
    fc.property(families, (list) => {
      const rows = list.map((family, at) => row(String(at), family))
      expect(new Set(familiesTogether(rows))).toEqual(new Set(rows))
      expect(familiesTogether(rows).length).toBe(rows.length)
    }),
  )
})

test('one key marks the person in hand and those of the family without a mark, and nobody else', () => {
  const rows = [
    row('a', 'x', 'P'),
    row('b', 'x'),
    row('c', 'x', 'A'),
    row('d', 'x'),
    row('e', 'y'),
    row('f', null),
  ]
  const none = { has: () => false }
  const at = (n: number) => rows[n] ?? row('', null)
  expect(ids(familyToMark(at(0), rows, none))).toBe('abd')
  expect(ids(familyToMark(at(5), rows, none))).toBe('f')
  // A mark that is on its way is a mark.
  expect(ids(familyToMark(at(0), rows, { has: (id) => String(id) === 'b' }))).toBe('ad')
})
