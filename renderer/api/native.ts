import { ApiError } from './client.ts'
import type { NativeAnswers, NativeCalls } from '../../shared/wire.ts'

/** What only the operating system can do: dialogs, printing, opening a saved file. Fails like any other call. */
export async function native<K extends keyof NativeCalls>(
  call: K,
  input: NativeCalls[K],
): Promise<NativeAnswers[K]> {
  try {
    return await window.bridge.native(call, input)
  } catch (error) {
    const message = error instanceof Error ? error.message : 'That could not be done. Try again.'
    throw new ApiError({ code: 'FILE', message, details: {} })
  }
}
