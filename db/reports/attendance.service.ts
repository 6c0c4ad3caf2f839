import { attendanceReport, attendanceRules } from '../../shared/reports/attendance.rules.ts'
import { countyFacts } from './county-facts.ts'
import type { ReportMaker } from './report-list.ts'

/** How many of those expected came, and how many told us that they would not. */
export const attendanceMaker: ReportMaker = {
  title: 'Did those who were expected come?',
  versions: attendanceRules,
  make: async (context, asked) => attendanceReport(await countyFacts(context, asked), asked),
}
