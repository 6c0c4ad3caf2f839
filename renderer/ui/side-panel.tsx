import { CloseButton } from '@mantine/core'
import { useEffect, useId, useRef } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import classes from './side-panel.module.css'

interface SidePanelProps {
  readonly title: string
  readonly onClose: () => void
  /** Actions that stay in view under the content. */
  readonly footer?: ReactNode
  readonly children: ReactNode
}

/**
 * Details beside the list, so that the list stays. Esc closes it and the focus goes back to what opened it. Give it a
 * `key` that changes with what it shows, so that its heading is read out again.
 */
export function SidePanel({ title, onClose, footer, children }: SidePanelProps) {
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const opener = document.activeElement
    const panel = heading.current?.closest('aside')
    // A field inside that asks for the focus keeps it.
    if (!panel?.contains(opener)) heading.current?.focus({ preventScroll: true })
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true })
    }
  }, [])
  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.stopPropagation()
    onClose()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears Esc from all that is in it
    <aside className={classes.panel} aria-labelledby={id} data-pane tabIndex={-1} onKeyDown={escape}>
      <header className={classes.header}>
        <h2 id={id} ref={heading} tabIndex={-1} className={classes.title}>
          {title}
        </h2>
        <CloseButton aria-label="Close panel" onClick={onClose} />
      </header>
      <div className={classes.content}>{children}</div>
      {footer !== undefined && <footer className={classes.footer}>{footer}</footer>}
    </aside>
  )
}
