import { Button } from '@mantine/core'
import { IconHandStop } from '@tabler/icons-react'
import type { Output } from '../../api/client.ts'
import type { Adult } from '../../../shared/people/adults.contract.ts'
import { speakTo } from '../../../shared/people/alerts.rules.ts'
import classes from './people.module.css'

/** Who must not collect somebody: first, in words, with a sign, and only then in colour. */
export function MustNotCollect({ adults }: { adults: readonly Adult[] }) {
  const forbidden = adults.filter((adult) => adult.mayCollect === 'no')
  if (forbidden.length === 0) return null
  return (
    <div className={classes.forbidden}>
      <IconHandStop size={22} aria-hidden />
      <strong>Must NOT collect</strong>
      <ul>
        {forbidden.map((adult) => (
          <li key={adult.id}>
            {adult.name}, {adult.relation.toLowerCase()}
            {adult.note !== null && <div className={classes.quiet}>{adult.note}</div>}
          </li>
        ))}
      </ul>
    </div>
  )
}

interface AlertNoticeProps {
  readonly alert: Output<'people', 'get'>['alert']
  readonly onOpen: () => void
}

/** The neutral marker, and whom to speak to; what it is about is one more step, for those who may know. */
export function AlertNotice({ alert, onOpen }: AlertNoticeProps) {
  if (!alert.marker) return null
  return (
    <div className={classes.notice}>
      <strong>{speakTo(alert.leaders)}</strong>
      {alert.maySee && (
        <div className={classes.noticeActions}>
          <Button size="compact-sm" variant="default" onClick={onOpen}>
            See what it is about
          </Button>
        </div>
      )}
    </div>
  )
}
