import { mostTaken, unitWords } from '../../shared/enrolments/places.rules.ts'
import type { Check } from '../../shared/enrolments/checks.rules.ts'
import type { Turn } from '../../shared/enrolments/waiting.rules.ts'
import { AppError } from '../../shared/errors.ts'
import type { EnrolmentId, PersonId } from '../../shared/ids.ts'
import { count } from '../../shared/text.ts'
import { mayRunGroup } from '../../shared/users/scope.rules.ts'
import type { CommandContext } from '../context.ts'
import { checksOf, fullWords, leadersOf } from './checks.service.ts'
import type { EnrolmentGroup } from './group.repository.ts'
import type { Member } from './members.repository.ts'
import { listNames } from './checks.repository.ts'
import type { InQueue } from './queue.ts'

/** Somebody who is to have a place, or an offer of one. */
export interface Joining {
  readonly personId: PersonId
  /** What the place is for; null for a volunteer, who takes none. */
  readonly unit: string | null
}

/** A place about to be given. */
export interface Giving {
  readonly group: EnrolmentGroup
  readonly members: readonly Member[]
  readonly joining: readonly Joining[]
  readonly onDate: string
  readonly overrideReason: string | null
}

const units = (joining: readonly Joining[]) => joining.flatMap(({ unit }) => (unit === null ? [] : [unit]))

/**
 * CONFLICT with `details.full` when there are not enough places from that day on, and with `details.checks` when somebody
 * in the group must not be met, or, where `warnings` count too, when anything else is warned of. All of it is told at
 * once, so that a reason for the one is never taken for a reason for the other. NOT_ALLOWED where somebody must not be
 * met and it is for a manager or who leads the group to give the reason.
 */
export async function refuseUnfit(
  context: CommandContext,
  giving: Giving,
  { warnings }: { readonly warnings: boolean },
): Promise<void> {
  const checks = await speakingAgainst(context, giving, warnings)
  const full = fullProblem(context, giving)
  if (giving.overrideReason !== null || (full === null && checks.length === 0)) return
  const words = [...(full === null ? [] : [full]), ...checks.map((one) => one.words)].join(' ')
  const next = checks.length > 0 ? 'Give a reason to go ahead.' : 'Give a reason to go over the number of places, or wait until one is free.' // prettier-ignore
  const details = { ...(full !== null && { full: true }), ...(checks.length > 0 && { checks }) }
  throw new AppError('CONFLICT', `${words} Nothing was changed. ${next}`, details)
}

/** That there are not enough places, in words; null where there are. Who has a place takes no further one, however full the group is. */
function fullProblem({ today }: CommandContext, { group, members, joining, onDate }: Giving): string | null {
  const wanted = units(joining)
  if (group.capacity === null || wanted.length === 0) return null
  const before = mostTaken(members, [], onDate, today)
  const after = mostTaken(members, wanted, onDate, today)
  if (after <= group.capacity || after <= before) return null
  return `${fullWords(group)} With this there would be ${unitWords(after, group.placeKind)}.`
}

async function speakingAgainst(
  { tx, actor, today }: CommandContext,
  { group, joining }: Giving,
  warnings: boolean,
): Promise<Check[]> {
  const together = joining.map(({ personId }) => personId)
  const told: Check[] = []
  for (const personId of together) {
    const checks = await checksOf({ db: tx, actor, today }, group, personId, together)
    const stops = checks.filter(({ level }) => level === 'stop')
    const [stop] = stops
    if (stop && !mayRunGroup(actor, await leadersOf(tx, group.id)))
      throw new AppError('NOT_ALLOWED', `${stop.words} Nothing was changed.`, { checks: stops })
    told.push(...checks.filter(({ level }) => level === 'stop' || (warnings && level === 'warn')))
  }
  return told
}

/** Who would be passed over, by the first of each turn. */
export const firstOf = (turns: readonly Turn<InQueue>[]): EnrolmentId[] =>
  turns.map((turn) => turn.first.enrolmentId)

/** Two thousand may wait: the first three are named, and how many more there are. */
function someOf(names: readonly string[]): string {
  const more = names.length - 3
  const shown = more > 0 ? [...names.slice(0, 3), count(more, 'other')] : names
  return new Intl.ListFormat('en-GB').format(shown)
}

/** CONFLICT with `details.skipped`: who waits before them, and has no reason why they are passed over. */
export async function skippedConflict(
  { tx }: CommandContext,
  turns: readonly Turn<InQueue>[],
): Promise<AppError> {
  const names = await listNames(tx, turns.map((turn) => turn.first.personId)) // prettier-ignore
  const skipped = turns.map(({ first }) => ({
    enrolmentId: first.enrolmentId,
    name: names.find((one) => one.id === first.personId)?.name ?? '',
  }))
  const before = someOf(skipped.map((one) => one.name))
  return new AppError(
    'CONFLICT',
    `${before} ${skipped.length === 1 ? 'waits' : 'wait'} before them. Nothing was changed. Say why each one is passed over, or offer the place to the next.`,
    { skipped },
  )
}
