import { roleOn } from '../../shared/enrolments/participants.rules.ts'
import { eventAsAt } from '../../shared/enrolments/roster.rules.ts'
import type { GroupId, PersonId } from '../../shared/ids.ts'
import { displayName } from '../../shared/people/people.rules.ts'
import { found } from '../changed.ts'
import type { QueryContext } from '../context.ts'
import { findById, toPerson } from '../people/people.repository.ts'
import { listFamily } from './checks.repository.ts'
import { findGroup } from './group.repository.ts'
import { listMembers } from './members.repository.ts'

/** Who could be referred together: the person first, then their family by name. */
export async function household(
  { db, today }: QueryContext,
  { groupId, personId }: { readonly groupId: GroupId; readonly personId: PersonId },
) {
  const group = found(await findGroup(db, groupId), 'group')
  const person = toPerson(found(await findById(db, personId), 'person'))
  const members = await listMembers(db, group)
  const self = { id: person.id, name: displayName(person), dateOfBirth: person.dateOfBirth }
  const family = person.familyId === null ? [] : await listFamily(db, person.familyId, person.id)
  return [self, ...family].map(({ id, name, dateOfBirth }) => {
    const history = members.find((one) => one.personId === id)?.events ?? []
    const status = (eventAsAt(history, today) ?? history[0])?.status
    const inGroup = status !== undefined && !['completed', 'withdrawn'].includes(status)
    return { personId: id, name, dateOfBirth, role: roleOn(null, dateOfBirth, today), inGroup }
  })
}
