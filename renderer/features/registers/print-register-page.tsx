import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'
import { ask } from '../../api/queries.ts'
import { usePrintReady } from '../../ui/print-ready.ts'
import { Answer } from '../../ui/states.tsx'
import { CLASSIFICATION } from '../../../shared/classification.ts'
import type { RegisterPaper, RegisterPaperRow } from '../../../shared/exports/paper-people.contract.ts'
import { shortDate } from '../../../shared/time/format.ts'
import { PaperFoot, PaperHead } from '../paper/people-sheet.tsx'
import { collectionWords } from '../paper/people-words.ts'
import classes from './print-register.module.css'

/** Rows for those who come unannounced. */
const BLANK_ROWS = 5

/**
 * The register on paper: `#/print/register/:sessionId`. The same order and numbers as the screen, a box for each mark,
 * and the words that find it again to be typed in. Paper is left lying about, so no phone number and no marks of earlier
 * sessions, and of an alert only a neutral sign.
 */
export function PrintRegisterPage() {
  const { sessionId = '' } = useParams()
  const query = useQuery(ask('exports', 'registerPaper', { sessionId }))
  const title = query.data?.publicTitle ?? 'Register'
  usePrintReady(title, query.data !== undefined)
  return <Answer query={query}>{(register) => <Paper register={register} />}</Answer>
}

function Paper({ register }: { register: RegisterPaper }) {
  const letters = register.codes.map((code) => code.code)
  const number = register.sessionNumber === null ? null : `Session ${register.sessionNumber} of ${register.sessionCount}` // prettier-ignore
  return (
    <main className={classes.page}>
      <PaperHead heading={register} kind="Register" also={number} />
      {register.helpers.length > 0 && <p>Helping: {register.helpers.join(', ')}</p>}
      <p className={classes.reopen}>
        To type it in: press Ctrl + K in Gather and type <strong>{register.code}</strong>
      </p>
      <table className={classes.table}>
        <thead>
          {/* Stands on every sheet, so that a loose one is still known for what it is. */}
          <tr className={classes.marking}>
            <td colSpan={5}>
              {CLASSIFICATION} · {register.publicTitle}, {shortDate(register.startsAt)} · {register.code}
            </td>
          </tr>
          <tr>
            <th scope="col">No.</th>
            <th scope="col">Name</th>
            <th scope="col">Age</th>
            <th scope="col">Allergies, medical, who collects</th>
            <th scope="col">Mark one letter, and minutes</th>
          </tr>
        </thead>
        <tbody>
          {register.rows.map((row) => (
            <PaperRow key={row.number} row={row} letters={letters} />
          ))}
          {Array.from({ length: BLANK_ROWS }, (_, at) => (
            <tr key={`blank ${at}`}>
              <td>{register.rows.length + at + 1}</td>
              <td>&nbsp;</td>
              <td>&nbsp;</td>
              <td>&nbsp;</td>
              <td>
                <Boxes letters={letters} marked={null} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <PaperFoot>
        <p className={classes.key}>
          {register.codes.map((code) => (
            <span key={code.code}>
              <strong>{code.code}</strong> {code.label}
              {code.minutes !== null && ' (with minutes)'}
            </span>
          ))}
        </p>
        <p>
          <strong>!</strong> Speak to the lead before the session. A blank means not recorded, never absent.
        </p>
      </PaperFoot>
    </main>
  )
}

function PaperRow({ row, letters }: { row: RegisterPaperRow; letters: readonly string[] }) {
  return (
    <tr>
      <td>{row.number}</td>
      <th scope="row">
        {row.name}
        {row.alert && <strong title="Speak to the lead before the session"> !</strong>}
      </th>
      <td>{row.age ?? ''}</td>
      <td className={classes.care}>
        {row.allergies !== null && <strong>{row.allergies}</strong>}
        <span>{collectionWords(row)}</span>
      </td>
      <td>
        <Boxes letters={letters} marked={row.mark} />
      </td>
    </tr>
  )
}

/** A box for each letter, the one on the screen ticked; and a line for minutes. */
function Boxes({ letters, marked }: { letters: readonly string[]; marked: string | null }) {
  return (
    <span className={classes.boxes}>
      {letters.map((letter) => (
        <span key={letter} data-marked={letter === marked}>
          {letter}
        </span>
      ))}
      <i />
    </span>
  )
}
