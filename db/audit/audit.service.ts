import type { QueryContext } from '../context.ts'
import type { Db } from '../store.ts'
import * as audit from './audit.repository.ts'
import type { Change } from './change.ts'
import { labelOf } from './labels.ts'
import { hashOf } from './record-entry.ts'

const PAGE = 500

/** What Ctrl+Z and Ctrl+Y would do: only the person's own work, and only since they signed in. */
export async function nextUndo({ db, session, actor }: QueryContext) {
  const pick = async (which: 'done' | 'undone') => {
    const entry = await audit.newestStanding(db, actor.id, session.signedInAfter, which)
    return entry === undefined ? null : { id: entry.id, label: labelOf(entry.root_operation) }
  }
  return { undo: await pick('done'), redo: await pick('undone') }
}

/** Walks the whole chain: an entry or a journal row that was changed, added or taken out breaks it. */
export async function verify(db: Db) {
  let entries = 0
  let after = 0
  let previous = ''
  for (;;) {
    const page = await audit.entriesAfter(db, after, PAGE)
    if (page.length === 0) return { entries, intact: true, brokenAt: null }
    const changes = await audit.changesOfMany(
      db,
      page.map((e) => e.id),
    )
    for (const entry of page) {
      const rows = changes.get(entry.id) ?? []
      const right =
        entry.previous_hash === previous &&
        entry.changes === rows.length &&
        entry.hash === hashOf(previous, entry, rows)
      if (!right) return { entries, intact: false, brokenAt: entry.at }
      entries += 1
      previous = entry.hash
      after = entry.seq
    }
  }
}

/** A changed row as the audit trail shows it. */
export const toShown = ({ table, rowId, before, after }: Change) => ({ table, rowId, before, after })
