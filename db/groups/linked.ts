import type { Group } from '../../shared/groups/groups.contract.ts'
import { mayUse } from '../../shared/permissions.ts'
import type { Common } from '../context.ts'
import type { Db } from '../store.ts'
import * as groups from './groups.repository.ts'
import { listForGroup, type SessionRecord } from './sessions.repository.ts'

/**
 * The other group of a pair, and on how many dates to come only one of the two meets at that time. A sensitive one goes
 * by the title on its door for those who may not see people.
 */
export async function readLinked(
  db: Db,
  { linked_group_id: id }: groups.GroupRecord,
  own: readonly SessionRecord[],
  { actor, localNow }: Pick<Common, 'actor' | 'localNow'>,
): Promise<Group['linked']> {
  const other = id === null ? undefined : await groups.findById(db, id, localNow)
  if (other === undefined) return null
  const hidden = other.sensitive === 1 && !mayUse(actor.role, 'people.view')
  const [here, there] = [toCome(own, localNow), toCome(await listForGroup(db, other.id), localNow)]
  return {
    id: other.id,
    name: hidden ? other.public_title : other.name,
    apart: new Set(
      [...here].filter((time) => !there.has(time)).concat([...there].filter((time) => !here.has(time))),
    ).size,
  }
}

const toCome = (records: readonly SessionRecord[], localNow: string) =>
  new Set(
    records
      .filter((one) => one.did_not_run === 0 && one.invited_only === 0 && one.starts_at > localNow)
      .map((one) => one.starts_at),
  )
