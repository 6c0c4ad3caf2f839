import type { EnrolmentId, GroupId } from '../../shared/ids.ts'
import type { Db, Tx } from '../store.ts'

/** Every line of every history of a group, with all that is kept of it. */
export const lineDetails = (db: Db, groupId: GroupId) =>
  db
    .selectFrom('enrolment_event')
    .innerJoin('enrolment', 'enrolment.id', 'enrolment_event.enrolment_id')
    .where('enrolment.group_id', '=', groupId)
    .selectAll('enrolment_event')
    .execute()

/** The lines of one history, first line first, with who wrote each. */
export const listLines = (db: Db, id: EnrolmentId) =>
  db
    .selectFrom('enrolment_event')
    .leftJoin('user', 'user.id', 'enrolment_event.recorded_by')
    .where('enrolment_id', '=', id)
    .selectAll('enrolment_event')
    .select('user.name as recorded_by_name')
    .orderBy('on_date')
    .orderBy('step')
    .execute()

/** Whose history with which group it is. */
export const findOwner = (db: Db, id: EnrolmentId) =>
  db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.person_id')
    .innerJoin('programme_group', 'programme_group.id', 'enrolment.group_id')
    .where('enrolment.id', '=', id)
    .selectAll('enrolment')
    .select([
      'person.first_name',
      'person.last_name',
      'person.known_as',
      'programme_group.name as group_name',
    ])
    .executeTakeFirst()

/** Writes the day and the step of a line. */
export async function moveLine(
  tx: Tx,
  { id, onDate, step }: { readonly id: string; readonly onDate: string; readonly step: number },
): Promise<void> {
  await tx.updateTable('enrolment_event').set({ on_date: onDate, step }).where('id', '=', id).execute()
}
