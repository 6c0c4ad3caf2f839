import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import type { CSSProperties, ReactNode } from 'react'
import type { BoardGroup as Group } from '../../../shared/bookings/board.rules.ts'
import classes from './board.module.css'

interface BoardGroupProps {
  readonly group: Group
  readonly folded: boolean
  readonly onFold: (key: string) => void
  /** Beside the name: what somebody has to know of it, and what a folded one holds. */
  readonly words: string
  readonly children: ReactNode
}

/** A building with its rooms, or a room with its days; folded away, only its name. */
export function BoardGroup({ group, folded, onFold, words, children }: BoardGroupProps) {
  // What is out of view is not drawn; this says how high it will be, so that the page does not jump.
  const size = { '--rows': folded ? 0 : group.rows.length } as CSSProperties // as: a property of our own
  return (
    <div role="rowgroup" aria-label={group.label} className={classes.group} style={size}>
      <div role="row" className={classes.head} data-group>
        <div role="rowheader" className={classes.headName}>
          <button
            type="button"
            className={classes.fold}
            tabIndex={-1}
            data-fold={group.key}
            aria-expanded={!folded}
            onClick={() => onFold(group.key)}
          >
            {folded ? <IconChevronRight size={16} aria-hidden /> : <IconChevronDown size={16} aria-hidden />}
            <span>{group.label}</span>
            {words !== '' && <span className={classes.headWords}>{words}</span>}
          </button>
        </div>
      </div>
      {!folded && children}
    </div>
  )
}
