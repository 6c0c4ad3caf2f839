import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '../../shared/errors.ts'
import { userId, type BuildingId, type UserId } from '../../shared/ids.ts'
import type { Role } from '../../shared/permissions.ts'
import { fold } from '../../shared/text.ts'
import type { Half } from '../../shared/users/scope.rules.ts'
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
  const actor = await users.toActor(context.db, row)
  context.session.actor = actor
  context.session.signedInAfter = await newestSeq(context.db)
  await context.write((tx) => users.updateCredential(tx, row.id, { last_signed_in_at: context.now }))
  return actor
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

/** Everyone who can or could sign in, by name. */
export async function listUsers(db: Db): Promise<User[]> {
  const buildings = await users.listBuildingsOfAll(db)
  return (await users.list(db)).map((row) => users.toUser(row, buildings.get(row.id) ?? []))
}

interface Place {
  readonly buildingIds: readonly BuildingId[]
  readonly half?: Half | null | undefined
  readonly staffId?: User['staffId'] | undefined
}
type NewUser = Place & { name: string; passphrase: string; role: Role }

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
      half: input.half ?? null,
      disabled: 0,
      version: 1,
    } as const
    await users.insertUser(tx, row, passphraseHash)
    await users.setBuildings(tx, context.newId, id, input.buildingIds)
    return readUser(tx, id)
  })
}

async function refuseTaken(db: Db, name: string): Promise<void> {
  if (await users.findByNameKey(db, fold(name)))
    throw new AppError(
      'CONFLICT',
      `Somebody called ${name} can already sign in. Add a middle name or initial.`,
    )
}

type UserChange = Place & { id: UserId; version: number; role: Role; disabled: boolean }

async function readUser(db: Db, id: UserId): Promise<User> {
  const row = found(await users.findById(db, id), 'user')
  return users.toUser(row, await users.listBuildingsOf(db, id))
}

export async function updateUser(
  { tx, newId }: CommandContext,
  { id, version, role, disabled, buildingIds, half, staffId }: UserChange,
): Promise<User> {
  const before = found(await users.findById(tx, id), 'user')
  const staff_id = staffId === undefined ? before.staff_id : staffId
  const change = { role, staff_id, half: half ?? null, disabled: toFlag(disabled) }
  if (!(await users.updateUser(tx, id, version, change))) throw changedSince('user')
  await users.setBuildings(tx, newId, id, buildingIds)
  if ((await users.countAdministrators(tx)) === 0)
    throw new AppError(
      'CONFLICT',
      'Somebody has to be an administrator who can sign in. Make another person an administrator first.',
    )
  return readUser(tx, id)
}
