import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'
import { ask } from '../../api/queries.ts'
import { usePrintReady } from '../../ui/print-ready.ts'
import { Answer } from '../../ui/states.tsx'
import { CLASSIFICATION } from '../../../shared/classification.ts'
import { participantRoleLabels } from '../../../shared/enrolments/participants.rules.ts'
import type { ContactSheet, ContactSheetPerson } from '../../../shared/exports/paper-people.contract.ts'
import { buildingId } from '../../../shared/ids.ts'
import { count } from '../../../shared/text.ts'
import { fullDate, longDate, timeRange } from '../../../shared/time/format.ts'
import { PaperFoot } from './people-sheet.tsx'
import { collectionWords } from './people-words.ts'
import classes from './people-sheet.module.css'

/** Everybody expected in a building on a day, for the fire bag: `#/print/contact-sheet/:date/:place`. */
export function ContactSheetPage() {
  const { date = '', place = '' } = useParams()
  const query = useQuery(ask('exports', 'contactSheets', { date, buildingId: buildingId.safeParse(place).data ?? null })) // prettier-ignore
  usePrintReady(`Contact sheet, ${longDate(date)}`, query.data !== undefined)
  return (
    <Answer query={query}>
      {(sheets) => (
        <main className={classes.page}>
          {sheets.length === 0 && <p>Nobody is expected anywhere on {fullDate(date)}.</p>}
          {sheets.map((sheet) => (
            <Building key={sheet.buildingId} sheet={sheet} />
          ))}
        </main>
      )}
    </Answer>
  )
}

function Building({ sheet }: { sheet: ContactSheet }) {
  const people = sheet.sessions.reduce((sum, one) => sum + one.people.length, 0)
  return (
    <section className={classes.building} aria-label={`Contact sheet, ${sheet.buildingName}`}>
      <p className={classes.kind}>{CLASSIFICATION} · Contact sheet for the fire bag</p>
      <header className={classes.head}>
        <h1>{sheet.buildingName}</h1>
        <p>
          {fullDate(sheet.date)} · {count(people, 'person', 'people')} expected
          {sheet.address !== null && ` · ${sheet.address}`}
        </p>
      </header>
      <p className={classes.destroy}>Destroy this sheet at the end of {fullDate(sheet.date)}: shred it.</p>
      {sheet.sessions.length === 0 && <p>No group meets here on this day.</p>}
      {sheet.sessions.map((session) => (
        <Session key={session.sessionId} session={session} />
      ))}
      <PaperFoot>
        <p>
          <strong>!</strong> Speak to the lead. Expected is not present: the register says who came. A number
          stands here only where it is safe to ring; say nothing to anybody else who answers.
        </p>
      </PaperFoot>
    </section>
  )
}

function Session({ session }: { session: ContactSheet['sessions'][number] }) {
  const { publicTitle, startsAt, endsAt, roomName, adults, people } = session
  const led = adults.map(({ name, phone }) => (phone === null ? name : `${name} (${phone})`))
  return (
    <section className={classes.session}>
      <h2>
        {timeRange(startsAt, endsAt)}: {publicTitle}
        {roomName !== null && `, ${roomName}`}
      </h2>
      <p>{led.length === 0 ? 'Nobody is named as working here.' : `Staff: ${led.join(', ')}`}</p>
      {people.length === 0 ? (
        <p>Nobody is expected.</p>
      ) : (
        <table className={`${classes.table} ${classes.contacts}`}>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Allergies, medical, access</th>
              <th scope="col">In an emergency ring</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person, at) => (
              <Person key={`${person.name} ${at}`} person={person} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Person({ person }: { person: ContactSheetPerson }) {
  const care = [person.allergies, person.accessNeeds].filter((part) => part !== null)
  return (
    <tr>
      <th scope="row">
        {person.name}
        {person.alert && ' !'}
        <br />
        <small>
          {[participantRoleLabels[person.role], person.age].filter((part) => part !== null).join(', ')}
        </small>
      </th>
      <td>{care.join('. ')}</td>
      <td>
        <ul>
          {person.contacts.map((one) => (
            <li key={`${one.name} ${one.phone ?? ''}`}>
              {one.phone !== null && <span className={classes.number}>{one.phone} </span>}
              {[one.name, one.relation].filter((part) => part !== null).join(', ')}
              {one.why !== null && `: ${one.why}`}
            </li>
          ))}
        </ul>
        <small>{collectionWords(person)}</small>
      </td>
    </tr>
  )
}
