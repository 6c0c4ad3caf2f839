import type { WorkbookData, WorkbookRows } from '../../shared/exports/workbook-data.ts'
import type { GroupId } from '../../shared/ids.ts'
import { DEFINITIONS_VERSION } from '../../shared/reports/definitions.ts'
import { groupFigures } from '../../shared/reports/group-figures.rules.ts'
import { found } from '../changed.ts'
import type { Common } from '../context.ts'
import { overTime } from '../outcomes/measure-editions.repository.ts'
import * as measures from '../outcomes/measures.repository.ts'
import * as outcomes from '../outcomes/outcomes.repository.ts'
import * as registers from '../registers/registers.repository.ts'
import { readGroupRows } from '../reports/group-rows.repository.ts'
import { readSettings } from '../settings/settings.repository.ts'
import type { Db } from '../store.ts'
import * as repository from './workbook-data.repository.ts'

/** Everything that a group's workbook is made of, as it stands: for a file with this number. NOT_FOUND for no group. */
export async function readWorkbookData(
  { today, now, localNow, actor, version }: Common,
  db: Db,
  groupId: GroupId,
  fileId: string,
): Promise<WorkbookData> {
  const group = found(await repository.findGroupTitles(db, groupId), 'group')
  const settings = await readSettings(db)
  return {
    fileId,
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
    ...(await readWorkbookRows(db, groupId, today)),
  }
}

/** The rows of it alone: what may come back changed is made of nothing else. */
export async function readWorkbookRows(db: Db, groupId: GroupId, today: string): Promise<WorkbookRows> {
  const goals = await outcomes.listGoals(db, groupId)
  const known = (await measures.listOfGroup(db, groupId)).map(measures.toMeasure)
  return {
    codes: (await registers.listCodes(db)).map(registers.toCode),
    sessions: await repository.listSessions(db, groupId, today),
    people: await repository.listPeople(db, groupId),
    marks: await repository.listMarks(db, groupId),
    outcomes: {
      measures: known,
      earlier: (await overTime(db, known)).flatMap((one) => one.earlier ?? []),
      goals: goals.map((g) => ({ personId: g.person_id, measureId: g.measure_id, item: g.item, text: g.text })), // prettier-ignore
      readings: (await outcomes.listReadings(db, groupId)).map(outcomes.toReading),
    },
    tallies: await repository.listTallies(db, groupId),
  }
}
