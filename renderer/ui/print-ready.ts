import { useEffect } from 'react'

/**
 * In a print page: tells the program that everything is there, so that it prints now. `usePrintReady(title,
 * query.data !== undefined)`. The title stands at the foot of each sheet; `bare` leaves the foot off, for labels.
 */
export function usePrintReady(title: string, ready: boolean, { bare = false } = {}): void {
  useEffect(() => {
    document.title = title
    if (bare) document.documentElement.dataset['printBare'] = 'true'
    if (!ready) return
    void document.fonts.ready.then(() => {
      document.documentElement.dataset['printReady'] = 'true'
    })
  }, [title, ready, bare])
}
