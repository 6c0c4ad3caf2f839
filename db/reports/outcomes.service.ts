import { outcomesReport } from '../../shared/reports/outcomes.rules.ts'
import { readOutcomes } from './outcomes.repository.ts'
import { readPlaces } from './places.repository.ts'
import type { ReportMaker } from './report-list.ts'

/** Who was measured before and after, and how many of them changed. */
export const outcomesMaker: ReportMaker = {
  title: 'Did it help?',
  // A line more with any definition of the report, or with the rules of change.
  versions: [{ version: 1, since: '2026-01-01', what: 'Groups count in the period of their last session; progress is a move of a stage.' }], // prettier-ignore
  async make({ db, today, actor }, asked) {
    const rows = await readOutcomes(db, { from: asked.from, to: asked.to, today })
    return outcomesReport(rows, asked, await readPlaces(db, actor))
  },
}
