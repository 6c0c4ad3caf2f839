import type { SeriesId, SeriesSkipId } from '../../shared/ids.ts'
import type { Skipped } from '../../shared/series/series.contract.ts'

export interface SeriesTable {
  id: SeriesId
  /** JSON of the rule. */
  rule: string
}

export interface SeriesSkipTable {
  id: SeriesSkipId
  series_id: SeriesId
  date: string
  reason: string
  kind: Skipped['kind']
}
