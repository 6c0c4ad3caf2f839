import type { Insertable } from 'kysely'
import type { SessionTable } from './groups.table.ts'

type Row = Insertable<SessionTable>

/** A session that is to run, with nothing recorded of it yet. */
export const newSessionRow = (
  known: Pick<Row, 'id' | 'group_id' | 'starts_at' | 'ends_at'> & Partial<Row>,
): Row => ({
  series_id: null,
  did_not_run: 0,
  reason: null,
  changed_by_hand: 0,
  series_date: null,
  register_completed_at: null,
  register_completed_by: null,
  version: 1,
  ...known,
})
