import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'
import { ask } from '../../api/queries.ts'
import { usePrintReady } from '../../ui/print-ready.ts'
import { Answer } from '../../ui/states.tsx'
import { useStatus } from '../../api/session.ts'
import { CLASSIFICATION } from '../../../shared/classification.ts'
import type { Register, RegisterRow } from '../../../shared/registers/registers.contract.ts'
import { fullDate, longDate, shortDate, timeRange } from '../../../shared/time/format.ts'
import classes from './print-register.module.css'

/** Rows for those who come unannounced. */
const BLANK_ROWS = 5

/**
 * The register on paper: `#/print/register/:sessionId`. The same order and numbers as the screen. Paper is left lying
 * about, so no phone number and no marks of earlier sessions, and of an alert only a neutral sign.
 */
export function PrintRegisterPage() {
  const { sessionId = '' } = useParams()
  const query = useQuery(ask('registers', 'paper', { sessionId }))
  const title = query.data?.publicTitle ?? 'Register'
  usePrintReady(title, query.data !== undefined)
  return <Answer query={query}>{(register) => <Paper register={register} />}</Answer>
}

function Paper({ register }: { register: Register }) {
  const status = useStatus()
  const last = register.rows.length
  const codes = register.codes.filter((code) => !code.retired)
  return (
    <main className={classes.page}>
      <header className={classes.head}>
        <h1>{register.publicTitle}</h1>
        <p>
          {fullDate(register.startsAt)}, {timeRange(register.startsAt, register.endsAt)}
          {register.sessionNumber !== null &&
            ` · Session ${register.sessionNumber} of ${register.sessionCount}`}
        </p>
        <p>{whereAndWho(register)}</p>
        {status?.sample && <p>Sample county: everybody here is invented.</p>}
      </header>
      <table className={classes.table}>
        <thead>
          {/* Stands on every sheet, so that a loose one is still known for what it is. */}
          <tr className={classes.marking}>
            <td colSpan={8}>
              {CLASSIFICATION} · {register.publicTitle}, {shortDate(register.startsAt)}
            </td>
          </tr>
          <tr>
            <th scope="col">No.</th>
            <th scope="col">Name</th>
            <th scope="col">Age</th>
            <th scope="col">Allergies and medical</th>
            <th scope="col">Mark</th>
            <th scope="col">In</th>
            <th scope="col">Out</th>
            <th scope="col">Collected by</th>
          </tr>
        </thead>
        <tbody>
          {register.rows.map((row) => (
            <PaperRow key={row.personId} row={row} />
          ))}
          {Array.from({ length: BLANK_ROWS }, (_, at) => (
            <tr key={`blank ${at}`}>
              <td>{last + at + 1}</td>
              <ToFill cells={7} />
            </tr>
          ))}
        </tbody>
      </table>
      <footer className={classes.foot}>
        <p>{codes.map((code) => `${code.code} ${code.label}`).join(' · ')}</p>
        <p>! Speak to the lead before the session. A blank means not recorded, never absent.</p>
        {status?.signedIn && (
          <p>
            Printed {longDate(status.today)} by {status.signedIn.name}.
          </p>
        )}
      </footer>
    </main>
  )
}

const whereAndWho = ({ roomName, buildingName, facilitators }: Register) =>
  [
    [roomName, buildingName].filter((name) => name !== null).join(', '),
    new Intl.ListFormat('en-GB').format(facilitators),
  ]
    .filter((part) => part !== '')
    .join(' · ')

function PaperRow({ row }: { row: RegisterRow }) {
  return (
    <tr>
      <td>{row.number}</td>
      <th scope="row">
        {row.name}
        {row.alert && <strong title="Speak to the lead before the session"> !</strong>}
      </th>
      <td>{row.age ?? ''}</td>
      <td>{row.allergies ?? ''}</td>
      <td className={classes.mark}>{row.mark?.code ?? ''}</td>
      <ToFill cells={3} />
    </tr>
  )
}

/** Cells that are filled in by hand. */
const ToFill = ({ cells }: { cells: number }) =>
  Array.from({ length: cells }, (_, at) => <td key={at}>&nbsp;</td>)
