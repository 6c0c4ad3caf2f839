import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Building, Locality } from '../../shared/buildings/buildings.contract.ts'
import { idOf, type BuildingId } from '../../shared/ids.ts'
import { fromFlag } from '../flag.ts'
import type { Db, Tx } from '../store.ts'
import type { Half } from '../../shared/users/scope.rules.ts'
import { listFeatures, toRoom, type Features, type RoomRow } from './rooms.repository.ts'
import type { BuildingTable, LocalityAliasTable, LocalityTable } from './buildings.table.ts'

export type BuildingRow = Selectable<BuildingTable> & { readonly half: Half | null }

/** The id of a locality's other name. */
export const aliasId = idOf('locality name')

/** `Room 2` before `Room 10`, as people count. */
const byName = new Intl.Collator('en-GB', { numeric: true })
const inOrder = <T extends { readonly name: string }>(rows: readonly T[]): T[] =>
  rows.toSorted((a, b) => byName.compare(a.name, b.name))

const buildings = (db: Db) =>
  db
    .selectFrom('building')
    .leftJoin('locality', 'locality.id', 'building.locality_id')
    .selectAll('building')
    .select('locality.half')

export const toBuilding = (row: BuildingRow, rooms: readonly RoomRow[], features: Features): Building => ({
  id: row.id,
  name: row.name,
  localityId: row.locality_id,
  address: row.address,
  phone: row.phone,
  latitude: row.latitude,
  longitude: row.longitude,
  half: row.half,
  opensOnBankHolidays: fromFlag(row.opens_on_bank_holidays),
  note: row.note,
  sample: fromFlag(row.sample),
  archived: fromFlag(row.archived),
  version: row.version,
  rooms: inOrder(rooms.map((room) => toRoom(room, features.get(room.id)))),
})

/** Every building with its rooms, by name, in three queries however many there are. */
export async function list(db: Db, { includeArchived }: { includeArchived: boolean }): Promise<Building[]> {
  let query = buildings(db)
  let rooms = db.selectFrom('room').selectAll()
  if (!includeArchived) {
    query = query.where('building.archived', '=', 0)
    rooms = rooms.where('archived', '=', 0)
  }
  const inside = Map.groupBy(await rooms.execute(), (room) => room.building_id)
  const features = await listFeatures(db)
  return inOrder((await query.execute()).map((row) => toBuilding(row, inside.get(row.id) ?? [], features)))
}

/** The ids of the buildings in use, by name. */
export async function listInUse(db: Db): Promise<BuildingId[]> {
  const rows = await db.selectFrom('building').select(['id', 'name']).where('archived', '=', 0).execute()
  return inOrder(rows).map((row) => row.id)
}

export const findById = (db: Db, id: BuildingId): Promise<BuildingRow | undefined> =>
  buildings(db).where('building.id', '=', id).executeTakeFirst()

/** The building in use that goes by this name, if there is one. */
export const findInUseByNameKey = (db: Db, nameKey: string): Promise<BuildingRow | undefined> =>
  buildings(db).where('name_key', '=', nameKey).where('building.archived', '=', 0).executeTakeFirst()

/** How many buildings in use have this name; more than one could not be told apart. */
export async function countInUse(db: Db, nameKey: string): Promise<number> {
  const row = await db
    .selectFrom('building')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('name_key', '=', nameKey)
    .where('archived', '=', 0)
    .executeTakeFirstOrThrow()
  return row.n
}

export async function insertBuilding(tx: Tx, building: Insertable<BuildingTable>): Promise<void> {
  await tx.insertInto('building').values(building).execute()
}

/** Answers false when the building is no longer at `version`. */
export async function updateBuilding(
  tx: Tx,
  id: BuildingId,
  version: number,
  change: Updateable<BuildingTable>,
): Promise<boolean> {
  const result = await tx
    .updateTable('building')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** The localities by name, each with the other ways it is written. */
export async function listLocalities(db: Db): Promise<Locality[]> {
  const rows = await db.selectFrom('locality').selectAll().execute()
  const names = await db.selectFrom('locality_alias').select(['locality_id', 'alias']).orderBy('id').execute()
  const aliases = Map.groupBy(names, (row) => row.locality_id)
  return inOrder(
    rows.map((row) => ({
      ...row,
      aliases: (aliases.get(row.id) ?? []).map((a) => a.alias).filter((alias) => alias !== row.name),
    })),
  )
}

export async function insertLocality(
  tx: Tx,
  locality: Insertable<LocalityTable>,
  aliases: readonly Insertable<LocalityAliasTable>[],
): Promise<void> {
  await tx.insertInto('locality').values(locality).execute()
  await tx
    .insertInto('locality_alias')
    .values([...aliases])
    .execute()
}
