import { useMutation } from '@tanstack/react-query'
import type { UseMutationResult } from '@tanstack/react-query'
import { ApiError, api } from './client.ts'
import type { ChangeName, Feature, Input, Output } from './client.ts'
import { notify, notifyFailure } from './notify.tsx'
import { refreshAll } from './queries.ts'
import { notifyWithUndo } from './undo.tsx'

interface CommandOptions<Asked, Answer> {
  /** Said when it worked: `Register completed`. Left out: nothing is said, for things seen at once. */
  readonly done?: string | ((answer: Answer, asked: Asked) => string)
  /** Offers Undo beside `done`. */
  readonly undo?: true
  /** toast (the default): failures are shown in the corner. inline: the screen shows `error` itself. */
  readonly failure?: 'toast' | 'inline'
  readonly onDone?: (answer: Answer, asked: Asked) => void
}

/**
 * Something the person can do: `const book = useCommand('bookings', 'create', { done: 'Booked', undo: true })`, then
 * `book.mutate(input)`. When it worked, everything on screen is read again before `onDone`.
 */
export function useCommand<F extends Feature, N extends ChangeName<F>>(
  feature: F,
  name: N,
  options: CommandOptions<Input<F, N>, Output<F, N>> = {},
): UseMutationResult<Output<F, N>, Error, Input<F, N>> {
  return useMutation<Output<F, N>, Error, Input<F, N>>({
    mutationFn: (input) => api[feature][name](input),
    onSuccess: async (answer, asked) => {
      await refreshAll()
      options.onDone?.(answer, asked)
      const text = typeof options.done === 'function' ? options.done(answer, asked) : options.done
      if (text === undefined) return
      if (options.undo) await notifyWithUndo(text)
      else notify(text)
    },
    onError: (error) => {
      if (options.failure !== 'inline') notifyFailure(error)
    },
  })
}

/** Field messages of a refused request, by field name, for forms: `form.setErrors(fieldErrors(error))`. */
export function fieldErrors(error: unknown): Record<string, string> {
  const fields = error instanceof ApiError ? error.details['fields'] : undefined
  if (typeof fields !== 'object' || fields === null) return {}
  return Object.fromEntries(Object.entries(fields).filter(([, message]) => typeof message === 'string'))
}
