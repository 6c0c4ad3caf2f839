import { useState } from 'react'
import { queryClient } from '../api/queries.ts'

const keyOf = (key: string) => ['draft', key]

/** Has a form begin with these values, as if they had been typed: what was carried somewhere on a board. */
export const beginDraft = <T extends object>(key: string, values: T): void =>
  void queryClient.setQueryData(keyOf(key), values)
/** Forgets what was typed or begun: the form starts afresh. */
export const dropDraft = (key: string): void => queryClient.removeQueries({ queryKey: keyOf(key) })

/**
 * What is typed into a form, kept for a few minutes when the form is closed unsaved: Esc goes a step back and loses
 * nothing. It is kept beside the answers, so another person signing in does not find it. `key` names the form and the
 * thing it changes, with its version.
 */
export function useDraft<T extends object>(key: string, initial: T) {
  const queryKey = keyOf(key)
  const [values, setValues] = useState<T>(() => queryClient.getQueryData<T>(queryKey) ?? initial)
  const change = (part: Partial<T>) =>
    setValues((last) => {
      const next = { ...last, ...part }
      queryClient.setQueryData(queryKey, next)
      return next
    })
  const forget = () => queryClient.removeQueries({ queryKey })
  return { values, change, forget }
}
