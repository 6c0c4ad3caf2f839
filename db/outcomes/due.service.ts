import { measureId, personId, type GroupId } from '../../shared/ids.ts'
import type { DueOfGroup } from '../../shared/outcomes/due.contract.ts'
import { dueOf, dueState, type Due } from '../../shared/outcomes/due.rules.ts'
import { found } from '../changed.ts'
import type { QueryContext } from '../context.ts'
import { readDueGroups, type DueGroupRows } from './due.repository.ts'
import { findTitles } from './overview.repository.ts'

const peopleOf = ({ forms }: Due, timePoint: 'before' | 'after') =>
  new Set(forms.filter((form) => form.timePoint === timePoint).map((form) => form.personId)).size

/** How far a group is, as its tab, the overview and Today say it. `now` is a local date-time. */
export function dueCounts(rows: DueGroupRows, due: Due, now: string) {
  const { state, left } = dueState(rows.sessions, now)
  return {
    state,
    sessionsLeft: left,
    withBefore: due.withBefore.size,
    matched: due.matched.size,
    predicted: due.predicted.size,
    lackBefore: peopleOf(due, 'before'),
    lackAfter: peopleOf(due, 'after'),
  }
}

/** Whose measures a group still lacks, by name; nobody's while it is too early to ask, or after four weeks. */
export async function readDue({ db, today, localNow }: QueryContext, groupId: GroupId): Promise<DueOfGroup> {
  const titles = found(await findTitles(db, groupId), 'group')
  const rows = found((await readDueGroups(db, [groupId], today)).get(groupId), 'group')
  const due = dueOf(rows, today)
  const counts = dueCounts(rows, due, localNow)
  const forms = Map.groupBy(due.forms, (form) => form.personId)
  const names = new Map<string, string>(rows.measures.map((measure) => [measure.id, measure.name]))
  const open = counts.state === 'collecting' || counts.state === 'overdue'
  return {
    groupId,
    groupName: titles.name,
    publicTitle: titles.public_title,
    lastDate: rows.sessions.at(-1)?.startsAt.slice(0, 10) ?? null,
    ...counts,
    people: rows.people.flatMap(({ personId: id, stillComes }) => {
      const own = forms.get(id) ?? []
      if (!open || own.length === 0) return []
      const formsOf = own.map((form) => ({ measureId: measureId.parse(form.measureId), measureName: names.get(form.measureId) ?? '', timePoint: form.timePoint })) // prettier-ignore
      return [{ personId: personId.parse(id), name: rows.names.get(id) ?? '', stillComes, forms: formsOf }]
    }),
  }
}
