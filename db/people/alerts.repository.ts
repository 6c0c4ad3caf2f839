import { sql, type Insertable, type Selectable } from 'kysely'
import type { AlertNoteId, PersonId, StaffId } from '../../shared/ids.ts'
import { statusAsAt } from '../enrolments/enrolments.repository.ts'
import type { Db, Tx } from '../store.ts'
import type { AlertNoteTable } from './people.table.ts'

/** Somebody who leads a group that a person has a history with. */
export interface Leader {
  readonly staffId: StaffId
  readonly name: string
  /** Whether the person is enrolled in a group of theirs on the day asked for. */
  readonly now: boolean
}

/** Who leads any group that a person has a history with, by name: each once. */
export async function leadersOf(db: Db, id: PersonId, today: string): Promise<Leader[]> {
  const rows = await db
    .selectFrom('enrolment')
    .innerJoin('programme_group', 'programme_group.id', 'enrolment.group_id')
    .innerJoin('group_facilitator', 'group_facilitator.group_id', 'enrolment.group_id')
    .innerJoin('staff', 'staff.id', 'group_facilitator.staff_id')
    .where('enrolment.person_id', '=', id)
    .groupBy(['staff.id', 'staff.name', 'staff.name_key'])
    .orderBy('staff.name_key')
    .orderBy('staff.id')
    .select(['staff.id as staffId', 'staff.name'])
    .select(
      sql<number>`max(programme_group.cancelled = 0 AND coalesce(${statusAsAt(sql.ref('enrolment.id'), sql`${today}`)}, '') = 'enrolled')`.as(
        'now',
      ),
    )
    .execute()
  return rows.map((row) => ({ ...row, now: row.now === 1 }))
}

export type AlertRow = Selectable<AlertNoteTable> & { readonly writer: string }

/** What a person's alerts are and were about, the newest first. Ask alerts.rules.ts before it leaves the database. */
export const listNotes = (db: Db, id: PersonId): Promise<AlertRow[]> =>
  db
    .selectFrom('alert_note')
    .innerJoin('user', 'user.id', 'alert_note.written_by')
    .selectAll('alert_note')
    .select('user.name as writer')
    .where('alert_note.person_id', '=', id)
    .orderBy('alert_note.on_date', 'desc')
    .orderBy('alert_note.id', 'desc')
    .execute()

/** How many alerts of a person have not ended. */
export async function countOpen(db: Db, id: PersonId): Promise<number> {
  const { open } = await db
    .selectFrom('alert_note')
    .where('person_id', '=', id)
    .where('until_date', 'is', null)
    .select((eb) => eb.fn.countAll<number>().as('open'))
    .executeTakeFirstOrThrow()
  return open
}

/** One alert without what it says: whose it is, and its version. */
export const findNote = (db: Db, id: AlertNoteId) =>
  db
    .selectFrom('alert_note')
    .select(['person_id', 'on_date', 'until_date', 'version'])
    .where('id', '=', id)
    .executeTakeFirst()

export async function insertNote(tx: Tx, row: Insertable<AlertNoteTable>): Promise<void> {
  await tx.insertInto('alert_note').values(row).execute()
}

/** Ends an alert. Answers false when the row is no longer at `version`. */
export async function endNote(tx: Tx, id: AlertNoteId, version: number, untilDate: string): Promise<boolean> {
  const result = await tx
    .updateTable('alert_note')
    .set({ until_date: untilDate, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
