import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'
import { ask } from '../../api/queries.ts'
import { useStatus } from '../../api/session.ts'
import { usePrintReady } from '../../ui/print-ready.ts'
import { Answer } from '../../ui/states.tsx'
import { CLASSIFICATION } from '../../../shared/classification.ts'
import type { PastRegister } from '../../../shared/registers/correcting.contract.ts'
import { fullDate, longDate, timeRange } from '../../../shared/time/format.ts'
import { PastTable, stateWords } from './correct-past-table.tsx'
import classes from './print-register.module.css'

/** A register as it stood on a day, on paper: `#/print/register/:sessionId/as-at/:on`. */
export function PastRegisterPage() {
  const { sessionId = '', on = '' } = useParams()
  const query = useQuery(ask('registers', 'asAtPaper', { sessionId, on }))
  usePrintReady(query.data?.publicTitle ?? 'Register', query.data !== undefined)
  return <Answer query={query}>{(register) => <Paper register={register} />}</Answer>
}

function Paper({ register }: { register: PastRegister }) {
  const status = useStatus()
  return (
    <main className={classes.page}>
      <header className={classes.head}>
        <p>{CLASSIFICATION}</p>
        <h1>{register.publicTitle}</h1>
        <p>
          {fullDate(register.startsAt)}, {timeRange(register.startsAt, register.endsAt)}
        </p>
        <p>
          <strong>History: as it stood at the end of {longDate(register.on)}</strong>, {stateWords(register)}.
        </p>
        {status?.sample && <p>Sample county: everybody here is invented.</p>}
      </header>
      <PastTable register={register} />
      <footer className={classes.foot}>
        <p>A blank means not recorded, never absent.</p>
        {status?.signedIn && (
          <p>
            Printed {longDate(status.today)} by {status.signedIn.name}.
          </p>
        )}
      </footer>
    </main>
  )
}
