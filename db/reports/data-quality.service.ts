import type { ReportAsked } from '../../shared/reports/asked.ts'
import { dataQualityReport } from '../../shared/reports/data-quality.rules.ts'
import type { MadeReport } from '../../shared/reports/making.ts'
import { admitter } from '../../shared/reports/splits.rules.ts'
import { lookAtMeasures } from './data-quality-measures.repository.ts'
import { lookAtLeaders, lookAtPeople, lookAtSessions } from './data-quality.repository.ts'
import { readPlaces } from './places.repository.ts'
import type { ReportMaker } from './report-list.ts'

/** What is missing, not taken or here twice, for managers to take up with their teams [DOMAIN 1.11]. */
export const dataQualityMaker: ReportMaker = {
  title: 'What is missing from the record?',
  // A line more when what counts as a gap changes.
  versions: [
    {
      version: 1,
      since: '2026-11-22',
      what: 'Registers, who delivered, who leads, measures, and the records of people.',
    },
  ],
  make: makeDataQuality,
}

async function makeDataQuality(
  { db, today, actor }: Parameters<ReportMaker['make']>[0],
  asked: ReportAsked,
): Promise<MadeReport> {
  const days = { from: asked.from, until: asked.to < today ? asked.to : today, today }
  const places = await readPlaces(db, actor)
  const admits = admitter(asked, places)
  const { looked, leaders } = await lookAtLeaders(db, days)
  const all = [
    ...(await lookAtSessions(db, days)),
    ...looked,
    ...(await lookAtMeasures(db, days)),
    ...(await lookAtPeople(db, days, admits)),
  ]
  const kept = all.filter(({ groupId, sessionId }) => admits(groupId, sessionId))
  return dataQualityReport({ looked: kept, leaders }, asked, places)
}
