import type { Selectable } from 'kysely'
import { oldLayoutContentSchema, type OldLayout } from '../../../shared/exports/old-layout.contract.ts'
import type { FileLayoutId } from '../../../shared/ids.ts'
import { fold } from '../../../shared/text.ts'
import { fromFlag, toFlag } from '../../flag.ts'
import type { Db, Tx } from '../../store.ts'
import type { FileLayoutTable } from '../exports.table.ts'

const KIND = 'old-workbook'

const toLayout = (row: Selectable<FileLayoutTable>): OldLayout => ({
  id: row.id,
  name: row.name,
  content: oldLayoutContentSchema.parse(JSON.parse(row.content)),
  retired: fromFlag(row.retired),
  version: row.version,
})

const layouts = (db: Db) => db.selectFrom('file_layout').selectAll().where('kind', '=', KIND)

/** Every layout of an old workbook, by name; those no longer used among them. */
export const listOldLayouts = async (db: Db): Promise<OldLayout[]> =>
  (await layouts(db).orderBy('name_key').orderBy('id').execute()).map(toLayout)

/** The layout of an old workbook by its id, one no longer used too. */
export async function findOldLayout(db: Db, id: FileLayoutId): Promise<OldLayout | undefined> {
  const row = await layouts(db).where('id', '=', id).executeTakeFirst()
  return row && toLayout(row)
}

/** The layout of this name, if there is one beside `except`. */
export const findNamed = (db: Db, name: string, except: FileLayoutId | null) =>
  layouts(db)
    .where('name_key', '=', fold(name))
    .where((eb) => (except === null ? eb.lit(true) : eb('id', '<>', except)))
    .executeTakeFirst()

const columns = ({ name, content }: Pick<OldLayout, 'name' | 'content'>) => ({
  name,
  name_key: fold(name),
  content: JSON.stringify(content),
})

/** Adds a layout of an old workbook. */
export async function insertOldLayout(
  tx: Tx,
  layout: Pick<OldLayout, 'id' | 'name' | 'content'>,
): Promise<void> {
  await tx
    .insertInto('file_layout')
    .values({ id: layout.id, kind: KIND, ...columns(layout), retired: 0, version: 1 })
    .execute()
}

/** False when somebody has changed it since this version. */
export async function updateOldLayout(tx: Tx, layout: OldLayout): Promise<boolean> {
  const done = await tx
    .updateTable('file_layout')
    .set({ ...columns(layout), retired: toFlag(layout.retired), version: layout.version + 1 })
    .where('kind', '=', KIND)
    .where('id', '=', layout.id)
    .where('version', '=', layout.version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}
