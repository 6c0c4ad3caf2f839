import { setImmediate as turn } from 'node:timers/promises'
import { AppError } from '../shared/errors.ts'

/** Throws CANCELLED when the person who asked has stopped it. */
export function refuseStopped(signal: AbortSignal): void {
  if (signal.aborted) throw new AppError('CANCELLED', 'Stopped. No file was made and nothing was changed.')
}

/**
 * Lets others have their turn: between the batches of large work, so that a mark is saved at once however long a file
 * takes. Throws CANCELLED when the work was stopped meanwhile.
 */
export async function nextTurn(signal: AbortSignal): Promise<void> {
  await turn()
  refuseStopped(signal)
}
