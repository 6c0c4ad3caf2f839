import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'
import { ask } from '../../api/queries.ts'
import { useStatus } from '../../api/session.ts'
import { usePrintReady } from '../../ui/print-ready.ts'
import { Answer } from '../../ui/states.tsx'
import type { Certificates } from '../../../shared/exports/record.contract.ts'
import { count } from '../../../shared/text.ts'
import { longDate } from '../../../shared/time/format.ts'
import classes from './certificates.module.css'

/** A page for each who gets one: `#/print/certificates/:groupId/:who`, who completed or came so often. */
export function CertificatesPage() {
  const { groupId = '', who = '' } = useParams()
  // Whatever else an address says is those who completed.
  const atLeast = /^\d{1,3}$/.test(who) ? Number(who) : null
  const query = useQuery(ask('exports', 'certificates', { groupId, atLeast }))
  usePrintReady('Certificates', query.data !== undefined, { bare: true })
  return (
    <Answer query={query}>
      {(certificates) => (
        <main className={classes.page}>
          {certificates.people.map((person) => (
            <Certificate key={person.personId} person={person} of={certificates} />
          ))}
        </main>
      )}
    </Answer>
  )
}

interface CertificateProps {
  readonly person: Certificates['people'][number]
  readonly of: Certificates
}

function Certificate({ person, of }: CertificateProps) {
  const status = useStatus()
  return (
    <section className={classes.sheet} aria-label={`Certificate of ${person.name}`}>
      <p className={classes.service}>{of.serviceName}</p>
      <p className={classes.words}>This is to say that</p>
      <h1>{person.name}</h1>
      <p className={classes.words}>took part in</p>
      <p className={classes.title}>{of.publicTitle}</p>
      <p className={classes.words}>{whenAndWhere(person.sessions, of)}</p>
      <div className={classes.signed}>
        <span>Signed</span>
        <span>Date</span>
      </div>
      {status?.sample && <p className={classes.sample}>Sample county: everybody here is invented.</p>}
    </section>
  )
}

function whenAndWhere(sessions: number, { from, to, buildingName }: Certificates): string {
  const came = sessions === 0 ? '' : `and came to ${count(sessions, 'session')}`
  const days = from === null || to === null ? '' : from === to ? `on ${longDate(from)}` : `between ${longDate(from)} and ${longDate(to)}` // prettier-ignore
  const place = buildingName === null ? '' : `at ${buildingName}`
  return [came, days, place].filter((part) => part !== '').join(' ')
}
