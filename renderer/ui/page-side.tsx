import { createContext, useContext } from 'react'
import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'

/** Where a page keeps the panels that its parts open; null until it is drawn. */
export const PageSideSlot = createContext<HTMLElement | null>(null)

/** A panel at the side of the page, opened by a part of it, such as a tab. */
export function PageSide({ children }: { children: ReactNode }) {
  const slot = useContext(PageSideSlot)
  return slot && createPortal(children, slot)
}
