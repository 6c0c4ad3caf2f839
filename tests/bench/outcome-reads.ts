import type { GroupId } from '../../shared/ids.ts'
import type { Read } from './reads.ts'

/** What is asked of measures: what a group lacks, and the report over ten years and over a quarter. */
export function outcomeReads(groupId: GroupId): Read[] {
  const report = { report: 'outcomes', to: '2026-11-24' } as const
  return [
    { name: 'A group: what is due', budget: 200, run: (a) => a.outcomes.due({ groupId }) },
    { name: 'Report: outcomes, a year by quarter', budget: 2_000, run: (a) => a.reports.run({ ...report, from: '2025-11-25', by: 'quarter' }) },
    { name: 'Report: outcomes, ten years by programme', budget: 2_000, run: (a) => a.reports.run({ ...report, from: '2016-11-25', by: 'programme' }) },
  ]
} // prettier-ignore
