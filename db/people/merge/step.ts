import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { MergeChoice, MergeQuestion } from '../../../shared/people/merge.contract.ts'
import type { CommandContext } from '../../context.ts'
import type { Db, Tx } from '../../store.ts'
import type { Tables } from '../../tables.ts'
import type { PersonRecord } from '../people.repository.ts'

/** The record that stays, and the one that is taken into it. */
export interface Sides {
  readonly kept: PersonRecord
  readonly gone: PersonRecord
}

/** One thing that taking two records together does; where the two contradict each other, with what must be asked first. */
export interface Step {
  readonly ask: MergeQuestion | null
  /** `choice` is `kept` where nothing was asked. */
  readonly carryOut: (context: CommandContext, choice: MergeChoice) => Promise<void>
}

/** What each kind of row of two records calls for. Reads only. */
export type Part = (db: Db, sides: Sides, today: string) => Promise<readonly Step[]>

type Asked = Pick<MergeQuestion, 'about' | 'kept' | 'gone'> & Partial<Pick<MergeQuestion, 'both' | 'warning'>>

/** A question about one thing. Its key is another one as soon as either record says something else: an answer is to what was seen. */
export const question = (thing: string, asked: Asked): MergeQuestion => ({
  both: null,
  warning: null,
  ...asked,
  key: `${thing} ${createHash('sha256')
    .update(JSON.stringify([asked.kept, asked.gone]))
    .digest('hex')
    .slice(0, 12)}`,
})

/** A step that nobody needs to be asked about. */
export const unasked = (carryOut: (context: CommandContext) => Promise<void>): Step => ({
  ask: null,
  carryOut,
})

type Value = string | number | null
const withVersion: ReadonlySet<string> = new Set([
  'person',
  'enrolment',
  'mark',
  'reading',
  'contact',
  'person_adult',
  'alert_note',
  'must_not_meet',
])

/** Sets columns of one row, and counts its version on. Names of columns come from the program only. */
export async function setRow(
  tx: Tx,
  table: keyof Tables,
  id: string,
  columns: Readonly<Record<string, Value>>,
): Promise<void> {
  const sets = Object.entries(columns).map(([name, value]) => sql`${sql.ref(name)} = ${value}`)
  if (withVersion.has(table)) sets.push(sql`version = version + 1`)
  await sql`UPDATE ${sql.table(table)} SET ${sql.join(sets)} WHERE id = ${id}`.execute(tx)
}

export async function removeRow(tx: Tx, table: keyof Tables, id: string): Promise<void> {
  await sql`DELETE FROM ${sql.table(table)} WHERE id = ${id}`.execute(tx)
}

/** Two notes as one, the second only where it says something else. */
export const bothNotes = (one: string | null, other: string | null): string | null =>
  [...new Set([one, other])].filter((note) => note !== null).join('\n') || null
