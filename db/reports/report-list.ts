import type { Comparison, ReportAsked, ReportKey, Split } from '../../shared/reports/asked.ts'
import type { Version } from '../../shared/reports/compare.rules.ts'
import type { MadeReport } from '../../shared/reports/making.ts'
import type { QueryContext } from '../context.ts'
import { outcomesMaker } from './outcomes.service.ts'
import { attendanceMaker } from './attendance.service.ts'
import { completionMaker } from './completion.service.ts'
import { quarterlyReturn, scrutinyReport } from './documents.service.ts'
import { feedbackMaker } from './feedback.service.ts'
import { reachMaker } from './reach.service.ts'
import { buildingsMaker } from './buildings.service.ts'
import { dataQualityMaker } from './data-quality.service.ts'
import { staffingMaker } from './staffing.service.ts'
import { waitingMaker } from './waiting.service.ts'

/** How one report is made: its rows are read once, and the rules of shared/reports do the rest. */
export interface ReportMaker {
  /** The question it answers, as the gallery asks it. */
  readonly title: string
  /** One more when a definition of the report or the rule behind it changes; since when, for a break in charts. */
  readonly versions: readonly Version[]
  /** What its lines can be, that which stands for all others first; every split where it does not say. */
  readonly splits?: readonly Split[]
  /** What can stand beside it; anything where it does not say. */
  readonly comparisons?: readonly Comparison[]
  make(context: Pick<QueryContext, 'db' | 'today' | 'actor'>, asked: ReportAsked): Promise<MadeReport>
}

const single: Partial<Record<ReportKey, ReportMaker>> = {
  reach: reachMaker,
  attendance: attendanceMaker,
  completion: completionMaker,
  waiting: waitingMaker,
  outcomes: outcomesMaker,
  feedback: feedbackMaker,
  buildings: buildingsMaker,
  'data-quality': dataQualityMaker,
  staffing: staffingMaker,
}

/** Every report of the program, by its key; the last two are documents of the tables of the others. */
export const reportList: Partial<Record<ReportKey, ReportMaker>> = {
  ...single,
  'quarterly-return': quarterlyReturn(single),
  scrutiny: scrutinyReport(single),
}
