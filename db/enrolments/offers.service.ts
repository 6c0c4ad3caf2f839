import type { z } from 'zod'
import type { offerOperations } from '../../shared/enrolments/offers.contract.ts'
import { holdsPlace, mostTaken } from '../../shared/enrolments/places.rules.ts'
import { eventAsAt } from '../../shared/enrolments/roster.rules.ts'
import { enrolmentStatusLabels } from '../../shared/enrolments/statuses.ts'
import { inTurn, passedOver, type Turn } from '../../shared/enrolments/waiting.rules.ts'
import { AppError } from '../../shared/errors.ts'
import type { EnrolmentId } from '../../shared/ids.ts'
import { changedSince, found } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import * as enrolments from './enrolments.repository.ts'
import { findGroup, type EnrolmentGroup } from './group.repository.ts'
import { addLine, refuseFuture, type Line } from './lines.ts'
import { listMembers, type Member, type MemberEvent } from './members.repository.ts'
import { refuseUnfit, skippedConflict, type Giving } from './place-guard.ts'
import { readQueue, type InQueue } from './queue.ts'
import { keepSkips } from './skips.ts'

type Input<N extends keyof typeof offerOperations> = z.output<(typeof offerOperations)[N]['input']>
interface Which {
  readonly enrolmentId: EnrolmentId
  readonly version: number
}

/** The line of a history that holds today. */
const lineOf = ({ events }: Member, today: string) => eventAsAt(events, today)

/** The group, everyone of it, and the person asked for as they stand. CHANGED when that is no longer so. */
async function open({ tx, today }: CommandContext, { enrolmentId, version }: Which) {
  const row = found(await enrolments.findById(tx, enrolmentId), 'enrolment')
  if (row.version !== version) throw changedSince('enrolment')
  const group = found(await findGroup(tx, row.group_id), 'group')
  const members = await listMembers(tx, group)
  const member = found(members.find((one) => one.enrolmentId === enrolmentId), 'enrolment') // prettier-ignore
  return { group, members, member, line: lineOf(member, today) }
}

/** The person, and all of the family who stand as they do where one place is for a family. A volunteer shares none. */
const sharers = (
  members: readonly Member[],
  member: Member,
  alike: (line: MemberEvent) => boolean,
  today: string,
) =>
  members.filter((one) => {
    const line = lineOf(one, today)
    const shares = one.unit === member.unit && one.role !== 'volunteer' && member.role !== 'volunteer'
    return one === member || (shares && line !== null && alike(line))
  })

async function addLines(context: CommandContext, people: readonly Member[], line: Line) {
  for (const one of people) await addLine(context, one, one.events, line)
  return { enrolmentIds: people.map((one) => one.enrolmentId) }
}

const joining = (people: readonly Member[]) =>
  people.map(({ personId, role, unit }) => ({ personId, unit: role === 'volunteer' ? null : unit }))

/** Offers a place until a day: to the next, or to another with a reason for each one passed over. */
export async function offer(context: CommandContext, input: Input<'offer'>) {
  const { today } = context
  const { group, members, member, line } = await open(context, input)
  if (group.cancelled) throw new AppError('CONFLICT', 'This group has been cancelled. Nothing was changed.')
  if (line === null || ['enrolled', 'completed'].includes(line.status)) throw cannotOffer(member, line)
  const offered: Line = { ...input, status: 'offered' }
  refuseFuture(offered, today)
  refuseExpired(input.expiresOn, today)
  const people = sharers(members, member, (one) => one.status === line.status, today)
  const giving: Giving = { group, members, joining: joining(people), onDate: today, overrideReason: input.overrideReason } // prettier-ignore
  const stands = holdsPlace(line, today)
  if (!stands) await passOver(context, giving, member, input.skips)
  await refuseUnfit(context, giving, { warnings: !stands })
  const answer = await addLines(context, people, offered)
  const before = stands ? [] : input.skips
  await keepSkips(context, member.enrolmentId, before.filter((skip) => skip.enrolmentId !== member.enrolmentId)) // prettier-ignore
  return answer
}

const cannotOffer = ({ name }: Member, line: MemberEvent | null) =>
  new AppError('CONFLICT', `${name} ${line === null ? 'joins only later' : `is ${enrolmentStatusLabels[line.status].toLowerCase()}`}. Nothing was changed. Put them on the waiting list first.`) // prettier-ignore

function refuseExpired(expiresOn: string, today: string): void {
  if (expiresOn >= today) return
  const message = 'The last day of an offer cannot be in the past. Choose today or a later day.'
  throw new AppError('INVALID_INPUT', message, { fields: { expiresOn: message } })
}

/** Refuses unless everybody whose turn comes before has a reason why they are passed over. Volunteers have no turn. */
async function passOver(
  context: CommandContext,
  { group }: Giving,
  member: Member,
  skips: Input<'offer'>['skips'],
): Promise<void> {
  const unsaid = (await turnsBefore(context, group, member)).filter(
    (turn) => !turn.members.some((one) => skips.some((skip) => skip.enrolmentId === one.enrolmentId)),
  )
  if (unsaid.length > 0) throw await skippedConflict(context, unsaid)
}

async function turnsBefore(
  { tx, today }: CommandContext,
  group: EnrolmentGroup,
  member: Member,
): Promise<Turn<InQueue>[]> {
  if (member.role === 'volunteer') return []
  const queue = await readQueue(tx, today, { groupId: group.id })
  const turns = inTurn(queue.some((one) => one.unit === member.unit) ? queue : [...queue, asWaiting(member, group.id)]) // prettier-ignore
  return passedOver(turns, member.unit)
}

/** An offer that has lapsed kept its place for nobody: taken up all the same, it passes over those whose turn it is now. */
async function passOverLate(
  context: CommandContext,
  { group, members, onDate, overrideReason }: Giving,
  member: Member,
): Promise<void> {
  if (group.capacity === null) return
  const before = await turnsBefore(context, group, member)
  const left = group.capacity - mostTaken(members, [member.unit], onDate, context.today)
  if (before.length === 0 || before.length <= left) return
  if (overrideReason === null) throw await skippedConflict(context, before)
  const skips = before.map((turn) => ({ enrolmentId: turn.first.enrolmentId, reason: overrideReason }))
  await keepSkips(context, member.enrolmentId, skips)
}

/** Somebody who is not in the order, such as one whose offer has lapsed, where they would stand. */
const asWaiting = (member: Member, groupId: InQueue['groupId']): InQueue => {
  const referredOn = member.referredOn ?? member.events[0]?.onDate ?? ''
  return {
    ...member,
    groupId,
    referredOnly: false,
    referredOn,
    hadPlace: member.events.some((event) => event.status === 'enrolled'),
    firstAskedOn: referredOn,
  }
}

/** The offer is taken up. One that stands has its place; one that has lapsed needs a free one for which nobody waits. */
export async function accept(context: CommandContext, input: Input<'accept'>) {
  const { today } = context
  const { group, members, member, line } = await open(context, input)
  if (group.cancelled) throw new AppError('CONFLICT', 'This group has been cancelled. Nothing was changed.')
  if (line?.status !== 'offered') throw noOffer(member, line)
  const people = sharers(members, member, (one) => one.status === 'offered', today)
  // What was said when the place was offered holds for as long as the offer does.
  const overrideReason = input.overrideReason ?? (holdsPlace(line, today) ? line.overrideReason : null)
  const giving = { group, members, joining: joining(people), onDate: input.onDate, overrideReason }
  await refuseUnfit(context, giving, { warnings: false })
  if (!holdsPlace(line, today)) await passOverLate(context, giving, member)
  return addLines(context, people, { status: 'enrolled', onDate: input.onDate, overrideReason })
}

const noOffer = ({ name }: Member, line: MemberEvent | null) =>
  new AppError('CONFLICT', `${name} has no offer of a place${line === null ? '' : `: they are ${enrolmentStatusLabels[line.status].toLowerCase()}`}. Nothing was changed.`) // prettier-ignore

/** The offer is declined, or has lapsed: back in the order by the day of the referral, or withdrawn. */
export async function endOffer(context: CommandContext, input: Input<'endOffer'>) {
  const { members, member, line } = await open(context, input)
  if (line?.status !== 'offered') throw noOffer(member, line)
  const end: Line = { status: input.to, onDate: input.onDate, reasonKind: input.reasonKind, reason: input.reason } // prettier-ignore
  refuseFuture(end, context.today)
  const people = sharers(members, member, (one) => one.status === 'offered', context.today)
  return addLines(context, people, end)
}
