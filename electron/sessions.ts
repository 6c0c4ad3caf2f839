import type { WebContents } from 'electron'

/** Which signed-in session each page belongs to. A page of anyone else's has none. */
export interface Sessions {
  /** A session of the page's own, closed with it. */
  open(page: WebContents, closed: (session: number) => void): void
  /** A second page for the same person: what is printed is what they may see. */
  join(page: WebContents, owner: WebContents): void
  of(page: WebContents): number | null
  pages(): readonly WebContents[]
}

export function createSessions(): Sessions {
  const sessions = new Map<WebContents, number>()
  return {
    open(page, closed) {
      const session = page.id
      sessions.set(page, session)
      page.once('destroyed', () => {
        sessions.delete(page)
        closed(session)
      })
    },
    join(page, owner) {
      const session = sessions.get(owner)
      if (session === undefined) return
      sessions.set(page, session)
      page.once('destroyed', () => sessions.delete(page))
    },
    of: (page) => sessions.get(page) ?? null,
    pages: () => [...sessions.keys()],
  }
}
