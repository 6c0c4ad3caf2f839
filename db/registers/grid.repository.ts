import { sql } from 'kysely'
import type { GroupId, UserId } from '../../shared/ids.ts'
import { inBatches } from '../batches.ts'
import type { Db, Tx } from '../store.ts'

const inGroup = (groupId: GroupId) =>
  sql<boolean>`mark.session_id IN (SELECT id FROM session WHERE group_id = ${groupId})`

/** The sessions of a group in the order of time, with what heads a column of its grid. */
export const listSessions = (db: Db, groupId: GroupId) =>
  db
    .selectFrom('session')
    .where('group_id', '=', groupId)
    .select(['id', 'starts_at', 'ends_at', 'topic', 'reason', 'did_not_run', 'invited_only'])
    .select(['register_completed_at', 'register_completed_by'])
    .select(sql<number>`EXISTS (SELECT 1 FROM mark WHERE mark.session_id = session.id)`.as('marked'))
    .orderBy('starts_at')
    .orderBy('id')
    .execute()
export type SessionRecord = Awaited<ReturnType<typeof listSessions>>[number]

/** Every mark of a group's sessions. */
export const listMarks = (db: Db, groupId: GroupId) =>
  db
    .selectFrom('mark')
    .where(inGroup(groupId))
    .select(['id', 'session_id', 'person_id', 'code', 'minutes', 'note'])
    .execute()
export type MarkRecord = Awaited<ReturnType<typeof listMarks>>[number]

/** Which marks of a group's sessions were changed after their register was complete. */
export const listCorrected = (db: Db, groupId: GroupId) =>
  db
    .selectFrom('mark_correction as mark')
    .where(inGroup(groupId))
    .select(['mark.session_id', 'mark.person_id'])
    .distinct()
    .execute()

/** Who is invited to the sessions of a group that expect nobody else. */
export const listInvited = (db: Db, groupId: GroupId) =>
  db
    .selectFrom('session_invitee')
    .innerJoin('session', 'session.id', 'session_invitee.session_id')
    .where('session.group_id', '=', groupId)
    .select(['session_invitee.session_id', 'session_invitee.person_id'])
    .execute()

/** Every line of every history with a group, first line first; of somebody who never had one there is none. */
export const listHistories = (db: Db, groupId: GroupId) =>
  db
    .selectFrom('enrolment')
    .innerJoin('enrolment_event as event', 'event.enrolment_id', 'enrolment.id')
    .where('enrolment.group_id', '=', groupId)
    .select('enrolment.person_id')
    .select(['event.on_date as onDate', 'event.step', 'event.status', 'event.reason'])
    .orderBy('event.on_date')
    .orderBy('event.step')
    .execute()

/**
 * Everyone with a history with a group or a mark in it, by last name. Volunteers are no attendance, so their hours
 * stand on each register and not here; merged people are shown nowhere.
 */
export const listPeople = (db: Db, groupId: GroupId) =>
  db
    .selectFrom('person')
    .where('merged_into_id', 'is', null)
    .where(
      sql<boolean>`(id IN (SELECT person_id FROM enrolment WHERE group_id = ${groupId}) OR id IN (SELECT person_id FROM mark WHERE ${inGroup(groupId)}))`,
    )
    .where(
      sql<boolean>`id NOT IN (SELECT person_id FROM enrolment WHERE group_id = ${groupId} AND role = 'volunteer')`,
    )
    .select(['id', 'first_name', 'last_name', 'known_as', 'alert', 'provisional'])
    .orderBy('sort_key')
    .orderBy('id')
    .execute()
export type PersonRecord = Awaited<ReturnType<typeof listPeople>>[number]

/** Gives marks that are there another letter: minutes went with the one before, what was noted stays. */
export async function updateMarks(
  tx: Tx,
  ids: readonly string[],
  change: { code: string; marked_at: string; marked_by: UserId },
): Promise<void> {
  for (const some of inBatches(ids))
    await tx
      .updateTable('mark')
      .set((eb) => ({
        ...change,
        minutes: null,
        version: eb('version', '+', 1),
      }))
      .where('id', 'in', some)
      .execute()
}

/** Takes marks away: back to not recorded. */
export async function deleteMarks(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const some of inBatches(ids)) await tx.deleteFrom('mark').where('id', 'in', some).execute()
}
