import { longDate } from '../time/format.ts'
import type { Priority } from './referral.ts'

/** Somebody without a place in a group who wants one. */
export interface Waiting {
  readonly enrolmentId: string
  /** What one place is for: a family where the programme counts families, else the person. */
  readonly unit: string
  /** Only referred: nobody has put them on the waiting list yet. */
  readonly referredOnly: boolean
  readonly priority: Priority
  readonly referredOn: string
  /** Whether they have ever had a place on this programme. */
  readonly hadPlace: boolean
  /** When they first asked for this programme, in any group. */
  readonly firstAskedOn: string
}

const comparisons: readonly ((a: Waiting, b: Waiting) => number)[] = [
  (a, b) => Number(a.referredOnly) - Number(b.referredOnly),
  (a, b) => b.priority - a.priority,
  (a, b) => byText(a.referredOn, b.referredOn),
  (a, b) => Number(a.hadPlace) - Number(b.hadPlace),
  (a, b) => byText(a.firstAskedOn, b.firstAskedOn),
  (a, b) => byText(a.enrolmentId, b.enrolmentId),
]
const byText = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1)

/**
 * Who comes first: those on the waiting list before those only referred; the higher priority; the earlier referral;
 * who has never had a place on the programme; who asked for it first; the earlier record. Never a draw.
 */
export function compareWaiting(a: Waiting, b: Waiting): number {
  for (const compare of comparisons) {
    const order = compare(a, b)
    if (order !== 0) return order
  }
  return 0
}

/** One place's worth of people: a person, or the members of a family who wait. The first of them decides its turn. */
export interface Turn<W extends Waiting> {
  /** From 1. */
  readonly position: number
  readonly unit: string
  readonly first: W
  readonly members: readonly W[]
}

/** The waiting list of one group: in which order places are offered. */
export function inTurn<W extends Waiting>(rows: readonly W[]): Turn<W>[] {
  const units = new Map<string, [W, ...W[]]>()
  for (const row of rows.toSorted(compareWaiting)) {
    const members = units.get(row.unit)
    if (members) members.push(row)
    else units.set(row.unit, [row])
  }
  return [...units.values()].map((members, i) => ({
    position: i + 1,
    unit: members[0].unit,
    first: members[0],
    members,
  }))
}

const priorityWords: Readonly<Record<Priority, string>> = {
  2: 'To go first',
  1: 'Needed soon',
  0: 'Usual priority',
}

/** Why somebody stands where they stand, in words; `before` is who has the turn before them, null for the next. */
export function whyHere(row: Waiting, before: Waiting | null): string {
  const base = `${priorityWords[row.priority]}, referred ${longDate(row.referredOn)}.`
  if (row.referredOnly) return `${base} Not on the waiting list yet, so after all who are.`
  const decided = before && tieWords(row, before)
  return decided ? `${base} ${decided}` : base
}

/** What decided between two of the same priority and day of referral. */
function tieWords(row: Waiting, before: Waiting): string | null {
  if (row.priority !== before.priority || row.referredOn !== before.referredOn) return null
  if (row.hadPlace !== before.hadPlace)
    return 'Has had a place on this programme before; the one ahead never has.'
  if (row.firstAskedOn !== before.firstAskedOn)
    return `Referred the same day; the one ahead first asked for this programme on ${longDate(before.firstAskedOn)}.`
  return 'Referred the same day; the one ahead was recorded first.'
}

/** Who is passed over when a turn is taken by somebody: every turn before it. */
export const passedOver = <W extends Waiting>(turns: readonly Turn<W>[], unit: string): Turn<W>[] => {
  const at = turns.findIndex((turn) => turn.unit === unit)
  return at === -1 ? [...turns] : turns.slice(0, at)
}
