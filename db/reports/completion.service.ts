import { completionReport, completionRules } from '../../shared/reports/completion.rules.ts' // prettier-ignore
import { admitter } from '../../shared/reports/splits.rules.ts'
import { readHeldPlaces } from './held-places.repository.ts'
import { readPlaces } from './places.repository.ts'
import type { ReportMaker } from './report-list.ts'

/** Who completed, who left and why. What the future holds is not known: histories are read up to today. */
export const completionMaker: ReportMaker = {
  title: 'Who completed, and why did others leave?',
  versions: completionRules,
  make: async ({ db, today, actor }, asked) => {
    const places = await readPlaces(db, actor)
    const to = asked.to < today ? asked.to : today
    const held = await readHeldPlaces(db, { from: asked.from, to, lets: admitter(asked, places) })
    return completionReport(held, asked, places, today)
  },
}
