import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { PageSideSlot } from './page-side.tsx'
import classes from './page.module.css'

interface PageProps {
  readonly title: string
  /** Where the person is, in one sentence. */
  readonly sentence?: ReactNode
  /** The one main action, at the right of the title. */
  readonly action?: ReactNode
  /** Above the title: a way back to the list. */
  readonly back?: ReactNode
  /** A SidePanel, or nothing. */
  readonly side?: ReactNode
  /** The content fills the height and scrolls inside itself: boards and grids. */
  readonly fill?: boolean
  readonly children: ReactNode
}

/** Screen readers start at the heading of a new screen, unless something in it already took the focus. */
function useHeadingFocus(title: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  const [location] = useLocation()
  useEffect(() => {
    document.title = `${title} · Gather`
  }, [title])
  useEffect(() => {
    const focused = document.activeElement
    const busy = focused?.closest('main, [role="dialog"]') ?? null
    if (busy === null) heading.current?.focus({ preventScroll: true })
  }, [location])
  return heading
}

/** A screen: title, sentence, main action, content, and a side panel on demand. */
export function Page({ title, sentence, action, back, side, fill = false, children }: PageProps) {
  const heading = useHeadingFocus(title)
  const [slot, setSlot] = useState<HTMLElement | null>(null)
  return (
    <div className={classes.page}>
      <div className={classes.scroll} data-fill={fill} data-pane tabIndex={-1}>
        {back !== undefined && <div className={classes.back}>{back}</div>}
        <header className={classes.header}>
          <div className={classes.titles}>
            <h1 ref={heading} tabIndex={-1} className={classes.title}>
              {title}
            </h1>
            {sentence !== undefined && <p className={classes.sentence}>{sentence}</p>}
          </div>
          {action !== undefined && <div className={classes.action}>{action}</div>}
        </header>
        <div className={classes.content}>
          <PageSideSlot.Provider value={slot}>{children}</PageSideSlot.Provider>
        </div>
      </div>
      {side}
      {/* The page's own panel goes before one of its parts. */}
      <div ref={setSlot} style={{ display: side ? 'none' : 'contents' }} />
    </div>
  )
}
