import { feedbackReport, feedbackRules } from '../../shared/reports/feedback.rules.ts'
import { listOccasions } from './feedback.repository.ts'
import { readPlaces } from './places.repository.ts'
import type { ReportMaker } from './report-list.ts'

/** What people said of sessions and groups, and how many of those asked. */
export const feedbackMaker: ReportMaker = {
  title: 'What did people say about it?',
  versions: feedbackRules,
  make: async ({ db, actor, today }, asked) => {
    const { from, to } = asked
    const occasions = await listOccasions(db, { from, to, today })
    return feedbackReport({ occasions, places: await readPlaces(db, actor) }, asked)
  },
}
