import { useEffect } from 'react'
import { smallStore } from '../api/small-store.ts'
import { go } from '../location.ts'

/** What + New can start. A group and a closure have pages of their own; the others open on the screen that lists them. */
export type NewThing = 'group' | 'booking' | 'person' | 'closure'

const homes: Readonly<Record<NewThing, string>> = {
  group: '/groups/new',
  booking: '/rooms',
  person: '/people',
  closure: '/closures/new',
}
const asked = smallStore<NewThing | null>(null)

/** Goes to where a new one is made, and asks the screen there to start it. */
export function startNew(thing: NewThing): void {
  asked.set(thing)
  go(homes[thing])
}

/** In the screen that makes it: `useStartNew('person', () => setAdding(true))`, for + New, Ctrl+N and Ctrl+K. */
export function useStartNew(thing: NewThing, start: () => void): void {
  const waiting = asked.use() === thing
  useEffect(() => {
    if (!waiting) return
    asked.set(null)
    start()
  })
}

/** Ctrl+N makes what the present screen is about. */
export function newThingAt(location: string): NewThing {
  if (location.startsWith('/people')) return 'person'
  if (location.startsWith('/closures')) return 'closure'
  return location.startsWith('/rooms') || location.startsWith('/calendar') ? 'booking' : 'group'
}
