import { count } from '../text.ts'

/** Where somebody stands against a group's rule for completing. */
export interface Progress {
  readonly attended: number
  /** Sessions they are still expected at, or where nothing is recorded of them yet. */
  readonly open: number
}
export const completionStates = ['reached', 'can-still', 'cannot', 'no-rule'] as const
export type CompletionState = (typeof completionStates)[number]

/** `completeAt` is how many sessions somebody has to come to; null where the group has no rule. Blank is not absent. */
export function completionState({ attended, open }: Progress, completeAt: number | null): CompletionState {
  if (completeAt === null) return 'no-rule'
  if (attended >= completeAt) return 'reached'
  return attended + open >= completeAt ? 'can-still' : 'cannot'
}

/** The same in words for staff. */
export function completionWords(progress: Progress, completeAt: number | null): string {
  const came = `Came to ${count(progress.attended, 'session')}`
  switch (completionState(progress, completeAt)) {
    case 'reached':
      return `${came}: has reached ${completeAt}.`
    case 'can-still':
      return `${came}: ${(completeAt ?? 0) - progress.attended} more of the ${progress.open} that are open would do.`
    case 'cannot':
      return `${came}: can no longer reach ${completeAt}.`
    case 'no-rule':
      return `${came}.`
  }
}
