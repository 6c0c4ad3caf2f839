import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'
import { ask } from '../../api/queries.ts'
import { usePrintReady } from '../../ui/print-ready.ts'
import { Answer } from '../../ui/states.tsx'
import { CLASSIFICATION } from '../../../shared/classification.ts'
import type { SignInSheet } from '../../../shared/exports/paper-people.contract.ts'
import { shortDate } from '../../../shared/time/format.ts'
import { PaperFoot, PaperHead } from './people-sheet.tsx'
import classes from './people-sheet.module.css'

/** Lines for those nobody expected. */
const BLANK_ROWS = 8

/** Who comes in and goes out at a door, a family together: `#/print/sign-in/:sessionId`. */
export function SignInPage() {
  const { sessionId = '' } = useParams()
  const query = useQuery(ask('exports', 'signInSheet', { sessionId }))
  usePrintReady(query.data?.publicTitle ?? 'Sign-in sheet', query.data !== undefined)
  return <Answer query={query}>{(sheet) => <Paper sheet={sheet} />}</Answer>
}

function Paper({ sheet }: { sheet: SignInSheet }) {
  return (
    <main className={classes.page}>
      <PaperHead heading={sheet} kind="Sign-in sheet" />
      <table className={classes.table}>
        <thead>
          <tr className={classes.marking}>
            <td colSpan={5}>
              {CLASSIFICATION} · {sheet.publicTitle}, {shortDate(sheet.startsAt)}
            </td>
          </tr>
          <tr>
            <th scope="col">Name</th>
            <th scope="col" className={classes.time}>
              In
            </th>
            <th scope="col" className={classes.time}>
              Out
            </th>
            <th scope="col" className={classes.signature}>
              Signed in by
            </th>
            <th scope="col" className={classes.signature}>
              Signed out by
            </th>
          </tr>
        </thead>
        {sheet.families.map(({ people }) => (
          <tbody key={people.join()} className={classes.family}>
            {people.map((name, at) => (
              <tr key={`${name} ${at}`}>
                <th scope="row">{name}</th>
                <ToFill cells={4} />
              </tr>
            ))}
          </tbody>
        ))}
        <tbody className={classes.family}>
          {Array.from({ length: BLANK_ROWS }, (_, at) => (
            <tr key={at}>
              <ToFill cells={5} />
            </tr>
          ))}
        </tbody>
      </table>
      <PaperFoot>
        <p>Keep this sheet with whoever is at the door, and not where visitors can read it.</p>
      </PaperFoot>
    </main>
  )
}

/** Cells that are filled in by hand. */
const ToFill = ({ cells }: { cells: number }) =>
  Array.from({ length: cells }, (_, at) => <td key={at}>&nbsp;</td>)
