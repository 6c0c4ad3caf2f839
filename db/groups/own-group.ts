import { AppError } from '../../shared/errors.ts'
import type { GroupId } from '../../shared/ids.ts'
import { mayRunGroup, type Who } from '../../shared/users/scope.rules.ts'
import type { Db } from '../store.ts'
import { listFacilitators } from './groups.repository.ts'

/** Refuses (NOT_ALLOWED) a change to a group by a facilitator who does not lead it. */
export async function refuseOthersGroup(db: Db, actor: Who, id: GroupId): Promise<void> {
  const leaders = (await listFacilitators(db, [id])).get(id) ?? []
  if (
    mayRunGroup(
      actor,
      leaders.map((one) => one.staffId),
    )
  )
    return
  const names = leaders.map((one) => one.name).join(' and ')
  const ask = names === '' ? 'a manager' : `${names}, or a manager`
  throw new AppError('NOT_ALLOWED', `This group is not one that you lead. Nothing was changed. Ask ${ask}, to change it.`) // prettier-ignore
}
