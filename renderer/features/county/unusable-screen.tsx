import { Button } from '@mantine/core'
import { refreshStatus } from '../../api/queries.ts'
import { CalmPage } from '../users/calm-page.tsx'
import classes from './county.module.css'

/** There is a file and it cannot be opened. Nothing is made anew over it: the words say what was kept and what to do. */
export function UnusableScreen({ problem }: { problem: string }) {
  return (
    <CalmPage title="Gather cannot open its data">
      <div className={classes.text} role="alert">
        {problem.split('\n').map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      <Button onClick={() => void refreshStatus()}>Try again</Button>
    </CalmPage>
  )
}
