import type { ReactNode, Ref } from 'react'
import { useStatus } from '../../api/session.ts'
import { longDate } from '../../../shared/time/format.ts'
import classes from './paper.module.css'

interface SheetProps {
  readonly classification: string
  readonly title: string
  /** What kind of page it is: `Day sheet`. */
  readonly kind: string
  /** The day or days it is about. */
  readonly period: string
  /** Under the title: where it is, how to reach it. */
  readonly about: string
  /** Left out on a door, which needs nobody's name. */
  readonly printedBy?: false
  readonly sheetRef: Ref<HTMLElement>
  readonly door?: true
  readonly children: ReactNode
}

/** One page for paper: how it may be handled, what it is of, the content, and who printed it when. */
export function Sheet(props: SheetProps) {
  const { classification, title, kind, period, about, printedBy = true, sheetRef, door, children } = props
  const status = useStatus()
  const by = printedBy && status?.signedIn ? ` by ${status.signedIn.name}` : ''
  return (
    <section className={classes.sheet} ref={sheetRef} data-door={door} aria-label={`${kind}, ${title}`}>
      <p className={classes.marking}>
        <span>{classification}</span>
        <span>{kind}</span>
      </p>
      <header className={classes.head}>
        <h1>{title}</h1>
        <p className={classes.period}>{period}</p>
        {about !== '' && <p>{about}</p>}
      </header>
      {children}
      <footer className={classes.foot}>
        {status && (
          <span>
            Printed {longDate(status.today)}
            {by}
          </span>
        )}
        {status?.sample && <span>Sample county: every place and booking is invented.</span>}
      </footer>
    </section>
  )
}
