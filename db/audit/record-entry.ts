import { createHash } from 'node:crypto'
import type { CommandId, UserId } from '../../shared/ids.ts'
import type { Tx } from '../store.ts'

/** What is written of one command, view or file: ids and names of operations, never what was in it. */
export interface Entry {
  readonly id: CommandId
  /** UTC. */
  readonly at: string
  readonly userId: UserId | null
  readonly userName: string
  readonly operation: string
  subject: string | null
  /** Set by an undo: the command it is the inverse of. */
  undoes: { readonly id: CommandId; readonly depth: number; readonly rootOperation: string } | null
}

export interface Hashed {
  readonly id: string
  readonly at: string
  readonly user_name: string
  readonly operation: string
  readonly subject: string | null
  readonly changes: number
  readonly undoes: string | null
}
interface Change {
  readonly table_name: string
  readonly row_id: string
  readonly before: string | null
  readonly after: string | null
}

/** The link of the chain: the entry, the rows it changed, and the link before it. */
export function hashOf(previous: string, entry: Hashed, changes: readonly Change[]): string {
  const hash = createHash('sha256').update(previous)
  const facts = [
    entry.id,
    entry.at,
    entry.user_name,
    entry.operation,
    entry.subject,
    entry.changes,
    entry.undoes,
  ]
  hash.update(JSON.stringify(facts))
  for (const c of changes) hash.update(JSON.stringify([c.table_name, c.row_id, c.before, c.after]))
  return hash.digest('hex')
}

/** Writes the audit entry of the command that `tx` carries out. */
export async function recordEntry(tx: Tx, entry: Entry): Promise<void> {
  const changes = await tx
    .selectFrom('journal')
    .select(['table_name', 'row_id', 'before', 'after'])
    .where('command_id', '=', entry.id)
    .orderBy('seq')
    .execute()
  const last = await tx
    .selectFrom('audit_entry')
    .select('hash')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const previous = last?.hash ?? ''
  const facts = {
    id: entry.id,
    at: entry.at,
    user_name: entry.userName,
    operation: entry.operation,
    subject: entry.subject,
    changes: changes.length,
    undoes: entry.undoes?.id ?? null,
  }
  await tx
    .insertInto('audit_entry')
    .values({
      ...facts,
      user_id: entry.userId,
      depth: entry.undoes?.depth ?? 0,
      root_operation: entry.undoes?.rootOperation ?? entry.operation,
      previous_hash: previous,
      hash: hashOf(previous, facts, changes),
    })
    .execute()
}
