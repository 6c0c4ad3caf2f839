import { attendanceReport, attendanceRules, ATTENDANCE_VERSION } from '../../shared/reports/attendance.rules.ts' // prettier-ignore
import { countyFacts } from './county-facts.ts'
import type { ReportMaker } from './report-list.ts'

/** How many of those expected came, and how many told us that they would not. */
export const attendanceMaker: ReportMaker = {
  title: 'Did those who were expected come?',
  version: ATTENDANCE_VERSION,
  versions: attendanceRules,
  make: async (context, asked) => attendanceReport(await countyFacts(context, asked), asked),
}
