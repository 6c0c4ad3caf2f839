import { count } from '../text.ts'
import { dateOf } from '../time/civil.ts'
import type { Stream } from '../staff/staff.contract.ts'
import type { Group, GroupRow, groupStatuses } from './group.schema.ts'

export type GroupStatus = (typeof groupStatuses)[number]

/** Local date-times of a group's sessions: those that ran or will, or, when there is none, those that did not. */
export interface GroupTimes {
  readonly cancelled: boolean
  /** The local date from which it is paused; null when it is not. */
  readonly pausedOn: string | null
  readonly firstStart: string | null
  readonly lastEnd: string | null
}

/**
 * planned: no session has begun. finished: every session is over. paused: from its day on until it is resumed. A group
 * without sessions is planned.
 */
export function groupStatus(
  { cancelled, pausedOn, firstStart, lastEnd }: GroupTimes,
  localNow: string,
): GroupStatus {
  if (cancelled) return 'cancelled'
  if (pausedOn !== null && pausedOn <= dateOf(localNow)) return 'paused'
  if (firstStart === null || lastEnd === null || localNow < firstStart) return 'planned'
  // What comes after the pause is still to come.
  return lastEnd <= localNow && pausedOn === null ? 'finished' : 'running'
}

/** The streams that groups are generally delivered by together [S003]. */
const leads: readonly Stream[] = ['family', 'youth-justice']

/** The streams a co-delivered programme still lacks among those who lead it. "Generally" in the source: a warning only. */
export const missingStreams = (coDelivered: boolean, streams: readonly Stream[]): Stream[] =>
  coDelivered ? leads.filter((stream) => !streams.includes(stream)) : []

const leadWords: Partial<Record<Stream, string>> = {
  family: 'family worker',
  'youth-justice': 'youth and justice worker',
}

/** What to say of who leads a group; null when there is nothing to say. It never stops anybody from saving. */
export function coDeliveryWarning(coDelivered: boolean, streams: readonly Stream[]): string | null {
  const missing = missingStreams(coDelivered, streams)
  if (missing.length === 0) return null
  const words = missing.map((stream) => `a ${leadWords[stream]}`).join(' and ')
  return `This programme is usually led by a family worker and a youth and justice worker together. This group does not have ${words} yet.`
}

/** What to say when a room is too small for a group's places, or needlessly large; null when it suits, or nobody knows. */
export function seatsWarning(
  room: { readonly name: string; readonly capacity: number | null; readonly leastPeople: number | null },
  places: number | null,
  placeKind: 'person' | 'family',
): string | null {
  if (places === null) return null
  const whom =
    placeKind === 'family' ? count(places, 'family', 'families') : count(places, 'person', 'people')
  if (room.capacity !== null && room.capacity < places)
    return `${room.name} seats ${room.capacity}, and the group has places for ${whom}.`
  if (placeKind === 'person' && room.leastPeople !== null && places < room.leastPeople)
    return `${room.name} is meant for ${room.leastPeople} people or more, and the group has places for ${whom}. A smaller room leaves it to others.`
  return null
}

/**
 * What somebody who may not see people is told of a sensitive group: the title on its door, and nothing that says what
 * it is about. Where and when a named programme meets tells who goes there.
 */
export const asOnTheDoor = <G extends GroupRow>(group: G): G =>
  group.sensitive
    ? { ...group, name: group.publicTitle, programmeName: group.publicTitle, colour: 'slate' }
    : group

/** The same of the whole group: what its sessions are about, why one did not run, and what is said of those who lead it, tells as much. */
export const detailsOnTheDoor = (group: Group): Group =>
  group.sensitive
    ? {
        ...asOnTheDoor(group),
        sessions: group.sessions.map((one) => ({ ...one, topic: null, topicId: null, reason: null })),
        cancelledReason: null,
        pausedReason: null,
        manual: [],
        warnings: [],
        linked: null,
      }
    : group

const seasons: readonly (readonly [string, string])[] = [
  ['08-16', 'autumn'],
  ['04-10', 'summer'],
  ['01-01', 'spring'],
]

/** `Bounce Back, Wigston Magna, autumn 2026`: a name that tells two runs of one programme apart. */
export function suggestName(programme: string, building: string | null, firstDate: string): string {
  const season = seasons.find(([from]) => firstDate.slice(5) >= from)?.[1] ?? 'autumn'
  const parts = [programme, ...(building === null ? [] : [building]), `${season} ${firstDate.slice(0, 4)}`]
  return parts.join(', ').slice(0, 120)
}
