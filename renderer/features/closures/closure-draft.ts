import type { Input } from '../../api/client.ts'
import type { Building } from '../../../shared/buildings/buildings.contract.ts'
import type { Closure } from '../../../shared/closures/closures.contract.ts'
import { at } from '../../../shared/time/civil.ts'
import { mayCloseAt, mayCloseEverywhere, type Who } from '../../../shared/users/scope.rules.ts'
import { emptyRule, missingInRule, ruleFrom, type RuleDraft } from '../series/rule-draft.ts'

export const EVERYWHERE = 'everywhere'

/** What has been answered of a closure so far; null is not yet. */
export interface ClosureDraft {
  /** `everywhere`, or the ids of buildings and rooms. */
  readonly what: readonly string[]
  /** same: of a closure that is changed, its times stay. */
  readonly when: 'same' | 'days' | 'times' | 'repeating'
  readonly from: string | null
  readonly fromTime: string | null
  readonly to: string | null
  readonly toTime: string | null
  readonly rule: RuleDraft
  readonly allDay: boolean
  readonly reason: string
  readonly note: string
}

/** A new closure, of the building that the window is about. */
export const newDraft = (buildingId: string | null): ClosureDraft => ({
  what: buildingId === null ? [] : [buildingId],
  when: 'days',
  from: null,
  fromTime: null,
  to: null,
  toTime: null,
  rule: { ...emptyRule, skipClosures: false },
  allDay: false,
  reason: '',
  note: '',
})

/** A closure that stands, to be changed: its times stay unless others are given. */
export const draftOfClosure = ({ everywhere, places, reason, note }: Closure): ClosureDraft => ({
  ...newDraft(null),
  what: everywhere ? [EVERYWHERE] : places.map((place) => place.roomId ?? place.buildingId),
  when: 'same',
  reason,
  note: note ?? '',
})

/** What this person may close: everywhere, their buildings, and the rooms of those. */
export function choosable(buildings: readonly Building[], who: Who | null) {
  const own = buildings.filter((building) => who !== null && mayCloseAt(who, building))
  const everywhere =
    who !== null && mayCloseEverywhere(who) ? [{ value: EVERYWHERE, label: 'Everywhere' }] : []
  return [
    { group: 'Whole buildings', items: [...everywhere, ...own.map((one) => ({ value: String(one.id), label: one.name }))] }, // prettier-ignore
    ...own
      .filter((building) => building.rooms.length > 0)
      .map((building) => ({
        group: `Rooms of ${building.name}`,
        items: building.rooms.map((room) => ({
          value: String(room.id),
          label: `${room.name}, ${building.name}`,
        })),
      })),
  ]
}

/** Everywhere is everything: choosing it takes the rest away, and choosing something else takes it away. */
export function choosingWhat(before: readonly string[], next: readonly string[]): string[] {
  const added = next.filter((one) => !before.includes(one))
  if (added.includes(EVERYWHERE)) return [EVERYWHERE]
  return next.filter((one) => one !== EVERYWHERE || added.length === 0)
}

export type ToClose = Input<'closures', 'create'>
type Wanted = Pick<ToClose, 'everywhere' | 'places' | 'reason' | 'note'> & { when: ToClose['when'] | null }

export interface Missing {
  readonly field: string
  readonly message: string
}

/** What is still to be answered, by field; none when it can be sent. */
export function missingIn(draft: ClosureDraft): Missing[] {
  const { what, when, from, fromTime, to, toTime, reason } = draft
  const answers: readonly (readonly [field: string, there: boolean, message: string])[] = [
    ['places', what.length > 0, 'Choose what is closed.'],
    [
      'from',
      when === 'same' || when === 'repeating' || from !== null,
      'Enter the first day, such as 1/12/26.',
    ],
    ['fromTime', when !== 'times' || fromTime !== null, 'Enter the time it closes, such as 9am.'],
    ['to', when !== 'times' || to !== null || from !== null, 'Enter the last day.'],
    ['toTime', when !== 'times' || toTime !== null, 'Enter the time it opens again, such as 5pm.'],
    ['reason', reason.trim() !== '', 'Enter a reason, such as Boiler.'],
  ]
  const own = answers.filter(([, there]) => !there).map(([field, , message]) => ({ field, message }))
  return when === 'repeating' ? [...own, ...missingInRule(timed(draft))] : own
}

/** The rule with its times: whole days have none to type, and keep what was typed before. */
export const timed = ({ rule, allDay }: ClosureDraft): RuleDraft =>
  allDay ? { ...rule, startTime: '00:00', endTime: '23:59' } : rule

/** What to send, as far as it is answered; null before. */
export function wantedOf(draft: ClosureDraft, buildings: readonly Building[]): Wanted | null {
  const when = draft.when === 'same' ? null : whenOf(draft)
  if (draft.what.length === 0 || (when === null && draft.when !== 'same')) return null
  const everywhere = draft.what.includes(EVERYWHERE)
  return {
    everywhere,
    places: everywhere ? [] : draft.what.flatMap((id) => placeOf(id, buildings)),
    when,
    reason: draft.reason,
    note: draft.note,
  }
}

function whenOf(draft: ClosureDraft): ToClose['when'] | null {
  const { when, from, fromTime, to, toTime, allDay } = draft
  if (when === 'repeating') {
    const rule = ruleFrom(timed(draft))
    return rule === null ? null : { kind: 'repeating', rule, wholeDays: allDay }
  }
  if (from === null) return null
  if (when === 'days') return { kind: 'days', from, to: to ?? from }
  if (fromTime === null || toTime === null) return null
  return { kind: 'times', startsAt: at(from, fromTime), endsAt: at(to ?? from, toTime) }
}

function placeOf(id: string, buildings: readonly Building[]): NonNullable<ToClose['places']> {
  for (const building of buildings) {
    if (building.id === id) return [{ buildingId: building.id }]
    const room = building.rooms.find((one) => one.id === id)
    if (room) return [{ buildingId: building.id, roomId: room.id }]
  }
  return []
}
