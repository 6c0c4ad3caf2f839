import { sql } from 'kysely'
import { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import type { CommandId } from '../../shared/ids.ts'
import { mayUse, type Permission } from '../../shared/permissions.ts'
import { contract } from '../../shared/contract.ts'
import type { Contract } from '../../shared/operation.ts'
import { found } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import type { Tx } from '../store.ts'
import * as audit from './audit.repository.ts'
import { labelOf } from './labels.ts'

const image = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))
type Image = z.infer<typeof image>

/**
 * Puts every row that a command changed back as it was, last change first, as a command of its own. When a row no
 * longer stands as the command left it, nothing is undone and the answer says who built on it. Row versions go
 * forwards, never back, so that a screen opened in between still notices.
 */
export async function undo(context: CommandContext, id: CommandId): Promise<string> {
  const { tx, undoes } = context
  const entry = found(await audit.findEntry(tx, id), 'change')
  refuseForeign(context, entry)
  if (entry.undone_by !== null) throw new AppError('CHANGED', 'That has been undone already.')
  const changes = await audit.changesOf(tx, id)
  if (changes.length === 0) throw new AppError('CONFLICT', 'There is nothing to undo in that.')
  undoes({ id, depth: entry.depth + 1, rootOperation: entry.root_operation })
  for (const change of changes.reverse()) await revert(tx, change)
  return labelOf(entry.root_operation, entry.depth + 1)
}

function refuseForeign({ actor }: CommandContext, entry: audit.EntryRow): void {
  const mine = entry.user_id === actor.id
  if ((mine || actor.role === 'administrator') && mayUse(actor.role, permissionOf(entry.root_operation)))
    return
  throw new AppError('NOT_ALLOWED', `Only ${entry.user_name} or an administrator can undo that.`)
}

function permissionOf(operation: string): Permission {
  const [feature = '', name = ''] = operation.split('.')
  const all: Contract = contract
  const asked = all[feature]?.[name]
  // Making the county, and operations of older versions, are nobody's to undo.
  if (asked === undefined || asked.permission === 'public')
    throw new AppError('NOT_ALLOWED', 'That cannot be undone.')
  return asked.permission
}

async function revert(tx: Tx, change: audit.JournalRow): Promise<void> {
  const before = change.before === null ? null : image.parse(JSON.parse(change.before))
  const after = change.after === null ? null : image.parse(JSON.parse(change.after))
  const now = await currentRow(tx, change)
  if (!same(now, after)) throw await builtOn(tx, change)
  if (before === null) await remove(tx, change)
  else if (now === null) await insert(tx, change, before)
  else
    await update(tx, change, {
      ...before,
      ...('version' in now ? { version: Number(now['version']) + 1 } : {}),
    })
}

/** Tables and columns come from the journal, which triggers wrote from the schema: they are names, never input. */
const tableOf = (change: audit.JournalRow) => sql.table(change.table_name)

async function currentRow(tx: Tx, change: audit.JournalRow): Promise<Image | null> {
  const { rows } = await sql`SELECT * FROM ${tableOf(change)} WHERE id = ${change.row_id}`.execute(tx)
  return rows[0] === undefined ? null : image.parse(rows[0])
}

async function remove(tx: Tx, change: audit.JournalRow): Promise<void> {
  try {
    await sql`DELETE FROM ${tableOf(change)} WHERE id = ${change.row_id}`.execute(tx)
  } catch (error) {
    if (error instanceof Error && error.message.includes('FOREIGN KEY')) throw await builtOn(tx, change)
    throw error
  }
}

async function insert(tx: Tx, change: audit.JournalRow, row: Image): Promise<void> {
  const columns = sql.join(Object.keys(row).map((name) => sql.ref(name)))
  await sql`INSERT INTO ${tableOf(change)} (${columns}) VALUES (${sql.join(Object.values(row))})`.execute(tx)
}

async function update(tx: Tx, change: audit.JournalRow, row: Image): Promise<void> {
  const sets = Object.entries(row).map(([name, value]) => sql`${sql.ref(name)} = ${value}`)
  await sql`UPDATE ${tableOf(change)} SET ${sql.join(sets)} WHERE id = ${change.row_id}`.execute(tx)
}

/** Versions only count changes, so they are not part of what a row says. */
function same(a: Image | null, b: Image | null): boolean {
  if (a === null || b === null) return a === b
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  names.delete('version')
  return [...names].every((name) => a[name] === b[name])
}

async function builtOn(tx: Tx, change: audit.JournalRow): Promise<AppError> {
  const later = await audit.laterChange(tx, change.row_id, change.table_name, change.seq)
  const what = later
    ? `${later.user_name} has since done this: ${labelOf(later.root_operation, later.depth).toLowerCase()}`
    : 'other work now depends on it'
  return new AppError('CHANGED', `This can no longer be undone, because ${what}. Nothing was changed.`)
}
