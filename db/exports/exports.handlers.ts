import type { AppContract } from '../../shared/contract.ts'
import type { Handlers } from '../../shared/operation.ts'
import type { Contexts } from '../context.ts'
import { checkFile, filesMade } from './county/check-file.service.ts'
import { makeCountyWorkbook, makeKeys, makeLongTables } from './county/county-files.service.ts'
import { listOldLayouts } from './old-layout/layouts.repository.ts'
import { changeOldLayout, saveOldLayout } from './old-layout/layouts.service.ts'
import { learnOldLayout } from './old-layout/learn.service.ts'
import { makeOldWorkbook } from './old-layout/old-workbook.service.ts'
import { makeCalendarFile } from './calendar.service.ts'
import { makeReportFile } from './report-file.service.ts'
import { makeListFile } from './list.service.ts'
import { contactSheets, nameLabels, registerPaper, signInSheet } from './paper-people.service.ts'
import { reachList } from './paper-reach.service.ts'
import { daySheets, readRoomDays } from './paper.service.ts'
import { makeGroupWorkbook, suggestName } from './exports.service.ts'
import { certificates } from './record/certificates.service.ts'
import { makeHandover } from './handover/handover.service.ts'
import { listHandoverLayouts } from './handover/layouts.repository.ts'
import { addLayout, changeLayout, retireLayout } from './handover/layouts.service.ts'
import { makeRecordFile, personRecord } from './record/record.service.ts'

export const exportsHandlers = {
  countyWorkbook: (context, input) => makeCountyWorkbook(context, input),
  longTables: (context, input) => makeLongTables(context, input),
  longTableKeys: (context, input) => makeKeys(context, input),
  filesMade: (context, input) => filesMade(context, input),
  checkFile: (context, { grant }) => checkFile(context, grant),
  learnOldLayout: (context, { grant }) => learnOldLayout(context, grant),
  oldLayouts: ({ db }) => listOldLayouts(db),
  saveOldLayout: (context, input) => saveOldLayout(context, input),
  changeOldLayout: (context, input) => changeOldLayout(context, input),
  oldWorkbook: (context, input) => makeOldWorkbook(context, input),
  suggestName: (context, { groupId }) => suggestName(context, groupId),
  groupWorkbook: (context, { groupId, grant }) => makeGroupWorkbook(context, groupId, grant),
  calendarFile: (context, input) => makeCalendarFile(context, input),
  report: (context, input) => makeReportFile(context, input),
  listFile: (context, input) => makeListFile(context, input),
  daySheets: (context, input) => daySheets(context, input),
  roomDays: (context, input) => readRoomDays(context, input),
  registerPaper: (context, { sessionId }) => registerPaper(context, sessionId),
  signInSheet: (context, { sessionId }) => signInSheet(context, sessionId),
  nameLabels: (context, input) => nameLabels(context, input),
  contactSheets: (context, { date, buildingId }) =>
    contactSheets(context, { date, buildingId: buildingId ?? null }),
  reachList: (context, input) => reachList(context, input),
  personRecord: (context, asked) => personRecord(context, asked),
  personRecordFile: (context, { asked, grant }) => makeRecordFile(context, asked, grant),
  handoverLayouts: ({ db }) => listHandoverLayouts(db),
  addHandoverLayout: (context, fields) => addLayout(context, fields),
  changeHandoverLayout: (context, layout) => changeLayout(context, layout),
  retireHandoverLayout: (context, asked) => retireLayout(context, asked),
  handover: (context, asked) => makeHandover(context, asked),
  certificates: (context, { groupId, atLeast }) => certificates(context, groupId, atLeast),
} satisfies Handlers<AppContract, Contexts>['exports']
