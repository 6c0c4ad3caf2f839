import { reachReport, reachRules } from '../../shared/reports/reach.rules.ts'
import { countyFacts } from './county-facts.ts'
import { cameBefore } from './county-rows.repository.ts'
import type { ReportMaker } from './report-list.ts'

/** How many attendances, individuals, families and sessions there were, side by side. */
export const reachMaker: ReportMaker = {
  title: 'Who came, and how often?',
  versions: reachRules,
  make: async (context, asked) => {
    const sifted = await countyFacts(context, asked)
    const came = new Set(sifted.whole.attended.map((mark) => mark.person.id))
    return reachReport({ sifted, before: await cameBefore(context.db, asked.from, [...came]) }, asked)
  },
}
