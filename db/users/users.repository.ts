import type { Insertable, Selectable, Updateable } from 'kysely'
import { idOf, type BuildingId, type UserId } from '../../shared/ids.ts'
import type { User } from '../../shared/users/users.contract.ts'
import type { Actor, NewId } from '../context.ts'
import { fromFlag } from '../flag.ts'
import type { Db, Tx } from '../store.ts'
import type { UserTable } from './users.table.ts'

const userBuildingId = idOf('building of a person')

export type UserRow = Selectable<UserTable> & { readonly last_signed_in_at: string | null }

const users = (db: Db) =>
  db
    .selectFrom('user')
    .leftJoin('credential', 'credential.id', 'user.id')
    .selectAll('user')
    .select(['credential.last_signed_in_at', 'credential.passphrase_hash'])

/** The buildings that a person's role is about; none is every building. */
export async function listBuildingsOf(db: Db, id: UserId): Promise<BuildingId[]> {
  const rows = await db
    .selectFrom('user_building')
    .select('building_id')
    .where('user_id', '=', id)
    .orderBy('building_id')
    .execute()
  return rows.map((row) => row.building_id)
}

/** Everybody's buildings at once, by person. */
export async function listBuildingsOfAll(db: Db): Promise<Map<UserId, BuildingId[]>> {
  const rows = await db
    .selectFrom('user_building')
    .select(['user_id', 'building_id'])
    .orderBy('building_id')
    .execute()
  const byUser = Map.groupBy(rows, (row) => row.user_id)
  return new Map([...byUser].map(([id, own]) => [id, own.map((row) => row.building_id)]))
}

/** Makes these the person's buildings. */
export async function setBuildings(
  tx: Tx,
  newId: NewId,
  id: UserId,
  wanted: readonly BuildingId[],
): Promise<void> {
  const there = await listBuildingsOf(tx, id)
  const gone = there.filter((one) => !wanted.includes(one))
  const added = [...new Set(wanted)].filter((one) => !there.includes(one))
  if (gone.length > 0)
    await tx.deleteFrom('user_building').where('user_id', '=', id).where('building_id', 'in', gone).execute()
  for (const building_id of added)
    await tx
      .insertInto('user_building')
      .values({ id: newId(userBuildingId), user_id: id, building_id })
      .execute()
}

/** The person as the one who is asking. */
export const toActor = async (db: Db, row: UserRow): Promise<Actor> => ({
  id: row.id,
  name: row.name,
  role: row.role,
  staffId: row.staff_id,
  half: row.half,
  buildingIds: await listBuildingsOf(db, row.id),
})

export const toUser = (row: UserRow, buildingIds: BuildingId[]): User => ({
  id: row.id,
  name: row.name,
  role: row.role,
  staffId: row.staff_id,
  half: row.half,
  buildingIds,
  disabled: fromFlag(row.disabled),
  lastSignedInAt: row.last_signed_in_at,
  version: row.version,
})

/** Everyone who can or could sign in, by name. */
export const list = (db: Db) => users(db).orderBy('user.name_key').execute()
export const findById = (db: Db, id: UserId) => users(db).where('user.id', '=', id).executeTakeFirst()
export const findByNameKey = (db: Db, nameKey: string) =>
  users(db).where('user.name_key', '=', nameKey).executeTakeFirst()

/** How many administrators can sign in. */
export async function countAdministrators(db: Db): Promise<number> {
  const row = await db
    .selectFrom('user')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('role', '=', 'administrator')
    .where('disabled', '=', 0)
    .executeTakeFirstOrThrow()
  return row.n
}

/** `passphraseHash` null makes somebody who cannot sign in. */
export async function insertUser(
  tx: Tx,
  user: Insertable<UserTable>,
  passphraseHash: string | null,
): Promise<void> {
  await tx.insertInto('user').values(user).execute()
  if (passphraseHash !== null)
    await tx
      .insertInto('credential')
      .values({ id: user.id, passphrase_hash: passphraseHash, last_signed_in_at: null })
      .execute()
}

/** Answers false when the row is no longer at `version`. */
export async function updateUser(
  tx: Tx,
  id: UserId,
  version: number,
  change: Updateable<UserTable>,
): Promise<boolean> {
  const result = await tx
    .updateTable('user')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function updateCredential(
  tx: Tx,
  id: UserId,
  change: { passphrase_hash?: string; last_signed_in_at?: string },
): Promise<void> {
  await tx.updateTable('credential').set(change).where('id', '=', id).execute()
}
