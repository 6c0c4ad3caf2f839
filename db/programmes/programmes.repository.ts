import type { Insertable, Selectable, Updateable } from 'kysely'
import { idOf, type MeasureId, type ProgrammeId } from '../../shared/ids.ts'
import type { Programme } from '../../shared/programmes/programmes.contract.ts'
import type { NewId } from '../context.ts'
import { fromFlag, toFlag } from '../flag.ts'
import type { Db, Tx } from '../store.ts'
import type { ProgrammeTable } from './programmes.table.ts'

export type ProgrammeRow = Selectable<ProgrammeTable>

/** The id of "this programme uses this measure". */
export const programmeMeasureId = idOf('measure of a programme')

export const toProgramme = (row: ProgrammeRow, measureIds: readonly MeasureId[]): Programme => ({
  id: row.id,
  name: row.name,
  publicTitle: row.public_title,
  audience: row.audience,
  theme: row.theme,
  delivery: row.delivery,
  placeKind: row.place_kind,
  ageFrom: row.age_from,
  ageTo: row.age_to,
  usualSessions: row.usual_sessions,
  sessionMinutes: row.session_minutes,
  usualPlaces: row.usual_places,
  sensitive: fromFlag(row.sensitive),
  coDelivered: fromFlag(row.co_delivered),
  colour: row.colour,
  source: row.source,
  measureIds: [...measureIds],
  retired: fromFlag(row.retired),
  version: row.version,
})

/** What can be said of a programme. */
export type ProgrammeFields = Omit<Programme, 'id' | 'retired' | 'version'>

/** A programme as its columns, without its measures. */
export const programmeColumns = (p: Omit<ProgrammeFields, 'measureIds'>) => ({
  name: p.name,
  public_title: p.publicTitle,
  audience: p.audience,
  theme: p.theme,
  delivery: p.delivery,
  place_kind: p.placeKind,
  age_from: p.ageFrom,
  age_to: p.ageTo,
  usual_sessions: p.usualSessions,
  session_minutes: p.sessionMinutes,
  usual_places: p.usualPlaces,
  sensitive: toFlag(p.sensitive),
  co_delivered: toFlag(p.coDelivered),
  colour: p.colour,
  source: p.source,
})

/** The catalogue by name, in two queries. */
export async function list(db: Db, { includeRetired }: { includeRetired: boolean }): Promise<Programme[]> {
  const programmes = db.selectFrom('programme').selectAll().orderBy('name')
  const rows = await (includeRetired ? programmes : programmes.where('retired', '=', 0)).execute()
  const uses = await db.selectFrom('programme_measure').selectAll().orderBy('id').execute()
  const measures = Map.groupBy(uses, (use) => use.programme_id)
  return rows.map((row) =>
    toProgramme(
      row,
      (measures.get(row.id) ?? []).map((use) => use.measure_id),
    ),
  )
}

export const findById = (db: Db, id: ProgrammeId): Promise<ProgrammeRow | undefined> =>
  db.selectFrom('programme').selectAll().where('id', '=', id).executeTakeFirst()

/** The measures a programme's groups record. */
export async function findMeasureIds(db: Db, id: ProgrammeId): Promise<MeasureId[]> {
  const rows = await db
    .selectFrom('programme_measure')
    .select('measure_id')
    .where('programme_id', '=', id)
    .orderBy('id')
    .execute()
  return rows.map((row) => row.measure_id)
}

export async function insertProgramme(tx: Tx, programme: Insertable<ProgrammeTable>): Promise<void> {
  await tx.insertInto('programme').values(programme).execute()
}

/** Answers false when the programme is no longer at `version`. */
export async function updateProgramme(
  tx: Tx,
  id: ProgrammeId,
  version: number,
  change: Updateable<ProgrammeTable>,
): Promise<boolean> {
  const result = await tx
    .updateTable('programme')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Makes a programme use exactly these measures. Readings already taken stay. */
export async function setMeasures(
  tx: Tx,
  newId: NewId,
  id: ProgrammeId,
  measureIds: readonly MeasureId[],
): Promise<void> {
  const there = new Set(await findMeasureIds(tx, id))
  const wanted = new Set(measureIds)
  const gone = [...there].filter((measure) => !wanted.has(measure))
  const added = [...wanted].filter((measure) => !there.has(measure))
  if (gone.length > 0)
    await tx
      .deleteFrom('programme_measure')
      .where('programme_id', '=', id)
      .where('measure_id', 'in', gone)
      .execute()
  for (const measure_id of added)
    await tx
      .insertInto('programme_measure')
      .values({ id: newId(programmeMeasureId), programme_id: id, measure_id })
      .execute()
}

/** Which of these measures there are: the rest were never made. */
export async function findKnownMeasures(
  db: Db,
  measureIds: readonly MeasureId[],
): Promise<ReadonlySet<MeasureId>> {
  if (measureIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('measure')
    .select('id')
    .where('id', 'in', [...measureIds])
    .execute()
  return new Set(rows.map((row) => row.id))
}
