import { reportList } from '../../db/reports/report-list.ts'
import { reportKeys, type ReportAsked } from '../../shared/reports/asked.ts'
import { addDays } from '../../shared/time/civil.ts'
import type { Read } from './reads.ts'

/** A report over ten years may take as long as a page that is waited for. */
const REPORT = 2000

/** Every report on ten years: by programme on the screen, and by month as it leaves. */
export function reportReads(today: string): Read[] {
  const from = addDays(`${Number(today.slice(0, 4)) - 10}${today.slice(4)}`, 1)
  const asked = (report: ReportAsked['report'], by: ReportAsked['by']): ReportAsked => ({ report, from, to: today, by, beside: 'none', programmeIds: [], buildingIds: [], localityIds: [], half: null, measureId: null }) // prettier-ignore
  return reportKeys
    .filter((key) => reportList[key] !== undefined)
    .flatMap((key) => [
      { name: `Report ${key}, ten years by programme`, budget: REPORT, run: (a) => a.reports.run(asked(key, 'programme')) },
      { name: `Report ${key}, ten years by month as it leaves`, budget: REPORT, run: (a) => a.reports.leaving(asked(key, 'month')) },
    ]) // prettier-ignore
}
