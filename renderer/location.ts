import { useEffect } from 'react'
import { navigate, useHashLocation } from 'wouter/use-hash-location'
import { smallStore } from './api/small-store.ts'

/**
 * What the last address asked of its screen: the part after its `?`. It is kept beside the address and never in it:
 * the window has one address, and the data answers no other.
 */
const asked = smallStore<URLSearchParams | null>(null)

/** Goes to a route of the program, such as `/groups` or `/settings/staff?id=…`. */
export const go = (to: string, options?: { replace?: boolean }): void => {
  const [path = '/', query] = to.split('?')
  asked.set(null)
  navigate(path, options)
  if (query !== undefined) asked.set(new URLSearchParams(query))
}

/** What an address asks of its screen, such as `id` in `/settings/staff?id=…`: handed over once. */
export function useAskedFor(name: string, use: (value: string) => void): void {
  const value = asked.use()?.get(name) ?? null
  useEffect(() => {
    if (value === null) return
    asked.set(null)
    use(value)
  })
}

/** The address after the `#`: the window has one file, and the file has no server. */
export const useAppLocation = Object.assign(
  (): [string, typeof go] => {
    const [location] = useHashLocation()
    return [location, go]
  },
  { hrefs: (href: string) => `#${href}` },
)
