import { useRef } from 'react'
import type { SyntheticEvent } from 'react'

/**
 * For a button in a side panel that is gone once it has done its work: the focus goes to the panel's heading and not to
 * nowhere. `from` on the press, `back` when it is done.
 */
export function useBackToHeading() {
  const heading = useRef<HTMLElement | null>(null)
  return {
    from: (event: SyntheticEvent<HTMLElement>) => {
      heading.current = event.currentTarget.closest('[data-side-panel]')?.querySelector('h2') ?? null
    },
    back: () => {
      if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true })
    },
  }
}
