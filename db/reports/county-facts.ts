import type { ReportAsked } from '../../shared/reports/asked.ts'
import { emptyLines, siftCounty, type Sifted } from '../../shared/reports/county-facts.rules.ts'
import { admitter, lineFinder } from '../../shared/reports/splits.rules.ts'
import type { QueryContext } from '../context.ts'
import { readCountyRows } from './county-rows.repository.ts'
import { readPlaces } from './places.repository.ts'

/** The facts of the sessions that were asked for, on the lines that were asked for. */
export async function countyFacts({ db, today, actor }: Pick<QueryContext, 'db' | 'today' | 'actor'>, asked: ReportAsked): Promise<Sifted> {
  const places = await readPlaces(db, actor)
  const { from, to } = asked
  const rows = await readCountyRows(db, today, { from, to, lets: admitter(asked, places) })
  return siftCounty(rows, lineFinder(asked.by, places), emptyLines(asked, places))
} // prettier-ignore
