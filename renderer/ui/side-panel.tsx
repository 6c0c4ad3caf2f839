import { CloseButton } from '@mantine/core'
import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import classes from './side-panel.module.css'

interface SidePanelProps {
  readonly title: string
  readonly onClose: () => void
  /** Actions that stay in view under the content. */
  readonly footer?: ReactNode
  /** It is read and not filled in: what is too long for the window is scrolled by the arrow keys. */
  readonly toRead?: true
  readonly children: ReactNode
}

/** What had the focus before a panel opened; a panel that takes another's place goes back to the same. */
let lastOpener: Element | null = null

function findOpener(): Element | null {
  const focused = document.activeElement
  if (!focused?.closest('[data-side-panel]')) lastOpener = focused
  return lastOpener
}

/**
 * Details beside the list, so that the list stays. Esc closes it and the focus goes back to what opened it. Give it a
 * `key` that changes with what it shows, so that its heading is read out again.
 */
export function SidePanel({ title, onClose, footer, toRead, children }: SidePanelProps) {
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  // Before the panel is drawn: a field inside that asks for the focus has it by the time effects run.
  const [opener] = useState(findOpener)
  useEffect(() => {
    const panel = heading.current?.closest('aside')
    // Such a field keeps it.
    if (!panel?.contains(document.activeElement)) heading.current?.focus({ preventScroll: true })
    return () => {
      // Another panel in its place, with a field that has taken the focus already.
      if (document.activeElement?.closest('[data-side-panel]')) return
      // What opened it may be gone since, such as the button of an empty list: then the screen's heading.
      const back = opener?.isConnected ? opener : document.querySelector('main h1')
      if (back instanceof HTMLElement) back.focus({ preventScroll: true })
    }
  }, [opener])
  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.stopPropagation()
    onClose()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears Esc from all that is in it
    <aside
      className={classes.panel}
      aria-labelledby={id}
      data-pane
      data-side-panel
      tabIndex={-1}
      onKeyDown={escape}
    >
      <header className={classes.header}>
        <h2 id={id} ref={heading} tabIndex={-1} className={classes.title}>
          {title}
        </h2>
        <CloseButton aria-label="Close panel" onClick={onClose} />
      </header>
      {toRead ? (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- nothing in it may have the focus, and it scrolls
        <div className={classes.content} tabIndex={0} role="group" aria-labelledby={id}>
          {children}
        </div>
      ) : (
        <div className={classes.content}>{children}</div>
      )}
      {footer !== undefined && <footer className={classes.footer}>{footer}</footer>}
    </aside>
  )
}
