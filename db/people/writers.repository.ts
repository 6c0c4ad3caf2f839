import type { UserId } from '../../shared/ids.ts'
import type { Db } from '../store.ts'

/** The names of those who wrote something. */
export async function writersOf(db: Db, ids: readonly UserId[]): Promise<Map<UserId, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('user').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}
