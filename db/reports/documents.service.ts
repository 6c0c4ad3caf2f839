import type { ReportAsked, ReportKey } from '../../shared/reports/asked.ts'
import { latestVersion } from '../../shared/reports/compare.rules.ts'
import {
  daysInLastYear,
  plainly,
  quarterlyChapters,
  quartersOf,
  renamed,
  scrutinyChapters,
  tablesAsMade,
  tablesBeside,
  yearsOf,
  type Beside,
} from '../../shared/reports/documents.rules.ts'
import type { MadeReport, MadeTable } from '../../shared/reports/making.ts'
import { dateRange } from '../../shared/time/format.ts'
import { onePlacesRead } from './places.repository.ts'
import type { ReportMaker } from './report-list.ts'

/** The reports that a document takes its tables from; of those that are not there, it has none. */
export type Makers = Partial<Record<ReportKey, ReportMaker>>
type Context = Parameters<ReportMaker['make']>[0]

const versions = [{ version: 1, since: '2026-11-22', what: 'Each table is counted as the report counts that it is taken from.' }] as const // prettier-ignore

/** Each table of a document has lines of its own, and other quarters or years beside them already. */
const own = { versions, splits: [], comparisons: [] } as const

/** The quarterly return: the quarter beside the last one and the same one a year before, every table as its report makes it. */
export const quarterlyReturn = (makers: Makers): ReportMaker => ({
  title: 'What goes into the quarterly return?',
  ...own,
  async make(given, asked) {
    const context = { ...given, db: onePlacesRead(given.db) }
    const quarters = quartersOf(asked)
    const [now] = quarters
    const tables: MadeTable[] = []
    for (const chapter of quarterlyChapters) {
      const maker = makers[chapter.report]
      if (!maker) continue
      const beside: Beside[] = []
      for (const period of chapter.alone ? [now] : quarters)
        beside.push({ period, made: await maker.make(context, plainly(asked, chapter.report, { from: period.from, to: period.to })) }) // prettier-ignore
      tables.push(...tablesBeside(chapter, beside))
    }
    const { finding, table } = await localities(context, makers, { ...asked, from: now.from, to: now.to })
    return {
      finding: `${now.name}: ${finding}`,
      chart: { kind: 'bars', table: 'reach-reach', columns: ['individuals', 'families'], breaks: [] },
      tables: withRules(insertAfter(tables, 'reach-reach', table), makers, quartersNote(asked, now)),
    }
  },
})

/** The tables that scrutiny asks for: individuals and families by year side by side, by locality, progress, feedback, waiting. */
export const scrutinyReport = (makers: Makers): ReportMaker => ({
  title: 'What does scrutiny ask for?',
  ...own,
  async make(given, asked) {
    const context = { ...given, db: onePlacesRead(given.db) }
    const tables: MadeTable[] = []
    const years = await makers.reach?.make(context, plainly(asked, 'reach', { by: 'year', ...yearsOf(asked) }))
    const byYear = years && renamed(years, 'reach', 'reach-years', 'Individuals and families by year, April to March')
    // A year is reported as a year: how many came in several together is no figure of any of them.
    if (byYear) tables.push({ ...byYear, total: null, notes: [...byYear.notes, 'A year that still runs is counted up to today.'] }) // prettier-ignore
    const inYear = { ...asked, ...daysInLastYear(asked) }
    const { finding, table } = await localities(context, makers, inYear)
    if (table) tables.push(table)
    for (const chapter of scrutinyChapters) {
      const made = await makers[chapter.report]?.make(context, plainly(inYear, chapter.report))
      if (made) tables.push(...tablesAsMade(chapter, made))
    }
    return {
      finding,
      chart: { kind: 'bars', table: 'reach-years', columns: ['individuals', 'families'], breaks: [] },
      tables: withRules(tables, makers, yearNote(asked, inYear)),
    }
  },
}) // prettier-ignore

/** Reach by locality, as the report of reach makes it, with its finding. */
async function localities(context: Context, makers: Makers, asked: ReportAsked): Promise<{ finding: string; table: MadeTable | null }> {
  const made: MadeReport | undefined = await makers.reach?.make(context, plainly(asked, 'reach', { by: 'locality' }))
  const table = made && renamed(made, 'reach', 'reach-localities', `Reach by locality, ${dateRange(asked.from, asked.to)}`)
  return { finding: made?.finding ?? '', table: table ?? null }
} // prettier-ignore

const insertAfter = (tables: readonly MadeTable[], key: string, more: MadeTable | null): MadeTable[] =>
  tables.flatMap((table) => (table.key === key && more ? [table, more] : [table]))

const quartersNote = ({ from, to }: ReportAsked, now: { from: string; to: string; name: string }) =>
  from === now.from && to === now.to ? [] : [`The return is of one quarter: ${now.name}, which the last day asked for is in.`] // prettier-ignore

const yearNote = ({ from }: ReportAsked, inYear: { from: string; to: string }) =>
  from === inYear.from ? [] : [`All other tables are of the last of these years: ${dateRange(inYear.from, inYear.to)}.`] // prettier-ignore

/** The first table of each report says by which version of its rules it is counted; the first of all, what else is to know. */
function withRules(tables: readonly MadeTable[], makers: Makers, first: readonly string[]): MadeTable[] {
  const seen = new Set<ReportMaker>()
  return tables.map((table, at) => {
    const [, maker] = Object.entries(makers).find(([key]) => table.key.startsWith(`${key}-`)) ?? []
    const notes = [...table.notes, ...(at === 0 ? first : [])]
    if (!maker || seen.has(maker)) return { ...table, notes }
    seen.add(maker)
    return {
      ...table,
      notes: [...notes, `Counted by version ${latestVersion(maker.versions)} of the rules of its report.`],
    }
  })
}
