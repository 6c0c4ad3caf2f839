import { useEffect, useState } from 'react'

/**
 * For what opens over the screen: when it goes, the focus goes back to what had it, so that the next key lands where
 * the last one did. What took the focus itself meanwhile keeps it.
 */
export function useFocusBack(): void {
  // Before anything is drawn: a field inside that asks for the focus has it by the time effects run.
  const [opener] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      if (document.activeElement !== document.body) return
      // What opened it may be gone since, such as an item of a menu: then the screen's heading.
      const back =
        opener?.isConnected && opener !== document.body ? opener : document.querySelector('main h1')
      if (back instanceof HTMLElement) back.focus({ preventScroll: true })
    },
    [opener],
  )
}
