import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '../../shared/errors.ts'
import { userId, type UserId } from '../../shared/ids.ts'
import type { Role } from '../../shared/permissions.ts'
import { fold } from '../../shared/text.ts'
import type { User } from '../../shared/users/users.contract.ts'
import { newestSeq } from '../audit/audit.repository.ts'
import { changedSince, found } from '../changed.ts'
import type { CommandContext, TaskContext } from '../context.ts'
import { toFlag } from '../flag.ts'
import type { Db } from '../store.ts'
import { hashPassphrase, verifyPassphrase } from './passphrase.ts'
import * as users from './users.repository.ts'

/** The same words and much the same time for a wrong name and a wrong passphrase, so that neither can be guessed apart. */
const refused = () =>
  new AppError('NOT_ALLOWED', 'That name and passphrase do not go together. Check both, then try again.')
/** A real hash, of a passphrase nobody has, to spend the time on when the name is unknown. */
const decoy = hashPassphrase('no such person, no such passphrase')

/** Three wrong ones are free; then each waits twice as long as the one before, up to half a minute. */
const waitAfter = (wrong: number) => (wrong < 3 ? 0 : Math.min(30_000, 500 * 2 ** (wrong - 3)))

export async function signIn(context: TaskContext, name: string, passphrase: string) {
  await sleep(waitAfter(context.session.wrongPassphrases))
  const row = await users.findByNameKey(context.db, fold(name))
  const right = await verifyPassphrase(row?.passphrase_hash ?? (await decoy), passphrase)
  if (!right || !row?.passphrase_hash || row.disabled === 1) {
    context.session.wrongPassphrases += 1
    throw refused()
  }
  context.session.wrongPassphrases = 0
  context.session.actor = { id: row.id, name: row.name, role: row.role, staffId: row.staff_id }
  context.session.signedInAfter = await newestSeq(context.db)
  await context.write((tx) => users.updateCredential(tx, row.id, { last_signed_in_at: context.now }))
  return { id: row.id, name: row.name, role: row.role }
}

export async function changePassphrase(
  context: TaskContext,
  current: string,
  passphrase: string,
): Promise<void> {
  const row = found(await users.findById(context.db, context.actor.id), 'user')
  if (!row.passphrase_hash || !(await verifyPassphrase(row.passphrase_hash, current)))
    throw new AppError('INVALID_INPUT', 'That is not your present passphrase.', {
      fields: { current: 'That is not your present passphrase.' },
    })
  const passphrase_hash = await hashPassphrase(passphrase)
  await context.write((tx) => users.updateCredential(tx, row.id, { passphrase_hash }))
}

type NewUser = { name: string; passphrase: string; role: Role; staffId?: User['staffId'] | undefined }

export async function createUser(context: TaskContext, input: NewUser): Promise<User> {
  const passphraseHash = await hashPassphrase(input.passphrase)
  const id = context.newId(userId)
  return context.write(async (tx) => {
    await refuseTaken(tx, input.name)
    const row = {
      id,
      name: input.name,
      name_key: fold(input.name),
      role: input.role,
      staff_id: input.staffId ?? null,
      disabled: 0,
      version: 1,
    } as const
    await users.insertUser(tx, row, passphraseHash)
    return users.toUser(found(await users.findById(tx, id), 'user'))
  })
}

async function refuseTaken(db: Db, name: string): Promise<void> {
  if (await users.findByNameKey(db, fold(name)))
    throw new AppError(
      'CONFLICT',
      `Somebody called ${name} can already sign in. Add a middle name or initial.`,
    )
}

type UserChange = { id: UserId; version: number; role: Role; disabled: boolean }

export async function updateUser(
  { tx }: CommandContext,
  { id, version, role, disabled }: UserChange,
): Promise<User> {
  found(await users.findById(tx, id), 'user')
  if (!(await users.updateUser(tx, id, version, { role, disabled: toFlag(disabled) })))
    throw changedSince('user')
  if ((await users.countAdministrators(tx)) === 0)
    throw new AppError(
      'CONFLICT',
      'Somebody has to be an administrator who can sign in. Make another person an administrator first.',
    )
  return users.toUser(found(await users.findById(tx, id), 'user'))
}
