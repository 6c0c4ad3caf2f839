import { AppError } from '../../shared/errors.ts'
import type { TaskContext } from '../context.ts'

/** The path that the person chose in a dialog, once. Throws FILE, in words, when it has been used or never was. */
export function takeGrant({ session }: TaskContext, grant: string): string {
  const path = session.grants.take(grant, 'write')
  if (path !== null) return path
  throw new AppError('FILE', 'Gather no longer knows where to save the file. Nothing was made. Choose the place again.') // prettier-ignore
}
