import { hasPlaceFrom, mostTaken } from '../../shared/enrolments/places.rules.ts'
import { AppError } from '../../shared/errors.ts'
import type { GroupId, PersonId } from '../../shared/ids.ts'
import type { CommandContext } from '../context.ts'
import { found } from '../changed.ts'
import { findGroup } from '../enrolments/group.repository.ts'
import { listMembers } from '../enrolments/members.repository.ts'
import { mustNotMeetOf } from '../people/must-not-meet.repository.ts'
import { findById, toPerson } from '../people/people.repository.ts'
import { displayName } from '../../shared/people/people.rules.ts'

const open = async ({ tx }: CommandContext, groupId: GroupId) => {
  const group = found(await findGroup(tx, groupId), 'group')
  return { group, members: await listMembers(tx, group) }
}

/** Two who must not meet are not put in one group by a list: somebody gives a place to each by hand, with a reason. */
export async function refuseMustNotMeet(
  context: CommandContext,
  groupId: GroupId,
  people: readonly PersonId[],
): Promise<void> {
  const kept = await mustNotMeetOf(context.tx, people)
  if (kept.size === 0) return
  const { members } = await open(context, groupId)
  const there = members.filter((one) => hasPlaceFrom(one.events, context.today)).map((one) => one.personId)
  const together = new Set([...there, ...people])
  const [person] = [...kept].find(([, others]) => others.some((other) => together.has(other.otherId))) ?? []
  if (person === undefined) return
  const name = displayName(toPerson(found(await findById(context.tx, person), 'person')))
  throw new AppError(
    'CONFLICT',
    `${name} must not meet somebody who is in this group or in the list. Nobody was enrolled. Take ${name} out of the list, and ask who leads the group, or a manager.`,
  )
}

/** What is kept with each place that a list gives when there are not enough: the list is a fact, and it is shown. */
export async function whyOver(
  context: CommandContext,
  groupId: GroupId,
  joining: number,
  onDate: string,
): Promise<string | null> {
  const { group, members } = await open(context, groupId)
  if (group.capacity === null) return null
  const taken = mostTaken(members, [], onDate, context.today)
  return taken + joining > group.capacity ? 'Enrolled by a list of more people than there are places' : null
}
