import { staffingReport, staffingRules } from '../../shared/reports/staffing.rules.ts'
import { namesOfStaff } from './behind.repository.ts'
import { countyFacts } from './county-facts.ts'
import type { ReportMaker } from './report-list.ts'

/** Who delivered the sessions, together with whom, and the hours that volunteers gave. */
export const staffingMaker: ReportMaker = {
  title: 'Who delivered, and together with whom?',
  versions: staffingRules,
  make: async (context, asked) => {
    const sifted = await countyFacts(context, asked)
    const names = await namesOfStaff(context.db, [...new Set(sifted.whole.helpers.map((one) => one.staffId))])
    return staffingReport(sifted, asked, (id) => names.get(id) ?? 'A member of staff')
  },
}
