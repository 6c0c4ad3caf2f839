import type { Updateable } from 'kysely'
import type { z } from 'zod'
import type { enrolmentsContract } from '../../shared/enrolments/enrolments.contract.ts'
import type { ParticipantRole } from '../../shared/enrolments/participants.rules.ts'
import { mostTaken } from '../../shared/enrolments/places.rules.ts'
import { eventAsAt } from '../../shared/enrolments/roster.rules.ts'
import { passedOver } from '../../shared/enrolments/waiting.rules.ts'
import { AppError } from '../../shared/errors.ts'
import { enrolmentId, type EnrolmentId, type GroupId, type PersonId } from '../../shared/ids.ts'
import { displayName } from '../../shared/people/people.rules.ts'
import { changedSince, found } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import { findById as findPerson, toPerson } from '../people/people.repository.ts'
import * as enrolments from './enrolments.repository.ts'
import type { EnrolmentTable } from './enrolments.table.ts'
import { findGroup, type EnrolmentGroup } from './group.repository.ts'
import { addLine, lineRow, refuseFuture, type Line } from './lines.ts'
import { listMembers, unitOf, type Member } from './members.repository.ts'
import { refuseUnfit, skippedConflict, type Joining } from './place-guard.ts'
import { groupTurns } from './queue.ts'
import { keepSkips } from './skips.ts'
import { hasPlaceTooMany } from './still-a-place.ts'

type Input<N extends keyof typeof enrolmentsContract> = z.output<(typeof enrolmentsContract)[N]['input']>
type Referral = Pick<Input<'refer'>, 'source' | 'referredOn' | 'reference' | 'priority' | 'note'>

/** Somebody who is to be in the list of a group. */
interface Coming {
  readonly personId: PersonId
  readonly name: string
  readonly role: ParticipantRole | null
  readonly unit: string | null
  /** Their history with the group, if they have one. */
  readonly member: Member | undefined
}

/** Gives one person a status with a group. Somebody who has one already is changed, not enrolled again. */
export async function enrol(context: CommandContext, input: Input<'enrol'>) {
  const { group, members } = await openGroup(context, input.groupId)
  const coming = await comingOf(context, group, members, input)
  if (coming.member) throw thereAlready([coming], coming.member.enrolmentId)
  const line: Line = { status: input.status, onDate: input.onDate, overrideReason: input.overrideReason }
  await givePlaces(context, group, members, [coming], line)
  const id = await insert(context, group.id, coming, null, [line])
  await passOver(context, { group, members }, [{ unit: coming.unit, enrolmentId: id }], line)
  return { enrolmentId: id }
}

/** Takes the referral of one person, or of a family in one go. All of them or none. */
export async function refer(context: CommandContext, input: Input<'refer'>) {
  const { group, members } = await openGroup(context, input.groupId)
  const all: Coming[] = []
  for (const one of input.people) all.push(await comingOf(context, group, members, one))
  const there = all.filter(({ member }) => member && !hasLeft(member, context.today))
  if (there.length > 0) throw thereAlready(there, there[0]?.member?.enrolmentId)
  const line: Line = { status: input.status, onDate: input.onDate, overrideReason: input.overrideReason }
  refuseLate(input, context.today)
  await givePlaces(context, group, members, all, line)
  const lines = [...referredBefore(input), line]
  const joined: { unit: string | null; enrolmentId: EnrolmentId }[] = []
  for (const one of all) {
    const id = one.member ? await again(context, one, one.member, input, line) : await insert(context, group.id, one, input, lines) // prettier-ignore
    joined.push({ unit: one.unit, enrolmentId: id })
  }
  await passOver(context, { group, members }, joined, line)
  return { enrolmentIds: joined.map((one) => one.enrolmentId) }
}

/** That they were referred, on the day the referral came, where what is said of them today is more than that. */
const referredBefore = ({ referredOn, status, onDate }: Input<'refer'>): Line[] =>
  status !== 'referred' && referredOn && referredOn <= onDate
    ? [{ status: 'referred', onDate: referredOn }]
    : []

const hasLeft = ({ events }: Member, today: string): boolean =>
  ['completed', 'withdrawn'].includes(eventAsAt(events, today)?.status ?? '')

function refuseLate({ referredOn }: Referral, today: string): void {
  if (!referredOn || referredOn <= today) return
  const message = 'The referral cannot be dated in the future. Choose today or an earlier day.'
  throw new AppError('INVALID_INPUT', message, { fields: { referredOn: message } })
}

async function openGroup({ tx }: CommandContext, id: GroupId) {
  const group = found(await findGroup(tx, id), 'group')
  if (group.cancelled)
    throw new AppError('CONFLICT', 'This group has been cancelled, so nobody can join it. Nothing was changed.') // prettier-ignore
  return { group, members: await listMembers(tx, group) }
}

async function comingOf(
  { tx }: CommandContext,
  group: EnrolmentGroup,
  members: readonly Member[],
  { personId, role = null }: { personId: PersonId; role?: ParticipantRole | null | undefined },
): Promise<Coming> {
  const row = found(await findPerson(tx, personId), 'person')
  if (row.merged_into_id !== null) throw found(undefined, 'person')
  return {
    personId,
    name: displayName(toPerson(row)),
    role,
    unit: role === 'volunteer' ? null : unitOf(group.placeKind, row),
    member: members.find((one) => one.personId === personId),
  }
}

const thereAlready = (people: readonly Coming[], id: EnrolmentId | undefined) =>
  new AppError(
    'CONFLICT',
    `${people.map((one) => one.name).join(' and ')} ${people.length === 1 ? 'is' : 'are'} already in the list of this group. Nothing was changed. Change their line there instead.`,
    { enrolmentId: id },
  )

/** A place given outright is judged as an offer is: there is one, nobody waits before them, nobody there must not be met. */
async function givePlaces(
  context: CommandContext,
  group: EnrolmentGroup,
  members: readonly Member[],
  joining: readonly Joining[],
  line: Line,
): Promise<void> {
  refuseFuture(line, context.today)
  if (line.status !== 'enrolled') return
  const overrideReason = line.overrideReason ?? null
  const giving = { group, members, joining, onDate: line.onDate, overrideReason }
  await refuseUnfit(context, giving, { warnings: false })
}

/**
 * Where fewer places are left than there are turns before theirs, those who are given places outright pass over those who
 * wait for them: the reason is kept with each of them.
 */
async function passOver(
  context: CommandContext,
  { group, members }: { readonly group: EnrolmentGroup; readonly members: readonly Member[] },
  joined: readonly { readonly unit: string | null; readonly enrolmentId: EnrolmentId }[],
  line: Line,
): Promise<void> {
  const units = joined.flatMap(({ unit }) => unit ?? [])
  const [first] = joined
  if (line.status !== 'enrolled' || group.capacity === null || units.length === 0 || !first) return
  const turns = await groupTurns(context.tx, context.today, group.id)
  const ahead = units.length === 1 ? units.flatMap((unit) => passedOver(turns, unit)) : turns
  const waiting = ahead.filter((turn) => !turn.first.referredOnly && !units.includes(turn.unit))
  const left = group.capacity - mostTaken(members, units, line.onDate, context.today)
  if (waiting.length <= left) return
  const reason = line.overrideReason
  if (!reason) throw await skippedConflict(context, waiting)
  await keepSkips(context, first.enrolmentId, waiting.map((turn) => ({ enrolmentId: turn.first.enrolmentId, reason }))) // prettier-ignore
}

async function insert(
  context: CommandContext,
  groupId: GroupId,
  one: Coming,
  referral: Referral | null,
  lines: readonly Line[],
): Promise<EnrolmentId> {
  const id = context.newId(enrolmentId)
  const steps = lines.map((line, i) => lines.slice(0, i).filter((before) => before.onDate === line.onDate).length + 1) // prettier-ignore
  await enrolments.insertEnrolments(
    context.tx,
    [{ id, group_id: groupId, person_id: one.personId, version: 1, role: one.role, ...referralColumns(referral, lines[0]) }], // prettier-ignore
    lines.map((line, i) => lineRow(context, id, steps[i] ?? 1, line)),
  )
  return id
}

const referralColumns = (referral: Referral | null, first: Line | undefined) =>
  referral === null
    ? {}
    : {
        source: referral.source,
        referred_on: referral.referredOn ?? first?.onDate ?? null,
        reference: referral.reference,
        priority: referral.priority,
        note: referral.note,
      }

/** Somebody who left or completed is referred anew: one more line, and the new referral in place of the old. */
async function again(
  context: CommandContext,
  one: Coming,
  member: Member,
  input: Input<'refer'>,
  line: Line,
) {
  const change = { role: one.role, ...referralColumns(input, line) }
  await saveReferral(context, member, change)
  await addLine(context, { ...member, version: member.version + 1 }, member.events, line)
  return member.enrolmentId
}

/** Changes what is kept of a referral. The history does not change. */
export async function updateReferral(context: CommandContext, input: Input<'updateReferral'>) {
  const { tx, today } = context
  const row = found(await enrolments.findById(tx, input.enrolmentId), 'enrolment')
  refuseLate(input, today)
  await saveReferral(context, input, { role: input.role ?? null, ...referralColumns(input, undefined) })
  const takesPlace = row.role === 'volunteer' && input.role !== 'volunteer'
  if (takesPlace && (await hasPlaceTooMany(tx, row.id, today))) throw noPlaceLeft()
  return { enrolmentId: input.enrolmentId }
}

/** A volunteer takes no place; as a participant they would. */
const noPlaceLeft = () =>
  new AppError('CONFLICT', 'A volunteer takes no place, and none is free for a participant. Nothing was changed. Wait until a place is free, or record that they left and give them a place with a reason.') // prettier-ignore

async function saveReferral(
  { tx }: CommandContext,
  { enrolmentId: id, version }: { readonly enrolmentId: EnrolmentId; readonly version: number },
  change: Updateable<EnrolmentTable>,
): Promise<void> {
  if (!(await enrolments.updateEnrolment(tx, id, version, change))) throw changedSince('enrolment')
}

/** One more line of a history. What stood before stays, so past registers do not change. */
export async function change(context: CommandContext, input: Input<'change'>) {
  const { tx } = context
  const row = found(await enrolments.findById(tx, input.enrolmentId), 'enrolment')
  const line: Line = { ...input, reasonKind: input.reasonKind ?? (input.status === 'withdrawn' ? 'not-known' : null) } // prettier-ignore
  if (line.status === 'enrolled') {
    const { group, members } = await openGroup(context, row.group_id)
    const coming = await comingOf(context, group, members, { personId: row.person_id, role: row.role })
    await givePlaces(context, group, members, [coming], line)
    await passOver(context, { group, members }, [{ unit: coming.unit, enrolmentId: row.id }], line)
  } else refuseFuture(line, context.today)
  await addLine(context, input, await enrolments.listEvents(tx, row.id), line)
  return { enrolmentId: row.id }
}
