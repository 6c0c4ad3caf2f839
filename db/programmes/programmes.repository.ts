import type { Insertable, Selectable, Updateable } from 'kysely'
import type { ProgrammeId } from '../../shared/ids.ts'
import { isOffered } from '../../shared/programmes/catalogue.rules.ts'
import type { Programme } from '../../shared/programmes/programmes.contract.ts'
import { roomNeedsSchema } from '../../shared/programmes/room-needs.ts'
import { fromFlag, toFlag } from '../flag.ts'
import type { Db, Tx } from '../store.ts'
import { listMeasuresOf } from './programme-measures.repository.ts'
import { listSessions } from './programme-sessions.repository.ts'
import type { ProgrammeTable } from './programmes.table.ts'

export type ProgrammeRow = Selectable<ProgrammeTable>
type Beside = Pick<Programme, 'sessions' | 'measures'>

const toProgramme = (row: ProgrammeRow, { sessions, measures }: Beside): Programme => ({
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
  sessions,
  measures,
  completeAt: row.complete_at,
  staffNeeded: row.staff_needed,
  needsTraining: fromFlag(row.needs_training),
  roomNeeds: roomNeedsSchema.parse(JSON.parse(row.room_needs)),
  linkedProgrammeId: row.linked_programme_id,
  retiresOn: row.retires_on,
  retired: fromFlag(row.retired),
  edition: row.edition,
  version: row.version,
})

/** The programmes whose very name tells something about a person, retired ones too. */
export async function sensitiveProgrammeIds(db: Db): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('programme').select('id').where('sensitive', '=', 1).execute()
  return new Set(rows.map((row) => row.id))
}

/** What can be said of a programme in its own row. */
export type ProgrammeFields = Omit<
  Programme,
  'id' | 'retired' | 'version' | 'edition' | 'sessions' | 'measures' | 'linkedProgrammeId'
>

/** A programme as its columns, without its sessions and measures, and without the one it is linked to. */
export const programmeColumns = (p: ProgrammeFields) => ({
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
  complete_at: p.completeAt,
  staff_needed: p.staffNeeded,
  needs_training: toFlag(p.needsTraining),
  room_needs: JSON.stringify(p.roomNeeds),
  retires_on: p.retiresOn,
})

/** The catalogue by name, in three queries. Without the retired it is what groups can be planned of on `today`. */
export async function list(
  db: Db,
  { includeRetired, today }: { includeRetired: boolean; today: string },
): Promise<Programme[]> {
  const rows = await db.selectFrom('programme').selectAll().orderBy('name').execute()
  const [sessions, measures] = [await listSessions(db), await listMeasuresOf(db)]
  return rows
    .map((row) =>
      toProgramme(row, { sessions: sessions.get(row.id) ?? [], measures: measures.get(row.id) ?? [] }),
    )
    .filter((programme) => includeRetired || isOffered(programme, today))
}

export const findById = (db: Db, id: ProgrammeId): Promise<ProgrammeRow | undefined> =>
  db.selectFrom('programme').selectAll().where('id', '=', id).executeTakeFirst()

/** One programme with its sessions and measures. */
export async function find(db: Db, id: ProgrammeId): Promise<Programme | undefined> {
  const row = await findById(db, id)
  if (row === undefined) return undefined
  const [sessions, measures] = [await listSessions(db, id), await listMeasuresOf(db, id)]
  return toProgramme(row, { sessions: sessions.get(id) ?? [], measures: measures.get(id) ?? [] })
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

/** Counts a change of what is said of a programme: the row itself was changed already. */
export async function setEdition(tx: Tx, id: ProgrammeId, edition: number): Promise<void> {
  await tx.updateTable('programme').set({ edition }).where('id', '=', id).execute()
}

/**
 * Makes each of two programmes name the other, and lets go those that either was linked to; null lets go alone. The
 * others that change go up a version; the one that is being changed has done so already.
 */
export async function link(tx: Tx, id: ProgrammeId, other: ProgrammeId | null): Promise<void> {
  const pair = other === null ? [id] : [id, other]
  const pointing = await tx
    .selectFrom('programme')
    .select(['id', 'linked_programme_id'])
    .where((eb) => eb.or([eb('linked_programme_id', 'in', pair), eb('id', 'in', pair)]))
    .execute()
  const wanted = (one: ProgrammeId) => (one === id ? other : one === other ? id : null)
  for (const row of pointing.filter((one) => one.linked_programme_id !== wanted(one.id)))
    await tx
      .updateTable('programme')
      .set((eb) => ({
        linked_programme_id: wanted(row.id),
        version: eb('version', '+', row.id === id ? 0 : 1),
      }))
      .where('id', '=', row.id)
      .execute()
}
