import { sql } from 'kysely'
import { AppError } from '../../../shared/errors.ts'
import { image, type Image } from '../../audit/change.ts'
import type { Tx } from '../../store.ts'
import type { MovedRow } from './merges.repository.ts'

/** Columns that say one thing together: where one of them was changed since, none of them goes back. */
const together: Readonly<Record<string, readonly (readonly string[])[]>> = {
  person: [
    ['first_name', 'last_name', 'known_as', 'sort_key', 'search_key', 'match_key', 'known_match_key'],
    ['phone', 'safe_to_call', 'safe_to_text'],
    ['email', 'address', 'postcode', 'safe_to_write'],
  ],
  mark: [['code', 'minutes', 'marked_at', 'marked_by']],
  person_adult: [['relation', 'phone', 'parental_responsibility', 'may_collect']],
  enrolment: [['source', 'referred_on', 'reference']],
  must_not_meet: [['person_id', 'other_id']],
}

/**
 * Puts one row back as it was before a merge. What somebody has changed in it since stays; answers the columns of which
 * that is so. Tables and columns come from the journal, which triggers wrote from the schema: they are names, never
 * input.
 */
export async function putBack(tx: Tx, { table, id, before, after }: MovedRow): Promise<string[]> {
  const now = await currentRow(tx, table, id)
  if (before === null) {
    if (now !== null && sameBut(now, after ?? {})) await remove(tx, table, id)
    return []
  }
  if (after === null) {
    if (now === null) await insert(tx, table, before)
    return []
  }
  if (now === null) return []
  const changed = Object.keys(before).filter((name) => name !== 'version' && before[name] !== after[name])
  const stays = changed.filter((name) => groupOf(table, name).some((one) => now[one] !== after[one]))
  const back = changed.filter((name) => !stays.includes(name))
  if (back.length > 0) await update(tx, table, now, Object.fromEntries(back.map((name) => [name, before[name] ?? null]))) // prettier-ignore
  return stays
}

const groupOf = (table: string, column: string) =>
  together[table]?.find((group) => group.includes(column)) ?? [column]

const sameBut = (now: Image, then: Image) =>
  Object.keys(then).every((name) => name === 'version' || now[name] === then[name])

async function currentRow(tx: Tx, table: string, id: string): Promise<Image | null> {
  const { rows } = await sql`SELECT * FROM ${sql.table(table)} WHERE id = ${id}`.execute(tx)
  return rows[0] === undefined ? null : image.parse(rows[0])
}

async function remove(tx: Tx, table: string, id: string): Promise<void> {
  await sql`DELETE FROM ${sql.table(table)} WHERE id = ${id}`.execute(tx)
}

async function insert(tx: Tx, table: string, row: Image): Promise<void> {
  const columns = sql.join(Object.keys(row).map((name) => sql.ref(name)))
  await inWords(() =>
    sql`INSERT INTO ${sql.table(table)} (${columns}) VALUES (${sql.join(Object.values(row))})`.execute(tx),
  )
}

async function update(tx: Tx, table: string, now: Image, columns: Image): Promise<void> {
  const sets = Object.entries(columns).map(([name, value]) => sql`${sql.ref(name)} = ${value}`)
  if ('version' in now) sets.push(sql`version = version + 1`)
  await inWords(() => sql`UPDATE ${sql.table(table)} SET ${sql.join(sets)} WHERE id = ${now['id']}`.execute(tx)) // prettier-ignore
}

/** What somebody else has taken the place of since cannot go back there. */
async function inWords(write: () => Promise<unknown>): Promise<void> {
  try {
    await write()
  } catch (error) {
    if (!(error instanceof Error) || !/constraint/i.test(error.message)) throw error
    const what = error.message.includes('mosaic_id')
      ? 'the Mosaic ID has been given to somebody else since'
      : 'something else has taken the place of what was theirs since'
    throw new AppError('CONFLICT', `The two records cannot be made two again, because ${what}. Nothing was changed.`) // prettier-ignore
  }
}
