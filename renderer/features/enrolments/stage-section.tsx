import { useId } from 'react'
import type { ReactNode } from 'react'
import classes from './enrolments.module.css'

/** One stage of the way to a place: a heading, what it means, and who is there. */
export function StageSection({
  title,
  words,
  children,
}: {
  title: string
  words?: string
  children: ReactNode
}) {
  const id = useId()
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.heading}>
        <h2 id={id}>{title}</h2>
        {words !== undefined && <span className={classes.quiet}>{words}</span>}
      </div>
      {children}
    </section>
  )
}
