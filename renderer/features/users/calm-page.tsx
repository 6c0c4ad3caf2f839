import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import { Mark } from '../../frame/mark.tsx'
import classes from './calm-page.module.css'

interface CalmPageProps {
  readonly title: string
  /** Above the title: `Step 2 of 3`. */
  readonly above?: string
  readonly children: ReactNode
}

/** A page with one thing to do, before anybody is signed in. */
export function CalmPage({ title, above, children }: CalmPageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const before = document.title
    document.title = `${title} · Gather`
    const inside = heading.current?.closest('main')?.contains(document.activeElement) ?? false
    if (!inside) heading.current?.focus()
    return () => {
      document.title = before
    }
  }, [title])
  return (
    <div className={classes.ground}>
      <main className={classes.card}>
        <div className={classes.brand}>
          <Mark size={28} />
          <span>Gather</span>
        </div>
        {above !== undefined && <p className={classes.above}>{above}</p>}
        <h1 ref={heading} tabIndex={-1} className={classes.title}>
          {title}
        </h1>
        {children}
      </main>
    </div>
  )
}
