import { z } from 'zod'
import { idOf, type MeasureId, type ProgrammeId } from '../../shared/ids.ts'
import { timePoints, type TimePoint } from '../../shared/outcomes/time-points.ts'
import type { ProgrammeMeasure } from '../../shared/programmes/programmes.contract.ts'
import type { NewId } from '../context.ts'
import type { Db, Tx } from '../store.ts'

/** The id of "this programme uses this measure". */
export const programmeMeasureId = idOf('measure of a programme')

const storedPoints = z.array(z.enum(timePoints))
/** The time points of a stored row. */
export const toTimePoints = (json: string): TimePoint[] => storedPoints.parse(JSON.parse(json))

/** The measures of one programme (of all unless said) with when each is asked, by programme. */
export async function listMeasuresOf(
  db: Db,
  id?: ProgrammeId,
): Promise<ReadonlyMap<ProgrammeId, ProgrammeMeasure[]>> {
  let query = db.selectFrom('programme_measure').selectAll()
  if (id !== undefined) query = query.where('programme_id', '=', id)
  const rows = await query.orderBy('id').execute()
  const byProgramme = Map.groupBy(rows, (row) => row.programme_id)
  return new Map(
    [...byProgramme].map(([programme, uses]) => [
      programme,
      uses.map((use) => ({ measureId: use.measure_id, timePoints: toTimePoints(use.time_points) })),
    ]),
  )
}

/** Makes a programme use exactly these measures. Readings already taken stay. */
export async function setMeasures(
  tx: Tx,
  newId: NewId,
  id: ProgrammeId,
  wanted: readonly ProgrammeMeasure[],
): Promise<void> {
  const there = await tx.selectFrom('programme_measure').selectAll().where('programme_id', '=', id).execute()
  const gone = there.filter((use) => !wanted.some((one) => one.measureId === use.measure_id))
  for (const use of gone) await tx.deleteFrom('programme_measure').where('id', '=', use.id).execute()
  for (const { measureId, timePoints: points } of wanted) {
    const time_points = JSON.stringify(timePoints.filter((point) => points.includes(point)))
    const before = there.find((use) => use.measure_id === measureId)
    if (before === undefined)
      await tx
        .insertInto('programme_measure')
        .values({ id: newId(programmeMeasureId), programme_id: id, measure_id: measureId, time_points })
        .execute()
    else if (before.time_points !== time_points)
      await tx.updateTable('programme_measure').set({ time_points }).where('id', '=', before.id).execute()
  }
}

/** Which of these measures there are: the rest were never made. */
export async function findKnownMeasures(
  db: Db,
  measureIds: readonly MeasureId[],
): Promise<ReadonlySet<MeasureId>> {
  if (measureIds.length === 0) return new Set()
  const rows = await db.selectFrom('measure').select('id').where('id', 'in', [...measureIds]).execute() // prettier-ignore
  return new Set(rows.map((row) => row.id))
}
