import { count } from '../text.ts'
import { addMinutes } from '../time/civil.ts'
import { shortDay } from '../time/format.ts'

interface Meeting {
  /** Local date-times. */
  readonly startsAt: string
  readonly endsAt: string
  readonly buildingName: string | null
}
/** A session of another group that somebody leads. */
export interface Led extends Meeting {
  readonly name: string
  readonly publicTitle: string
}

/** How long it takes from one building to another, where nobody has said: less between two sessions is warned of. */
export const TRAVEL_MINUTES = 20

/**
 * Whether somebody who leads the one cannot be in time for the other: both at once, or in two buildings with less
 * than the way between them. One that begins as another ends in the same building is no clash.
 */
export function leadsBoth(one: Meeting, other: Meeting): 'at-once' | 'no-time-between' | null {
  if (one.startsAt < other.endsAt && other.startsAt < one.endsAt) return 'at-once'
  if (one.buildingName === null || other.buildingName === null || one.buildingName === other.buildingName)
    return null
  const [first, second] = one.startsAt < other.startsAt ? [one, other] : [other, one]
  return second.startsAt < addMinutes(first.endsAt, TRAVEL_MINUTES) ? 'no-time-between' : null
}

/** What to say of those who lead other sessions at the times of these, each person and group once. */
export function leadsTwice(sessions: readonly Meeting[], led: readonly Led[]): string[] {
  const clashes = led.flatMap((other) => {
    const kinds = sessions.map((one) => leadsBoth(one, other))
    if (kinds.includes('at-once'))
      return [{ other, words: `${other.name} also leads ${other.publicTitle}` }]
    if (!kinds.includes('no-time-between')) return []
    return [{ other, words: `${other.name} has less than ${TRAVEL_MINUTES} minutes to get to or from ${other.publicTitle}, in ${other.buildingName},` }]
  }) // prettier-ignore
  return [...Map.groupBy(clashes, (one) => one.words)].map(
    ([words, times]) => `${words} on ${count(times.length, 'of these dates', 'of these dates')}, first on ${shortDay(times[0]?.other.startsAt ?? '')}.`, // prettier-ignore
  )
}
