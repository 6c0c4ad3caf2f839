import { count } from '../text.ts'
import { shortDay } from '../time/format.ts'

/** A session that could not be brought back, and what is in its way, without a full stop. */
export interface NotBack {
  readonly startsAt: string
  readonly because: string
}

/** What to say once a paused group is taken up again: how many sessions are back, and which are not, each with why. */
export function resumedInWords(back: number, notBack: readonly NotBack[]): string {
  const came =
    back === 0
      ? 'No session is back.'
      : `${count(back, 'session is', 'sessions are')} back, with their rooms.`
  const [first, ...more] = notBack
  if (first === undefined) return came
  const which = [first, ...more].map((one) => `${shortDay(one.startsAt)} (${one.because})`)
  return `${came} Not back: ${new Intl.ListFormat('en-GB').format(which)}. Add ${more.length === 0 ? 'it' : 'them'} again in another room.`
}
