import type { ReactNode } from 'react'
import { useStatus } from '../../api/session.ts'
import type { PaperHeading } from '../../../shared/exports/paper-people.contract.ts'
import { fullDate, longDate, timeRange } from '../../../shared/time/format.ts'
import classes from './people-sheet.module.css'

interface PaperHeadProps {
  readonly heading: PaperHeading
  /** `Register`, `Sign-in sheet`. */
  readonly kind: string
  /** `Session 4 of 10`. */
  readonly also?: string | null
}

/** What heads paper of a session: its public title, when, where and who leads. */
export function PaperHead({ heading, kind, also = null }: PaperHeadProps) {
  const { publicTitle, startsAt, endsAt, roomName, buildingName, facilitators } = heading
  const when = [`${fullDate(startsAt)}, ${timeRange(startsAt, endsAt)}`, also].filter((part) => part !== null)
  const where = [roomName, buildingName].filter((name) => name !== null).join(', ')
  const led = new Intl.ListFormat('en-GB').format(facilitators)
  return (
    <header className={classes.head}>
      <p className={classes.kind}>{kind}</p>
      <h1>{publicTitle}</h1>
      <p>{when.join(' · ')}</p>
      <p>{[where, led].filter((part) => part !== '').join(' · ')}</p>
    </header>
  )
}

/** Under paper of a session: what its signs mean, who printed it when, and that the sample's people are invented. */
export function PaperFoot({ children }: { children?: ReactNode }) {
  const status = useStatus()
  return (
    <footer className={classes.foot}>
      {children}
      <p>
        {status?.signedIn && `Printed ${longDate(status.today)} by ${status.signedIn.name}. `}
        {status?.sample && 'Sample county: everybody here is invented.'}
      </p>
    </footer>
  )
}
