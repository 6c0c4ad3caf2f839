import type { PersonId } from '../../shared/ids.ts'
import { groupCountsOf } from '../enrolments/expected.repository.ts'
import type { Db } from '../store.ts'

/** Each group a person has been with, newest first, with the last line of their history there as at `date`. */
export async function historyOf(db: Db, id: PersonId, date: string) {
  const lines = await db
    .selectFrom('enrolment')
    .innerJoin('programme_group', 'programme_group.id', 'enrolment.group_id')
    .innerJoin('enrolment_event', 'enrolment_event.enrolment_id', 'enrolment.id')
    .where('enrolment.person_id', '=', id)
    .select(['enrolment.group_id as groupId', 'programme_group.name as groupName'])
    .select(['enrolment_event.status', 'enrolment_event.on_date as since'])
    .orderBy('enrolment_event.on_date')
    .orderBy('enrolment_event.step')
    .execute()
  const counts = await groupCountsOf(db, id)
  const current = new Map<string, (typeof lines)[number]>()
  for (const line of lines)
    if (line.since <= date || !current.has(line.groupId)) current.set(line.groupId, line)
  return [...current.values()]
    .toSorted((a, b) => (a.since < b.since ? 1 : -1))
    .map((line) => {
      const { attended = 0, marked = 0 } = counts.get(line.groupId) ?? {}
      return { ...line, attended, expected: marked }
    })
}
