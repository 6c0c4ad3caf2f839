import { Button } from '@mantine/core'
import { useCommand } from '../../api/commands.ts'
import { useToday } from '../../api/session.ts'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api/queries.ts'
import { ApiError } from '../../api/client.ts'
import { notifyFailure } from '../../api/notify.tsx'
import { usualEnrolmentSettings } from '../../../shared/enrolments/settings.contract.ts'
import { addDays } from '../../../shared/time/civil.ts'
import { shortDate } from '../../../shared/time/format.ts'
import type { Stages, Subject } from './panels.ts'
import { placesWords } from './words.ts'
import classes from './enrolments.module.css'

interface NextOfferProps {
  readonly stages: Stages
  readonly offerNext: () => void
  readonly pending: boolean
}

/** The most important thing of the page: whose turn it is, why, and one button. */
export function NextOffer({ stages, offerNext, pending }: NextOfferProps) {
  const { next, free, capacity } = stages
  if (next === null) return null
  const names = next.names.join(' and ')
  const full = capacity !== null && free === 0
  return (
    <section className={classes.next} aria-labelledby="next-offer">
      <div>
        <h2 id="next-offer">Next for a place: {names}</h2>
        <div>{next.why}</div>
        {full && <div className={classes.warn}>{placesWords(stages)}.</div>}
      </div>
      <Button onClick={offerNext} loading={pending} variant={full ? 'default' : 'filled'}>
        {full ? 'Offer over the number of places' : 'Offer the next place'}
      </Button>
    </section>
  )
}

/** The last day of an offer made today, by the setting. */
export function useUsualExpiry(): string {
  const today = useToday()
  const { data } = useQuery(ask('enrolments', 'settings', {}))
  return addDays(today, (data ?? usualEnrolmentSettings).offerDays)
}

/** Offers the next place at once; where something speaks against it, `onRefused` opens the form that asks why. */
export function useOfferNext(stages: Stages | undefined, onRefused: (subject: Subject) => void) {
  const today = useToday()
  const expiresOn = useUsualExpiry()
  const subject = stages?.waiting.find((row) => row.enrolmentId === stages.next?.enrolmentId)
  const names = stages?.next?.names.join(' and ') ?? ''
  const offer = useCommand('enrolments', 'offer', {
    failure: 'inline',
    undo: true,
    done: (_, asked) => `Offered ${names} a place until ${shortDate(asked.expiresOn)}`,
  })
  const offerNext = () => {
    if (!subject || offer.isPending) return
    if (stages?.capacity !== null && stages?.free === 0) return onRefused(subject)
    const { enrolmentId, version } = subject
    const failed = (error: unknown) =>
      error instanceof ApiError && error.code === 'CONFLICT' ? onRefused(subject) : notifyFailure(error)
    offer.mutate({ enrolmentId, version, onDate: today, expiresOn }, { onError: failed })
  }
  return { offerNext, pending: offer.isPending }
}
