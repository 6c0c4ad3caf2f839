import type { ReportAsked } from '../../shared/reports/asked.ts'
import type { Case } from './command-case.ts'
import type { Api } from './test-county.ts'

/** What is asked of a report, with all that is not said as usual. */
export const anAsked = (change: Partial<ReportAsked> = {}): ReportAsked => ({
  report: 'reach',
  from: '2026-10-01',
  to: '2026-12-31',
  by: 'all',
  beside: 'none',
  programmeIds: [],
  buildingIds: [],
  localityIds: [],
  half: null,
  measureId: null,
  ...change,
})

/** A report that is kept under a name. */
export const aSavedReport = (api: Api, name = 'Reach of the quarter') =>
  api.reports.save({ name, shared: false, asked: anAsked(), period: 'last-quarter' })

export const reportCommands: Readonly<Record<string, Case>> = {
  'reports.save': ({ api }) => Promise.resolve(() => aSavedReport(api)),
  'reports.changeSaved': async ({ api }) => {
    const { id, version } = await aSavedReport(api)
    const asked = anAsked({ by: 'programme' })
    return () => api.reports.changeSaved({ id, version, name: 'By programme', shared: true, asked, period: 'dates' })
  },
  'reports.removeSaved': async ({ api }) => {
    const { id, version } = await aSavedReport(api)
    return () => api.reports.removeSaved({ id, version })
  },
} // prettier-ignore
