import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MergeChoice } from '../../../shared/people/merge.contract.ts'
import { dump, rowsOf } from '../../support/dump.ts'
import { mergeTwo, twoTangled } from '../../support/merge-factories.ts'
import { at } from '../../support/register-factories.ts'
import { aCounty } from '../../support/test-county.ts'

/** Every column of the file that names a person, and where it may name one whose record was taken into another. */
const allowed = new Set(['person_merge.gone_id', 'person_merge.kept_id'])
const personColumns = (file: string) =>
  rowsOf(
    file,
    `SELECT t.name AS name, f."from" AS col FROM sqlite_schema AS t JOIN pragma_foreign_key_list(t.name) AS f ON f."table" = 'person' WHERE t.type = 'table'`,
  )
    .map(({ name, col }) => ({ table: String(name), column: String(col) }))
    .filter(({ table, column }) => !allowed.has(`${table}.${column}`))

test('every column of the file that names a person is one that taking records together knows of', async () => {
  const { file } = await aCounty()
  // A new one: extend db/people/merge, and the factory of this test with something in it.
  expect(personColumns(file).map(({ table, column }) => `${table}.${column}`).toSorted()).toEqual([
    'alert_note.person_id',
    'consent.person_id',
    'contact.person_id',
    'enrolment.person_id',
    'goal.person_id',
    'mark.person_id',
    'mark_correction.person_id',
    'must_not_meet.other_id',
    'must_not_meet.person_id',
    'not_the_same.other_id',
    'not_the_same.person_id',
    'person.merged_into_id',
    'person_adult.adult_id',
    'person_adult.person_id',
    'person_reference.person_id',
    'reading.person_id',
    'session_invitee.person_id',
  ])
}) // prettier-ignore

/** Answers by chance, but the same answer to the same question. */
const byChance =
  (salt: number) =>
  (key: string): MergeChoice =>
    (['kept', 'gone', 'both'] as const)[[...key].reduce((sum, sign) => sum + sign.charCodeAt(0), salt) % 3] ??
    'kept'

test('taking two records together and taking it back, or undoing it, changes nothing, whatever they hold and whatever is answered', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(1_000_000), fc.nat(1000), fc.boolean(), async (seed, salt, undo) => {
      const county = await aCounty()
      const { api } = county
      const { keptId, goneId } = await twoTangled(county, seed)
      const before = dump(county)
      const { mergeId } = await mergeTwo(api, keptId, goneId, byChance(salt))
      // Nothing of the file belongs to the record that is gone.
      for (const { table, column } of personColumns(county.file))
        expect([table, column, rowsOf(county.file, `SELECT * FROM "${table}" WHERE "${column}" = '${goneId}'`)]).toEqual([table, column, []]) // prettier-ignore
      const after = dump(county)
      if (undo) await api.audit.undo({ id: at(await api.audit.list({ limit: 1 }), 0).id })
      else await api.people.unmerge({ id: mergeId })
      expect(dump(county)).toEqual(before)
      // And taken together again, it comes to the same.
      await api.audit.undo({ id: at(await api.audit.list({ limit: 1 }), 0).id })
      expect(dump(county)).toEqual(after)
      expect(await api.audit.verify({})).toMatchObject({ intact: true })
    }),
    { numRuns: 12 },
  )
}, 120_000)
