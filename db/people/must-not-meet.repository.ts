import type { Insertable, Selectable } from 'kysely'
import type { MustNotMeetId, PersonId } from '../../shared/ids.ts'
import { inBatches } from '../batches.ts'
import type { Db, Tx } from '../store.ts'
import type { MustNotMeetTable } from './people.table.ts'

export type MustNotMeetRow = Selectable<MustNotMeetTable>

/** Somebody whom a person must not meet. The reason is for managers and those who lead only: see alerts.rules.ts. */
export interface Kept {
  readonly id: MustNotMeetId
  readonly otherId: PersonId
  readonly reason: string
  readonly since: string
}

/**
 * Whom each of these people must not meet, as it stands: pairs that have ended are left out. A pair of which both are
 * asked for stands with each of them. People whom nothing is said of are not in the answer.
 */
export async function mustNotMeetOf(
  db: Db,
  personIds: readonly PersonId[],
): Promise<Map<PersonId, readonly Kept[]>> {
  const asked = [...new Set(personIds)]
  const found: { personId: PersonId; kept: Kept }[] = []
  for (const [from, to] of [
    ['person_id', 'other_id'],
    ['other_id', 'person_id'],
  ] as const)
    // prettier-ignore
    for (const some of inBatches(asked, 5000)) {
      const rows = await db
        .selectFrom('must_not_meet')
        .where('until_date', 'is', null)
        .where(from, 'in', some)
        .orderBy('on_date')
        .select(['id', 'reason', 'on_date as since'])
        .select([`${from} as personId`, `${to} as otherId`])
        .execute()
      for (const { personId, ...kept } of rows) found.push({ personId, kept })
    }
  const byPerson = Map.groupBy(found, (one) => one.personId)
  return new Map([...byPerson].map(([id, all]) => [id, all.map((one) => one.kept)]))
}

/** Of each of these people, whom they must not meet as it stands: nobody where nothing is said. */
export async function apartFrom(
  db: Db,
  personIds: readonly PersonId[],
): Promise<(id: PersonId) => ReadonlySet<PersonId>> {
  const kept = await mustNotMeetOf(db, personIds)
  const apart = new Map([...kept].map(([id, all]) => [id, new Set(all.map((one) => one.otherId))]))
  return (id) => apart.get(id) ?? new Set()
}

/** Every pair that a person is or was in, the newest first. */
export const listPairs = (db: Db, id: PersonId): Promise<MustNotMeetRow[]> =>
  db
    .selectFrom('must_not_meet')
    .selectAll()
    .where((eb) => eb.or([eb('person_id', '=', id), eb('other_id', '=', id)]))
    .orderBy('on_date', 'desc')
    .orderBy('id', 'desc')
    .execute()

export const findPair = (db: Db, id: MustNotMeetId) =>
  db.selectFrom('must_not_meet').selectAll().where('id', '=', id).executeTakeFirst()

/** The pair as it is kept: the lower id first. */
export const inOrder = (one: PersonId, other: PersonId) =>
  one < other ? { person_id: one, other_id: other } : { person_id: other, other_id: one }

export async function insertPair(tx: Tx, row: Insertable<MustNotMeetTable>): Promise<void> {
  await tx.insertInto('must_not_meet').values(row).execute()
}

/** Ends a pair. Answers false when the row is no longer at `version`. */
export async function endPair(
  tx: Tx,
  id: MustNotMeetId,
  version: number,
  untilDate: string,
): Promise<boolean> {
  const result = await tx
    .updateTable('must_not_meet')
    .set({ until_date: untilDate, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
