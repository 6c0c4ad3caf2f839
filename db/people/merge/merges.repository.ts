import { z } from 'zod'
import type { MergeId, PersonId } from '../../../shared/ids.ts'
import { fullName } from '../../../shared/people/people.rules.ts'
import { image } from '../../audit/change.ts'
import type { Db, Tx } from '../../store.ts'
import type { PersonMergeTable } from '../people.table.ts'

/** What a merge did to one row; null is no row. Kept in `person_merge.moved`, in the order in which it was done. */
export const movedRow = z.object({
  table: z.string(),
  id: z.string(),
  before: image.nullable(),
  after: image.nullable(),
})
export type MovedRow = z.infer<typeof movedRow>

/** All that the command being carried out has changed so far, as the journal has it: nothing can be forgotten. */
export async function changedSoFar(tx: Tx): Promise<MovedRow[]> {
  const rows = await tx
    .selectFrom('journal')
    .innerJoin('current_command', 'current_command.id', 'journal.command_id')
    .select(['table_name', 'row_id', 'before', 'after'])
    .orderBy('journal.seq')
    .execute()
  const parse = (json: string | null) => (json === null ? null : image.parse(JSON.parse(json)))
  return rows.map((row) => ({
    table: row.table_name,
    id: row.row_id,
    before: parse(row.before),
    after: parse(row.after),
  }))
}

/** Remembers that two records were taken together, and all that it takes to make them two again. */
export async function insertMerge(
  tx: Tx,
  { moved, ...row }: Omit<PersonMergeTable, 'moved'> & { readonly moved: readonly MovedRow[] },
): Promise<void> {
  await tx
    .insertInto('person_merge')
    .values({ ...row, moved: JSON.stringify(moved) })
    .execute()
}

/** One merge that stands, with what it did. */
export async function findMerge(db: Db, id: MergeId) {
  const row = await db.selectFrom('person_merge').selectAll().where('id', '=', id).executeTakeFirst()
  return row && { ...row, moved: z.array(movedRow).parse(JSON.parse(row.moved)) }
}

/**
 * A merge after this one that its record takes part in: it must be taken back first. A record that was taken into
 * another takes part in nothing more, so what it was taken into always came later.
 */
export const findLaterMerge = (db: Db, { kept_id, merged_at }: Pick<PersonMergeTable, 'kept_id' | 'merged_at'>) =>
  db
    .selectFrom('person_merge')
    .innerJoin('person', 'person.id', 'person_merge.gone_id')
    .where((eb) =>
      eb.or([eb('gone_id', '=', kept_id), eb.and([eb('kept_id', '=', kept_id), eb('merged_at', '>', merged_at)])]),
    )
    .select(['person.first_name as firstName', 'person.last_name as lastName', 'person.known_as as knownAs'])
    .executeTakeFirst() // prettier-ignore

/** The two are two again, and nothing of the merge stays but its lines in the audit trail. */
export async function deleteMerge(tx: Tx, id: MergeId): Promise<void> {
  await tx.deleteFrom('person_merge').where('id', '=', id).execute()
}

/** The records that were taken into a person's, newest first. */
export async function listMerges(db: Db, keptId: PersonId) {
  const rows = await db
    .selectFrom('person_merge')
    .innerJoin('person', 'person.id', 'person_merge.gone_id')
    .innerJoin('user', 'user.id', 'person_merge.merged_by')
    .where('kept_id', '=', keptId)
    .select(['person_merge.id', 'gone_id as goneId', 'merged_at as at', 'user.name as by'])
    .select(['person.first_name as firstName', 'person.last_name as lastName', 'person.known_as as knownAs'])
    .orderBy('merged_at', 'desc')
    .orderBy('person_merge.id', 'desc')
    .execute()
  return rows.map(({ firstName, lastName, knownAs, ...row }) => ({
    ...row,
    name: fullName({ firstName, lastName, knownAs }),
  }))
}

/** The record in which a person is found now: their own, or the one it was taken into. */
export async function keptIdOf(db: Db, id: PersonId): Promise<PersonId> {
  let kept = id
  for (;;) {
    const row = await db.selectFrom('person').select('merged_into_id').where('id', '=', kept).executeTakeFirst() // prettier-ignore
    if (!row?.merged_into_id) return kept
    kept = row.merged_into_id
  }
}
