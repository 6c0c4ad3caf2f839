/**
 * What a task can be doing. A list and not free words: how far it is is shown, printed and passed between processes,
 * and must never name anybody.
 */
export const taskWords = ['Reading', 'Writing the file', 'Checking the file', 'Comparing'] as const
export type TaskWords = (typeof taskWords)[number]

/** How far a task is: `done` of `total` steps; null when nobody can say of how many. */
export interface Progress {
  readonly done: number
  readonly total: number | null
  readonly words: TaskWords
}

/** Says how far a task is. Cheap: only what a person could see to differ is passed on. */
export type TellProgress = (done: number, total: number | null, words: TaskWords) => void

const shownOf = ({ done, total }: Progress) => (total ? Math.floor((done / total) * 100) : null)

/** Passes on what differs by a whole percent or in words: a task of 250,000 steps must not send 250,000 messages. */
export function seldom(tell: (progress: Progress) => void): TellProgress {
  let last: Progress | null = null
  return (done, total, words) => {
    const now = { done, total, words }
    if (last !== null && last.words === words && total !== null && shownOf(last) === shownOf(now)) return
    last = now
    tell(now)
  }
}

/** `Reading, 40%`; where nobody knows of how many, `Reading, 12,000 so far`. */
export function progressInWords({ done, total, words }: Progress): string {
  if (total === null || total === 0)
    return done === 0 ? words : `${words}, ${done.toLocaleString('en-GB')} so far`
  return `${words}, ${Math.min(100, Math.floor((done / total) * 100))}%`
}
