import type { z } from 'zod'
import { completionState, completionWords } from '../../shared/enrolments/completion.rules.ts'
import type { completionOperations } from '../../shared/enrolments/completion.contract.ts'
import { eventAsAt } from '../../shared/enrolments/roster.rules.ts'
import {
  median,
  sinceReferral,
  stretches,
  turnaround as daysOf,
  type Stretch,
} from '../../shared/enrolments/turnaround.rules.ts'
import { AppError } from '../../shared/errors.ts'
import type { GroupId } from '../../shared/ids.ts'
import { addDays } from '../../shared/time/civil.ts'
import { longDate } from '../../shared/time/format.ts'
import { found } from '../changed.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { countSessions, markedDays } from './completion.repository.ts'
import { personCounts } from './expected.repository.ts'
import { findGroup, type EnrolmentGroup } from './group.repository.ts'
import { addLine } from './lines.ts'
import { listMembers, type Member } from './members.repository.ts'

type Complete = z.output<(typeof completionOperations)['complete']['input']>

const isEnrolled = ({ events }: Member, today: string) => eventAsAt(events, today)?.status === 'enrolled'

/** A line holds for the whole of its day: on the day of the last session it would take them out of it. */
const firstDay = ({ lastDate }: EnrolmentGroup, today: string): string =>
  lastDate === null || lastDate < today ? today : addDays(lastDate, 1)

/** Who has reached the group's rule. Volunteers help, and complete nothing. */
export async function completion({ db, today }: QueryContext, groupId: GroupId) {
  const group = found(await findGroup(db, groupId), 'group')
  const members = (await listMembers(db, group)).filter((one) => one.role !== 'volunteer' && isEnrolled(one, today)) // prettier-ignore
  const counts = await personCounts(db, { groupIds: [groupId] })
  return {
    completeAt: group.completeAt,
    ...(await countSessions(db, groupId)),
    onDate: firstDay(group, today),
    people: members.map(({ enrolmentId, personId, name, version }) => {
      const { attended = 0, marked = 0, expected = 0 } = counts.get(personId) ?? {}
      const progress = { attended, open: expected - marked }
      const state = completionState(progress, group.completeAt)
      const words = completionWords(progress, group.completeAt)
      return { enrolmentId, personId, name, attended, recorded: marked, state, words, version }
    }),
  }
}

/** All in one step: who completed, who did not. Those not named stay as they are. */
export async function complete(context: CommandContext, input: Complete) {
  const { tx, today } = context
  const group = found(await findGroup(tx, input.groupId), 'group')
  const members = await listMembers(tx, group)
  const marked = await markedDays(tx, group.id)
  for (const { enrolmentId, version, outcome, reasonKind, reason } of input.people) {
    const member = found(members.find((one) => one.enrolmentId === enrolmentId), 'enrolment') // prettier-ignore
    if (!isEnrolled(member, today)) throw notEnrolled(member)
    refuseBeforeMark(member, marked.get(member.personId)?.last, input.onDate)
    const kind = outcome === 'withdrawn' ? (reasonKind ?? 'not-known') : (reasonKind ?? null)
    const line = { status: outcome, onDate: input.onDate, reasonKind: kind, reason }
    await addLine(context, { enrolmentId, version }, member.events, line)
  }
  const completed = input.people.filter((one) => one.outcome === 'completed').length
  return { completed, withdrawn: input.people.length - completed }
}

const notEnrolled = ({ name }: Member) =>
  new AppError('CONFLICT', `${name} is not enrolled today. Nothing was changed. Look at the list again, then complete the group.`) // prettier-ignore

function refuseBeforeMark({ name }: Member, last: string | undefined, onDate: string): void {
  if (last === undefined || last < onDate) return
  const message = `${name} is in the register of ${longDate(last)}. Nothing was changed. Choose a later day, so that the register stays as it is.`
  throw new AppError('INVALID_INPUT', message, { fields: { onDate: message } })
}

/** From referral to offer to the first session attended. */
export async function turnaround({ db }: QueryContext, groupId: GroupId) {
  const group = found(await findGroup(db, groupId), 'group')
  const members = (await listMembers(db, group)).filter((one) => one.role !== 'volunteer')
  const marked = await markedDays(db, groupId)
  const people = members.map((member) => {
    const milestones = milestonesOf(member, marked.get(member.personId)?.first_attended ?? null)
    const { enrolmentId, personId, name } = member
    return { enrolmentId, personId, name, ...milestones, ...daysOf(milestones) }
  })
  const middle = (stretch: Stretch) => {
    const known = people.map((one) => one[stretch]).filter((days) => days !== null)
    return { days: median(known), of: known.length }
  }
  const [toOffer, toAttended, inAll] = [middle(stretches[0]), middle(stretches[1]), middle(stretches[2])]
  return { people, medians: { referralToOffer: toOffer, offerToAttended: toAttended, referralToAttended: inAll } } // prettier-ignore
}

function milestonesOf({ events, referredOn }: Member, firstAttendedOn: string | null) {
  const first = (status: 'offered' | 'enrolled' | 'referred' | 'waiting') =>
    sinceReferral(events, referredOn).find((event) => event.status === status)?.onDate ?? null
  return {
    referredOn: referredOn ?? first('referred') ?? first('waiting'),
    offeredOn: first('offered'),
    enrolledOn: first('enrolled'),
    firstAttendedOn,
  }
}
