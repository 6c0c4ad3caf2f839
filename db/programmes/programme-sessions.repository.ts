import type { Selectable } from 'kysely'
import { programmeSessionId, type ProgrammeId, type ProgrammeSessionId } from '../../shared/ids.ts'
import type { ProgrammeSession } from '../../shared/programmes/programmes.contract.ts'
import type { NewId } from '../context.ts'
import type { Db, Tx } from '../store.ts'
import type { ProgrammeSessionTable } from './programmes.table.ts'

/** A session as it is wanted: one that is there by its id, a new one without. */
export type WantedSession = Omit<ProgrammeSession, 'id'> & {
  readonly id?: ProgrammeSessionId | null | undefined
}

/** The sessions in use of one programme (of all unless said), in order, by programme. */
export async function listSessions(
  db: Db,
  id?: ProgrammeId,
): Promise<ReadonlyMap<ProgrammeId, ProgrammeSession[]>> {
  let query = db.selectFrom('programme_session').selectAll().where('retired', '=', 0)
  if (id !== undefined) query = query.where('programme_id', '=', id)
  const rows = await query.orderBy('programme_id').orderBy('position').orderBy('id').execute()
  const byProgramme = Map.groupBy(rows, (row) => row.programme_id)
  return new Map(
    [...byProgramme].map(([programme, sessions]) => [
      programme,
      sessions.map(({ id: session, title, kind, minutes }) => ({ id: session, title, kind, minutes })),
    ]),
  )
}

/**
 * Makes these the sessions of a programme, in this order. One that is not among them is taken away, or retired when a
 * session of a group names it. All that have an id must be the programme's own.
 */
export async function setSessions(
  tx: Tx,
  newId: NewId,
  id: ProgrammeId,
  wanted: readonly WantedSession[],
): Promise<void> {
  const there = await tx.selectFrom('programme_session').selectAll().where('programme_id', '=', id).execute()
  const kept = new Set(wanted.map((one) => one.id))
  await dropSessions(tx, there.filter((row) => row.retired === 0 && !kept.has(row.id)).map((row) => row.id)) // prettier-ignore
  for (const [index, { id: known, title, kind, minutes }] of wanted.entries()) {
    const columns = { position: index + 1, title, kind, minutes, retired: 0 as const }
    const before = there.find((row) => row.id === known)
    if (before === undefined)
      await tx
        .insertInto('programme_session')
        .values({ id: newId(programmeSessionId), programme_id: id, ...columns })
        .execute()
    else if (differs(before, columns))
      await tx.updateTable('programme_session').set(columns).where('id', '=', before.id).execute()
  }
}

type Columns = Pick<Selectable<ProgrammeSessionTable>, 'position' | 'title' | 'kind' | 'minutes'>
const differs = (before: Columns, after: Columns): boolean =>
  before.position !== after.position ||
  before.title !== after.title ||
  before.kind !== after.kind ||
  before.minutes !== after.minutes

async function dropSessions(tx: Tx, ids: readonly ProgrammeSessionId[]): Promise<void> {
  if (ids.length === 0) return
  const rows = await tx
    .selectFrom('session')
    .select('topic_id')
    .distinct()
    .where('topic_id', 'in', ids)
    .execute()
  const named = new Set(rows.map((row) => row.topic_id))
  for (const id of ids)
    if (named.has(id))
      await tx.updateTable('programme_session').set({ retired: 1 }).where('id', '=', id).execute()
    else await tx.deleteFrom('programme_session').where('id', '=', id).execute()
}
