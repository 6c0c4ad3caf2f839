import type { ProgrammeSessionId } from '../../shared/ids.ts'
import { found } from '../changed.ts'
import type { Db } from '../store.ts'
import { programmeAsPlanned } from './as-planned.ts'
import type { GroupRecord } from './groups.repository.ts'

export interface Topic {
  readonly topic_id: ProgrammeSessionId | null
  readonly topic: string | null
}

/**
 * A session of the manual of a group's programme, with the title that it had when the group was planned. NOT_FOUND for
 * one of another programme; of null there is no topic.
 */
export async function findTopic(db: Db, group: GroupRecord, id: ProgrammeSessionId | null): Promise<Topic> {
  if (id === null) return { topic_id: null, topic: null }
  const row = await db
    .selectFrom('programme_session')
    .select('title')
    .where('id', '=', id)
    .where('programme_id', '=', group.programme_id)
    .executeTakeFirst()
  const { title } = found(row, 'session of the programme')
  const planned = (await programmeAsPlanned(db, group)).sessions.find((one) => one.id === id)
  return { topic_id: id, topic: planned?.title ?? title }
}
