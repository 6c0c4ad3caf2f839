import { AppError } from '../shared/errors.ts'

/** Somebody else changed the row since it was read: nothing was saved, and what was typed is still on the screen. */
export const changedSince = (what: string): AppError =>
  new AppError('CHANGED', `Somebody else has changed this ${what} since you opened it. Nothing was saved. Look at it again, then make your change.`) // prettier-ignore

/** The row, or NOT_FOUND in words. */
export function found<T>(row: T | undefined, what: string): T {
  if (row === undefined)
    throw new AppError('NOT_FOUND', `This ${what} could not be found. It may have been removed.`)
  return row
}
