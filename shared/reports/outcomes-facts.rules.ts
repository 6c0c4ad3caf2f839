import { isCountedOf, matchingOf, type Matching, type Pair } from '../outcomes/change.rules.ts'
import type { MeasureOverTime } from '../outcomes/editions.rules.ts'
import type { Measure } from '../outcomes/outcomes.contract.ts'
import type { ReportAsked } from './asked.ts'
import { sharedBy } from './made-table.rules.ts'
import type { Behind } from './making.ts'
import { inGroup, type CountyReading, type OutcomeRows } from './outcomes-rows.ts'

/** What became of one place (a person's goal, area, total or number in a group) that has a number before or after. */
export interface Place {
  readonly measure: Measure
  readonly groupId: string
  readonly personId: string
  readonly familyId: string | null
  /** The person in the group: see `inGroup`. */
  readonly who: string
  readonly item: number
  /** Whether a line about all of the measure counts it: see `isCounted`. */
  readonly counted: boolean
  readonly state: 'pair' | 'before-only' | 'after-only' | 'other-edition' | 'extra'
  /** The day it counts on. */
  readonly on: string
  readonly pair: Pair<CountyReading> | null
  /** The row that it is behind a figure, made once: a place stands behind a dozen of them. */
  readonly behind: Behind
}

/**
 * The places that count in a period. All of a group that ends counts on the day of its last session, so that its pairs
 * and those who have no after are counted together; a group that is still to end does not count yet. Of a group that
 * people join and leave, what has an after counts on its day, and what has a before only on the day the person left.
 */
export function placesOf(matched: readonly Matched[], rows: OutcomeRows, { from, to }: Pick<ReportAsked, 'from' | 'to'>): Place[] {
  const until = to < rows.today ? to : rows.today
  return matched
    .flatMap((one) => placesOfMeasure(one, rows))
    .filter((place) => from <= place.on && place.on <= until)
} // prettier-ignore

/** The readings of a measure in the groups that are let in, matched: once for the figures and for what is worth a look. */
export interface Matched {
  readonly measure: MeasureOverTime
  readonly readings: readonly CountyReading[]
  readonly matching: Matching<CountyReading>
}

/** Matches the readings of each measure that was asked for. */
export function matchedOf({ measures, readings }: OutcomeRows, { measureId }: Pick<ReportAsked, 'measureId'>, admits: (groupId: string) => boolean): Matched[] {
  const byMeasure = Map.groupBy(readings.filter((one) => admits(one.groupId)), (one) => one.measureId)
  return measures
    .filter((measure) => measureId === null || measure.id === measureId)
    .map((measure) => {
      const own = byMeasure.get(measure.id) ?? []
      return { measure, readings: own, matching: matchingOf(measure, own) }
    })
} // prettier-ignore

const NOT_YET = '9999-12-31'

function placesOfMeasure({ measure, matching }: Matched, rows: OutcomeRows): Place[] {
  const { pairs, beforeOnly, afterOnly, otherEdition, extras } = matching
  const place = (state: Place['state'], reading: CountyReading, openOn: string | undefined, pair: Place['pair'] = null): Place => {
    const { groupId, personId, item } = reading
    const familyId = rows.familyOf.get(personId) ?? null
    const on = rows.endOf.get(groupId) ?? openOn ?? NOT_YET
    const behind = { personId, familyId, groupId, on: pair?.after.takenOn ?? on, link: `/groups/${groupId}/outcomes` }
    return { measure, groupId, personId, familyId, who: inGroup(groupId, personId), item, counted: isCountedOf(measure, reading), state, on, pair, behind }
  } // prettier-ignore
  const left = ({ groupId, personId }: CountyReading) => rows.leftOn.get(inGroup(groupId, personId))
  return [
    ...pairs.map((pair) => place('pair', pair.before, pair.after.takenOn, pair)),
    ...beforeOnly.map((one) => place('before-only', one, left(one))),
    ...afterOnly.map((one) => place('after-only', one, one.takenOn)),
    ...otherEdition.map((one) => place('other-edition', one.before, one.after.takenOn)),
    ...extras.map((one) => place('extra', one, one.takenOn)),
  ]
}

/** Whether somebody is among those who could be matched: they have a number before. */
export const hasBefore = ({ state }: Place): boolean =>
  state === 'pair' || state === 'before-only' || state === 'other-edition'
export const isPair = ({ state }: Place): boolean => state === 'pair'

/** Of some places those with a number before, and those with both. */
export const begun = sharedBy((places: readonly Place[]) => places.filter(hasBefore))
export const pairs = sharedBy((places: readonly Place[]) => places.filter(isPair))

/** The row behind a figure that a place makes. */
export const behindOf = ({ behind }: Place): Behind => behind

/** The places of each person, or family, by id: sorted out once for all the figures of a line. */
type Whose = (places: readonly Place[]) => ReadonlyMap<string | null, readonly Place[]>
const whose = (idOf: (place: Place) => string | null): Whose =>
  sharedBy((places) => Map.groupBy(places, idOf))

export const person = whose((place) => place.personId)
export const family = whose((place) => place.familyId)
export const personInGroup = whose((place) => place.who)

/** How many of the people, or families, behind some places there are, each once: `counts` says which are in a part. */
export const each = (
  places: readonly Place[],
  by: Whose,
  counts?: (own: readonly Place[]) => boolean,
): Behind[] =>
  [...by(places)].flatMap(([id, own]) => {
    const behind = own[0]?.behind
    if (id === null || behind === undefined) return []
    return counts === undefined || counts(own) ? behind : { ...behind, counts: false }
  })

/** A row that is about a family and no one of it. */
export const asFamily = ({ personId: _person, groupId: _group, link: _link, ...row }: Behind): Behind => row

/** In how many parts or goals somebody made progress, in the group in which they made it in most. */
export function progressIn(own: readonly Place[]): number {
  const better = new Map<string, number>()
  for (const { who, pair } of own)
    if (pair?.movement === 'improved') better.set(who, (better.get(who) ?? 0) + 1)
  return Math.max(0, ...better.values())
}
