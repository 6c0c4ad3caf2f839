import type { AppContract } from '../../shared/contract.ts'
import type { Handlers } from '../../shared/operation.ts'
import type { Contexts } from '../context.ts'
import { reportBehind } from './behind.service.ts'
import { reportLeaving, runReport } from './leaving.service.ts'
import { offeredReports } from './report.service.ts'
import { changeSaved, listPeriods, listSaved, removeSaved, saveReport } from './saved.service.ts'
import { coming, groupSummary, rowsBehind } from './reports.service.ts'
import { takeWaitingSnapshot, waitingSnapshots } from './waiting-snapshot.service.ts'

export const reportsHandlers = {
  groupSummary: (context, { groupId }) => groupSummary(context, groupId),
  rowsBehind: (context, { groupId, figure }) => rowsBehind(context, groupId, figure),
  coming: (context, { groupId }) => coming(context, groupId),
  takeWaitingSnapshot: (context) => takeWaitingSnapshot(context),
  waitingSnapshots: (context) => waitingSnapshots(context),
  list: async (context) => offeredReports(context),
  run: (context, asked) => runReport(context, asked),
  leaving: (context, asked) => reportLeaving(context, asked),
  paper: (context, asked) => reportLeaving(context, asked),
  behind: (context, wanted) => reportBehind(context, wanted),
  listSaved: (context) => listSaved(context),
  save: (context, wanted) => saveReport(context, wanted),
  changeSaved: (context, wanted) => changeSaved(context, wanted),
  removeSaved: (context, wanted) => removeSaved(context, wanted),
  periods: (context) => listPeriods(context),
} satisfies Handlers<AppContract, Contexts>['reports']
