import type { Selectable } from 'kysely'
import {
  handoverContentSchema,
  handoverKinds,
  type HandoverKind,
  type HandoverLayout,
} from '../../../shared/exports/handover.contract.ts'
import type { FileLayoutId } from '../../../shared/ids.ts'
import { fold } from '../../../shared/text.ts'
import type { Db, Tx } from '../../store.ts'
import type { FileLayoutTable } from '../exports.table.ts'

type Row = Selectable<FileLayoutTable>
const isHandover = (kind: Row['kind']): kind is HandoverKind => handoverKinds.some((one) => one === kind)

const toLayout = (row: Row): HandoverLayout[] =>
  isHandover(row.kind)
    ? [
        {
          id: row.id,
          kind: row.kind,
          name: row.name,
          content: handoverContentSchema.parse(JSON.parse(row.content)),
          version: row.version,
        },
      ]
    : []

/** The layouts of hand-overs in use, by name. */
export async function listHandoverLayouts(db: Db): Promise<HandoverLayout[]> {
  const rows = await db
    .selectFrom('file_layout')
    .selectAll()
    .where('kind', 'in', handoverKinds)
    .where('retired', '=', 0)
    .orderBy('name_key')
    .orderBy('id')
    .execute()
  return rows.flatMap(toLayout)
}

/** One layout of a hand-over, retired or not. */
export async function findHandoverLayout(db: Db, id: FileLayoutId): Promise<HandoverLayout | undefined> {
  const row = await db.selectFrom('file_layout').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toLayout(row)[0]
}

/** Another layout of this kind and name, retired ones among them: their names come back with them. */
export const findNamed = (db: Db, kind: HandoverKind, name: string, except: FileLayoutId | null) =>
  db
    .selectFrom('file_layout')
    .select(['id', 'retired'])
    .where('kind', '=', kind)
    .where('name_key', '=', fold(name))
    .where((eb) => (except === null ? eb.lit(true) : eb('id', '<>', except)))
    .executeTakeFirst()

const columns = ({ kind, name, content }: Pick<HandoverLayout, 'kind' | 'name' | 'content'>) => ({
  kind,
  name,
  name_key: fold(name),
  content: JSON.stringify(content),
})

/** Adds a layout. Another one of its kind and name: the database refuses it. */
export async function insertHandoverLayout(tx: Tx, layout: Omit<HandoverLayout, 'version'>): Promise<void> {
  await tx
    .insertInto('file_layout')
    .values({ id: layout.id, ...columns(layout), retired: 0, version: 1 })
    .execute()
}

/** Answers false when the row is no longer at its version. */
export async function updateHandoverLayout(tx: Tx, layout: HandoverLayout): Promise<boolean> {
  const result = await tx
    .updateTable('file_layout')
    .set({ ...columns(layout), version: layout.version + 1 })
    .where('id', '=', layout.id)
    .where('version', '=', layout.version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** No longer offered, and kept. Answers false when it is no longer at its version, or was retired before. */
export async function retire(tx: Tx, id: FileLayoutId, version: number): Promise<boolean> {
  const result = await tx
    .updateTable('file_layout')
    .set({ retired: 1, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('retired', '=', 0)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
