import * as measures from '../../outcomes/measures.repository.ts'
import { partOf } from '../../../shared/outcomes/readings.rules.ts'
import type { Db } from '../../store.ts'

/** What a measure and one of its scales are called; of a goal its number, for what it says is the family's own. */
export async function measuresById(db: Db) {
  const all = new Map<string, ReturnType<typeof measures.toMeasure>>()
  for (const row of await db.selectFrom('measure').selectAll().execute())
    all.set(row.id, measures.toMeasure(row))
  return (measureId: string, item: number): { measure: string; scale: string | null } => {
    const measure = all.get(measureId)
    if (!measure) return { measure: '', scale: null }
    const scale = item === 0 ? null : (partOf(measure, item)?.name ?? `Goal ${item}`)
    return { measure: measure.name, scale }
  }
}
