import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './people.module.css'

interface SectionProps {
  readonly title: string
  /** What can be done here, for those who may; left out for others. */
  readonly action?:
    { readonly words: string; readonly name?: string; readonly onClick: () => void } | undefined
  readonly children: ReactNode
}

/** A part of a person’s panel, with the one thing that is done there. */
export const Section = ({ title, action, children }: SectionProps) => (
  <section aria-label={title}>
    <div className={classes.sectionHead}>
      <h3 className={classes.sectionTitle}>{title}</h3>
      {action && (
        <Button size="compact-sm" variant="default" aria-label={action.name} onClick={action.onClick}>
          {action.words}
        </Button>
      )}
    </div>
    {children}
  </section>
)
