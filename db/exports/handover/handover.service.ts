import { basename } from 'node:path'
import { CLASSIFICATION } from '../../../shared/classification.ts'
import { AppError } from '../../../shared/errors.ts'
import type { HandoverLayout } from '../../../shared/exports/handover.contract.ts'
import { handoverTable, type HandoverRow } from '../../../shared/exports/handover.rules.ts'
import type { BuildingId, FileLayoutId, GroupId, ProgrammeId } from '../../../shared/ids.ts'
import { isCountedOf, pairsOf } from '../../../shared/outcomes/change.rules.ts'
import { DEFINITIONS_VERSION } from '../../../shared/reports/definitions.ts'
import { dateRange } from '../../../shared/time/format.ts'
import { found } from '../../changed.ts'
import type { TaskContext } from '../../context.ts'
import { overTime } from '../../outcomes/measure-editions.repository.ts'
import * as measures from '../../outcomes/measures.repository.ts'
import { toReading } from '../../outcomes/outcomes.repository.ts'
import type { Db } from '../../store.ts'
import { saveCsv } from '../save-file.ts'
import { changeFree } from '../read-together.ts'
import { takeGrant } from '../take-grant.ts'
import { findHandoverLayout } from './layouts.repository.ts'
import { attendanceRows, enrolmentRows, type Moved } from './rows.repository.ts'

interface Asked {
  readonly layoutId: FileLayoutId
  readonly from: string
  readonly to: string
  readonly programmeIds: readonly ProgrammeId[]
  readonly buildingIds: readonly BuildingId[]
  readonly sensitive: boolean
}

/** Writes the rows that a layout asks for; recorded, with what was chosen, before the file is in its place. */
export async function makeHandover(
  context: TaskContext,
  { grant, ...asked }: Asked & { readonly grant: string },
) {
  const path = takeGrant(context, grant)
  const { db } = context
  const layout = found(await findHandoverLayout(db, asked.layoutId), 'layout')
  const rows = await changeFree(db, async () => readRows(db, layout, asked))
  if (rows.length === 0)
    throw new AppError('CONFLICT', 'Nobody is in these groups in this period, so no file was made. Choose a longer period or more groups.') // prettier-ignore
  const table = handoverTable(
    { ...layout, classification: CLASSIFICATION, said: saidOf(layout, asked) },
    rows,
  )
  await saveCsv(context, path, table, { kind: layout.kind, asked, definitionsVersion: DEFINITIONS_VERSION })
  return {
    fileName: basename(path),
    rows: rows.length,
    withoutMosaic: rows.filter((row) => !row.values['mosaic-id']).length,
  }
}

const saidOf = ({ name }: HandoverLayout, { from, to, sensitive, programmeIds, buildingIds }: Asked) =>
  [
    ['Layout', name],
    ['Days', dateRange(from, to)],
    ['Programmes', programmeIds.length === 0 ? 'All' : String(programmeIds.length)],
    ['Buildings', buildingIds.length === 0 ? 'All' : String(buildingIds.length)],
    ['Sensitive programmes', sensitive ? 'Included' : 'Left out'],
    ['What it is', 'A layout of the council’s own. Gather does not claim that the other system takes it in.'],
  ] as const

async function readRows(db: Db, { content }: HandoverLayout, asked: Asked): Promise<HandoverRow[]> {
  // Marks are of the building in which their session was; a summary of a group is of the group's.
  const ofGroups = content.rows === 'attendance' ? { ...asked, buildingIds: [] } : asked
  const groupIds = await groupsOf(db, ofGroups)
  if (groupIds.length === 0) return []
  return content.rows === 'attendance'
    ? attendanceRows(db, groupIds, asked)
    : enrolmentRows(db, groupIds, asked, await readMoved(db, groupIds))
}

/** The groups with a session in the period that the filters let in. */
async function groupsOf(db: Db, asked: Asked): Promise<GroupId[]> {
  const rows = await db
    .selectFrom('programme_group as g')
    .innerJoin('programme', 'programme.id', 'g.programme_id')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('session')
          .whereRef('session.group_id', '=', 'g.id')
          .where('starts_at', '>=', asked.from)
          .where('starts_at', '<', `${asked.to}U`)
          .select('session.id'),
      ),
    )
    .select(['g.id', 'g.building_id', 'g.programme_id', 'programme.sensitive'])
    .execute()
  return rows
    .filter((row) => asked.sensitive || row.sensitive === 0)
    .filter((row) => asked.programmeIds.length === 0 || asked.programmeIds.includes(row.programme_id))
    .filter(
      (row) =>
        asked.buildingIds.length === 0 ||
        (row.building_id !== null && asked.buildingIds.includes(row.building_id)),
    ) // prettier-ignore
    .map((row) => row.id)
}

/** What became of each person's measures in each group, by the rules of change. */
async function readMoved(db: Db, groupIds: readonly GroupId[]): Promise<Moved> {
  const readings = await db.selectFrom('reading').selectAll().where('group_id', 'in', groupIds).execute()
  const points = readings.map((row) => ({ ...toReading(row), groupId: row.group_id }))
  const moved = new Map<string, { matched: number; improved: number }>()
  const all = (await measures.list(db)).map(measures.toMeasure)
  for (const measure of await overTime(
    db,
    all.filter(({ details }) => details.use === 'change'),
  ))
    for (const { before, movement } of pairsOf(measure, points)) {
      if (!isCountedOf(measure, before)) continue
      const key = `${before.groupId} ${before.personId}`
      const so = moved.get(key) ?? { matched: 0, improved: 0 }
      moved.set(key, { matched: so.matched + 1, improved: so.improved + (movement === 'improved' ? 1 : 0) })
    }
  return moved
}
