import { fold } from '../text.ts'
import type { ReportAsked, Split } from './asked.ts'
import { monthOf, periodsBetween, quarterOf, yearOf, type Period } from './quarters.rules.ts'

/** Where the groups and sessions of the county are, as the lines and the filters of every report have it. Ids are text. */
export interface Places {
  readonly groups: ReadonlyMap<string, GroupPlace>
  /** The building of each session that is held elsewhere than its group; of all others the group's counts. */
  readonly elsewhere: ReadonlyMap<string, string>
  readonly programmes: ReadonlyMap<string, string>
  readonly buildings: ReadonlyMap<string, BuildingPlace>
  readonly localities: ReadonlyMap<string, LocalityPlace>
  /** The half terms of the settings, earliest first. */
  readonly terms: readonly TermPlace[]
}
export interface GroupPlace {
  readonly name: string
  readonly programmeId: string
  readonly buildingId: string | null
}
export interface BuildingPlace {
  readonly name: string
  readonly localityId: string | null
}
export interface LocalityPlace {
  readonly name: string
  readonly half: 'east' | 'west'
}
export interface TermPlace {
  readonly id: string
  readonly name: string
  /** Local dates, both included. */
  readonly startsOn: string
  readonly endsOn: string
}

/** What is put on a line: something of a group, of one of its sessions where there is one, on a local date. */
export interface Placed {
  readonly groupId: string | null
  readonly sessionId?: string | null
  readonly on: string
}

/** A line of a report before it has figures. Lines stand by `order`, then by name. */
export interface SplitLine {
  readonly key: string
  readonly name: string
  readonly order: string
}

const EVERYTHING: SplitLine = { key: 'all', name: 'All', order: '' }
const LAST = '\uffff'
const unknown = (name: string): SplitLine => ({ key: 'unknown', name, order: LAST })
const inTime = ({ key, name }: Period): SplitLine => ({ key, name, order: key })
const named = (key: string, name: string): SplitLine => ({ key, name, order: fold(name) })
const halfNames = { east: 'East', west: 'West' } as const

/** What the lines of a split are, as the heading over their names. */
export const splitHeadings: Readonly<Record<Split, string>> = {
  all: 'County',
  programme: 'Programme',
  building: 'Building',
  locality: 'Locality',
  half: 'Half of the county',
  month: 'Month',
  term: 'Half term',
  quarter: 'Quarter',
  year: 'Year',
}

/** The building that something counts in: where its session is held, if that is elsewhere, else where its group is. */
export function buildingOf(places: Places, { groupId, sessionId }: Omit<Placed, 'on'>): string | null {
  const other = sessionId ? places.elsewhere.get(sessionId) : undefined
  return other ?? (groupId === null ? null : (places.groups.get(groupId)?.buildingId ?? null))
}

const localityOf = (places: Places, placed: Omit<Placed, 'on'>): string | null => {
  const building = buildingOf(places, placed)
  return building === null ? null : (places.buildings.get(building)?.localityId ?? null)
}

function termOf({ terms }: Places, on: string): SplitLine {
  const term = terms.find((one) => one.startsOn <= on && on <= one.endsOn)
  if (!term) return { key: 'between', name: 'Between terms', order: LAST }
  const year = term.startsOn.slice(0, 4)
  return { key: term.id, name: term.name.includes(year) ? term.name : `${term.name} ${year}`, order: term.startsOn } // prettier-ignore
}

/**
 * The line that something belongs to. What has no building or no locality has a line of its own, at the end, and so has
 * what lies between terms: nothing is ever dropped, or a total would not be of its lines.
 */
export function lineOf(split: Split, places: Places, placed: Placed): SplitLine {
  switch (split) {
    case 'all':
      return EVERYTHING
    case 'programme': {
      const id = placed.groupId === null ? undefined : places.groups.get(placed.groupId)?.programmeId
      const name = id === undefined ? undefined : places.programmes.get(id)
      return id === undefined || name === undefined ? unknown('No programme') : named(id, name)
    }
    case 'building': {
      const id = buildingOf(places, placed)
      const building = id === null ? undefined : places.buildings.get(id)
      return id === null || !building ? unknown('No building') : named(id, building.name)
    }
    case 'locality': {
      const id = localityOf(places, placed)
      const locality = id === null ? undefined : places.localities.get(id)
      return id === null || !locality ? unknown('No locality') : named(id, locality.name)
    }
    case 'half': {
      const id = localityOf(places, placed)
      const half = id === null ? undefined : places.localities.get(id)?.half
      return half === undefined ? unknown('No half') : named(half, halfNames[half])
    }
    case 'month':
      return inTime(monthOf(placed.on))
    case 'quarter':
      return inTime(quarterOf(placed.on))
    case 'year':
      return inTime(yearOf(placed.on))
    case 'term':
      return termOf(places, placed.on)
  }
}

/** A group, or a group in the other building where one of its sessions is held: what a line and a filter go by. */
const whereOf = (groupId: string | null, elsewhere: string | undefined): string | null =>
  elsewhere === undefined ? groupId : `${groupId} ${elsewhere}`

/**
 * `lineOf` for many rows: it is worked out once for each month, of which quarters and years are made, for each day of
 * terms, or for each group and session held elsewhere.
 */
export function lineFinder(split: Split, places: Places): (placed: Placed) => SplitLine {
  const known = new Map<string | null, SplitLine>()
  const byMonth = split === 'month' || split === 'quarter' || split === 'year'
  const keyOf = ({ groupId, sessionId, on }: Placed) => {
    if (byMonth) return on.slice(0, 7)
    if (split === 'term') return on
    return whereOf(groupId, sessionId ? places.elsewhere.get(sessionId) : undefined)
  }
  return (placed) => {
    const key = keyOf(placed)
    let line = known.get(key)
    if (!line) known.set(key, (line = lineOf(split, places, placed)))
    return line
  }
}

/** The months, half terms, quarters or years of a period, or all of it: so that one in which nothing was is seen as such. */
export function linesOfPeriod(split: Split, places: Places, { from, to }: Pick<ReportAsked, 'from' | 'to'>): SplitLine[] {
  switch (split) {
    case 'all':
      return [EVERYTHING]
    case 'month':
      return periodsBetween(monthOf, from, to).map(inTime)
    case 'quarter':
      return periodsBetween(quarterOf, from, to).map(inTime)
    case 'year':
      return periodsBetween(yearOf, from, to).map(inTime)
    case 'term':
      return places.terms
        .filter((term) => term.startsOn <= to && term.endsOn >= from)
        .map((term) => termOf(places, term.startsOn))
    default:
      return []
  }
} // prettier-ignore

/** By `order`, then by name: in time, or as names stand in a list, with what is not known at the end. */
export const inOrder = (a: SplitLine, b: SplitLine): number =>
  a.order < b.order ? -1 : a.order > b.order ? 1 : a.name.localeCompare(b.name, 'en-GB')

/** What narrows a report: a `ReportAsked` is one. Lists that are empty mean all. */
export interface Filters {
  readonly programmeIds: readonly string[]
  readonly buildingIds: readonly string[]
  readonly localityIds: readonly string[]
  readonly half: 'east' | 'west' | null
}

/** Whether the filters of a report let something in. A filter that is empty lets in all, what is not known too. */
export function admits(asked: Filters, places: Places, groupId: string | null, sessionId?: string | null): boolean {
  const has = (ids: readonly string[], id: string | null | undefined) => ids.length === 0 || (typeof id === 'string' && ids.includes(id))
  const placed = { groupId, sessionId: sessionId ?? null }
  const locality = localityOf(places, placed)
  return (
    has(asked.programmeIds, groupId === null ? null : places.groups.get(groupId)?.programmeId) &&
    has(asked.buildingIds, buildingOf(places, placed)) &&
    has(asked.localityIds, locality) &&
    (asked.half === null || (locality !== null && places.localities.get(locality)?.half === asked.half))
  )
} // prettier-ignore

/** `admits` for many rows, worked out once for each group and each session held elsewhere. */
export function admitter(asked: Filters, places: Places): (groupId: string | null, sessionId?: string | null) => boolean {
  const known = new Map<string | null, boolean>()
  return (groupId, sessionId) => {
    const key = whereOf(groupId, sessionId ? places.elsewhere.get(sessionId) : undefined)
    let answer = known.get(key)
    if (answer === undefined) known.set(key, (answer = admits(asked, places, groupId, sessionId)))
    return answer
  }
} // prettier-ignore
