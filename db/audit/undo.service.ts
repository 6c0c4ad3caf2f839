import { sql } from 'kysely'
import { AppError } from '../../shared/errors.ts'
import type { CommandId } from '../../shared/ids.ts'
import { mayUse, type Permission } from '../../shared/permissions.ts'
import { contract } from '../../shared/contract.ts'
import type { Contract } from '../../shared/operation.ts'
import { found } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import type { Tx } from '../store.ts'
import * as audit from './audit.repository.ts'
import { cannotUndo, refuseBuiltOn, whatWasDone } from './built-on.ts'
import { image, type Change, type Image } from './change.ts'
import { labelOf } from './labels.ts'
import { refuseWrong } from './still-right.ts'

/**
 * Puts every row that a command changed back as it was, last change first, as a command of its own. When somebody
 * has built on one of them, or a rule of the program would be broken, nothing is undone and the answer says why.
 * Row versions go forwards, never back, so that a screen opened in between still notices.
 */
export async function undo(context: CommandContext, id: CommandId): Promise<string> {
  const { tx, undoes } = context
  const entry = found(await audit.findEntry(tx, id), 'change')
  refuseForeign(context, entry)
  if (entry.undone_by !== null) throw new AppError('CHANGED', 'That has been undone already.')
  const changes = (await audit.changesOf(tx, id)).map(audit.toChange)
  if (changes.length === 0) throw new AppError('CONFLICT', 'There is nothing to undo in that.')
  await refuseBuiltOn(tx, changes)
  undoes({ id, depth: entry.depth + 1, rootOperation: entry.root_operation })
  for (const change of changes.toReversed()) await revert(tx, change)
  await refuseWrong(context, changes)
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
  // Making the county, and operations of older versions, are nobody's to undo; nor is adding somebody who can sign
  // in, because a passphrase is in no journal and a redo could not bring it back.
  if (asked === undefined || asked.permission === 'public' || audit.neverUndone.includes(operation))
    throw new AppError('NOT_ALLOWED', 'That cannot be undone.')
  return asked.permission
}

async function revert(tx: Tx, change: Change): Promise<void> {
  const { before, after } = change
  const now = await currentRow(tx, change)
  if (!same(now, after)) throw await builtOn(tx, change)
  try {
    if (before === null) await remove(tx, change)
    else if (now === null) await insert(tx, change, before)
    else await update(tx, change, { ...before, ...nextVersion(now) })
  } catch (error) {
    throw await inWords(tx, change, error)
  }
}

const nextVersion = (now: Image) => ('version' in now ? { version: Number(now['version']) + 1 } : {})

/** Tables and columns come from the journal, which triggers wrote from the schema: they are names, never input. */
const tableOf = (change: Change) => sql.table(change.table)

async function currentRow(tx: Tx, change: Change): Promise<Image | null> {
  const { rows } = await sql`SELECT * FROM ${tableOf(change)} WHERE id = ${change.rowId}`.execute(tx)
  return rows[0] === undefined ? null : image.parse(rows[0])
}

async function remove(tx: Tx, change: Change): Promise<void> {
  await sql`DELETE FROM ${tableOf(change)} WHERE id = ${change.rowId}`.execute(tx)
}

async function insert(tx: Tx, change: Change, row: Image): Promise<void> {
  const columns = sql.join(Object.keys(row).map((name) => sql.ref(name)))
  await sql`INSERT INTO ${tableOf(change)} (${columns}) VALUES (${sql.join(Object.values(row))})`.execute(tx)
}

async function update(tx: Tx, change: Change, row: Image): Promise<void> {
  const sets = Object.entries(row).map(([name, value]) => sql`${sql.ref(name)} = ${value}`)
  await sql`UPDATE ${tableOf(change)} SET ${sql.join(sets)} WHERE id = ${change.rowId}`.execute(tx)
}

/**
 * Versions only count changes, so they are not part of what a row says; nor are columns that a later version of the
 * program has added.
 */
function same(now: Image | null, image: Image | null): boolean {
  if (now === null || image === null) return now === image
  return Object.keys(image).every((name) => name === 'version' || now[name] === image[name])
}

/** What the database will not have, another row has been put in its way since: that is no fault of the program. */
async function inWords(tx: Tx, change: Change, error: unknown): Promise<unknown> {
  if (!(error instanceof Error) || !/constraint|no_double_booking/i.test(error.message)) return error
  if (error.message.includes('no_double_booking')) return cannotUndo('the room has been booked since')
  return builtOn(tx, change)
}

async function builtOn(tx: Tx, change: Change): Promise<AppError> {
  const later = await audit.laterMention(tx, change.seq, change.rowId)
  return cannotUndo(later ? whatWasDone(later) : 'other work now depends on it')
}
