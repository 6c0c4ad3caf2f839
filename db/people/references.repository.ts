import { referenceId, type PersonId } from '../../shared/ids.ts'
import type { Reference } from '../../shared/people/person.contract.ts'
import { toReference } from '../../shared/people/people.rules.ts'
import { matchKey } from '../../shared/text.ts'
import type { NewId } from '../context.ts'
import type { Db, Tx } from '../store.ts'

/** What other systems call a person, by system. */
export const listReferences = (db: Db, id: PersonId): Promise<Reference[]> =>
  db
    .selectFrom('person_reference')
    .where('person_id', '=', id)
    .orderBy('system_key')
    .select(['system', 'value'])
    .execute()

/** Who else has this reference in this system; the name is for a message to staff. */
export const findByReference = (db: Db, { system, value }: Reference) =>
  db
    .selectFrom('person_reference')
    .innerJoin('person', 'person.id', 'person_reference.person_id')
    .where('person.merged_into_id', 'is', null)
    .where('system_key', '=', matchKey(system))
    .where('value', '=', toReference(value))
    .select(['person.id', 'person.first_name', 'person.last_name', 'person.known_as'])
    .execute()

/** Makes exactly these the person's references. Rows that say the same already are not written again. */
export async function setReferences(
  tx: Tx,
  newId: NewId,
  id: PersonId,
  wanted: readonly Reference[],
): Promise<void> {
  const there = await tx.selectFrom('person_reference').selectAll().where('person_id', '=', id).execute()
  const rows = wanted.map(({ system, value }) => ({
    system,
    system_key: matchKey(system),
    value: toReference(value),
  }))
  const kept = there.filter((row) => rows.some((one) => one.system === row.system && one.value === row.value))
  for (const row of there.filter((one) => !kept.includes(one)))
    await tx.deleteFrom('person_reference').where('id', '=', row.id).execute()
  for (const row of rows.filter((one) => !kept.some((row) => row.system === one.system)))
    await tx
      .insertInto('person_reference')
      .values({ ...row, id: newId(referenceId), person_id: id })
      .execute()
}
