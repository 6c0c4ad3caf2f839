import { navigate, useHashLocation } from 'wouter/use-hash-location'

/** Goes to a route of the program. A `?` part of the last address never stays behind on the next one. */
export const go = (to: string, options?: { replace?: boolean }): void =>
  navigate(to.includes('?') ? to : `${to}?`, options)

/** The address after the `#`: the window has one file, and the file has no server. */
export const useAppLocation = Object.assign(
  (): [string, typeof go] => {
    const [location] = useHashLocation()
    return [location, go]
  },
  { hrefs: (href: string) => `#${href}` },
)
