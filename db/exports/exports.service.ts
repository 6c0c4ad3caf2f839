import { basename } from 'node:path'
import { workbookName } from '../../shared/exports/file-name.rules.ts'
import { groupWorkbook } from '../../shared/exports/group-workbook.ts'
import type { WorkbookData } from '../../shared/exports/workbook-data.ts'
import type { GroupId } from '../../shared/ids.ts'
import { changeFree } from './read-together.ts'
import { DEFINITIONS_VERSION } from '../../shared/reports/definitions.ts'
import { groupFigures } from '../../shared/reports/group-figures.rules.ts'
import { found } from '../changed.ts'
import type { Common, QueryContext, TaskContext } from '../context.ts'
import * as measures from '../outcomes/measures.repository.ts'
import * as outcomes from '../outcomes/outcomes.repository.ts'
import * as registers from '../registers/registers.repository.ts'
import { readGroupRows } from '../reports/group-rows.repository.ts'
import { readSettings } from '../settings/settings.repository.ts'
import type { Db } from '../store.ts'
import * as repository from './workbook-data.repository.ts'
import { takeGrant } from './take-grant.ts'
import { writeSafely } from './write-safely.ts'
import { toXlsx } from './xlsx.ts'

export async function suggestName({ db, today }: QueryContext, groupId: GroupId) {
  const group = found(await repository.findGroupTitles(db, groupId), 'group')
  return { fileName: workbookName(group.public_title, today) }
}

/** Reads, lays out, writes beside the target, records that it was made, and only then puts it in its place. */
export async function makeGroupWorkbook(context: TaskContext, groupId: GroupId, grant: string) {
  const path = takeGrant(context, grant)
  const data = await changeFree(context.db, () => readData(context, context.db, groupId))
  const workbook = groupWorkbook(data)
  const sheets = workbook.sheets.map(({ name, rows }) => ({ name, rows: rows.length }))
  const bytes = await toXlsx(workbook)
  await writeSafely(path, bytes, async () => {
    // Before the file is in place: a file that cannot be recorded is not given.
    await context.write(async () => null, JSON.stringify({ groupId, sheets }))
  })
  return { fileName: basename(path), sheets }
}

async function readData(
  { today, now, localNow, actor, version }: Common,
  db: Db,
  groupId: GroupId,
): Promise<WorkbookData> {
  const group = found(await repository.findGroupTitles(db, groupId), 'group')
  const settings = await readSettings(db)
  const goals = await outcomes.listGoals(db, groupId)
  return {
    groupName: group.name,
    publicTitle: group.public_title,
    programmeName: group.programme_name,
    buildingName: group.building_name,
    serviceName: settings.serviceName,
    sample: settings.sample,
    madeBy: actor.name,
    madeAt: now,
    madeAtLocal: localNow,
    programVersion: version,
    definitionsVersion: DEFINITIONS_VERSION,
    figures: groupFigures(await readGroupRows(db, groupId, today), { outcomes: true }),
    codes: (await registers.listCodes(db)).map(registers.toCode),
    sessions: await repository.listSessions(db, groupId, today),
    people: await repository.listPeople(db, groupId),
    marks: await repository.listMarks(db, groupId),
    outcomes: {
      measures: (await measures.listOfGroup(db, groupId)).map(measures.toMeasure),
      goals: goals.map((g) => ({ personId: g.person_id, measureId: g.measure_id, item: g.item, text: g.text })), // prettier-ignore
      readings: (await outcomes.listReadings(db, groupId)).map(outcomes.toReading),
    },
  }
}
