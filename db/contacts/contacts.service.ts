import type { z } from 'zod'
import type { Contact, contactsContract } from '../../shared/contacts/contacts.contract.ts'
import { AppError } from '../../shared/errors.ts'
import { contactId, type ContactId } from '../../shared/ids.ts'
import { changedSince, found } from '../changed.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { findGroup } from '../enrolments/group.repository.ts'
import { findById as findPerson } from '../people/people.repository.ts'
import * as contacts from './contacts.repository.ts'

type Input<N extends keyof typeof contactsContract> = z.output<(typeof contactsContract)[N]['input']>

/** Writes a try to reach somebody down, whether or not it did. */
export async function log(context: CommandContext, input: Input<'log'>): Promise<Contact> {
  const { tx, localNow } = context
  found(await findPerson(tx, input.personId), 'person')
  if (input.groupId) found(await findGroup(tx, input.groupId), 'group')
  refuseFuture(input.at, localNow)
  const id = context.newId(contactId)
  await contacts.insertContact(tx, {
    id,
    person_id: input.personId,
    group_id: input.groupId ?? null,
    by_user: context.actor.id,
    version: 1,
    ...columns(input, localNow),
  })
  return reread(context, id)
}

/** What somebody else wrote is theirs: another line says what came of it. */
export async function correct(context: CommandContext, input: Input<'correct'>): Promise<Contact> {
  const { tx, actor } = context
  const row = found(await contacts.findContact(tx, input.id), 'contact')
  if (row.by_user !== actor.id)
    throw new AppError('NOT_ALLOWED', `${row.by_name} wrote this, so it is theirs to correct. Nothing was changed. Log a contact of your own beside it.`) // prettier-ignore
  refuseFuture(input.at, context.localNow)
  if (!(await contacts.updateContact(tx, input.id, input.version, columns(input, row.at))))
    throw changedSince('contact')
  return reread(context, input.id)
}

const columns = ({ at, way, about, outcome, note, nextStep }: Omit<Input<'correct'>, 'id' | 'version'>, usual: string) => ({ at: at ?? usual, way, about, outcome, note, next_step: nextStep }) // prettier-ignore

function refuseFuture(at: string | null | undefined, localNow: string): void {
  if (!at || at <= localNow) return
  const message = 'A contact cannot be later than now. Nothing was saved. Check the day and the time.'
  throw new AppError('INVALID_INPUT', message, { fields: { at: message } })
}

const reread = async ({ tx, actor }: CommandContext, id: ContactId): Promise<Contact> =>
  contacts.toContact(found(await contacts.findContact(tx, id), 'contact'), actor.id)

/** The latest first. */
export async function forPerson({ db, actor }: QueryContext, { personId, limit }: Input<'forPerson'>) {
  return (await contacts.listForPerson(db, personId, limit)).map((row) => contacts.toContact(row, actor.id))
}

/** The latest first. */
export async function forGroup({ db, actor }: QueryContext, { groupId, limit }: Input<'forGroup'>) {
  return (await contacts.listForGroup(db, groupId, limit)).map((row) => contacts.toContact(row, actor.id))
}
