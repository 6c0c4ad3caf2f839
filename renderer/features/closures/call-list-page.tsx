import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'
import { ask } from '../../api/queries.ts'
import { useStatus } from '../../api/session.ts'
import { usePrintReady } from '../../ui/print-ready.ts'
import { Answer } from '../../ui/states.tsx'
import { CLASSIFICATION } from '../../../shared/classification.ts'
import type { CallList } from '../../../shared/closures/call-list.contract.ts'
import { count } from '../../../shared/text.ts'
import { longDate, shortDay, timeRange } from '../../../shared/time/format.ts'
import { leadersWords } from './closure-words.ts'
import classes from './call-list.module.css'

/**
 * Whom to ring about a closure: `#/print/call-list/:closureId`. A session under the other, with what to say. A number
 * stands there only of somebody who said that calling is safe.
 */
export function CallListPage() {
  const { closureId = '' } = useParams()
  const query = useQuery(ask('closures', 'callList', { closureId }))
  const title = query.data === undefined ? 'Call list' : `Call list, ${query.data.where}`
  usePrintReady(title, query.data !== undefined)
  return <Answer query={query}>{(list) => <Paper list={list} />}</Answer>
}

function Paper({ list }: { list: CallList }) {
  const status = useStatus()
  const nobody = list.sessions.length + list.others.length === 0
  return (
    <main className={classes.page}>
      <p className={classes.marking}>{CLASSIFICATION}</p>
      <header className={classes.head}>
        <h1>Call list: {list.where} closed</h1>
        <p>
          {list.when} · {list.reason}
        </p>
        {status?.sample && <p>Sample county: everybody here is invented.</p>}
      </header>
      {nobody && <p>There is nobody to ring.</p>}
      {list.sessions.map((session) => (
        <Session key={`${session.startsAt} ${session.title} ${session.roomName}`} session={session} />
      ))}
      {list.others.length > 0 && <Others others={list.others} />}
      <footer className={classes.foot}>
        {list.hidden > 0 && (
          <p>
            {count(list.hidden, 'private booking is', 'private bookings are')} not listed: whoever looks after
            them rings.
          </p>
        )}
        <p>Say nothing to anybody else who answers. Destroy this list when everybody has been rung.</p>
        {status?.signedIn && (
          <p>
            Printed {longDate(status.today)} by {status.signedIn.name}.
          </p>
        )}
      </footer>
    </main>
  )
}

function Session({ session }: { session: CallList['sessions'][number] }) {
  const { title, startsAt, endsAt, roomName, buildingName, say, people } = session
  const leaders = leadersWords({ facilitators: session.facilitators, contact: null })
  return (
    <section className={classes.session}>
      <h2>
        {shortDay(startsAt)}, {timeRange(startsAt, endsAt)}: {title}
      </h2>
      <p>
        Was in {roomName}, {buildingName}. <strong>{say}</strong>
      </p>
      {leaders !== null && <p>Led by {leaders}</p>}
      {people.length === 0 ? (
        <p>Nobody is enrolled on that day.</p>
      ) : (
        <table className={`${classes.table} ${classes.people}`}>
          <thead>
            <tr>
              <th scope="col">Family</th>
              <th scope="col">Name</th>
              <th scope="col">Phone</th>
              <th scope="col">Rung</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person, at) => (
              <tr key={`${person.name} ${at}`}>
                <td>{person.familyName === people[at - 1]?.familyName ? '' : (person.familyName ?? '')}</td>
                <th scope="row">{person.name}</th>
                <td data-safe={person.safeToCall}>{phoneWords(person)}</td>
                <td>&nbsp;</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** The number, or why there is none on the paper. */
function phoneWords({ phone, safeToCall }: CallList['sessions'][number]['people'][number]): string {
  if (safeToCall === 'no') return 'Do not ring'
  if (safeToCall === 'not-asked') return 'Do not ring: never asked whether it is safe'
  return phone ?? 'No number'
}

function Others({ others }: { others: CallList['others'] }) {
  return (
    <section className={classes.session}>
      <h2>Other bookings</h2>
      <table className={`${classes.table} ${classes.others}`}>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">What</th>
            <th scope="col">Whom to ring</th>
            <th scope="col">What to say</th>
          </tr>
        </thead>
        <tbody>
          {others.map((one) => (
            <tr key={`${one.startsAt} ${one.title} ${one.say}`}>
              <td>
                {shortDay(one.startsAt)}, {timeRange(one.startsAt, one.endsAt)}
              </td>
              <th scope="row">{one.title}</th>
              <td>{one.contact ?? ''}</td>
              <td>{one.say}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
