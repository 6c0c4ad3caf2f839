import { Button } from '@mantine/core'
import { go } from '../../location.ts'
import type { Today } from '../../../shared/today/today.contract.ts'
import classes from './today.module.css'

/** What waits for this person: each a card with the way to do it on the card. */
export function NeedsColumn({ needs }: { needs: Today['needs'] }) {
  return (
    <section aria-labelledby="needs-you">
      <h2 id="needs-you" className={classes.heading}>
        Needs you
      </h2>
      {needs.length === 0 && <p className={classes.kind}>Nothing waits for you. All caught up.</p>}
      <ul className={classes.list}>
        {needs.map((need) => (
          <li key={`${need.kind} ${need.to} ${need.title}`} className={classes.card}>
            <span className={classes.main}>{need.title}</span>
            <p>{need.detail}</p>
            <Button variant="default" size="xs" onClick={() => go(need.to)}>
              {need.action}
              <span className="sr-only">: {need.title}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
