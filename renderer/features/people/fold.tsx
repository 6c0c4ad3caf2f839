import type { ReactNode } from 'react'
import { useState } from 'react'
import classes from './people.module.css'

interface FoldProps {
  readonly title: string
  /** Something of it is filled in, or was refused: it is open from the start. */
  readonly open: boolean
  readonly children: ReactNode
}

/** Fields that are seldom needed, out of the way. What is filled in is never hidden. */
export function Fold({ title, open, children }: FoldProps) {
  const [chosen, setChosen] = useState(open)
  return (
    <details
      className={classes.fold}
      open={chosen || open}
      onToggle={(event) => setChosen(event.currentTarget.open)}
    >
      <summary>{title}</summary>
      <div className={classes.foldContent}>{children}</div>
    </details>
  )
}
