import type { Insertable, Updateable } from 'kysely'
import type { Contact } from '../../shared/contacts/contacts.contract.ts'
import type { ContactId, GroupId, PersonId, UserId } from '../../shared/ids.ts'
import { displayName } from '../../shared/people/people.rules.ts'
import type { Db, Tx } from '../store.ts'
import type { ContactTable } from './contacts.table.ts'

const contacts = (db: Db) =>
  db
    .selectFrom('contact')
    .innerJoin('person', 'person.id', 'contact.person_id')
    .innerJoin('user', 'user.id', 'contact.by_user')
    .leftJoin('programme_group', 'programme_group.id', 'contact.group_id')
    .selectAll('contact')
    .select(['person.first_name', 'person.last_name', 'person.known_as'])
    .select(['user.name as by_name', 'programme_group.name as group_name'])
    .orderBy('contact.at', 'desc')
    .orderBy('contact.id', 'desc')
export type ContactRecord = Awaited<ReturnType<ReturnType<typeof contacts>['execute']>>[number]

/** A contact as its reader sees it: one's own may be corrected. */
export const toContact = (row: ContactRecord, reader: UserId): Contact => ({
  id: row.id,
  personId: row.person_id,
  personName: displayName({ firstName: row.first_name, lastName: row.last_name, knownAs: row.known_as }),
  groupId: row.group_id,
  groupName: row.group_name,
  at: row.at,
  way: row.way,
  about: row.about,
  outcome: row.outcome,
  note: row.note,
  nextStep: row.next_step,
  by: row.by_name,
  mine: row.by_user === reader,
  version: row.version,
})

/** One contact. */
export const findContact = (db: Db, id: ContactId) =>
  contacts(db).where('contact.id', '=', id).executeTakeFirst()

/** The tries to reach a person, the latest first. */
export const listForPerson = (db: Db, personId: PersonId, limit: number) =>
  contacts(db).where('contact.person_id', '=', personId).limit(limit).execute()

/** The tries to reach people about a group, the latest first. */
export const listForGroup = (db: Db, groupId: GroupId, limit: number) =>
  contacts(db).where('contact.group_id', '=', groupId).limit(limit).execute()

export async function insertContact(tx: Tx, row: Insertable<ContactTable>): Promise<void> {
  await tx.insertInto('contact').values(row).execute()
}

/** Answers false when the contact is no longer at `version`. */
export async function updateContact(
  tx: Tx,
  id: ContactId,
  version: number,
  change: Updateable<ContactTable>,
): Promise<boolean> {
  const result = await tx
    .updateTable('contact')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
