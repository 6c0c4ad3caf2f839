import type { ReportAsked } from '../../shared/reports/asked.ts'
import { plainTable, startOfLine } from '../../shared/reports/compare.rules.ts'
import type { Behind, MadeTable } from '../../shared/reports/making.ts'
import type { Report } from '../../shared/reports/report.ts'
import { buildingOf, type Places } from '../../shared/reports/splits.rules.ts'
import { hiddenCells, marked, published, type IsHidden } from '../../shared/reports/suppression.rules.ts'
import { addDays } from '../../shared/time/civil.ts'
import type { QueryContext } from '../context.ts'
import { sensitiveProgrammeIds } from '../programmes/programmes.repository.ts'
import { readSettings } from '../settings/settings.repository.ts'
import { makeReport, type Ran } from './report.service.ts'

type Reading = Pick<QueryContext, 'db' | 'today' | 'actor'>

/** A report, and the number of people below which it is silent. */
export interface RanReport {
  readonly report: Report
  readonly threshold: number
}

/** The report for the screen: nothing hidden, and each cell marked that is hidden when it leaves. */
export async function runReport(context: Reading, asked: ReportAsked): Promise<RanReport> {
  const ran = await makeReport(context, asked)
  const { hides, threshold } = await hiding(context, ran)
  return { report: marked(ran.report, hides), threshold }
}

/** The report as it leaves, on paper or in a file: the one way that figures get out. */
export async function reportLeaving(context: Reading, asked: ReportAsked): Promise<RanReport> {
  const ran = await makeReport(context, asked)
  const { hides, threshold } = await hiding(context, ran)
  return { report: published(ran.report, hides, threshold), threshold }
}

async function hiding(context: Reading, ran: Ran): Promise<{ hides: IsHidden; threshold: number }> {
  const { smallNumber } = await readSettings(context.db)
  const never = neverTold(ran, await sensitiveProgrammeIds(context.db))
  return { hides: hiddenCells({ report: ran.report, beside: ran.beside?.tables.map(plainTable) ?? null, threshold: smallNumber, never }), threshold: smallNumber } // prettier-ignore
}

/**
 * Of a sensitive programme nothing is told of one building in one month, however many came (DOMAIN.md 4.4): a reader who
 * knows where and when would know whom. A cell is such a one when its line and the filters say so, or all of its rows do; and
 * when that is so of what stands beside it, which is told by the same cell.
 */
function neverTold({ asked, made, beside, places }: Ran, sensitive: ReadonlySet<string>): IsHidden {
  const sides = [{ asked, tables: made.tables }, ...(beside === null ? [] : [beside])]
  return (table, line, column) =>
    sides.some((side) => {
      const found = lineAt(side.tables, table, line)
      const cell = found?.cells[column]
      if (!found || !cell || cell.value === null || cell.value === 0) return false
      const key = line === -1 ? null : found.key
      return saysSo(side.asked, key, sensitive) || rowsSaySo(cell.behind, places, sensitive)
    })
}

const lineAt = (tables: readonly MadeTable[], table: number, line: number) =>
  line === -1 ? tables[table]?.total : tables[table]?.lines[line]

function saysSo(asked: ReportAsked, key: string | null, sensitive: ReadonlySet<string>): boolean {
  const programmes = asked.by === 'programme' && key !== null ? [key] : asked.programmeIds
  const buildings = asked.by === 'building' && key !== null ? [key] : asked.buildingIds
  const inMonth = key !== null && asked.by === 'month' && startOfLine('month', key) !== null
  // A month is one of days too: a fortnight around the first of one tells no less.
  const oneMonth = inMonth || asked.to < addDays(asked.from, 31)
  return oneMonth && buildings.length === 1 && programmes.length > 0 && programmes.every((id) => sensitive.has(id)) // prettier-ignore
}

function rowsSaySo(rows: readonly Behind[], places: Places, sensitive: ReadonlySet<string>): boolean {
  const [first] = rows
  const placeOf = ({ groupId, sessionId, on }: Behind) => {
    const group = groupId ? places.groups.get(groupId) : undefined
    if (!groupId || !group || !on || !sensitive.has(group.programmeId)) return null
    return `${group.programmeId} ${buildingOf(places, { groupId, sessionId: sessionId ?? null })} ${on.slice(0, 7)}` // prettier-ignore
  }
  const place = first ? placeOf(first) : null
  return place !== null && rows.every((row) => placeOf(row) === place)
}
