import { reachReport, reachRules, REACH_VERSION } from '../../shared/reports/reach.rules.ts'
import { countyFacts } from './county-facts.ts'
import { cameBefore } from './county-rows.repository.ts'
import type { ReportMaker } from './report-list.ts'

/** How many attendances, individuals, families and sessions there were, side by side. */
export const reachMaker: ReportMaker = {
  title: 'Who came, and how often?',
  version: REACH_VERSION,
  versions: reachRules,
  make: async (context, asked) =>
    reachReport({ sifted: await countyFacts(context, asked), before: await cameBefore(context.db, asked.from) }, asked), // prettier-ignore
}
