import { staffId, type LocalityId, type StaffId } from '../../shared/ids.ts'
import type { Staff, Stream } from '../../shared/staff/staff.contract.ts'
import { fold } from '../../shared/text.ts'
import { changedSince, found } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import { toFlag } from '../flag.ts'
import * as staff from './staff.repository.ts'

export interface StaffFields {
  readonly name: string
  readonly jobTitle: string | null
  readonly stream: Stream
  readonly localityId?: LocalityId | null | undefined
  readonly phone: string | null
  readonly email: string | null
}
type StaffChange = StaffFields & {
  readonly id: StaffId
  readonly version: number
  readonly archived: boolean
}

/** Two people may have one name, so a name is never refused. */
export async function createStaff(context: CommandContext, fields: StaffFields): Promise<Staff> {
  const id = context.newId(staffId)
  await staff.insertStaff(context.tx, { id, ...columns(fields), archived: 0, version: 1 })
  return read(context, id)
}

/** Somebody who leaves is archived: their groups and marks stay theirs. */
export async function updateStaff(
  context: CommandContext,
  { id, version, archived, ...fields }: StaffChange,
): Promise<Staff> {
  found(await staff.findById(context.tx, id), 'member of staff')
  const change = { ...columns(fields), archived: toFlag(archived) }
  if (!(await staff.updateStaff(context.tx, id, version, change))) throw changedSince('member of staff')
  return read(context, id)
}

const columns = ({ name, jobTitle, stream, localityId, phone, email }: StaffFields) => ({
  name,
  name_key: fold(name),
  job_title: jobTitle,
  stream,
  locality_id: localityId ?? null,
  phone,
  email,
})

async function read({ tx }: CommandContext, id: StaffId): Promise<Staff> {
  return staff.toStaff(found(await staff.findById(tx, id), 'member of staff'))
}
