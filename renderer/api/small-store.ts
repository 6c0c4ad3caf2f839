import { useSyncExternalStore } from 'react'

/** One value that several parts of the window share without being near each other. */
export interface SmallStore<T> {
  readonly get: () => T
  readonly set: (value: T) => void
  readonly use: () => T
}

export function smallStore<T>(start: T): SmallStore<T> {
  let value = start
  const listeners = new Set<() => void>()
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  const get = () => value
  return {
    get,
    set: (next) => {
      value = next
      for (const listener of listeners) listener()
    },
    use: () => useSyncExternalStore(subscribe, get),
  }
}
