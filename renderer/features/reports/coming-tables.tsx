import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { ReactNode } from 'react'
import { ask } from '../../api/queries.ts'
import { useMay } from '../../api/session.ts'
import { Answer } from '../../ui/states.tsx'
import type { GroupId } from '../../../shared/ids.ts'
import type { Coming } from '../../../shared/reports/coming.rules.ts'
import { shortDay } from '../../../shared/time/format.ts'
import classes from './group-figures.module.css'

/** The two measures of coming, session by session and person by person, over complete registers. */
export function ComingTables({ groupId }: { groupId: GroupId }) {
  const seesPeople = useMay()('people.view')
  const coming = useQuery(ask('reports', 'coming', { groupId }))
  return (
    <Answer query={coming}>
      {({ sessions, people }) => (
        <div className={classes.both}>
          <ComingTable
            title="Session by session"
            rows={sessions.map((one) => ({
              ...one,
              key: one.sessionId,
              what: (
                <Link
                  to={`/registers/${one.sessionId}`}
                >{`${one.number ?? '–'}, ${shortDay(one.startsAt)}`}</Link>
              ),
            }))}
          />
          <ComingTable
            title="Person by person"
            rows={people.map((one) => ({
              ...one,
              key: one.personId,
              what: seesPeople ? <Link to={`/people/${one.personId}`}>{one.name}</Link> : one.name,
            }))}
          />
        </div>
      )}
    </Answer>
  )
}

interface ComingRow extends Coming {
  readonly key: string
  readonly what: ReactNode
}

function ComingTable({ title, rows }: { title: string; rows: readonly ComingRow[] }) {
  return (
    <section>
      <h2 className={classes.heading}>{title}</h2>
      {rows.length === 0 ? (
        <p className={classes.quiet}>No register is complete yet.</p>
      ) : (
        <table className={classes.coming} aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{title === 'Session by session' ? 'Session' : 'Name'}</th>
              <th scope="col">Attended</th>
              <th scope="col">Or sent apologies</th>
              <th scope="col">Expected</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.what}</th>
                <td>{row.attended}</td>
                <td>{row.attendedOrApologised}</td>
                <td>{row.expected}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
