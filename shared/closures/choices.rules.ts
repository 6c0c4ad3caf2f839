import { count } from '../text.ts'
import { clockTime, shortDay, timeRange } from '../time/format.ts'

/** A booking about which what was chosen cannot be done, and why, in words. */
export interface ChoiceProblem {
  readonly bookingId: string
  readonly title: string
  readonly startsAt: string
  readonly because: string
}

/** More than these are counted: the desk marks every one. */
const MOST_NAMED = 5

/** What to say when choices of a desk cannot be carried out: each by its day and title, and that nothing was changed. */
export function problemsMessage(problems: readonly ChoiceProblem[]): string {
  const named = problems
    .slice(0, MOST_NAMED)
    .map(
      ({ startsAt, title, because }) =>
        `${shortDay(startsAt)}, ${clockTime(startsAt)}, ${title}: ${because}.`,
    )
  const more = problems.length - named.length
  const rest = more > 0 ? [`And ${count(more, 'more', 'more')}.`] : []
  return [...named, ...rest, 'Nothing was changed. Choose something else for these, then apply again.'].join(
    ' ',
  )
}

/** What became of a booking that a closure hit. */
export interface Outcome {
  readonly did: 'move' | 'cancel' | 'open'
  readonly startsAt: string
  readonly endsAt: string
  /** Where it is now. */
  readonly roomName: string
  readonly buildingName: string
}

/** What to tell people on the phone. */
export function whatToSay({ did, startsAt, endsAt, roomName, buildingName }: Outcome): string {
  const time = `on ${shortDay(startsAt)}, ${timeRange(startsAt, endsAt)}`
  if (did === 'cancel') return `Does not run ${time}.`
  if (did === 'move') return `Runs ${time}, in another room: ${roomName}, ${buildingName}.`
  return 'Not decided yet. Ring when it is.'
}
